// The files and papers that answers become; their writers are loaded when asked for.

import { readAnswers } from "./fields.mjs";
import { loadPens } from "./later.mjs";
import { answersFile } from "./open.mjs";
import { download, share } from "./share.mjs";

/** @typedef {import("./page.mjs").Page} Page */

export class Output {
  /**
   * @param {Page} page
   * @param {() => import("./definition.mjs").Answers} counted
   */
  constructor(page, counted) {
    this.page = page;
    this.counted = counted;
    /** @type {Promise<Blob> | null} The last filled PDF, for a second tap on share. */
    this.filled = null;
  }

  /** The answers are new, or gone: what was made of the old ones is not theirs. */
  forget() {
    this.filled = null;
  }

  async pdf() {
    download(await this.makePdf(), `${this.page.definition.id}-terisi.pdf`);
  }

  async docx() {
    const { definition, root, status } = this.page;
    const pens = await loadPens(root);
    download(await pens.fillDocx(definition, this.counted(), root), `${definition.id}-terisi.docx`);
    status.textContent = "Word siap.";
  }

  async share() {
    this.filled = this.filled ?? this.makePdf();
    let content;
    try {
      content = await this.filled;
    } catch (error) {
      this.filled = null;
      throw error;
    }
    const done = await share(content, `${this.page.definition.id}-terisi.pdf`);
    if (done === "ulang") this.page.status.textContent = "PDF siap. Ketuk Bagikan sekali lagi.";
  }

  /** Everything typed, also what is wrong or hidden: it is for going on later. */
  answers() {
    const { definition } = this.page;
    download(answersFile(definition, readAnswers(definition)), `${definition.id}-jawaban.json`);
  }

  async makePdf() {
    const { definition, root, status } = this.page;
    const pens = await loadPens(root);
    const { content, foreign } = await pens.fillPdf(definition, this.counted(), root);
    const said = ["PDF siap."];
    if (foreign.length) {
      const odd = foreign.map(({ label, letters }) => `${label}: ${letters}`).join("; ");
      said.push(`Huruf berikut tidak dapat dicetak di PDF dan diganti □; di Word tetap ada. ${odd}`);
    }
    status.textContent = said.join(" ");
    return content;
  }
}

/**
 * Print the sheet instead of the screen, also when the person uses the browser's own command.
 * @param {Page} page
 * @param {import("./step.mjs").Step} step
 */
export async function startPrinting(page, step) {
  // Loaded before it is needed, for the browser does not wait before it prints.
  const pens = await loadPens(page.root);
  const clear = () => {
    page.whole.querySelector(".lembar")?.remove();
    page.whole.classList.remove("cetak-lembar");
  };
  window.addEventListener("beforeprint", () => {
    clear();
    const valid = step.counted();
    // Without answers the form itself is the sheet, to be filled with a pen.
    if (!Object.keys(valid).length) return;
    page.whole.append(step.mayDeclare() ? pens.sheet(page.definition, valid) : refusal(page));
    page.whole.classList.add("cetak-lembar");
  });
  window.addEventListener("afterprint", clear);
}

/**
 * A declaration whose facts are missing is worth nothing, or worse.
 * @param {Page} page
 */
function refusal(page) {
  const made = document.createElement("section");
  made.className = "lembar";
  const said = document.createElement("p");
  said.textContent =
    `${page.definition.judul} belum lengkap, jadi belum dapat dicetak. ` +
    "Tekan Periksa jawaban, lengkapi isian yang disebut, lalu cetak lagi.";
  made.append(said);
  return made;
}
