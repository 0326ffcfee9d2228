// Answers that outlive the page: a draft on this device when asked for, or a file of one's own.

import { fitting } from "./definition.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {{answers: Answers, dropped: string[], when: Date}} Kept
 */

const PREFIX = "formulir:";
const DAY = 24 * 60 * 60 * 1000;
const KEPT_DAYS = 7;
const LARGEST_FILE = 1_000_000;

/**
 * Drop every draft of any form that is older than seven days, or that nobody can read.
 * @param {number} now
 */
export function dropOldDrafts(now = Date.now()) {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      const when = Date.parse(parse(localStorage.getItem(key))?.disimpan ?? "");
      // A clock that was set back must not keep a draft for years.
      if (!(Math.abs(now - when) < KEPT_DAYS * DAY)) localStorage.removeItem(key);
    }
  } catch {
    // A browser that forbids storage has no drafts either.
  }
}

/**
 * Keep the answers on this device.
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {boolean} Whether the device took them.
 */
export function keepDraft(definition, answers) {
  try {
    localStorage.setItem(PREFIX + definition.id, JSON.stringify(entry(definition, answers)));
    return true;
  } catch {
    return false;
  }
}

/** @param {Definition} definition */
export function dropDraft(definition) {
  try {
    localStorage.removeItem(PREFIX + definition.id);
  } catch {
    // See above.
  }
}

/**
 * What a draft holds that still fits.
 * @param {Definition} definition
 * @returns {Kept | null}
 */
export function readDraft(definition) {
  try {
    const stored = parse(localStorage.getItem(PREFIX + definition.id));
    return stored ? kept(definition, stored) : null;
  } catch {
    return null;
  }
}

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
export async function openFile(definition, file) {
  if (file.size > LARGEST_FILE) return "Berkas itu terlalu besar, jadi bukan berkas jawaban.";
  const stored = parse(await file.text());
  if (!stored || typeof stored.formulir !== "string") return "Berkas itu bukan berkas jawaban.";
  if (stored.formulir !== definition.id) {
    return `Berkas itu berisi jawaban formulir lain: ${stored.judul ?? stored.formulir}.`;
  }
  return kept(definition, stored);
}

/**
 * @param {Definition} definition
 * @param {Answers} answers
 */
function entry(definition, answers) {
  return {
    formulir: definition.id,
    judul: definition.judul,
    versi: definition.versi,
    disimpan: new Date().toISOString(),
    isian: answers,
  };
}

/**
 * @param {Definition} definition
 * @param {any} stored
 * @returns {Kept}
 */
function kept(definition, stored) {
  return { ...fitting(definition, stored.isian), when: new Date(stored.disimpan) };
}

/**
 * @param {string | null} text
 * @returns {any}
 */
function parse(text) {
  try {
    const value = JSON.parse(text ?? "null");
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
