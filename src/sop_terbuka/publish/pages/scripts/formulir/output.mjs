// The files and papers that answers become; their writers are loaded when asked for.

import { readAnswers } from "./fields.mjs";
import { answersFile } from "./open.mjs";
import { download, share } from "./share.mjs";

/** @typedef {import("./page.mjs").Page} Page */

export class Output {
  /** @type {Promise<Blob> | null} The last filled PDF, for a second tap on share. */
  filled = null;

  /**
   * @param {Page} page
   * @param {() => import("./definition.mjs").Answers} counted
   */
  constructor(page, counted) {
    this.page = page;
    this.counted = counted;
  }

  /** The answers are new, or gone: what was made of the old ones is not theirs. */
  forget() {
    this.filled = null;
  }

  async pdf() {
    download(await this.makePdf(), `${this.page.definition.id}-terisi.pdf`);
  }

  async docx() {
    const { definition, load, status } = this.page;
    const { fillDocx } = await import("./docx.mjs");
    download(await fillDocx(definition, this.counted(), load), `${definition.id}-terisi.docx`);
    status.textContent = "Word siap.";
  }

  async share() {
    this.filled ??= this.makePdf();
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
    const { definition, load, status } = this.page;
    const { fillPdf } = await import("./pdf.mjs");
    const { content, continued, foreign } = await fillPdf(definition, this.counted(), load);
    const said = ["PDF siap."];
    if (continued.length) {
      const labels = continued.join("; ");
      said.push(`Jawaban yang panjang ditulis lengkap di lembar tambahan: ${labels}.`);
    }
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
 * @param {() => import("./definition.mjs").Answers} counted
 */
export async function startPrinting(page, counted) {
  // Loaded early, for the browser does not wait before it prints; small, and not needed to read.
  const { sheet } = await import("./print.mjs");
  const clear = () => {
    page.whole.querySelector(".lembar")?.remove();
    page.whole.classList.remove("cetak-lembar");
  };
  window.addEventListener("beforeprint", () => {
    clear();
    const valid = counted();
    // Without answers the form itself is the sheet, to be filled with a pen.
    if (!Object.keys(valid).length) return;
    page.whole.append(sheet(page.definition, valid));
    page.whole.classList.add("cetak-lembar");
  });
  window.addEventListener("afterprint", clear);
}
