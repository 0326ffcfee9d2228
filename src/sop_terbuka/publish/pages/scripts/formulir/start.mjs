// Brings a form to life; without this file the page still shows, prints and offers the blank files.

import { presetOffice } from "./arrive.mjs";
import { Draft } from "./draft.mjs";
import { showFitting, startTables, writeAnswers } from "./fields.mjs";
import { prepareOffline } from "./offline.mjs";
import { openFile } from "./open.mjs";
import { Output, startPrinting } from "./output.mjs";
import { focus, parts, say, tell } from "./page.mjs";
import { canShare, isInsideApp, revoke } from "./share.mjs";
import { Step } from "./step.mjs";

/** @typedef {import("./page.mjs").Page} Page */

/**
 * Start one form.
 * @param {HTMLFormElement} form
 */
function start(form) {
  const page = parts(form);
  const { definition } = page;
  const draft = new Draft(page);
  /** @type {Output} */
  let output;
  const step = new Step(page, () => output.forget());
  output = new Output(page, () => step.counted());

  const clear = () => {
    draft.clear();
    writeAnswers(definition, {});
    step.clear();
    revoke();
    say(page, "");
  };

  startTables(definition, (said) => say(page, said));
  draft.restore();
  listen(page, {
    pdf: () => output.pdf(),
    docx: () => output.docx(),
    bagikan: () => output.share(),
    berkas() {
      output.answers();
      const said = "Jawaban disimpan ke berkas. Buka lagi dengan tombol Buka jawaban.";
      if (page.review.hidden) tell(page, said);
      else page.status.textContent = said;
    },
    cetak: () => window.print(),
    kembali: () => step.back(() => focus(form)),
    buka: () => page.file.click(),
    hapus() {
      if (!confirm("Hapus semua isian formulir ini dari halaman dan perangkat ini?")) return;
      clear();
      tell(page, "Semua isian dihapus dari halaman dan perangkat ini.");
      focus(/** @type {HTMLElement} */ (page.news.firstElementChild ?? form));
    },
    selesai() {
      clear();
      step.back(() => {
        tell(page, "Selesai. Semua isian dihapus dari halaman dan perangkat ini.");
        focus(/** @type {HTMLElement} */ (page.news.firstElementChild ?? form));
      });
    },
  });
  page.file.addEventListener("change", async () => {
    const [file] = page.file.files ?? [];
    page.file.value = "";
    if (file) await openFile(page, draft, file);
  });
  form.addEventListener("input", () => showFitting(definition));
  step.listen();
  draft.listen();
  show(page);
  // Nothing is loaded before somebody answers: most visitors only look.
  const prepare = () => {
    startPrinting(page, step);
    prepareOffline(page);
  };
  if (Object.keys(step.counted()).length) prepare();
  else form.addEventListener("input", prepare, { once: true });
  presetOffice(page);
  step.resume();
}

/**
 * Every button does its work once, however often it is tapped meanwhile.
 * @param {Page} page
 * @param {Record<string, () => unknown>} actions
 */
function listen(page, actions) {
  const busy = new Set();
  page.whole.addEventListener("click", async (event) => {
    const target = /** @type {Element} */ (event.target).closest("button[data-aksi]");
    const name = target instanceof HTMLButtonElement ? (target.dataset.aksi ?? "") : "";
    // The second and third of several quick taps are counted in `detail`.
    if (!(name in actions) || busy.has(name) || event.detail > 1) return;
    busy.add(name);
    target?.setAttribute("aria-busy", "true");
    try {
      await actions[name]();
    } catch {
      // Told in words a person can act on; nothing of the answers goes anywhere.
      page.status.textContent =
        "Berkas tidak dapat dibuat. Muat ulang halaman saat ada internet, lalu coba lagi. " +
        "Isian Anda tetap ada di tab ini.";
    }
    target?.removeAttribute("aria-busy");
    busy.delete(name);
  });
}

/**
 * Show what needs a script, and take away what stands for it.
 * @param {Page} page
 */
function show(page) {
  const { definition, form, whole } = page;
  for (const words of whole.querySelectorAll("[data-syarat]")) words.remove();
  page.withoutScript.remove();
  page.insideApp.hidden = !isInsideApp();
  /** @type {HTMLElement | null} */
  const offer = whole.querySelector('[data-aksi="bagikan"]');
  if (offer && definition.berkas.pdf) offer.hidden = !canShare();
  page.buttons.hidden = false;
  form.tabIndex = -1;
  showFitting(definition);
  // Enter does nothing before this: the first button of the form is a disabled one.
  form.querySelector("button[disabled]")?.remove();
  form.dataset.siap = "";
}

document.querySelectorAll("form[data-formulir]").forEach((form) => {
  start(/** @type {HTMLFormElement} */ (form));
});
