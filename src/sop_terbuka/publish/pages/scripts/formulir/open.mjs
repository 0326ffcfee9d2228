// Answers in a file of one's own: saved at any time, opened without losing what stands on the page.

import { fitting, questions } from "./definition.mjs";
import { readAnswers, writeAnswers } from "./fields.mjs";
import { entry, parse } from "./keep.mjs";
import { focus, tell } from "./page.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {import("./keep.mjs").Kept} Kept
 * @typedef {import("./page.mjs").Page} Page
 */

const LARGEST_FILE = 1_000_000;
const NAMED = 5;

/**
 * The answers as a file that this page can open again, also on another device.
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {Blob}
 */
export function answersFile(definition, answers) {
  const text = JSON.stringify(entry(definition, answers), null, 2);
  return new Blob([text], { type: "application/json" });
}

/**
 * Read a file made by `answersFile`.
 * @param {Definition} definition
 * @param {File} file
 * @returns {Promise<Kept | string>} The answers, or what is wrong with the file.
 */
async function read(definition, file) {
  if (file.size > LARGEST_FILE) return "Berkas itu terlalu besar, jadi bukan berkas jawaban.";
  const stored = parse(await file.text());
  if (!stored || typeof stored.formulir !== "string") return "Berkas itu bukan berkas jawaban.";
  if (stored.formulir !== definition.id) {
    return `Berkas itu berisi jawaban formulir lain: ${stored.judul ?? stored.formulir}.`;
  }
  const found = fitting(definition, stored.isian);
  const isEmpty = !Object.keys(found.answers).length && !found.dropped.length;
  return isEmpty ? "Berkas itu tidak berisi jawaban. Isian di halaman ini tetap." : found;
}

/**
 * Open a file: what it alone answers is filled in; where both differ the person decides.
 * @param {Page} page
 * @param {import("./draft.mjs").Draft} draft
 * @param {File} file
 */
export async function openFile(page, draft, file) {
  const { definition } = page;
  const found = await read(definition, file);
  if (typeof found === "string") {
    tell(page, found);
    return focusNews(page);
  }
  const here = readAnswers(definition);
  const differing = Object.keys(found.answers).filter(
    (name) => name in here && JSON.stringify(here[name]) !== JSON.stringify(found.answers[name]),
  );
  /** @param {Answers} answers @param {string} said */
  const use = (answers, said) => {
    writeAnswers(definition, answers);
    draft.tellOf(found, said);
    draft.save();
    focusNews(page);
  };
  if (!differing.length) {
    return use({ ...here, ...found.answers }, "Jawaban dari berkas sudah dibuka.");
  }
  const labels = namesOf(definition, differing);
  tell(
    page,
    `Jawaban di berkas berbeda dari ${differing.length} isian di halaman ini: ${labels}. ` +
      "Mana yang dipakai? Isian yang masih kosong diisi dari berkas.",
    choice("Pakai jawaban di berkas", () =>
      use({ ...here, ...found.answers }, "Jawaban dari berkas sudah dibuka."),
    ),
    choice("Pertahankan isian di halaman", () =>
      use(
        { ...found.answers, ...here },
        "Isian di halaman dipertahankan; yang kosong diisi dari berkas.",
      ),
    ),
    choice("Batal membuka", () => {
      tell(page, "Tidak jadi dibuka. Isian di halaman ini tetap.");
      focusNews(page);
    }),
  );
  focusNews(page);
}

/**
 * @param {Definition} definition
 * @param {string[]} names
 */
function namesOf(definition, names) {
  /** @type {Map<string, string>} */
  const labels = new Map();
  for (const question of questions(definition)) labels.set(question.id, question.label);
  for (const item of definition.lampiran) labels.set(`lampiran.${item.id}`, item.label);
  const said = names.slice(0, NAMED).map((name) => labels.get(name));
  const more = names.length - said.length;
  return said.join(", ") + (more ? `, dan ${more} lagi` : "");
}

/** @param {Page} page */
function focusNews(page) {
  focus(/** @type {HTMLElement} */ (page.news.firstElementChild ?? page.form));
}

/**
 * @param {string} text
 * @param {() => void} act
 */
function choice(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "md-button lbr";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
