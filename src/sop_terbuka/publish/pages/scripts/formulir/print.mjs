// The sheet that is printed in place of the screen: addressee, answers in full, signatures.

import { ADDRESSEE, DATE, PLACE, isShown } from "./definition.mjs";
import { inWords } from "./review.mjs";
import { onPaper } from "./check.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 */

/**
 * Build the sheet for the answers that count.
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {HTMLElement}
 */
export function sheet(definition, answers) {
  const made = element("section", "", "lembar");
  made.append(...head(definition, answers));
  const byId = new Map(definition.isian.map((question) => [question.id, question]));
  for (const part of definition.bagian) {
    const shown = part.isian
      .map((id) => /** @type {import("./definition.mjs").Question} */ (byId.get(id)))
      .filter((question) => isShown(question, answers));
    if (!shown.length) continue;
    made.append(element("h3", part.judul));
    const list = element("dl", "", "jwbn");
    for (const question of shown) {
      const said = inWords(question, answers[question.id]);
      const row = element("div", "", said.rows ? "luas" : "");
      const value = element("dd");
      if (said.rows) value.append(table(question, said.rows.length, answers));
      else value.append(element("p", said.text || "-"));
      row.append(element("dt", said.label), value);
      list.append(row);
    }
    made.append(list);
  }
  made.append(...foot(definition, answers));
  return made;
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 */
function head(definition, answers) {
  const made = [];
  const isLetter = definition.jenis === "surat";
  if (isLetter) made.push(placeAndDate(definition, answers));
  made.push(element("h2", isLetter ? `Hal: ${definition.judul}` : definition.judul));
  if (!definition.resmi) made.push(element("p", "Formulir bantu, bukan formulir resmi", "bantu"));
  const offices = Object.keys(definition.tujuan);
  const office = offices.length > 1 ? String(answers[ADDRESSEE] ?? "") : (offices[0] ?? "");
  const addressee = definition.tujuan[office];
  if (addressee) {
    const to = element("p", `${isLetter ? "Kepada Yth." : "Ditujukan kepada"} ${addressee}`);
    made.push(to);
  }
  made.push(...definition.pembuka.map((text) => element("p", text)));
  return made;
}

/**
 * @param {import("./definition.mjs").Question} question
 * @param {number} rows
 * @param {Answers} answers
 */
function table(question, rows, answers) {
  const made = element("table", "", "tbl-jwb");
  const columns = question.kolom ?? [];
  const top = element("tr");
  for (const column of columns) top.append(element("th", column.label));
  made.append(top);
  const filled = /** @type {import("./definition.mjs").Row[]} */ (answers[question.id]);
  for (let n = 0; n < rows; n += 1) {
    const row = element("tr");
    for (const column of columns) {
      row.append(element("td", onPaper(column.jenis, filled[n][column.id] ?? "")));
    }
    made.append(row);
  }
  return made;
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 */
function foot(definition, answers) {
  const made = [];
  const things = definition.lampiran.filter((item) => isShown(item, answers));
  if (things.length) {
    const list = element("ul");
    for (const item of things) {
      const box = answers[`lampiran.${item.id}`] ? "☒" : "☐";
      list.append(element("li", `${box} ${item.label}`));
    }
    made.push(element("h3", "Lampiran"), list);
  }
  made.push(...definition.pernyataan.map((text) => element("p", text)));
  if (definition.penutup) made.push(element("p", definition.penutup));
  if (!definition.ttd.length) return made;
  if (definition.jenis !== "surat") made.push(placeAndDate(definition, answers));
  const signs = element("div", "", "ttdn");
  for (const sign of definition.ttd) {
    const place = element("div");
    const name = sign.isian ? answers[sign.isian] : answers[`ttd.${sign.id}.nama`];
    place.append(element("p", sign.sebagai));
    const extras = [sign.meterai && "meterai", sign.cap && "cap"].filter(Boolean).join(" dan ");
    place.append(element("p", extras ? `(${extras})` : "", "ruang"));
    place.append(element("p", typeof name === "string" ? onPaper(definition.tipe.teks, name) : "", "nama"));
    signs.append(place);
  }
  made.push(signs);
  return made;
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 */
function placeAndDate(definition, answers) {
  const place = answers[PLACE] ?? answers.tempat;
  const date = answers[DATE] ?? answers.tanggal;
  const blank = "....................";
  const words = [
    typeof place === "string" ? onPaper(definition.tipe.teks, place) : blank,
    typeof date === "string" ? onPaper(definition.tipe.tanggal, date) : blank,
  ];
  return element("p", words.join(", "), "tmp-tgl");
}

/**
 * @param {string} tag
 * @param {string} text
 * @param {string} name
 */
function element(tag, text = "", name = "") {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (name) made.className = name;
  return made;
}
