// "Periksa jawaban": everything that will be written, to be read once more before it is.

import { onPaper } from "./check.mjs";
import { isShown, typedColumns } from "./definition.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {import("./definition.mjs").Question} Question
 * @typedef {{label: string, text: string, rows?: {label: string, text: string}[][]}} Said
 */

/**
 * An answer in words.
 * @param {Question} question
 * @param {import("./definition.mjs").Answer | undefined} answer
 * @returns {Said}
 */
export function inWords(question, answer) {
  const said = { label: question.label, text: "" };
  const options = question.pilihan ?? {};
  if (answer === undefined) return said;
  if (answer === true) return { ...said, text: "Ya" };
  if (question.jenis.bentuk === "tabel") {
    const rows = /** @type {import("./definition.mjs").Row[]} */ (answer).map((row) =>
      typedColumns(question)
        .filter((column) => row[column.id])
        .map((column) => ({ label: column.label, text: inFull(column.jenis, row[column.id]) })),
    );
    return { ...said, rows };
  }
  if (Array.isArray(answer)) {
    return { ...said, text: answer.map((option) => options[String(option)]).join(", ") };
  }
  if (question.pilihan) return { ...said, text: options[answer] };
  return { ...said, text: inFull(question.jenis, answer) };
}

/**
 * A text where no paper prints what it is an amount of.
 * @param {import("./definition.mjs").Kind} kind
 * @param {string} text
 */
function inFull(kind, text) {
  return `${kind.depan ? `${kind.depan} ` : ""}${onPaper(kind, text)}`;
}

/**
 * The sections with what was answered; `edit` is called with the id of a question to change.
 * @param {HTMLElement} place
 * @param {Definition} definition
 * @param {Answers} answers
 * @param {(question: Question) => void} edit
 */
export function showReview(place, definition, answers, edit) {
  const { sebelum: before, sesudah: after } = definition.surat;
  const byId = new Map(definition.isian.map((question) => [question.id, question]));
  const parts = definition.bagian.map((part) => ({
    title: part.judul,
    asked: part.isian.map((id) => /** @type {Question} */ (byId.get(id))),
  }));
  if (before.length) parts.unshift({ title: "Tujuan", asked: before });
  if (after.length) parts.push({ title: "Tanda tangan", asked: after });
  place.textContent = "";
  for (const part of parts) {
    const shown = part.asked.filter((question) => isShown(question, answers));
    if (!shown.length) continue;
    const list = document.createElement("dl");
    list.className = "brs";
    for (const question of shown) {
      list.append(line(question, inWords(question, answers[question.id]), edit));
    }
    place.append(element("h3", part.title), list);
  }
  const things = definition.lampiran.filter((item) => isShown(item, answers));
  if (things.length) {
    const missing = things.filter((item) => !answers[`lampiran.${item.id}`]);
    place.append(element("h3", "Bawa bersama formulir ini"));
    const ready = things.length - missing.length;
    place.append(element("p", `${ready} dari ${things.length} sudah siap.`));
    if (missing.length) {
      const list = document.createElement("ul");
      list.append(...missing.map((item) => element("li", item.label)));
      place.append(element("p", "Belum dicentang:"), list);
    }
  }
}

/**
 * @param {Question} question
 * @param {Said} said
 * @param {(question: Question) => void} edit
 */
function line(question, said, edit) {
  const row = document.createElement("div");
  const value = document.createElement("dd");
  if (said.rows) {
    said.rows.forEach((cells, n) => {
      if (!cells.length) return;
      const words = cells.map((cell) => `${cell.label}: ${cell.text}`).join("; ");
      value.append(element("p", `${n + 1}. ${words}`));
    });
  } else if (said.text) {
    const text = element("p", said.text);
    text.className = "jwb";
    value.append(text);
  } else {
    const empty = element("p", "Tidak diisi");
    empty.className = "tdk";
    value.append(empty);
  }
  const change = element("button", "Ubah");
  change.className = "kcl";
  change.setAttribute("type", "button");
  change.setAttribute("aria-label", `Ubah ${question.label}`);
  change.addEventListener("click", () => edit(question));
  value.append(change);
  row.append(element("dt", said.label), value);
  return row;
}

/**
 * @param {string} tag
 * @param {string} text
 */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
