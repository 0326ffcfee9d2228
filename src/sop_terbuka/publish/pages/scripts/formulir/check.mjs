// What is wrong with an answer, in words that say what would be right. Knows nothing of the page.

import { counting, isShown, questions, typedColumns } from "./definition.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {import("./definition.mjs").Question} Question
 * @typedef {{name: string, message: string}} Trouble  `name` is the box to mend.
 */

const MONTHS = [
  "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
  "oktober", "november", "desember",
];

/** @type {Record<string, number[]>} How many digits numbers have. */
const DIGITS = { nik: [16], kk: [16], npwp: [15, 16], nib: [13], nip: [18], kodepos: [5] };

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
  if (question.tipe === "tabel") {
    return /** @type {import("./definition.mjs").Row[]} */ (answer).flatMap((row, n) =>
      typedColumns(question).flatMap((column) => {
        const text = row[column.id] ?? "";
        const said = text && checkText(column.tipe, column.label, text, 1000);
        if (!said) return [];
        const where = `${question.label}, baris ${n + 1}`;
        return [{ name: `${question.id}.${n + 1}.${column.id}`, message: `${where}: ${said}` }];
      }),
    );
  }
  if (typeof answer !== "string" || question.tipe === "pilihan") return [];
  const message = checkText(question.tipe, question.label, answer, question.batas);
  return message ? [{ name: question.id, message }] : [];
}

/**
 * The box that takes the focus when nothing is answered.
 * @param {Question} question
 * @returns {string}
 */
function firstBox(question) {
  if (question.tipe === "tabel") return `${question.id}.1.${typedColumns(question)[0].id}`;
  if (question.pilihan) return `${question.id}.${Object.keys(question.pilihan)[0]}`;
  return question.id;
}

/**
 * What is wrong with a typed text, or "".
 * @param {string} tipe
 * @param {string} label
 * @param {string} text
 * @param {number} [limit]
 * @returns {string}
 */
export function checkText(tipe, label, text, limit) {
  const length = [...text].length;
  if (limit && length > limit) {
    return `${label} paling banyak ${limit} aksara. Anda mengisi ${length} aksara.`;
  }
  if (tipe in DIGITS) return checkDigits(tipe, label, text.replace(/[\s.\-]/g, ""));
  const judge = JUDGES[tipe];
  return judge ? judge(label, text.trim()) : "";
}

/** @type {Record<string, (label: string, text: string) => string>} */
const JUDGES = {
  tanggal: checkDate,
  telepon: checkPhone,
  email: (label, text) =>
    /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*\.[^\s@.]{2,}$/.test(text)
      ? ""
      : `${label} harus seperti nama@contoh.id.`,
  angka: checkNumber,
  uang: (label, text) => (amount(text) ? "" : `${label} diisi angka rupiah, misalnya 1.500.000.`),
};

/**
 * @param {string} tipe
 * @param {string} label
 * @param {string} digits
 */
function checkDigits(tipe, label, digits) {
  const allowed = DIGITS[tipe];
  if (/\D/.test(digits)) return `${label} hanya berisi angka. Hapus huruf atau tanda lain.`;
  if (!allowed.includes(digits.length)) {
    const wanted = allowed.join(" atau ");
    return `${label} harus ${wanted} angka. Anda mengisi ${digits.length} angka.`;
  }
  if (tipe === "nik") return checkNik(label, digits);
  if (tipe === "nip") return checkNip(label, digits);
  if (tipe === "kodepos" && digits[0] === "0") return `${label} tidak diawali 0.`;
  if (/^0+$/.test(digits)) return `${label} tidak boleh hanya berisi 0.`;
  return "";
}

/**
 * The format only: codes of regions come and go, so no region is refused.
 * @param {string} label
 * @param {string} digits
 */
function checkNik(label, digits) {
  const day = Number(digits.slice(6, 8));
  const born = day > 40 ? day - 40 : day;
  if (born < 1 || born > 31) {
    const allowed = "01 sampai 31, atau 41 sampai 71 untuk perempuan";
    return `Angka ke-7 dan ke-8 ${label} adalah tanggal lahir: ${allowed}. Anda mengisi ${digits.slice(6, 8)}.`;
  }
  const month = Number(digits.slice(8, 10));
  if (month < 1 || month > 12) {
    return `Angka ke-9 dan ke-10 ${label} adalah bulan lahir: 01 sampai 12. Anda mengisi ${digits.slice(8, 10)}.`;
  }
  if (digits.endsWith("0000")) return `Empat angka terakhir ${label} tidak boleh 0000.`;
  return "";
}

/**
 * @param {string} label
 * @param {string} digits
 */
function checkNip(label, digits) {
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  if (month < 1 || month > 12 || day < 1 || day > 31) {
    return `Delapan angka pertama ${label} adalah tahun, bulan, dan tanggal lahir, misalnya 19950817.`;
  }
  return "";
}

/**
 * Day, month and year of a date as people write it, or null.
 * @param {string} text
 * @returns {[number, number, number] | null}
 */
function dateParts(text) {
  const found = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2}|[a-z]{3,9})\s*[-/.\s]\s*(\d{4})$/i.exec(text);
  if (!found) return null;
  const word = found[2].toLowerCase();
  const named = MONTHS.findIndex((month) => word.length >= 3 && month.startsWith(word));
  const month = /\d/.test(word) ? Number(word) : named + 1;
  return month ? [Number(found[1]), month, Number(found[3])] : null;
}

/**
 * @param {string} label
 * @param {string} text
 */
function checkDate(label, text) {
  const parts = dateParts(text);
  if (!parts) return `${label} ditulis tanggal-bulan-tahun, misalnya 17-08-1995.`;
  const [day, month, year] = parts;
  const made = new Date(Date.UTC(year, month - 1, day));
  if (month > 12 || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) {
    return `${label} ${text} tidak ada. Periksa tanggal dan bulannya.`;
  }
  return year < 1900 || year > 2100 ? `Tahun pada ${label} harus 1900 sampai 2100.` : "";
}

/**
 * @param {string} label
 * @param {string} text
 */
function checkPhone(label, text) {
  if (/[^\d\s()+.\-/]/.test(text)) return `${label} hanya berisi angka, misalnya 0812 3456 7890.`;
  const digits = text.replace(/\D/g, "");
  if (digits.length < 8 || digits.length > 15) {
    return `${label} harus 8 sampai 15 angka. Anda mengisi ${digits.length} angka.`;
  }
  return /^\(?[+0]|^62/.test(text) ? "" : `${label} diawali 0 atau +62.`;
}

/**
 * @param {string} label
 * @param {string} text
 */
function checkNumber(label, text) {
  if (/^(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(text)) return "";
  if (/^\d+\.\d+$/.test(text)) return `${label}: tulis pecahan dengan koma, misalnya 1,5.`;
  return `${label} diisi angka saja, misalnya 25.`;
}

/**
 * An amount of money in its usual writing, or "".
 * @param {string} text
 */
function amount(text) {
  const bare = text.replace(/^rp\.?\s*/i, "").replace(/,(00|-)$/, "");
  if (!/^(\d+|\d{1,3}([. ]\d{3})+)$/.test(bare)) return "";
  const digits = bare.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  return digits.replace(/\B(?=(\d{3})+$)/g, ".");
}

/**
 * A correct text as it goes on paper: numbers without spaces, dates and money in one writing.
 * @param {string} tipe
 * @param {string} text
 * @returns {string}
 */
export function onPaper(tipe, text) {
  // Signs that no paper shows and that make a Word file unreadable.
  const bare = text.replace(/[\0-\x08\v\f\x0e-\x1f\x7f\ufeff\ufffe\uffff]|\p{Cs}/gu, "");
  if (tipe === "paragraf") return bare.replace(/\r\n?/g, "\n").trim();
  const line = bare.replace(/\s+/g, " ").trim();
  if (tipe === "npwp") return line;
  if (tipe in DIGITS) return line.replace(/\D/g, "");
  if (tipe === "tanggal") {
    const parts = dateParts(line);
    return parts ? parts.map((part) => String(part).padStart(2, "0")).join("-") : line;
  }
  return tipe === "uang" ? amount(line) || line : line;
}

/**
 * What may be a slip but need not be: residents with corrected data exist.
 * @param {Answers} answers  Answers without trouble.
 * @returns {string[]}
 */
export function doubts(answers) {
  const nik = typeof answers.nik === "string" ? onPaper("nik", answers.nik) : "";
  if (nik.length !== 16) return [];
  const found = [];
  const day = Number(nik.slice(6, 8));
  const born = answers["tanggal-lahir"];
  if (typeof born === "string") {
    const inNik = `${String(day > 40 ? day - 40 : day).padStart(2, "0")}-${nik.slice(8, 10)}`;
    const [dd, mm, yyyy] = onPaper("tanggal", born).split("-");
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
