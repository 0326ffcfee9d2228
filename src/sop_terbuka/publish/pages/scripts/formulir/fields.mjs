// The boxes of the page: reading and writing answers, rows that come and go, what is shown.

import { counting, isShown, questions, typedColumns } from "./definition.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {import("./definition.mjs").Question} Question
 */

/**
 * The box with a name, such as `nik`, `jenis.hak` or `pendidikan.1.jenjang`.
 * @param {string} name
 * @returns {HTMLInputElement}
 */
export function box(name) {
  return /** @type {HTMLInputElement} */ (document.getElementById(`i-${name}`));
}

/**
 * What is around a question: label, help, boxes.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function frame(id) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-isian="${CSS.escape(id)}"]`));
}

/**
 * Everything typed and chosen, also what is hidden at the moment.
 * @param {Definition} definition
 * @returns {Answers}
 */
export function readAnswers(definition) {
  /** @type {Answers} */
  const answers = {};
  for (const question of questions(definition)) {
    const answer = read(question);
    if (answer !== undefined) answers[question.id] = answer;
  }
  for (const item of definition.lampiran) {
    if (box(`lampiran.${item.id}`).checked) answers[`lampiran.${item.id}`] = true;
  }
  return answers;
}

/** @param {Question} question */
function read(question) {
  const options = Object.keys(question.pilihan ?? {});
  const chosen = options.filter((option) => box(`${question.id}.${option}`).checked);
  switch (question.jenis.bentuk) {
    case "pilihan":
      return chosen[0];
    case "pilihan-ganda":
      return chosen.length ? chosen : undefined;
    case "centang":
      return box(question.id).checked || undefined;
    case "tabel": {
      const rows = readRows(question);
      while (rows.length && !Object.keys(rows[rows.length - 1]).length) rows.pop();
      return rows.length ? rows : undefined;
    }
    default: {
      const text = box(question.id).value;
      return text.trim() ? text : undefined;
    }
  }
}

/** @param {Question} question */
function readRows(question) {
  return rowsOf(question).map((_, n) => {
    /** @type {import("./definition.mjs").Row} */
    const row = {};
    for (const column of typedColumns(question)) {
      const text = box(`${question.id}.${n + 1}.${column.id}`).value;
      if (text.trim()) row[column.id] = text;
    }
    return row;
  });
}

/**
 * Put answers into the boxes and empty all others.
 * @param {Definition} definition
 * @param {Answers} answers
 */
export function writeAnswers(definition, answers) {
  for (const question of questions(definition)) {
    const answer = answers[question.id];
    if (question.pilihan) {
      const chosen = Array.isArray(answer) ? answer : [answer];
      for (const option of Object.keys(question.pilihan)) {
        box(`${question.id}.${option}`).checked = chosen.includes(/** @type {any} */ (option));
      }
    } else if (question.jenis.bentuk === "centang") {
      box(question.id).checked = answer === true;
    } else if (question.jenis.bentuk === "tabel") {
      writeRows(question, /** @type {import("./definition.mjs").Row[]} */ (answer ?? []));
    } else {
      box(question.id).value = typeof answer === "string" ? answer : "";
    }
  }
  for (const item of definition.lampiran) {
    box(`lampiran.${item.id}`).checked = answers[`lampiran.${item.id}`] === true;
  }
  showFitting(definition);
}

/**
 * Show the questions and things to bring that count with the answers so far, hide the others.
 * @param {Definition} definition
 */
export function showFitting(definition) {
  const answers = counting(definition, readAnswers(definition));
  for (const question of questions(definition)) {
    if (question.bila) frame(question.id).hidden = !isShown(question, answers);
  }
  for (const item of definition.lampiran) {
    const thing = box(`lampiran.${item.id}`).closest("li");
    if (item.bila && thing) thing.hidden = !isShown(item, answers);
  }
}

/**
 * Turn the rows that stand in the page into rows that a person adds and removes.
 * @param {Definition} definition
 * @param {(said: string) => void} say  Tells what happened to those who cannot see it.
 */
export function startTables(definition, say) {
  for (const question of definition.isian) {
    if (question.jenis.bentuk !== "tabel") continue;
    const place = frame(question.id);
    // Kept apart from the page: a row that is cloned must never carry someone's answers.
    patterns.set(question.id, /** @type {HTMLElement} */ (rowsOf(question)[0].cloneNode(true)));
    if ((question.baris ?? 1) > 1) {
      const more = button("Tambah baris", "tambah", question.label);
      more.addEventListener("click", () => {
        setRows(question, rowsOf(question).length + 1, say);
        const added = rowsOf(question).length;
        box(`${question.id}.${added}.${typedColumns(question)[0].id}`).focus();
        say(`Baris ${added} ditambahkan.`);
      });
      place.querySelector("details")?.before(more);
    }
    tell.set(question.id, say);
    writeRows(question, []);
  }
}

/** @type {Map<string, HTMLElement>} */
const patterns = new Map();
/** @type {Map<string, (said: string) => void>} */
const tell = new Map();

/**
 * @param {Question} question
 * @returns {HTMLElement[]}
 */
function rowsOf(question) {
  return [...frame(question.id).querySelectorAll("[data-baris]")].map(
    (row) => /** @type {HTMLElement} */ (row),
  );
}

/**
 * @param {Question} question
 * @param {import("./definition.mjs").Row[]} rows
 */
function writeRows(question, rows) {
  setRows(question, Math.max(fewest(question), rows.length), tell.get(question.id) ?? (() => {}));
  rowsOf(question).forEach((_, n) => {
    for (const column of typedColumns(question)) {
      box(`${question.id}.${n + 1}.${column.id}`).value = rows[n]?.[column.id] ?? "";
    }
  });
}

/**
 * How many rows stand open: none where nothing need be answered, so that the page stays short.
 * @param {Question} question
 */
function fewest(question) {
  return question.wajib || question.baris === 1 ? 1 : 0;
}

/**
 * @param {Question} question
 * @param {number} wanted
 * @param {(said: string) => void} say
 */
function setRows(question, wanted, say) {
  const most = question.baris ?? 1;
  const rows = rowsOf(question);
  for (const row of rows.slice(wanted)) row.remove();
  const more = /** @type {HTMLButtonElement | null} */ (
    frame(question.id).querySelector('[data-aksi="tambah"]')
  );
  const end = more ?? frame(question.id).querySelector("details");
  for (let n = rows.length + 1; n <= Math.min(wanted, most); n += 1) {
    end?.before(numbered(question, n));
  }
  if (more) more.hidden = wanted >= most;
  for (const [n, row] of rowsOf(question).entries()) {
    row.querySelector('[data-aksi="buang"]')?.remove();
    if (wanted <= fewest(question)) continue;
    const less = button(`Hapus baris ${n + 1}`, "buang", question.label);
    less.addEventListener("click", () => removeRow(question, n, say));
    row.append(less);
  }
}

/**
 * @param {Question} question
 * @param {number} gone
 * @param {(said: string) => void} say
 */
function removeRow(question, gone, say) {
  const kept = readRows(question).filter((_, n) => n !== gone);
  writeRows(question, kept);
  const next = rowsOf(question)[Math.min(gone, kept.length - 1)];
  const target = next?.querySelector("input") ?? frame(question.id).querySelector("button");
  /** @type {HTMLElement | null} */ (target)?.focus();
  frame(question.id).dispatchEvent(new Event("input", { bubbles: true }));
  say(`Baris ${gone + 1} dihapus.`);
}

/**
 * @param {Question} question
 * @param {number} n
 */
function numbered(question, n) {
  const row = /** @type {HTMLElement} */ (patterns.get(question.id)?.cloneNode(true));
  row.dataset.baris = String(n);
  row.setAttribute("aria-label", `Baris ${n}`);
  const title = row.querySelector(".brs-no");
  if (title) title.textContent = `Baris ${n}`;
  for (const label of row.querySelectorAll("label")) {
    const input = /** @type {HTMLInputElement} */ (row.querySelector(`[id="${label.htmlFor}"]`));
    input.id = `i-${question.id}.${n}.${input.dataset.kolom}`;
    label.htmlFor = input.id;
  }
  return row;
}

/**
 * @param {string} text
 * @param {string} action
 * @param {string} table  Which one, for those who do not see where the button stands.
 */
function button(text, action, table) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "kcl";
  made.dataset.aksi = action;
  made.textContent = text;
  made.setAttribute("aria-label", `${text}: ${table}`);
  return made;
}
