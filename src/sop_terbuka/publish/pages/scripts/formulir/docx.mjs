// Writes a letter as a Word document of its own, small enough to need neither library nor template.

import { loadLetters } from "./later.mjs";
import { fitted } from "./layout.mjs";
import { zip } from "./zip.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 * @typedef {import("./letter.mjs").Block} Block
 */

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
// In twentieths of a point: the text's width on A4 with margins of 20 mm, and that of labels.
const ROOM = 9638;
const LABEL = 3000;
const COLON = 240;
const NUMBER = 600;
const LONGEST_BESIDE = 280;

/**
 * The answers as a finished letter for Word.
 * @param {Definition} definition
 * @param {Answers} answers  Checked, and only those that count.
 * @param {URL} root  The site's own address.
 * @returns {Promise<Blob>}
 */
export async function fillDocx(definition, answers, root) {
  const letters = await loadLetters(root, definition.huruf, false);
  // Arial is narrower than the font that was measured, so what fits there fits here.
  const { letter, size } = fitted(letters, definition, answers);
  const body = letter.isi.map((block, n) => written(block, letter.isi[n - 1])).join("");
  const page =
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>' +
    '<w:pgSz w:w="11906" w:h="16838"/>' +
    '<w:pgMar w:top="1077" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  const files = {
    "[Content_Types].xml": types(),
    "_rels/.rels": relations([
      ["officeDocument", "word/document.xml"],
      ["metadata/core-properties", "docProps/core.xml"],
    ]),
    "docProps/core.xml": about(letter.judul),
    "word/_rels/document.xml.rels": relations([
      ["styles", "styles.xml"],
      ["settings", "settings.xml"],
      ["footer", "footer1.xml"],
    ]),
    "word/document.xml": `<w:document ${W} ${R}><w:body>${body}${page}</w:body></w:document>`,
    "word/footer1.xml": footer(letter.kaki),
    "word/settings.xml":
      `<w:settings ${W}><w:defaultTabStop w:val="720"/><w:compat>` +
      '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
      '</w:compat><w:themeFontLang w:val="id-ID"/></w:settings>',
    "word/styles.xml": styles(size),
  };
  const named = Object.entries(files).map(([name, text]) => [name, HEAD + text]);
  return new Blob(zip(Object.fromEntries(named)), { type: TYPE });
}

/**
 * @param {Block} block
 * @param {Block | undefined} before
 * @returns {string}
 */
function written(block, before) {
  switch (block.jenis) {
    case "tanggal":
      return paragraph(block.teks, { align: "right", after: 240 });
    case "judul":
      return paragraph(block.teks, { style: before ? "Perihal" : "Title", after: 120 });
    case "bantu":
      return paragraph(block.teks, { align: "center", after: 120 });
    case "kepada":
      return paragraph(block.teks, { before: before?.jenis === "kepada" ? 0 : 60 });
    case "teks":
      return paragraph(block.teks, { before: 120 });
    case "bagian":
      return paragraph(block.teks, { style: "Heading1" });
    case "isi":
      // Beside its label a long answer would take twice the paper.
      if (block.teks.length > LONGEST_BESIDE) {
        return paragraph(`${block.label}:`, { isKept: true }) + paragraph(block.teks, { after: 60 });
      }
      return table(
        [LABEL, COLON, ROOM - LABEL - COLON],
        [[paragraph(block.label), paragraph(":"), paragraph(block.teks)]],
      );
    case "tabel":
      return grid(block);
    case "daftar":
      return (
        paragraph(`${block.label}:`, { before: 160, isKept: true }) +
        block.butir.map((text, n) => paragraph(`${n + 1}. ${text}`, { indent: 360 })).join("")
      );
    case "akhir":
      return paragraph(block.teks, { before: 120, isKept: true });
    default:
      return signs(block);
  }
}

/** @param {Extract<Block, {jenis: "tabel"}>} block */
function grid(block) {
  const width = Math.floor((ROOM - NUMBER) / block.kepala.length);
  const widths = [NUMBER, ...block.kepala.map(() => width)];
  const rows = [["No.", ...block.kepala], ...block.baris.map((row, n) => [String(n + 1), ...row])];
  const cells = rows.map((row, n) => row.map((text) => paragraph(text, { isBold: n === 0 })));
  return (
    paragraph(`${block.label}:`, { before: 120, isKept: true }) +
    table(widths, cells, { hasLines: true, hasHead: true }) +
    paragraph("")
  );
}

/** @param {Extract<Block, {jenis: "ttd"}>} block */
function signs(block) {
  const count = Math.max(block.ttd.length, 2);
  const width = Math.floor(ROOM / count);
  const middle = /** @type {const} */ ({ align: "center", isKept: true });
  const cells = block.ttd.map((sign, n) => {
    const isLast = n === block.ttd.length - 1;
    return (
      (block.teks ? paragraph(isLast ? block.teks : "", middle) : "") +
      paragraph(sign.sebagai, middle) +
      paragraph(sign.ruang, { ...middle, before: 480, after: 480 }) +
      paragraph(sign.nama || "(......................................)", { align: "center" })
    );
  });
  // One signature stands at the right, as in a letter.
  while (cells.length < count) cells.unshift(paragraph("", { isKept: true }));
  // A document cannot end in a table; the line takes as little room as Word allows.
  return paragraph("", { isKept: true }) + table(cells.map(() => width), [cells]) + paragraph("", { isTiny: true });
}

/**
 * @param {string} text
 * @param {{style?: string, align?: "right" | "center", before?: number, after?: number,
 *   indent?: number, isBold?: boolean, isKept?: boolean, isTiny?: boolean}} [how]
 *   `isKept`: on the page of what follows.
 */
function paragraph(text, how = {}) {
  const size = how.isTiny ? '<w:sz w:val="2"/>' : "";
  const looks = `<w:rPr>${how.isBold ? "<w:b/>" : ""}${size}</w:rPr>`;
  const shape =
    (how.style ? `<w:pStyle w:val="${how.style}"/>` : "") +
    (how.isKept ? "<w:keepNext/>" : "") +
    `<w:spacing w:before="${how.before ?? 0}" w:after="${how.after ?? 0}"/>` +
    (how.indent ? `<w:ind w:left="${how.indent}" w:hanging="${how.indent}"/>` : "") +
    (how.align ? `<w:jc w:val="${how.align}"/>` : "");
  // Headings have their own spacing.
  const own = how.style === "Heading1" ? '<w:pStyle w:val="Heading1"/>' : shape;
  const runs = text.split("\n").map((line, n) => {
    // A run of its own for each break: LibreOffice loses a break that shares one.
    const turn = n ? `<w:r>${looks}<w:br/></w:r>` : "";
    return `${turn}<w:r>${looks}<w:t xml:space="preserve">${escape(line)}</w:t></w:r>`;
  });
  return `<w:p><w:pPr>${own}${size && looks}</w:pPr>${text ? runs.join("") : ""}</w:p>`;
}

/**
 * @param {number[]} widths
 * @param {string[][]} rows  Paragraphs by cell.
 * @param {{hasLines?: boolean, hasHead?: boolean}} [how]
 */
function table(widths, rows, { hasLines = false, hasHead = false } = {}) {
  const side = (/** @type {string} */ name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map(side).join("");
  const margins = hasLines ? 80 : 0;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const drawn = rows.map((cells, n) => {
    const head = hasHead && n === 0 ? "<w:tblHeader/>" : "";
    const filled = cells.map(
      (cell, k) => `<w:tc><w:tcPr><w:tcW w:w="${widths[k]}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`,
    );
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${filled.join("")}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width)}" w:type="dxa"/>` +
    `${hasLines ? `<w:tblBorders>${sides}</w:tblBorders>` : ""}<w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="${margins}" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>` +
    `</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${drawn.join("")}</w:tbl>`
  );
}

/** @param {number} size */
function styles(size) {
  const half = Math.round(size * 2);
  const fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>';
  /** @param {string} id @param {string} name @param {string} shape @param {string} looks */
  const style = (id, name, shape, looks) =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}>` +
    `<w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/>` +
    `<w:pPr>${shape}</w:pPr><w:rPr>${looks}</w:rPr></w:style>`;
  return (
    `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="${half}"/>` +
    `<w:szCs w:val="${half}"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    style("Normal", "Normal", "", "") +
    style("Title", "Title", '<w:keepNext/><w:jc w:val="center"/>', `<w:b/><w:sz w:val="${Math.round(half * 1.3)}"/>`) +
    style("Perihal", "Perihal", '<w:keepNext/><w:outlineLvl w:val="0"/>', "<w:b/>") +
    style("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="160" w:after="20"/><w:outlineLvl w:val="0"/>', "<w:b/>") +
    style("Footer", "footer", "", '<w:sz w:val="15"/>') +
    "</w:styles>"
  );
}

/** @param {string} text */
function footer(text) {
  const field = (/** @type {string} */ code) =>
    `<w:fldSimple w:instr="${code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const run = (/** @type {string} */ words) => `<w:r><w:t xml:space="preserve">${escape(words)}</w:t></w:r>`;
  return (
    `<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(`${text} · Halaman `)}` +
    `${field("PAGE")}${run(" dari ")}${field("NUMPAGES")}</w:p></w:ftr>`
  );
}

/** @param {string} title */
function about(title) {
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escape(title.slice(0, 255))}</dc:title><dc:creator>SOP Terbuka</dc:creator>` +
    "<dc:language>id-ID</dc:language></cp:coreProperties>"
  );
}

function types() {
  const part = (/** @type {string} */ name, /** @type {string} */ type) =>
    `<Override PartName="/${name}" ContentType="${type}"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part("word/document.xml", `${OFFICE}.document.main+xml`) +
    part("word/styles.xml", `${OFFICE}.styles+xml`) +
    part("word/settings.xml", `${OFFICE}.settings+xml`) +
    part("word/footer1.xml", `${OFFICE}.footer+xml`) +
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
    "</Types>"
  );
}

/** @param {[string, string][]} targets */
function relations(targets) {
  const lines = targets.map(([kind, target], n) => {
    const base = kind.startsWith("metadata/") ? `${PACKAGE}/relationships` : RELATED;
    return `<Relationship Id="rId${n + 1}" Type="${base}/${kind}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
