// Lays a letter out on A4: one page where it fits, the signature never apart from what it signs.
// Knows widths of letters, not how a PDF is written: it yields pages of tagged lines and rules.

import { compose } from "./letter.mjs";

/**
 * @typedef {import("./letter.mjs").Letter} Letter
 * @typedef {import("./letter.mjs").Block} Block
 * @typedef {{naik: number, turun: number, kotak: number[], tiada: [number, number],
 *   glif: Record<string, [number, number]>}} Letters  Measures in thousandths of the size.
 * @typedef {{x: number, y: number, size: number, text: string, bold: boolean, node: Node}} Line
 * @typedef {{lines: Line[], rules: [number, number, number, number][]}} Sheet
 * @typedef {{tag: string, kids: Node[], scope?: string}} Node  An element of the structure tree.
 */

export const PAPER = { width: 595.28, height: 841.89 };
const LEFT = 57;
const RIGHT = PAPER.width - 57;
const TOP = PAPER.height - 54;
const BOTTOM = 62;
const ROOM = RIGHT - LEFT;
const LABEL = 158;
const CELL = 3;
const LEADING = 1.32;
// Smaller than the last nobody reads at a counter; a longer letter takes more pages.
const SIZES = [11, 10.5, 10, 9.5, 9];
const SEVERAL_PAGES = 10.5;
const SIGN_ROOM = 64;
const LONGEST_BESIDE = 5;
const LINE_TO_WRITE = "(......................................)";
// Signs that join or vary others and are no letters themselves.
const UNSEEN = /[\u200c\u200d\ufe00-\ufe0f]/g;
// Marks that transliterated names use, drawn as their nearest letter where the font has none.
/** @type {Record<string, string>} */
const STAND_INS = { "\u02bb": "‘", "\u02bc": "’", "\u02be": "’", "\u02bf": "‘", "\t": " ", "\u00ad": "" };

/** @param {string} text */
export function drawable(text) {
  const signs = [...text.normalize("NFC").replace(UNSEEN, "")];
  return signs.map((sign) => STAND_INS[sign] ?? sign).join("");
}

/**
 * Number and width of a letter's glyph; the font's empty box for what it lacks.
 * @param {Letters} letters
 * @param {string} sign
 */
export function glyph(letters, sign) {
  return letters.glif[String(sign.codePointAt(0))] ?? letters.tiada;
}

/**
 * @param {Letters} letters
 * @param {string} text
 */
function measure(letters, text) {
  let width = 0;
  for (const sign of text) width += glyph(letters, sign)[1];
  return width;
}

/**
 * Text in lines of at most a width; words longer than a line are broken.
 * @param {Letters} letters
 * @param {string} text
 * @param {number} width  In points.
 * @param {number} size
 * @returns {string[]}
 */
export function wrap(letters, text, width, size) {
  const room = (width * 1000) / size;
  const lines = [];
  for (const paragraph of drawable(text).split("\n")) {
    let line = "";
    for (const piece of paragraph.match(/[^ ]* |[^ ]+$/g) ?? []) {
      let rest = piece;
      if (line && measure(letters, (line + rest).trimEnd()) > room) {
        lines.push(line.trimEnd());
        line = "";
      }
      while (measure(letters, rest.trimEnd()) > room) {
        const signs = [...rest];
        let fits = 1;
        while (measure(letters, signs.slice(0, fits + 1).join("")) <= room) fits += 1;
        lines.push(signs.slice(0, fits).join(""));
        rest = signs.slice(fits).join("");
      }
      line += rest;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/**
 * The letter of some answers, and the size in which it takes one page, or that of longer letters.
 * @param {Letters} letters
 * @param {import("./letter.mjs").Definition} definition
 * @param {import("./letter.mjs").Answers} answers
 * @returns {{letter: Letter, size: number}}
 */
export function fitted(letters, definition, answers) {
  const letter = compose(definition, answers);
  const isOnePage = (/** @type {number} */ size) => layOut(letters, letter, size).sheets.length === 1;
  const size = SIZES.find(isOnePage);
  if (size) return { letter, size };
  // The date that stands above a letter of one page goes with its signature where there are more.
  return { letter: compose(definition, answers, true), size: SEVERAL_PAGES };
}

/**
 * @param {Letters} letters
 * @param {Letter} letter
 * @param {number} size
 * @returns {{sheets: Sheet[], root: Node}}
 */
export function layOut(letters, letter, size) {
  const writer = new Writer(letters, size);
  const blocks = letter.isi;
  const end = blocks.findIndex((block) => block.jenis === "akhir" || block.jenis === "ttd");
  blocks.forEach((block, n) => {
    if (n === end) writer.keep(blocks.slice(end));
    writer.write(block, blocks[n - 1]);
  });
  return { sheets: writer.sheets, root: writer.root };
}

class Writer {
  /**
   * @param {Letters} letters
   * @param {number} size
   */
  constructor(letters, size) {
    this.letters = letters;
    this.size = size;
    /** @type {Sheet[]} */
    this.sheets = [];
    /** @type {Node} */
    this.root = { tag: "Document", kids: [] };
    /** How far down the last sheet is written. */
    this.y = TOP;
    this.turn();
  }

  turn() {
    this.sheets.push({ lines: [], rules: [] });
    this.y = TOP;
  }

  get sheet() {
    return this.sheets[this.sheets.length - 1];
  }

  /** @param {number} height */
  need(height) {
    if (this.y - height < BOTTOM) this.turn();
  }

  /**
   * Start a page if what must stay together does not fit, unless no page could hold it.
   * @param {Block[]} blocks
   */
  keep(blocks) {
    const trial = new Writer(this.letters, this.size);
    blocks.forEach((block, n) => trial.write(block, blocks[n - 1]));
    const height = TOP - trial.y;
    if (trial.sheets.length === 1 && this.y - height < BOTTOM) this.turn();
  }

  /**
   * @param {string} tag
   * @param {Node} parent
   * @returns {Node}
   */
  node(tag, parent = this.root) {
    /** @type {Node} */
    const made = { tag, kids: [] };
    parent.kids.push(made);
    return made;
  }

  /** @param {number} part  Of a line. */
  gap(part) {
    if (this.y < TOP) this.y -= this.size * LEADING * part;
  }

  /**
   * Lines below each other at one place.
   * @param {Node} node
   * @param {string} text
   * @param {{x?: number, width?: number, size?: number, bold?: boolean, align?: string}} [how]
   */
  lines(node, text, { x = LEFT, width = ROOM, size = this.size, bold = false, align = "" } = {}) {
    for (const line of wrap(this.letters, text, width, size)) {
      this.need(size * LEADING);
      this.y -= size * LEADING;
      this.put(node, line, { x, y: this.y, width, size, bold, align });
    }
  }

  /**
   * @param {Node} node
   * @param {string} text
   * @param {{x: number, y: number, width: number, size: number, bold?: boolean, align?: string}} how
   */
  put(node, text, { x, y, width, size, bold = false, align = "" }) {
    if (!text) return;
    const spare = width - (measure(this.letters, text) * size) / 1000;
    const shift = align === "kanan" ? spare : align === "tengah" ? spare / 2 : 0;
    this.sheet.lines.push({ x: x + shift, y, size, text, bold, node });
  }

  /**
   * @param {Block} block
   * @param {Block | undefined} before
   */
  write(block, before) {
    const { size } = this;
    switch (block.jenis) {
      case "tanggal":
        this.lines(this.node("P"), block.teks, { align: "kanan" });
        return this.gap(1);
      case "judul": {
        const isMiddle = before === undefined;
        const style = isMiddle ? { size: size * 1.3, align: "tengah" } : { size };
        this.lines(this.node("H1"), block.teks, { bold: true, ...style });
        return this.gap(0.5);
      }
      case "bantu":
        this.lines(this.node("P"), block.teks, { size: size * 0.85, align: "tengah" });
        return this.gap(0.5);
      case "kepada":
        if (before?.jenis !== "kepada") this.gap(0.3);
        return this.lines(this.node("P"), block.teks);
      case "teks":
        this.gap(0.5);
        return this.lines(this.node("P"), block.teks);
      case "bagian":
        this.gap(0.7);
        // A heading alone at the foot of a page would lose what it heads.
        this.need(3 * size * LEADING);
        return this.lines(this.node("H2"), block.teks, { bold: true });
      case "isi":
        return this.row(block.label, block.teks);
      case "tabel":
        return this.table(block);
      case "daftar":
        return this.list(block);
      case "akhir":
        this.gap(0.5);
        return this.lines(this.node("P"), block.teks);
      default:
        return this.signs(block);
    }
  }

  /**
   * Label, colon and answer, as letters have it.
   * @param {string} label
   * @param {string} text
   */
  row(label, text) {
    const { size } = this;
    const node = this.node("P");
    const named = this.node("Span", node);
    const said = this.node("Span", node);
    const labels = wrap(this.letters, label, LABEL - 10, size);
    const answers = wrap(this.letters, text, ROOM - LABEL - 8, size);
    this.gap(0.12);
    if (answers.length > LONGEST_BESIDE) {
      // Beside its label a long answer would take twice the paper.
      this.need(3 * size * LEADING);
      this.lines(named, `${label}:`);
      this.lines(said, text);
      return;
    }
    const count = Math.max(labels.length, answers.length);
    this.need(count * size * LEADING);
    const top = this.y;
    const y = (/** @type {number} */ n) => top - (n + 1) * size * LEADING;
    labels.forEach((words, n) => this.put(named, words, { x: LEFT, y: y(n), width: LABEL, size }));
    this.put(named, ":", { x: LEFT + LABEL - 6, y: y(0), width: 6, size });
    answers.forEach((words, n) =>
      this.put(said, words, { x: LEFT + LABEL + 2, y: y(n), width: ROOM - LABEL - 2, size }),
    );
    this.y = y(count - 1);
  }

  /** @param {Extract<Block, {jenis: "tabel"}>} block */
  table(block) {
    const { size } = this;
    this.gap(0.4);
    this.need(4 * size * LEADING);
    this.lines(this.node("P"), `${block.label}:`);
    this.y -= 4;
    const node = this.node("Table");
    const head = ["No.", ...block.kepala];
    const first = 4 * size * 0.6 + 2 * CELL;
    const width = (ROOM - first) / block.kepala.length;
    /** @param {string[]} words @param {boolean} isHead */
    const line = (words, isHead) => {
      const row = this.node("TR", node);
      const cells = words.map((text, n) =>
        wrap(this.letters, text, (n ? width : first) - 2 * CELL, size * 0.95),
      );
      const most = Math.max(...cells.map((lines) => lines.length));
      const height = most * size * LEADING + 2 * CELL;
      this.need(Math.min(height, TOP - BOTTOM));
      const top = this.y;
      cells.forEach((lines, n) => {
        const cell = this.node(isHead || n === 0 ? "TH" : "TD", row);
        if (isHead || n === 0) cell.scope = isHead ? "Column" : "Row";
        const x = LEFT + (n ? first + (n - 1) * width : 0);
        lines.forEach((text, k) => {
          const y = top - CELL - (k + 0.8) * size * LEADING;
          this.put(cell, text, { x: x + CELL, y, width, size: size * 0.95, bold: isHead });
        });
        this.sheet.rules.push([x, top - height, n ? width : first, height]);
      });
      this.y = top - height;
    };
    line(head, true);
    block.baris.forEach((row, n) => line([String(n + 1), ...row], false));
    this.gap(0.4);
  }

  /** @param {Extract<Block, {jenis: "daftar"}>} block */
  list(block) {
    this.gap(0.7);
    this.need(3 * this.size * LEADING);
    this.lines(this.node("P"), `${block.label}:`);
    const list = this.node("L");
    block.butir.forEach((text, n) => {
      const item = this.node("LI", list);
      const number = this.node("Lbl", item);
      const body = this.node("LBody", item);
      this.need(this.size * LEADING);
      const y = this.y - this.size * LEADING;
      this.put(number, `${n + 1}.`, { x: LEFT, y, width: 18, size: this.size });
      this.lines(body, text, { x: LEFT + 18, width: ROOM - 18 });
    });
  }

  /** @param {Extract<Block, {jenis: "ttd"}>} block */
  signs(block) {
    const { size } = this;
    this.gap(1);
    const count = Math.max(block.ttd.length, 2);
    const width = ROOM / Math.min(count, 3);
    if (block.teks) {
      this.need(5 * size * LEADING + SIGN_ROOM);
      this.lines(this.node("P"), block.teks, { align: "tengah", x: RIGHT - width, width });
    }
    for (let start = 0; start < block.ttd.length; start += 3) {
      const shown = block.ttd.slice(start, start + 3);
      const left = RIGHT - width * shown.length;
      const heads = shown.map((sign) => wrap(this.letters, sign.sebagai, width - 12, size));
      const names = shown.map((sign) =>
        wrap(this.letters, sign.nama || LINE_TO_WRITE, width - 12, size),
      );
      const most = Math.max(...heads.map((lines) => lines.length));
      const below = Math.max(...names.map((lines) => lines.length));
      const height = (most + below) * size * LEADING + SIGN_ROOM;
      this.need(height);
      const top = this.y;
      shown.forEach((sign, n) => {
        const node = this.node("P");
        const at = { x: left + n * width + 6, width: width - 12, size, align: "tengah" };
        heads[n].forEach((text, k) =>
          this.put(node, text, { ...at, y: top - (k + 1) * size * LEADING }),
        );
        const middle = top - most * size * LEADING - SIGN_ROOM / 2;
        this.put(node, sign.ruang, { ...at, y: middle, size: size * 0.85 });
        names[n].forEach((text, k) =>
          this.put(node, text, { ...at, y: top - (most + k + 1) * size * LEADING - SIGN_ROOM }),
        );
      });
      this.y = top - height - size;
    }
  }
}
