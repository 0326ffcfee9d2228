// Fills the blank PDF. The library is loaded here, so only when somebody asks for the file.

import { onPaper } from "./check.mjs";
import { ADDRESSEE, questions, typedColumns } from "./definition.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {{naik: number, turun: number, kotak: number[], tiada: [number, number],
 *   glif: Record<string, [number, number]>}} Letters
 * @typedef {{label: string, text: string}} Long
 * @typedef {{label: string, letters: string}} Foreign
 */

const LIBRARY = "../vendor/pdf-lib-2.11.1.esm.min.js";
const LARGEST = 11;
// Smaller than this nobody reads at a counter; what does not fit goes on a sheet of its own.
const SMALLEST = 8;
const LEADING = 1.25;
const PADDING = 2;
const CONTINUED = "... lanjut di lembar tambahan";
const SHEET = { width: 595.28, height: 841.89, margin: 56 };
// A letter that the font lacks is drawn as the font's empty box; the field itself keeps the letter.
const BOX = "□";
// Signs that join or vary others and are no letters themselves.
const UNSEEN = /[\u200c\u200d\ufe00-\ufe0f]/g;
// Marks that transliterated names use, drawn as their nearest letter where the font has none.
const STAND_INS = { "\u02bb": "‘", "\u02bc": "’", "\u02be": "’", "\u02bf": "‘", "\t": " ", "\u00ad": "" };

/**
 * The letters of the answers that the PDF's font cannot draw, by label.
 * @param {Definition} definition
 * @param {Answers} answers
 * @param {Letters} letters
 * @returns {Foreign[]}
 */
export function foreignLetters(definition, answers, letters) {
  return texts(definition, answers).flatMap(({ label, text }) => {
    const odd = [...drawable(text)].filter((sign) => sign !== "\n" && !(String(sign.codePointAt(0)) in letters.glif));
    return odd.length ? [{ label, letters: [...new Set(odd)].join(" ") }] : [];
  });
}

/**
 * The blank PDF with the answers in its fields.
 * @param {Definition} definition
 * @param {Answers} answers  Checked, and only those that count.
 * @param {(address: string) => Promise<Response>} load  Reads a file of the site.
 * @returns {Promise<{content: Blob, continued: string[], foreign: Foreign[]}>}
 *   `continued` names the answers that go on on a further sheet, `foreign` those with letters that
 *   cannot be drawn.
 */
export async function fillPdf(definition, answers, load) {
  const [fontAddress, lettersAddress] = definition.huruf;
  const [library, blank, font, letters] = await Promise.all([
    import(LIBRARY),
    load(/** @type {string} */ (definition.berkas.pdf)).then((found) => found.arrayBuffer()),
    load(fontAddress).then((found) => found.arrayBuffer()),
    load(lettersAddress).then((found) => found.json()),
  ]);
  const foreign = foreignLetters(definition, answers, letters);
  const pdf = await library.PDFDocument.load(blank, { updateMetadata: false });
  const writer = new Writer(library, pdf, new Uint8Array(font), letters);
  for (const { name, label, text } of texts(definition, answers)) writer.text(name, label, text);
  for (const name of ticked(definition, answers)) pdf.getForm().getCheckBox(name).check();
  for (const [name, option] of chosen(definition, answers)) {
    pdf.getForm().getRadioGroup(name).select(option);
  }
  writer.finish(definition.judul);
  const bytes = await pdf.save({ updateFieldAppearances: false });
  const content = new Blob([bytes], { type: "application/pdf" });
  return { content, continued: writer.long.map((item) => item.label), foreign };
}

/**
 * Every text that is written, with its field's name on paper.
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {{name: string, label: string, text: string}[]}
 */
export function texts(definition, answers) {
  const found = [];
  for (const question of questions(definition)) {
    const answer = answers[question.id];
    if (question.jenis.bentuk === "tabel") {
      const rows = /** @type {import("./definition.mjs").Row[]} */ (answer ?? []);
      rows.forEach((row, n) => {
        for (const column of typedColumns(question)) {
          const text = onPaper(column.jenis, row[column.id] ?? "");
          const label = `${question.label}, baris ${n + 1}: ${column.label}`;
          if (text) found.push({ name: `${question.id}.${n + 1}.${column.id}`, label, text });
        }
      });
    } else if (typeof answer === "string" && !question.pilihan) {
      const text = onPaper(question.jenis, answer);
      found.push({ name: question.id, label: question.label, text });
    }
  }
  for (const sign of definition.ttd) {
    const name = sign.isian ? answers[sign.isian] : undefined;
    if (typeof name === "string") {
      const label = `Nama ${sign.sebagai}`;
      found.push({ name: `ttd.${sign.id}.nama`, label, text: onPaper(definition.tipe.teks, name) });
    }
  }
  return found;
}

/**
 * The names of the boxes to tick.
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {string[]}
 */
export function ticked(definition, answers) {
  const several = definition.isian
    .filter((question) => question.jenis.bentuk === "pilihan-ganda")
    .flatMap((question) =>
      /** @type {string[]} */ (answers[question.id] ?? []).map((option) => `${question.id}.${option}`),
    );
  const single = Object.keys(answers).filter((name) => answers[name] === true);
  return [...several, ...single];
}

/**
 * The groups of which one option is chosen.
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {[string, string][]}
 */
export function chosen(definition, answers) {
  const groups = definition.isian
    .filter((question) => question.jenis.bentuk === "pilihan")
    .map((question) => question.id);
  return [ADDRESSEE, ...groups]
    .filter((name) => name in answers)
    .map((name) => [name, /** @type {string} */ (answers[name])]);
}

/** @param {string} text */
function drawable(text) {
  return [...text.normalize("NFC").replace(UNSEEN, "")].map((sign) => STAND_INS[sign] ?? sign).join("");
}

/**
 * @param {Letters} letters
 * @param {string} sign
 */
function glyph(letters, sign) {
  return letters.glif[String(sign.codePointAt(0))] ?? letters.tiada;
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
 * @param {Letters} letters
 * @param {string} text
 */
function measure(letters, text) {
  let width = 0;
  for (const sign of text) width += glyph(letters, sign)[1];
  return width;
}

class Writer {
  /** @type {Long[]} What is too long for its box. */
  long = [];
  /** @type {Map<number, string>} The letters used, by glyph. */
  used = new Map();

  /**
   * @param {any} library
   * @param {any} pdf
   * @param {Uint8Array} font
   * @param {Letters} letters
   */
  constructor(library, pdf, font, letters) {
    this.library = library;
    this.pdf = pdf;
    this.font = font;
    this.letters = letters;
    this.context = pdf.context;
    this.fontRef = this.context.nextRef();
  }

  /**
   * Write one field: its value, and how it looks.
   * @param {string} name
   * @param {string} label
   * @param {string} text
   */
  text(name, label, text) {
    const { PDFHexString, PDFName } = this.library;
    const field = this.pdf.getForm().getTextField(name);
    field.acroField.dict.set(PDFName.of("V"), PDFHexString.fromText(text));
    for (const widget of field.acroField.getWidgets()) {
      const { width, height } = widget.getRectangle();
      const comb = field.isCombed() ? field.getMaxLength() : 0;
      const drawing = comb
        ? this.combed(text, width, height, comb)
        : this.flowed(label, text, width, height, field.isMultiline());
      const look = this.context.flateStream(drawing, {
        Type: "XObject",
        Subtype: "Form",
        BBox: [0, 0, width, height],
        Resources: { Font: { Isi: this.fontRef } },
      });
      widget.setNormalAppearance(this.context.register(look));
    }
  }

  /**
   * @param {string} text
   * @param {number} width
   * @param {number} height
   * @param {number} cells
   */
  combed(text, width, height, cells) {
    const cell = width / cells;
    const size = Math.min(LARGEST, height * 0.7, cell);
    const shown = [...text].map((sign, n) => {
      const x = n * cell + (cell - (measure(this.letters, sign) * size) / 1000) / 2;
      return `1 0 0 1 ${x.toFixed(2)} ${this.middle(height, size)} Tm ${this.codes(sign)} Tj`;
    });
    return `/Tx BMC q BT /Isi ${size} Tf 0 g ${shown.join(" ")} ET Q EMC`;
  }

  /**
   * @param {string} label
   * @param {string} text
   * @param {number} width
   * @param {number} height
   * @param {boolean} isMultiline
   */
  flowed(label, text, width, height, isMultiline) {
    const room = width - 2 * PADDING;
    let size = LARGEST;
    let lines = wrap(this.letters, text, room, size);
    const most = () => Math.max(1, Math.floor((height - PADDING) / (size * LEADING)));
    while (lines.length > most() && size > SMALLEST) {
      size -= 0.5;
      lines = wrap(this.letters, text, room, size);
    }
    if (lines.length > most()) {
      this.long.push({ label, text });
      lines = lines.slice(0, most());
      lines[lines.length - 1] = this.shortened(lines[lines.length - 1], room, size);
    }
    const step = size * LEADING;
    const top =
      lines.length === 1 && !isMultiline
        ? Number(this.middle(height, size))
        : lines.length * step > height - PADDING - 1 || !isMultiline
          ? (height + lines.length * step) / 2 - size * 0.95
          : height - PADDING - size * 0.95;
    const shown = lines.map((line) => `${this.codes(line)} Tj 0 -${step.toFixed(2)} Td`);
    return `/Tx BMC q 0 0 ${width.toFixed(2)} ${height.toFixed(2)} re W n BT /Isi ${size} Tf 0 g ${PADDING} ${top.toFixed(2)} Td ${shown.join(" ")} ET Q EMC`;
  }

  /**
   * The end of what fits, followed by the word where it goes on.
   * @param {string} line
   * @param {number} room
   * @param {number} size
   */
  shortened(line, room, size) {
    const fits = (/** @type {string} */ text) => wrap(this.letters, text, room, size).length === 1;
    const mark = fits(CONTINUED) ? CONTINUED : "...";
    const signs = [...line];
    while (signs.length && !fits(`${signs.join("")} ${mark}`)) signs.pop();
    return `${signs.join("").trimEnd()} ${mark}`.trimStart();
  }

  /**
   * @param {number} height
   * @param {number} size
   */
  middle(height, size) {
    return (height / 2 - size * 0.36).toFixed(2);
  }

  /** @param {string} text */
  codes(text) {
    let codes = "";
    for (const sign of drawable(text)) {
      const found = glyph(this.letters, sign);
      this.used.set(found[0], found === this.letters.tiada ? BOX : sign);
      codes += hex(found[0]);
    }
    return `<${codes}>`;
  }

  /**
   * Add the further sheets and the font.
   * @param {string} title
   */
  finish(title) {
    if (this.long.length) this.addSheets(title);
    const file = this.context.register(
      this.context.flateStream(this.font, { Length1: this.font.length }),
    );
    const { naik, turun, kotak } = this.letters;
    const name = "SOPISI+NotoSans";
    const descriptor = this.context.register(
      this.context.obj({
        Type: "FontDescriptor",
        FontName: name,
        Flags: 4,
        FontBBox: kotak,
        ItalicAngle: 0,
        Ascent: naik,
        Descent: turun,
        CapHeight: 714,
        StemV: 80,
        FontFile2: file,
      }),
    );
    const glyphs = [...this.used.keys()].sort((a, b) => a - b);
    const widths = glyphs.flatMap((n) => [n, [measure(this.letters, this.used.get(n) ?? "")]]);
    const descendant = this.context.register(
      this.context.obj({
        Type: "Font",
        Subtype: "CIDFontType2",
        BaseFont: name,
        CIDSystemInfo: this.context.obj({
          Registry: this.library.PDFString.of("Adobe"),
          Ordering: this.library.PDFString.of("Identity"),
          Supplement: 0,
        }),
        FontDescriptor: descriptor,
        CIDToGIDMap: "Identity",
        DW: 600,
        W: widths,
      }),
    );
    this.context.assign(
      this.fontRef,
      this.context.obj({
        Type: "Font",
        Subtype: "Type0",
        BaseFont: name,
        Encoding: "Identity-H",
        DescendantFonts: [descendant],
        ToUnicode: this.context.register(this.context.flateStream(this.unicode(glyphs))),
      }),
    );
  }

  /**
   * The map from glyphs back to text, for copying and reading aloud.
   * @param {number[]} glyphs
   */
  unicode(glyphs) {
    const lines = glyphs.map((n) => {
      const sign = this.used.get(n) ?? "";
      const units = Array.from({ length: sign.length }, (_, i) => hex(sign.charCodeAt(i))).join("");
      return `<${hex(n)}> <${units}>`;
    });
    const blocks = [];
    // A block may not hold more than a hundred.
    for (let n = 0; n < lines.length; n += 100) {
      const block = lines.slice(n, n + 100);
      blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
    }
    return [
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
      "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
      "1 begincodespacerange <0000> <FFFF> endcodespacerange",
      ...blocks,
      "endcmap CMapName currentdict /CMap defineresource pop end end",
    ].join("\n");
  }

  /**
   * The whole of every answer that is longer than its box, on sheets behind the form.
   * @param {string} title
   */
  addSheets(title) {
    const { width, height, margin } = SHEET;
    const room = width - 2 * margin;
    /** @type {{tag: string, size: number, lines: string[]}[]} */
    const blocks = [{ tag: "H1", size: 14, lines: wrap(this.letters, "Lembar tambahan", room, 14) }];
    blocks.push({ tag: "P", size: 10, lines: wrap(this.letters, title, room, 10) });
    for (const { label, text } of this.long) {
      blocks.push({ tag: "H2", size: 12, lines: wrap(this.letters, label, room, 12) });
      blocks.push({ tag: "P", size: 10, lines: wrap(this.letters, text, room, 10) });
    }
    let sheet = new Sheet();
    const sheets = [sheet];
    let y = height - margin;
    for (const block of blocks) {
      y -= block.tag === "P" ? 2 : 14;
      sheet.open(block.tag);
      for (const [n, line] of block.lines.entries()) {
        const step = block.size * 1.35;
        // A heading alone at the foot of a sheet would lose its text.
        const needed = n === 0 && block.tag === "H2" ? 3 * step : step;
        if (y - needed < margin) {
          sheet.close();
          sheet = new Sheet();
          sheets.push(sheet);
          sheet.open(block.tag);
          y = height - margin;
        }
        y -= step;
        sheet.line(`BT /Isi ${block.size} Tf 1 0 0 1 ${margin} ${y.toFixed(2)} Tm ${this.codes(line)} Tj ET`);
      }
      sheet.close();
    }
    for (const made of sheets) this.addSheet(made);
  }

  /** @param {Sheet} sheet */
  addSheet(sheet) {
    const { PDFArray, PDFName, PDFNumber } = this.library;
    const page = this.pdf.addPage([SHEET.width, SHEET.height]);
    const content = this.context.register(this.context.flateStream(sheet.content.join("\n")));
    page.node.set(PDFName.of("Contents"), content);
    page.node.set(PDFName.of("Resources"), this.context.obj({ Font: { Isi: this.fontRef } }));
    page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
    const root = this.pdf.catalog.lookup(PDFName.of("StructTreeRoot"));
    const parents = root?.lookup(PDFName.of("ParentTree"));
    const numbers = parents?.lookup(PDFName.of("Nums"));
    if (!(numbers instanceof PDFArray)) return;
    // Tagged like the rest of the document, or a screen reader would not find these sheets.
    let body = root.lookup(PDFName.of("K"));
    if (body instanceof PDFArray) body = body.lookup(0);
    const bodyRef = this.context.getObjectRef(body);
    let kids = body.lookup(PDFName.of("K"));
    if (!(kids instanceof PDFArray)) {
      kids = this.context.obj([body.get(PDFName.of("K"))]);
      body.set(PDFName.of("K"), kids);
    }
    const elements = sheet.tags.map((tag, n) =>
      this.context.register(
        this.context.obj({ Type: "StructElem", S: tag, P: bodyRef, Pg: page.ref, K: n }),
      ),
    );
    for (const element of elements) kids.push(element);
    let key = 0;
    for (let n = 0; n < numbers.size(); n += 2) key = Math.max(key, numbers.lookup(n).asNumber() + 1);
    page.node.set(PDFName.of("StructParents"), PDFNumber.of(key));
    numbers.push(PDFNumber.of(key));
    numbers.push(this.context.register(this.context.obj(elements)));
    root.set(PDFName.of("ParentTreeNextKey"), PDFNumber.of(key + 1));
  }
}

/** One further sheet while it is written. */
class Sheet {
  /** @type {string[]} */
  content = [];
  /** @type {string[]} */
  tags = [];

  /** @param {string} tag */
  open(tag) {
    this.content.push(`/${tag} << /MCID ${this.tags.length} >> BDC`);
    this.tags.push(tag);
  }

  /** @param {string} drawing */
  line(drawing) {
    this.content.push(drawing);
  }

  close() {
    this.content.push("EMC");
  }
}

/** @param {number} code */
function hex(code) {
  return code.toString(16).padStart(4, "0");
}
