// What a form asks, and which answers count. Knows nothing of the page.

/**
 * @typedef {Record<string, string>} Row  A row of a table: text by column.
 * @typedef {string | string[] | true | Row[]} Answer  Unanswered fields have none.
 * @typedef {Record<string, Answer>} Answers  By field id, and by name on paper for the letter's own.
 * @typedef {{isian: string, jawaban?: string[], terisi?: boolean}} Test
 * @typedef {{bentuk: string, periksa: string, angka?: number[], contoh?: string, depan?: string}} Kind
 *   A type of question, from the table of types.
 * @typedef {{id: string, label: string, tipe: string, jenis: Kind}} Column
 * @typedef {{id: string, label: string, tipe: string, jenis: Kind, wajib?: boolean, bila?: Test,
 *   pesan?: string, batas?: number, pilihan?: Record<string, string>, kolom?: Column[],
 *   baris?: number}} Question
 * @typedef {{id: string, judul: string, jenis: string, resmi: boolean, versi: string,
 *   bagian: {id: string, judul: string, isian: string[]}[], isian: Question[],
 *   surat: {sebelum: Question[], sesudah: Question[]}, tipe: Record<string, Kind>,
 *   tujuan: Record<string, string>, lewat: Record<string, string>, lampiran: {id: string, label: string, bila?: Test}[],
 *   pembuka: string[], penutup: string, pernyataan: string[],
 *   ttd: {id: string, sebagai: string, isian?: string, meterai?: boolean, cap?: boolean}[],
 *   berkas: {pdf?: string, docx?: string}, huruf: string[]}} Definition
 */

export const ADDRESSEE = "surat.tujuan";
export const PLACE = "surat.tempat";
export const DATE = "surat.tanggal";

/**
 * The form's definition with every question and column tied to its type.
 * @param {any} read  As it stands in the page.
 * @returns {Definition}
 */
export function understand(read) {
  /** @param {{tipe: string, jenis?: Kind}} item */
  const tie = (item) => {
    item.jenis = read.tipe[item.tipe];
    // A page of another version than its scripts: no form is better than one that lets all pass.
    if (!item.jenis) throw new Error(`no type ${item.tipe}`);
  };
  for (const question of questions(read)) {
    tie(question);
    for (const column of question.kolom ?? []) tie(column);
  }
  return read;
}

/**
 * Every question in reading order, the paper's own included.
 * @param {Definition} definition
 * @returns {Question[]}
 */
export function questions(definition) {
  const { sebelum, sesudah } = definition.surat;
  return [...sebelum, ...definition.isian, ...sesudah];
}

/**
 * Whether a field, or a thing to bring, counts with the answers so far.
 * @param {{bila?: Test}} item
 * @param {Answers} answers
 * @returns {boolean}
 */
export function isShown(item, answers) {
  const test = item.bila;
  if (!test) return true;
  const answer = answers[test.isian];
  if (test.terisi !== undefined) return (answer !== undefined) === test.terisi;
  const wanted = test.jawaban ?? [];
  if (answer === undefined) return wanted.includes("tidak");
  if (answer === true) return wanted.includes("ya");
  if (Array.isArray(answer)) return answer.some((word) => wanted.includes(String(word)));
  return wanted.includes(answer);
}

/**
 * The answers that count: what a condition hides is neither checked nor written anywhere.
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {Answers}
 */
export function counting(definition, answers) {
  /** @type {Answers} */
  const found = {};
  for (const question of questions(definition)) {
    if (question.id in answers && isShown(question, found)) {
      found[question.id] = answers[question.id];
    }
  }
  for (const item of definition.lampiran) {
    const name = `lampiran.${item.id}`;
    if (answers[name] === true && isShown(item, found)) found[name] = true;
  }
  return found;
}

/**
 * What of stored answers, made for this or an older definition, still has a place.
 * @param {Definition} definition
 * @param {unknown} stored
 * @returns {{answers: Answers, dropped: string[]}} `dropped` names what has no place any more.
 */
export function fitting(definition, stored) {
  /** @type {Answers} */
  const answers = {};
  const dropped = [];
  const byId = new Map(questions(definition).map((question) => [question.id, question]));
  const things = new Map(definition.lampiran.map((item) => [`lampiran.${item.id}`, item]));
  for (const [name, value] of Object.entries(isRecord(stored) ? stored : {})) {
    const question = byId.get(name);
    const fits = question ? fit(question, value) : null;
    if (question && fits !== null) {
      answers[name] = fits.value;
      if (fits.lost) dropped.push(`${question.label} (${fits.lost})`);
    } else if (things.has(name) && value === true) answers[name] = true;
    else dropped.push(without(question?.label ?? things.get(name)?.label ?? name, value));
  }
  return { answers, dropped };
}

/**
 * As much of a stored value as the question takes today, whatever it was before.
 * @param {Question} question
 * @param {unknown} value
 * @returns {{value: Answer, lost?: string} | null} `lost` says what of it has no place.
 */
function fit(question, value) {
  const options = Object.keys(question.pilihan ?? {});
  const several = Array.isArray(value) ? value : [value];
  const known = several.filter((word) => options.includes(word));
  const lost = several.filter((word) => !known.includes(word)).map(inBrief).join(", ");
  switch (question.jenis.bentuk) {
    case "pilihan":
      return known.length === 1 ? { value: known[0], lost } : null;
    case "pilihan-ganda":
      return known.length ? { value: known, lost } : null;
    case "centang":
      return value === true ? { value } : null;
    case "tabel":
      return fitRows(question, value);
    default: {
      const words = several.filter((word) => ["string", "number"].includes(typeof word)).join(", ");
      return words.trim() ? { value: words } : null;
    }
  }
}

/**
 * @param {Question} question
 * @param {unknown} value
 * @returns {{value: Row[], lost?: string} | null}
 */
function fitRows(question, value) {
  if (!Array.isArray(value)) return null;
  const columns = typedColumns(question).map((column) => column.id);
  const lost = [];
  const rows = [];
  for (const found of value) {
    /** @type {Row} */
    const row = {};
    for (const [key, text] of Object.entries(isRecord(found) ? found : {})) {
      if (columns.includes(key) && typeof text === "string") row[key] = text;
      else lost.push(inBrief(text));
    }
    if (rows.length < (question.baris ?? 0)) rows.push(row);
    else lost.push(...Object.values(row).map(inBrief));
  }
  while (rows.length && !Object.keys(rows[rows.length - 1]).length) rows.pop();
  return rows.length ? { value: rows, lost: lost.join(", ") } : null;
}

/**
 * A label with the answer that has no place any more, so that it can be written elsewhere.
 * @param {string} label
 * @param {unknown} value
 */
function without(label, value) {
  const said = (Array.isArray(value) ? value : [value]).map(inBrief).filter(Boolean).join(", ");
  return said ? `${label} (${said})` : label;
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function inBrief(value) {
  if (isRecord(value)) return Object.values(value).map(inBrief).join(" ");
  if (typeof value !== "string" && typeof value !== "number") return "";
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/**
 * The columns of a table that are typed; a signature is left to the pen.
 * @param {Question} question
 * @returns {Column[]}
 */
export function typedColumns(question) {
  return (question.kolom ?? []).filter((column) => column.jenis.bentuk !== "kertas");
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
