// Answers that outlive the page: in this tab always, on this device when asked for.

import { fitting } from "./definition.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {{answers: Answers, dropped: string[]}} Kept
 */

const PREFIX = "formulir:";
const DAY = 24 * 60 * 60 * 1000;
const KEPT_DAYS = 7;

/**
 * The shelf of this tab, or of this device; a browser may forbid either.
 * @param {"tab" | "perangkat"} where
 * @returns {Storage | null}
 */
function shelf(where) {
  try {
    return where === "tab" ? sessionStorage : localStorage;
  } catch {
    return null;
  }
}

/**
 * Keep the answers.
 * @param {"tab" | "perangkat"} where
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {boolean} Whether they were taken; if not, nothing older stays in their place.
 */
export function keep(where, definition, answers) {
  if (!Object.keys(answers).length) {
    drop(where, definition);
    return true;
  }
  const text = JSON.stringify(entry(definition, answers));
  // Twice: what is already kept may fill the room that the new answers need.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      shelf(where)?.setItem(PREFIX + definition.id, text);
      return shelf(where) !== null;
    } catch {
      drop(where, definition);
    }
  }
  return false;
}

/**
 * @param {"tab" | "perangkat"} where
 * @param {Definition} definition
 */
export function drop(where, definition) {
  try {
    shelf(where)?.removeItem(PREFIX + definition.id);
  } catch {
    // A browser that forbids storage keeps nothing either.
  }
}

/**
 * What is kept and still fits.
 * @param {"tab" | "perangkat"} where
 * @param {Definition} definition
 * @returns {Kept | null}
 */
export function find(where, definition) {
  try {
    const stored = parse(shelf(where)?.getItem(PREFIX + definition.id) ?? null);
    const found = fitting(definition, stored?.isian);
    return Object.keys(found.answers).length || found.dropped.length ? found : null;
  } catch {
    return null;
  }
}

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
    // See above.
  }
}

/**
 * Call back when another tab keeps or drops the draft of this form.
 * @param {Definition} definition
 * @param {(isKept: boolean) => void} react
 */
export function watchDraft(definition, react) {
  window.addEventListener("storage", (event) => {
    if (event.storageArea === shelf("perangkat") && event.key === PREFIX + definition.id) {
      react(event.newValue !== null);
    }
  });
}

/**
 * What is written, here and in a file of answers.
 * @param {Definition} definition
 * @param {Answers} answers
 */
export function entry(definition, answers) {
  return {
    formulir: definition.id,
    judul: definition.judul,
    versi: definition.versi,
    disimpan: new Date().toISOString(),
    isian: answers,
  };
}

/**
 * An object from JSON, or null.
 * @param {string | null} text
 * @returns {any}
 */
export function parse(text) {
  try {
    const value = JSON.parse(text ?? "null");
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
