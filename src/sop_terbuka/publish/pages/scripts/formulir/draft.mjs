// Nothing typed is lost: kept in the tab without asking, on the device when asked for.

import { readAnswers, writeAnswers } from "./fields.mjs";
import { drop, dropOldDrafts, find, keep, watchDraft } from "./keep.mjs";
import { tell } from "./page.mjs";

/**
 * @typedef {import("./page.mjs").Page} Page
 * @typedef {import("./keep.mjs").Kept} Kept
 */

const OTHER_TAB =
  "Formulir ini juga terbuka di tab lain. Isi di satu tab saja: " +
  "simpanan di perangkat ini mengikuti tab yang terakhir diisi.";

export class Draft {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    /** Whether the person knows that this browser keeps nothing. */
    this.isWarned = false;
  }

  /** Keep what stands on the page, also what is wrong or hidden at the moment. */
  save() {
    const { definition, draft } = this.page;
    const answers = readAnswers(definition);
    const isInTab = keep("tab", definition, answers);
    const isRefused = draft.checked && !keep("perangkat", definition, answers);
    if (isRefused) draft.checked = false;
    if (this.isWarned || (isInTab && !isRefused)) return;
    this.isWarned = true;
    tell(
      this.page,
      "Peramban ini tidak mengizinkan penyimpanan atau ruangnya penuh. " +
        "Pakai Simpan jawaban ke berkas agar isian tidak hilang.",
    );
  }

  /** Forget everything, in the tab and on the device. */
  clear() {
    const { definition, draft } = this.page;
    drop("tab", definition);
    drop("perangkat", definition);
    draft.checked = false;
  }

  /** Put back what was kept: this tab's own answers before those of the device. */
  restore() {
    const { definition, draft } = this.page;
    dropOldDrafts();
    const inTab = find("tab", definition);
    const onDevice = find("perangkat", definition);
    draft.checked = onDevice !== null;
    if (inTab) this.show(inTab, "Isian Anda di tab ini dibuka kembali.");
    else if (onDevice) {
      this.show(onDevice, "Isian yang Anda simpan di perangkat ini sudah dibuka kembali.");
    }
  }

  /**
   * @param {Kept} kept
   * @param {string} said
   */
  show(kept, said) {
    writeAnswers(this.page.definition, kept.answers);
    this.tellOf(kept, said);
  }

  /**
   * @param {Kept} kept
   * @param {string} said
   */
  tellOf(kept, said) {
    const gone = kept.dropped.length
      ? ` Formulir ini sudah berubah; yang tidak dipakai lagi: ${kept.dropped.join(", ")}.`
      : "";
    tell(this.page, said + gone);
  }

  /** Keep as the person types, and warn of a second tab. */
  listen() {
    const { definition, draft, form } = this.page;
    form.addEventListener("input", (event) => {
      if (event.target !== draft && event.target !== this.page.file) this.save();
    });
    draft.addEventListener("change", () => {
      if (draft.checked) this.save();
      else drop("perangkat", definition);
    });
    watchDraft(definition, (isKept) => {
      if (isKept) tell(this.page, OTHER_TAB);
      else if (draft.checked) {
        draft.checked = false;
        tell(this.page, "Simpanan di perangkat ini dihapus dari tab lain. Isian di tab ini tetap ada.");
      }
    });
    this.greetOtherTabs();
  }

  /** A draft serves one tab; without the means to ask, only the watch above remains. */
  greetOtherTabs() {
    if (!("BroadcastChannel" in window)) return;
    const name = `formulir:${this.page.root}:${this.page.definition.id}`;
    const greet = () => {
      const channel = new BroadcastChannel(name);
      channel.addEventListener("message", (event) => {
        if (event.data === "halo") channel.postMessage("ada");
        tell(this.page, OTHER_TAB);
      });
      channel.postMessage("halo");
      // A page that waits for the back button is not open.
      window.addEventListener("pagehide", () => channel.close(), { once: true });
    };
    greet();
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) greet();
    });
  }
}
