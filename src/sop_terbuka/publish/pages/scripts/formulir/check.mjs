// What is wrong with an answer, in words that say what would be right. Knows nothing of the page.

import { counting, isShown, questions, typedColumns } from "./definition.mjs";
import { CHECKS } from "./types.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {import("./definition.mjs").Kind} Kind
 * @typedef {import("./definition.mjs").Question} Question
 * @typedef {{name: string, message: string}} Trouble  `name` is the box to mend.
 */

/**
 * Everything wrong with the answers that count, in reading order.
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {Trouble[]}
 */
export function checkAll(definition, answers) {
  const valid = counting(definition, answers);
  return questions(definition)
    .filter((question) => isShown(question, valid))
    .flatMap((question) => check(question, valid[question.id]));
}

/**
 * What is wrong with one answer.
 * @param {Question} question
 * @param {import("./definition.mjs").Answer | undefined} answer
 * @returns {Trouble[]}
 */
export function check(question, answer) {
  if (answer === undefined) {
    if (!question.wajib) return [];
    const message = question.pesan ?? `Isi ${question.label}.`;
    return [{ name: firstBox(question), message }];
  }
  if (question.jenis.bentuk === "tabel") {
    return /** @type {import("./definition.mjs").Row[]} */ (answer).flatMap((row, n) =>
      typedColumns(question).flatMap((column) => {
        const text = row[column.id] ?? "";
        const said = text && checkText(column.jenis, column.label, text, 1000);
        if (!said) return [];
        const where = `${question.label}, baris ${n + 1}`;
        return [{ name: `${question.id}.${n + 1}.${column.id}`, message: `${where}: ${said}` }];
      }),
    );
  }
  if (typeof answer !== "string" || question.pilihan) return [];
  const message = checkText(question.jenis, question.label, answer, question.batas);
  return message ? [{ name: question.id, message }] : [];
}

/**
 * The box that takes the focus when nothing is answered.
 * @param {Question} question
 * @returns {string}
 */
function firstBox(question) {
  if (question.jenis.bentuk === "tabel") return `${question.id}.1.${typedColumns(question)[0].id}`;
  if (question.pilihan) return `${question.id}.${Object.keys(question.pilihan)[0]}`;
  return question.id;
}

/**
 * What is wrong with a typed text, or "".
 * @param {Kind} kind
 * @param {string} label
 * @param {string} text
 * @param {number} [limit]
 * @returns {string}
 */
export function checkText(kind, label, text, limit) {
  const length = [...text].length;
  if (limit && length > limit) {
    return `${label} paling banyak ${limit} aksara. Anda mengisi ${length} aksara.`;
  }
  return CHECKS[kind.periksa].wrong?.(label, text, kind) ?? "";
}

/**
 * A correct text as it goes on paper: numbers without spaces, dates and money in one writing.
 * @param {Kind} kind
 * @param {string} text
 * @returns {string}
 */
export function onPaper(kind, text) {
  return CHECKS[kind.periksa].write(text);
}

/**
 * What may be a slip but need not be: residents with corrected data exist.
 * @param {Answers} answers  Answers without trouble.
 * @returns {string[]}
 */
export function doubts(answers) {
  const nik = typeof answers.nik === "string" ? CHECKS.nik.write(answers.nik) : "";
  if (nik.length !== 16) return [];
  const found = [];
  const day = Number(nik.slice(6, 8));
  const born = answers["tanggal-lahir"];
  if (typeof born === "string") {
    const inNik = `${String(day > 40 ? day - 40 : day).padStart(2, "0")}-${nik.slice(8, 10)}`;
    const [dd, mm, yyyy] = CHECKS.tanggal.write(born).split("-");
    if (inNik !== `${dd}-${mm}` || nik.slice(10, 12) !== yyyy?.slice(2)) {
      found.push("NIK memuat tanggal lahir yang lain dari isian Tanggal lahir. Periksa keduanya.");
    }
  }
  const sex = answers["jenis-kelamin"];
  if ((sex === "laki-laki" && day > 40) || (sex === "perempuan" && day < 40)) {
    found.push("NIK memuat jenis kelamin yang lain dari isian Jenis kelamin. Periksa keduanya.");
  }
  return found;
}
