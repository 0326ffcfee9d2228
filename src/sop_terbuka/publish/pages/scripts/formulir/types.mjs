// How each type of answer is checked, and the one way in which a right answer is written.
// The table of types (data/isian.py) names these checks; a new one is one more entry of CHECKS.

/**
 * @typedef {import("./definition.mjs").Kind} Kind
 * @typedef {(label: string, text: string, kind: Kind) => string} Wrong
 *   Says in words what would be right, or nothing.
 * @typedef {{write: (text: string) => string, wrong?: Wrong}} Check
 */

/** @type {[number, string[]][]} Months as people write them; three letters or more are enough. */
const MONTHS = [
  [1, ["januari"]],
  [2, ["februari", "pebruari"]],
  [3, ["maret", "mrt"]],
  [4, ["april"]],
  [5, ["mei"]],
  [6, ["juni"]],
  [7, ["juli"]],
  [8, ["agustus", "agt", "ags", "agst"]],
  [9, ["september"]],
  [10, ["oktober"]],
  [11, ["november", "nopember"]],
  [12, ["desember"]],
];

const ADDRESS =
  /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)*\.[a-z]{2,}$/i;
// What nobody sees: control and direction marks, zero-width spaces, halves of signs.
const INVISIBLE =
  /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Cs}/gu;

/** @type {Record<string, Check>} */
export const CHECKS = {
  teks: { write: line },
  paragraf: { write: (text) => visible(text).replace(/\r\n?/g, "\n").trim() },
  nomor: { wrong: wrongNumber, write: digits },
  nik: {
    wrong: (label, text, kind) => wrongNumber(label, text, kind) || wrongNik(label, digits(text)),
    write: digits,
  },
  nip: {
    wrong: (label, text, kind) => wrongNumber(label, text, kind) || wrongNip(label, digits(text)),
    write: digits,
  },
  npwp: { wrong: wrongNumber, write: plain },
  kodepos: {
    wrong: (label, text, kind) =>
      wrongNumber(label, text, kind) || (digits(text)[0] === "0" ? `${label} tidak diawali 0.` : ""),
    write: digits,
  },
  tanggal: { wrong: wrongDate, write: date },
  "tanggal-lahir": { wrong: (...asked) => wrongDate(...asked) || notYet(...asked), write: date },
  telepon: { wrong: wrongPhone, write: plain },
  email: {
    wrong: (label, text, kind) =>
      ADDRESS.test(plain(text)) ? "" : `${label} harus seperti ${kind.contoh}.`,
    write: plain,
  },
  angka: { wrong: wrongCount, write: plain },
  uang: {
    wrong: (label, text, kind) =>
      amount(plain(text)) ? "" : `${label} diisi angka rupiah, misalnya ${kind.contoh}.`,
    write: (text) => amount(plain(text)) || plain(text),
  },
};

/**
 * Joiners stay, for some scripts are written with them.
 * @param {string} text
 */
function visible(text) {
  return text.replace(INVISIBLE, "");
}

/** @param {string} text */
function line(text) {
  return visible(text).replace(/\s+/g, " ").trim();
}

/**
 * A line in which every dash and digit is the one of the keyboard.
 * @param {string} text
 */
function plain(text) {
  const bare = text.normalize("NFKC").replace(/[\u200c\u200d]/g, "");
  return line(bare).replace(/[\u2010-\u2015\u2212]/g, "-");
}

/** @param {string} text */
function digits(text) {
  return plain(text).replace(/\D/g, "");
}

/** @type {Wrong} */
function wrongNumber(label, text, kind) {
  const bare = plain(text).replace(/[\s.\-]/g, "");
  const allowed = kind.angka ?? [];
  if (/\D/.test(bare)) return `${label} hanya berisi angka. Hapus huruf atau tanda lain.`;
  if (!allowed.includes(bare.length)) {
    return `${label} harus ${allowed.join(" atau ")} angka. Anda mengisi ${bare.length} angka.`;
  }
  return /^0+$/.test(bare) ? `${label} tidak boleh hanya berisi 0.` : "";
}

/**
 * The format only: codes of regions come and go, so no region is refused.
 * @param {string} label
 * @param {string} nik
 */
function wrongNik(label, nik) {
  const day = Number(nik.slice(6, 8));
  const born = day > 40 ? day - 40 : day;
  if (born < 1 || born > 31) {
    const allowed = "01 sampai 31, atau 41 sampai 71 untuk perempuan";
    return `Angka ke-7 dan ke-8 ${label} adalah tanggal lahir: ${allowed}. Anda mengisi ${nik.slice(6, 8)}.`;
  }
  const month = Number(nik.slice(8, 10));
  if (month < 1 || month > 12) {
    return `Angka ke-9 dan ke-10 ${label} adalah bulan lahir: 01 sampai 12. Anda mengisi ${nik.slice(8, 10)}.`;
  }
  return nik.endsWith("0000") ? `Empat angka terakhir ${label} tidak boleh 0000.` : "";
}

/**
 * @param {string} label
 * @param {string} nip
 */
function wrongNip(label, nip) {
  const month = Number(nip.slice(4, 6));
  const day = Number(nip.slice(6, 8));
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
  const found =
    /^(\d{1,2})\s*[-/.,\s]\s*(\d{1,2})\s*[-/.,\s]\s*(\d{4})$/.exec(text) ??
    /^(\d\d)(\d\d)(\d{4})$/.exec(text) ??
    /^(\d{1,2})[-/.,\s]*([a-z]{3,9})[-/.,\s]*(\d{4})$/i.exec(text);
  if (!found) return null;
  const word = found[2].toLowerCase();
  const named = MONTHS.find(([, names]) => names.some((name) => name.startsWith(word)));
  const month = /\d/.test(word) ? Number(word) : named?.[0];
  return month ? [Number(found[1]), month, Number(found[3])] : null;
}

/** @param {string} text */
function date(text) {
  const parts = dateParts(plain(text));
  return parts ? parts.map((part) => String(part).padStart(2, "0")).join("-") : plain(text);
}

/** @type {Wrong} */
function wrongDate(label, text, kind) {
  const parts = dateParts(plain(text));
  if (!parts) return `${label} ditulis tanggal-bulan-tahun, misalnya ${kind.contoh}.`;
  const [day, month, year] = parts;
  const made = new Date(Date.UTC(year, month - 1, day));
  if (month > 12 || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) {
    return `${label} ${plain(text)} tidak ada. Periksa tanggal dan bulannya.`;
  }
  return year < 1900 || year > 2100 ? `Tahun pada ${label} harus 1900 sampai 2100.` : "";
}

/** @type {Wrong} */
function notYet(label, text) {
  const [day, month, year] = date(text).split("-").map(Number);
  return new Date(year, month - 1, day) > new Date() ? `${label} belum terjadi. Periksa tahunnya.` : "";
}

/** @type {Wrong} */
function wrongPhone(label, text, kind) {
  const typed = plain(text);
  if (/[^\d\s()+.\-/]/.test(typed)) return `${label} hanya berisi angka, misalnya ${kind.contoh}.`;
  const { length } = digits(text);
  if (length < 8 || length > 15) {
    return `${label} harus 8 sampai 15 angka. Anda mengisi ${length} angka.`;
  }
  return /^\(?[+0]|^62/.test(typed) ? "" : `${label} diawali 0 atau +62.`;
}

/** @type {Wrong} */
function wrongCount(label, text, kind) {
  const typed = plain(text);
  if (/^(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(typed)) return "";
  if (/^\d+\.\d+$/.test(typed)) return `${label}: tulis pecahan dengan koma, misalnya 1,5.`;
  return `${label} diisi angka saja, misalnya ${kind.contoh}.`;
}

/**
 * An amount of money in its usual writing, or "".
 * @param {string} text
 */
function amount(text) {
  const bare = text.replace(/^rp\.?\s*/i, "").replace(/,(00|-)$/, "");
  if (!/^(\d+|\d{1,3}([. ]\d{3})+)$/.test(bare)) return "";
  const whole = bare.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  return whole.replace(/\B(?=(\d{3})+$)/g, ".");
}
