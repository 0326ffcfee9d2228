// The parts of a form's page, each found once, and what is told beside the form.

import { understand } from "./definition.mjs";

/**
 * @typedef {ReturnType<typeof parts>} Page
 */

/**
 * Every element that the scripts touch; a missing one is named at once, not when it is needed.
 * @param {HTMLFormElement} form
 */
export function parts(form) {
  const whole = /** @type {HTMLElement} */ (form.parentElement);
  /** @param {string} selector @returns {any} */
  const part = (selector) => {
    const found = whole.querySelector(selector);
    if (!found) throw new Error(`no ${selector} on the page`);
    return found;
  };
  const icon = part("[data-ikon-galat]");
  const root = new URL(String(form.dataset.akar), location.href);
  return {
    whole,
    form,
    root,
    definition: understand(JSON.parse(part("[data-definisi]").textContent)),
    news: /** @type {HTMLElement} */ (part("[data-kabar]")),
    voice: /** @type {HTMLElement} */ (part("[data-ucapan]")),
    troubles: /** @type {HTMLElement} */ (part("[data-galat]")),
    review: /** @type {HTMLElement} */ (part("[data-tinjau]")),
    title: /** @type {HTMLElement} */ (part("#tinjau-judul")),
    answers: /** @type {HTMLElement} */ (part("[data-jawaban]")),
    doubts: /** @type {HTMLElement} */ (part("[data-peringatan]")),
    status: /** @type {HTMLElement} */ (part("[data-status]")),
    draft: /** @type {HTMLInputElement} */ (part("[data-draf]")),
    file: /** @type {HTMLInputElement} */ (part("[data-berkas]")),
    buttons: /** @type {HTMLElement} */ (part("[data-tombol]")),
    offline: /** @type {HTMLElement} */ (part("[data-luring]")),
    withoutScript: /** @type {HTMLElement} */ (part("[data-tanpa-skrip]")),
    insideApp: /** @type {HTMLElement} */ (part("[data-dalam-aplikasi]")),
    /** @returns {Node} */
    icon: () => icon.content.cloneNode(true),
  };
}

/**
 * Tell something above the form; "" takes back what was told.
 * @param {Page} page
 * @param {string} text
 * @param {HTMLElement[]} more  Buttons that answer it.
 */
export function tell(page, text, ...more) {
  page.news.textContent = "";
  page.news.append(...(text ? [note(text)] : []), ...more);
}

/**
 * Say something to those who do not see what changed.
 * @param {Page} page
 * @param {string} text
 */
export function say(page, text) {
  page.voice.textContent = text;
}

/** @param {string} text */
export function note(text) {
  const said = document.createElement("p");
  said.className = "cat";
  said.tabIndex = -1;
  said.textContent = text;
  return said;
}

/** @param {HTMLElement} target */
export function focus(target) {
  target.scrollIntoView({ block: "start" });
  target.focus({ preventScroll: true });
}
