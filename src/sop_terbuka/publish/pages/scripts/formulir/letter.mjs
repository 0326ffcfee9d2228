// What the finished paper says: only what was answered, whom it is for, and who signs.
// Written once here; pdf, docx and print are pens that draw it.

import { onPaper } from "./check.mjs";
import { ADDRESSEE, DATE, PLACE, isShown, typedColumns } from "./definition.mjs";
import { inWords } from "./review.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {import("./definition.mjs").Question} Question
 * @typedef {{sebagai: string, ruang: string, nama: string}} Sign
 * @typedef {{jenis: "tanggal" | "judul" | "bantu" | "kepada" | "teks" | "bagian" | "akhir", teks: string}
 *   | {jenis: "isi", label: string, teks: string}
 *   | {jenis: "tabel", label: string, kepala: string[], baris: string[][]}
 *   | {jenis: "daftar", label: string, butir: string[]}
 *   | {jenis: "ttd", teks: string, ttd: Sign[]}} Block
 *   `akhir` and `ttd` stay together on one page.
 * @typedef {{judul: string, kaki: string, isi: Block[]}} Letter
 */

const UNOFFICIAL = "Formulir bantu, bukan formulir resmi";
const MOST_COLUMNS = 7;
const BLANK = "....................";

/**
 * @param {Definition} definition
 * @param {Answers} answers  Checked, and only those that count.
 * @param {boolean} isLong  Whether it takes more than a page: then the date stands where one signs.
 * @returns {Letter}
 */
export function compose(definition, answers, isLong = false) {
  const isLetter = definition.jenis === "surat";
  const when = placeAndDate(definition, answers);
  /** @type {Block[]} */
  const blocks = [];
  /** @param {Exclude<Block["jenis"], "isi" | "tabel" | "daftar" | "ttd">} kind @param {string} text */
  const add = (kind, text) => {
    if (text) blocks.push(/** @type {Block} */ ({ jenis: kind, teks: text }));
  };
  if (isLetter && !isLong) add("tanggal", when);
  add("judul", isLetter ? `Hal: ${definition.judul}` : definition.judul);
  if (!definition.resmi && definition.jenis === "formulir") add("bantu", UNOFFICIAL);
  for (const line of addressee(definition, answers)) add("kepada", line);
  for (const sentence of definition.pembuka) add("teks", sentence);
  blocks.push(...sections(definition, answers));
  const brought = definition.lampiran.filter((item) => answers[`lampiran.${item.id}`] === true);
  if (brought.length) {
    const label = isLetter ? "Bersama surat ini dilampirkan" : "Yang dibawa bersama formulir ini";
    blocks.push({ jenis: "daftar", label, butir: brought.map((item) => item.label) });
  }
  for (const sentence of [...definition.pernyataan, definition.penutup]) add("akhir", sentence);
  if (definition.ttd.length) {
    const teks = isLetter && !isLong ? "" : when;
    blocks.push({ jenis: "ttd", teks, ttd: signs(definition, answers) });
  }
  const kaki = definition.resmi ? definition.judul : `${definition.judul} · ${UNOFFICIAL}`;
  return { judul: definition.judul, kaki, isi: blocks };
}

/**
 * Every text of a letter with the label under which a person knows it.
 * @param {Letter} letter
 * @returns {{label: string, text: string}[]}
 */
export function texts(letter) {
  return letter.isi.flatMap((block) => {
    switch (block.jenis) {
      case "isi":
        return [{ label: block.label, text: block.teks }];
      case "tabel":
        return block.baris.flat().map((text) => ({ label: block.label, text }));
      case "daftar":
        return block.butir.map((text) => ({ label: block.label, text }));
      case "ttd":
        return block.ttd.map((sign) => ({ label: `Nama ${sign.sebagai}`, text: sign.nama }));
      default:
        return [{ label: letter.judul, text: block.teks }];
    }
  });
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {string[]}
 */
function addressee(definition, answers) {
  const offices = Object.keys(definition.tujuan);
  const office = offices.length > 1 ? String(answers[ADDRESSEE] ?? "") : (offices[0] ?? "");
  const name = definition.tujuan[office];
  if (!name) return [];
  const via = definition.lewat[office];
  const by = via ? [`melalui ${via}`] : [];
  if (definition.jenis === "surat") return ["Kepada Yth.", name, ...by, "di tempat"];
  return [`Ditujukan kepada: ${name}${via ? `, melalui ${via}` : ""}`];
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {Block[]}
 */
function sections(definition, answers) {
  const byId = new Map(definition.isian.map((question) => [question.id, question]));
  return definition.bagian.flatMap((part) => {
    const blocks = part.isian.flatMap((id) => {
      const question = /** @type {Question} */ (byId.get(id));
      // An official form keeps its lines, also where nothing is written.
      const isWanted = id in answers || (definition.resmi && isShown(question, answers));
      return isWanted ? written(question, answers) : [];
    });
    if (!blocks.length) return [];
    return [/** @type {Block} */ ({ jenis: "bagian", teks: part.judul }), ...blocks];
  });
}

/**
 * @param {Question} question
 * @param {Answers} answers
 * @returns {Block[]}
 */
function written(question, answers) {
  const answer = answers[question.id];
  if (question.jenis.bentuk !== "tabel" || answer === undefined) {
    const { text } = inWords(question, answer);
    return [{ jenis: "isi", label: question.label, teks: text || "-" }];
  }
  const rows = /** @type {import("./definition.mjs").Row[]} */ (answer);
  const typed = typedColumns(question);
  // A column that nobody answered is not there; one that is left to the pen is.
  const columns = (question.kolom ?? []).filter(
    (column) => !typed.includes(column) || rows.some((row) => row[column.id]),
  );
  const kepala = columns.map((column) => column.label);
  const baris = rows.map((row) =>
    columns.map((column) => onPaper(column.jenis, row[column.id] ?? "")),
  );
  const { label } = question;
  if (columns.length <= MOST_COLUMNS) return [{ jenis: "tabel", label, kepala, baris }];
  // Columns of a few letters nobody reads: each row is said in full instead.
  return baris.map((row, n) => {
    const said = row.flatMap((text, k) => (text ? [`${kepala[k]}: ${text}`] : []));
    return { jenis: "isi", label: `${label}, baris ${n + 1}`, teks: said.join("; ") };
  });
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {Sign[]}
 */
function signs(definition, answers) {
  return definition.ttd.map((sign) => {
    const name = sign.isian ? answers[sign.isian] : answers[`ttd.${sign.id}.nama`];
    const extras = [sign.meterai && "meterai", sign.cap && "cap"].filter(Boolean).join(", ");
    return {
      sebagai: sign.sebagai,
      ruang: extras && `(${extras})`,
      nama: typeof name === "string" ? onPaper(definition.tipe.teks, name) : "",
    };
  });
}

/**
 * The line for place and date: what is known, and room for what is not.
 * @param {Definition} definition
 * @param {Answers} answers
 */
function placeAndDate(definition, answers) {
  if (!definition.ttd.length) return "";
  const place = answers[PLACE] ?? answers.tempat;
  const date = answers[DATE] ?? answers.tanggal;
  const words = [
    typeof place === "string" ? onPaper(definition.tipe.teks, place) : BLANK,
    typeof date === "string" ? onPaper(definition.tipe.tanggal, date) : BLANK,
  ];
  return words.join(", ");
}
