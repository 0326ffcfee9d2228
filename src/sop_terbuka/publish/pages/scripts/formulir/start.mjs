// Brings a form to life; without this file the page still shows, prints and offers the blank files.

import { checkAll, doubts } from "./check.mjs";
import { counting, understand } from "./definition.mjs";
import { clearTroubles, showTroubles } from "./errors.mjs";
import { frame, readAnswers, showFitting, startTables, writeAnswers } from "./fields.mjs";
import {
  answersFile,
  dropDraft,
  dropOldDrafts,
  keepDraft,
  openFile,
  readDraft,
} from "./keep.mjs";
import { keepForOffline } from "./offline.mjs";
import { showReview } from "./review.mjs";
import { canShare, download, isInsideApp, share } from "./share.mjs";

// Loaded when asked for, and kept on the device before there is no signal.
const LATER = [
  "assets/formulir/pdf.mjs",
  "assets/formulir/docx.mjs",
  "assets/formulir/print.mjs",
  "assets/vendor/pdf-lib-2.11.1.esm.min.js",
  "assets/vendor/fflate-0.8.3.js",
];

/**
 * Start one form.
 * @param {HTMLFormElement} form
 */
export function start(form) {
  const page = /** @type {HTMLElement} */ (form.parentElement);
  /** @param {string} selector @returns {any} */
  const part = (selector) => page.querySelector(selector);
  /** @type {import("./definition.mjs").Definition} */
  const definition = understand(JSON.parse(part("[data-definisi]").textContent));
  const root = new URL(String(form.dataset.akar), location.href);
  const news = part("[data-kabar]");
  const status = part("[data-status]");
  const review = part("[data-tinjau]");
  const draft = part("[data-draf]");
  const icon = () => part("[data-ikon-galat]").content.cloneNode(true);
  /** @param {string} address */
  const load = async (address) => {
    const response = await fetch(new URL(address, root));
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return response;
  };
  /** @type {Promise<Blob | null> | null} The last filled PDF, for a second tap on share. */
  let filled = null;

  /** @param {string} text */
  const tell = (text) => {
    const said = document.createElement("p");
    said.className = "cat";
    said.tabIndex = -1;
    said.textContent = text;
    news.replaceChildren(...(text ? [said] : []));
  };
  /** @param {string} text */
  const say = (text) => {
    part("[data-ucapan]").textContent = text;
  };
  const answers = () => counting(definition, readAnswers(definition));
  const keep = () => {
    if (draft.checked && !keepDraft(definition, answers())) {
      draft.checked = false;
      tell("Peramban ini tidak mengizinkan penyimpanan. Pakai Simpan jawaban ke berkas.");
    }
  };
  /** @param {boolean} isReviewing */
  const turn = (isReviewing) => {
    form.hidden = isReviewing;
    review.hidden = !isReviewing;
    status.textContent = "";
  };
  /** @param {HTMLElement} target */
  const focus = (target) => {
    target.scrollIntoView({ block: "start" });
    target.focus({ preventScroll: true });
  };
  let leftAt = 0;
  /** @type {(() => void) | null} What the person went back for. */
  let goal = null;
  /** @param {() => void} next */
  const back = (next) => {
    goal = next;
    history.back();
  };

  function examine() {
    const troubles = checkAll(definition, readAnswers(definition));
    showTroubles(part("[data-galat]"), troubles, icon);
    if (troubles.length) return;
    filled = null;
    const valid = answers();
    showReview(part("[data-jawaban]"), definition, valid, (question) => {
      back(() => {
        const place = frame(question.id);
        place.scrollIntoView({ block: "start" });
        // A table without rows has a button only.
        const target = place.querySelector("input, textarea, button");
        /** @type {HTMLElement} */ (target).focus({ preventScroll: true });
      });
    });
    const warnings = doubts(valid).map((text) => {
      const said = document.createElement("p");
      said.className = "cat";
      said.textContent = text;
      return said;
    });
    part("[data-peringatan]").replaceChildren(...warnings);
    leftAt = scrollY;
    turn(true);
    // The address stays the same: only the back button learns that there is a step to go back.
    history.scrollRestoration = "manual";
    history.pushState({ langkah: "periksa" }, "");
    focus(part("#tinjau-judul"));
  }

  /** @returns {Promise<Blob | null>} */
  async function makePdf() {
    const { fillPdf } = await import("./pdf.mjs");
    const result = await fillPdf(definition, answers(), load);
    if ("foreign" in result) {
      const odd = result.foreign.map(({ label, letters }) => `${label}: ${letters}`).join("; ");
      status.textContent = `PDF tidak dapat memuat huruf berikut. Ganti, atau unduh Word. ${odd}`;
      return null;
    }
    const { continued } = result;
    status.textContent = continued.length
      ? `PDF siap. Jawaban yang panjang ditulis lengkap di lembar tambahan: ${continued.join("; ")}.`
      : "PDF siap.";
    return result.content;
  }

  /** @type {Record<string, () => unknown>} */
  const actions = {
    async pdf() {
      const content = await makePdf();
      if (content) download(content, `${definition.id}-terisi.pdf`);
    },
    async docx() {
      const { fillDocx } = await import("./docx.mjs");
      download(await fillDocx(definition, answers(), load), `${definition.id}-terisi.docx`);
      status.textContent = "Word siap.";
    },
    async bagikan() {
      filled ??= makePdf();
      const content = await filled;
      if (!content) {
        filled = null;
        return;
      }
      const done = await share(content, `${definition.id}-terisi.pdf`);
      if (done === "ulang") status.textContent = "PDF siap. Ketuk Bagikan sekali lagi.";
    },
    berkas() {
      download(answersFile(definition, answers()), `${definition.id}-jawaban.json`);
      status.textContent = "Jawaban disimpan ke berkas. Buka lagi dengan tombol Buka jawaban.";
    },
    cetak() {
      window.print();
    },
    kembali() {
      back(() => focus(form));
    },
    buka() {
      part("[data-berkas]").click();
    },
    hapus() {
      if (!confirm("Hapus semua isian formulir ini dari halaman dan perangkat ini?")) return;
      dropDraft(definition);
      draft.checked = false;
      clearTroubles(part("[data-galat]"));
      writeAnswers(definition, {});
      filled = null;
      tell("Semua isian dihapus dari halaman dan perangkat ini.");
      focus(news.firstElementChild ?? form);
    },
  };

  /**
   * @param {import("./keep.mjs").Kept} kept
   * @param {string} said
   */
  function restore(kept, said) {
    writeAnswers(definition, kept.answers);
    const gone = kept.dropped.length
      ? ` Formulir ini sudah berubah; yang tidak dipakai lagi: ${kept.dropped.join(", ")}.`
      : "";
    tell(said + gone);
  }

  page.addEventListener("click", async (event) => {
    const target = /** @type {Element} */ (event.target).closest("button[data-aksi]");
    const name = target instanceof HTMLButtonElement ? (target.dataset.aksi ?? "") : "";
    const act = actions[name];
    if (!act || !(target instanceof HTMLButtonElement)) return;
    target.setAttribute("aria-busy", "true");
    try {
      await act();
    } catch {
      // Told in words a person can act on; nothing of the answers goes anywhere.
      status.textContent =
        "Berkas tidak dapat dibuat. Muat ulang halaman saat ada internet, lalu coba lagi. " +
        "Simpan jawaban lebih dulu agar tidak hilang.";
    }
    target.removeAttribute("aria-busy");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    examine();
  });
  form.addEventListener("input", (event) => {
    if (event.target === draft || event.target === part("[data-berkas]")) return;
    showFitting(definition);
    keep();
  });
  draft.addEventListener("change", () => (draft.checked ? keep() : dropDraft(definition)));
  part("[data-berkas]").addEventListener("change", async (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    const found = await openFile(definition, file);
    if (typeof found === "string") tell(found);
    else restore(found, "Jawaban dari berkas sudah dibuka.");
    keep();
    focus(news.firstElementChild);
  });
  window.addEventListener("popstate", () => {
    if (review.hidden) return;
    turn(false);
    if (goal) goal();
    else scrollTo(0, leftAt);
    goal = null;
  });
  startPrinting(definition, page, answers);

  startTables(definition, say);
  dropOldDrafts();
  const kept = readDraft(definition);
  if (kept) {
    draft.checked = true;
    restore(kept, "Isian yang Anda simpan di perangkat ini sudah dibuka kembali.");
  }
  for (const words of page.querySelectorAll("[data-syarat]")) words.remove();
  part("[data-tanpa-skrip]").remove();
  part("[data-dalam-aplikasi]").hidden = !isInsideApp();
  const offer = part('[data-aksi="bagikan"]');
  if (offer && definition.berkas.pdf) offer.hidden = !canShare();
  part("[data-tombol]").hidden = false;
  form.tabIndex = -1;
  showFitting(definition);
  // Enter does nothing before this: the first button of the form is a disabled one.
  form.querySelector("button[disabled]")?.remove();
  form.dataset.siap = "";
  startOffline(definition, root, part("[data-luring]"));
}

/**
 * Print the sheet instead of the screen, also when the person uses the browser's own command.
 * @param {import("./definition.mjs").Definition} definition
 * @param {HTMLElement} page
 * @param {() => import("./definition.mjs").Answers} answers
 */
async function startPrinting(definition, page, answers) {
  // Loaded early, for the browser does not wait before it prints; small, and not needed to read.
  const { sheet } = await import("./print.mjs");
  const clear = () => {
    page.querySelector(".lembar")?.remove();
    page.classList.remove("cetak-lembar");
  };
  window.addEventListener("beforeprint", () => {
    clear();
    const valid = answers();
    // Without answers the form itself is the sheet, to be filled with a pen.
    if (!Object.keys(valid).length) return;
    page.append(sheet(definition, valid));
    page.classList.add("cetak-lembar");
  });
  window.addEventListener("afterprint", clear);
}

/**
 * @param {import("./definition.mjs").Definition} definition
 * @param {URL} root
 * @param {HTMLElement} place
 */
function startOffline(definition, root, place) {
  const files = [...LATER, ...definition.huruf, ...Object.values(definition.berkas)];
  const begin = async () => {
    const isKept = await keepForOffline(root, files).catch(() => false);
    if (isKept) place.textContent = "Formulir ini siap dipakai tanpa internet.";
  };
  // After everything else, so that nothing a person waits for is slowed down.
  if (document.readyState === "complete") setTimeout(begin);
  else window.addEventListener("load", () => setTimeout(begin));
}

document.querySelectorAll("form[data-formulir]").forEach((form) => {
  start(/** @type {HTMLFormElement} */ (form));
});
