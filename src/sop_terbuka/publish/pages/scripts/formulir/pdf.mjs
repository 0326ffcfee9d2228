// Writes a letter as a tagged PDF with its font inside: all of it is our own text, so no library.

import { loadFont, loadLetters } from "./later.mjs";
import { PAPER, drawable, fitted, glyph, layOut } from "./layout.mjs";
import { compose, texts } from "./letter.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {import("./layout.mjs").Letters} Letters
 * @typedef {import("./layout.mjs").Node} Node
 * @typedef {{label: string, letters: string}} Foreign
 */

// A letter that the font lacks is drawn as the font's empty box.
const BOX = "□";
// What the everyday font draws; as in form_letters.py.
const EVERYDAY = /^[\n -~\u00a0-\u00ff–—‘’“”•…€]*$/;
const FOOT = 7.5;
const FONT_NAME = "SOPISI+NotoSans";

/**
 * The letters that the PDF's font cannot draw, by label.
 * @param {import("./letter.mjs").Letter} letter
 * @param {Letters} letters
 * @returns {Foreign[]}
 */
export function foreignLetters(letter, letters) {
  return texts(letter).flatMap(({ label, text }) => {
    const odd = [...drawable(text)].filter(
      (sign) => sign !== "\n" && !(String(sign.codePointAt(0)) in letters.glif),
    );
    return odd.length ? [{ label, letters: [...new Set(odd)].join(" ") }] : [];
  });
}

/**
 * The answers as a finished letter.
 * @param {Definition} definition
 * @param {Answers} answers  Checked, and only those that count.
 * @param {URL} root  The site's own address.
 * @returns {Promise<{content: Blob, foreign: Foreign[]}>}
 */
export async function fillPdf(definition, answers, root) {
  // Names with marks of transliteration and the like: the whole font, only for them. Known from the
  // answers, so that nothing is waited for first.
  const said = texts(compose(definition, answers));
  const isRare = !said.every(({ text }) => EVERYDAY.test(drawable(text)));
  const [font, letters] = await Promise.all([
    loadFont(root, definition.huruf, isRare),
    loadLetters(root, definition.huruf, isRare),
  ]);
  const { letter, size } = fitted(letters, definition, answers);
  const file = new Paper(letters, font);
  const { sheets, root: tree } = layOut(letters, letter, size);
  await file.write(letter, sheets, tree);
  const content = new Blob(file.parts, { type: "application/pdf" });
  return { content, foreign: foreignLetters(letter, letters) };
}

class Paper {
  /**
   * @param {Letters} letters
   * @param {Uint8Array<ArrayBuffer>} font
   */
  constructor(letters, font) {
    this.letters = letters;
    this.font = font;
    /** @type {Uint8Array<ArrayBuffer>[]} */
    this.parts = [];
    /** @type {number[]} Where each object begins, by number. */
    this.places = [0];
    this.length = 0;
    /** @type {Map<number, string>} The letters used, by glyph. */
    this.used = new Map();
    this.put("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  }

  /** @param {string | Uint8Array<ArrayBuffer>} piece  Text of one byte a letter. */
  put(piece) {
    const written = typeof piece === "string" ? bytes(piece) : piece;
    this.parts.push(written);
    this.length += written.length;
  }

  /** A number for an object that is written later. */
  next() {
    return this.places.push(0) - 1;
  }

  /**
   * @param {string} body
   * @param {number} number
   */
  object(body, number = this.next()) {
    this.places[number] = this.length;
    this.put(`${number} 0 obj\n${body}\nendobj\n`);
    return number;
  }

  /**
   * @param {Uint8Array<ArrayBuffer>} content
   * @param {string} entries
   * @param {number} number
   */
  async stream(content, entries = "", number = this.next()) {
    const packed = await deflate(content);
    const filter = packed ? " /Filter /FlateDecode" : "";
    const body = packed ?? content;
    this.places[number] = this.length;
    this.put(`${number} 0 obj\n<< /Length ${body.length}${filter}${entries} >>\nstream\n`);
    this.put(body);
    this.put("\nendstream\nendobj\n");
    return number;
  }

  /**
   * @param {import("./letter.mjs").Letter} letter
   * @param {import("./layout.mjs").Sheet[]} sheets
   * @param {Node} root
   */
  async write(letter, sheets, root) {
    const [catalog, pages, tree, font] = [this.next(), this.next(), this.next(), this.next()];
    const numbers = sheets.map(() => this.next());
    /** @type {Map<Node, {page: number, mark: number}[]>} */
    const marks = new Map();
    /** @type {Node[][]} The elements of each page, by the number of their mark. */
    const owners = [];
    for (const [n, sheet] of sheets.entries()) {
      const drawn = [];
      owners.push([]);
      for (const line of sheet.lines) {
        const mark = owners[n].push(line.node) - 1;
        marks.set(line.node, [...(marks.get(line.node) ?? []), { page: numbers[n], mark }]);
        drawn.push(`/${line.node.tag} << /MCID ${mark} >> BDC ${this.text(line)} EMC`);
      }
      const rules = sheet.rules.map((box) => `${box.map(fixed).join(" ")} re S`);
      const foot = `${letter.kaki} · Halaman ${n + 1} dari ${sheets.length}`;
      const at = { x: 57, y: 36, size: FOOT, bold: false };
      drawn.push(`/Artifact BMC 0.6 w ${rules.join(" ")} ${this.text({ ...at, text: drawable(foot) })} EMC`);
      const content = await this.stream(bytes(drawn.join("\n")));
      this.object(
        `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 ${PAPER.width} ${PAPER.height}] ` +
          `/Resources << /Font << /Isi ${font} 0 R >> >> /Contents ${content} 0 R ` +
          `/StructParents ${n} /Tabs /S >>`,
        numbers[n],
      );
    }
    const kids = numbers.map((number) => `${number} 0 R`).join(" ");
    this.object(`<< /Type /Pages /Kids [${kids}] /Count ${numbers.length} >>`, pages);
    this.tree(tree, root, marks, owners);
    await this.writeFont(font);
    const title = unicode(letter.judul);
    const about = await this.stream(new TextEncoder().encode(metadata(letter.judul)), " /Type /Metadata /Subtype /XML");
    const info = this.object(`<< /Title ${title} >>`);
    this.object(
      `<< /Type /Catalog /Pages ${pages} 0 R /Lang (id) /MarkInfo << /Marked true >> ` +
        `/StructTreeRoot ${tree} 0 R /Metadata ${about} 0 R ` +
        "/ViewerPreferences << /DisplayDocTitle true >> >>",
      catalog,
    );
    const start = this.length;
    const rows = this.places.slice(1).map((place) => `${String(place).padStart(10, "0")} 00000 n \n`);
    this.put(
      `xref\n0 ${this.places.length}\n0000000000 65535 f \n${rows.join("")}` +
        `trailer\n<< /Size ${this.places.length} /Root ${catalog} 0 R /Info ${info} 0 R >>\n` +
        `startxref\n${start}\n%%EOF\n`,
    );
  }

  /**
   * The structure tree, which a screen reader follows.
   * @param {number} number
   * @param {Node} root
   * @param {Map<Node, {page: number, mark: number}[]>} marks
   * @param {Node[][]} owners
   */
  tree(number, root, marks, owners) {
    /** @type {Map<Node, number>} */
    const elements = new Map();
    /** @param {Node} node @param {number} parent @returns {number} */
    const element = (node, parent) => {
      const own = this.next();
      elements.set(node, own);
      const content = (marks.get(node) ?? []).map(
        ({ page, mark }) => `<< /Type /MCR /Pg ${page} 0 R /MCID ${mark} >>`,
      );
      const kids = node.kids.map((kid) => `${element(kid, own)} 0 R`);
      const scope = node.scope ? ` /A << /O /Table /Scope /${node.scope} >>` : "";
      this.object(
        `<< /Type /StructElem /S /${node.tag} /P ${parent} 0 R /K [${[...content, ...kids].join(" ")}]${scope} >>`,
        own,
      );
      return own;
    };
    const top = element(root, number);
    const entries = owners.map(
      (nodes, n) => `${n} [${nodes.map((node) => `${elements.get(node)} 0 R`).join(" ")}]`,
    );
    this.object(
      `<< /Type /StructTreeRoot /K ${top} 0 R /ParentTree << /Nums [${entries.join(" ")}] >> ` +
        `/ParentTreeNextKey ${owners.length} >>`,
      number,
    );
  }

  /** @param {{x: number, y: number, size: number, text: string, bold: boolean}} line */
  text({ x, y, size, text, bold }) {
    // Bold is the same font with a line around it: a second font would be loaded for a few words.
    const weight = bold ? `2 Tr ${fixed(size / 28)} w` : "0 Tr";
    return `BT /Isi ${fixed(size)} Tf ${weight} ${fixed(x)} ${fixed(y)} Td ${this.codes(text)} Tj ET`;
  }

  /** @param {string} text */
  codes(text) {
    let codes = "";
    for (const sign of text) {
      const found = glyph(this.letters, sign);
      this.used.set(found[0], found === this.letters.tiada ? BOX : sign);
      codes += hex(found[0]);
    }
    return `<${codes}>`;
  }

  /** @param {number} number */
  async writeFont(number) {
    const { naik, turun, kotak } = this.letters;
    const file = await this.stream(this.font, ` /Length1 ${this.font.length}`);
    const descriptor = this.object(
      `<< /Type /FontDescriptor /FontName /${FONT_NAME} /Flags 4 /FontBBox [${kotak.join(" ")}] ` +
        `/ItalicAngle 0 /Ascent ${naik} /Descent ${turun} /CapHeight 714 /StemV 80 /FontFile2 ${file} 0 R >>`,
    );
    const glyphs = [...this.used.keys()].sort((a, b) => a - b);
    const widths = glyphs.map((n) => `${n} [${glyph(this.letters, this.used.get(n) ?? "")[1]}]`);
    const descendant = this.object(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${FONT_NAME} ` +
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " +
        `/FontDescriptor ${descriptor} 0 R /CIDToGIDMap /Identity /DW 600 /W [${widths.join(" ")}] >>`,
    );
    const map = await this.stream(bytes(this.unicodes(glyphs)));
    this.object(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${FONT_NAME} /Encoding /Identity-H ` +
        `/DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
      number,
    );
  }

  /**
   * The map from glyphs back to text, for copying and reading aloud.
   * @param {number[]} glyphs
   */
  unicodes(glyphs) {
    const lines = glyphs.map((n) => `<${hex(n)}> <${units(this.used.get(n) ?? "")}>`);
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
}

/**
 * Packed bytes, or null where the browser cannot pack.
 * @param {Uint8Array<ArrayBuffer>} content
 */
async function deflate(content) {
  if (!("CompressionStream" in window)) return null;
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {string} title */
function metadata(title) {
  const text = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></dc:title>` +
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
  );
}

/** @param {string} text  Of one byte a letter. */
function bytes(text) {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** @param {string} text */
function unicode(text) {
  return `<feff${units(text)}>`;
}

/** @param {string} text */
function units(text) {
  return Array.from({ length: text.length }, (_, n) => hex(text.charCodeAt(n))).join("");
}

/** @param {number} code */
function hex(code) {
  return code.toString(16).padStart(4, "0");
}

/** @param {number} value */
function fixed(value) {
  return String(Math.round(value * 100) / 100);
}
