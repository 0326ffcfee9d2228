// Fills the blank DOCX: answers go into its content controls, found by their tags.

import { chosen, texts, ticked } from "./pdf.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 */

const LIBRARY = "../vendor/fflate-0.8.3.js";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
// Zip cannot count from before 1980; one fixed time gives the same bytes for the same answers.
const TIME = new Date(1980, 0, 1);

/**
 * The blank DOCX with the answers in its content controls.
 * @param {Definition} definition
 * @param {Answers} answers  Checked, and only those that count.
 * @param {(address: string) => Promise<Response>} load  Reads a file of the site.
 * @returns {Promise<Blob>}
 */
export async function fillDocx(definition, answers, load) {
  const [zip, blank] = await Promise.all([
    import(LIBRARY),
    load(/** @type {string} */ (definition.berkas.docx)).then((found) => found.arrayBuffer()),
  ]);
  const files = zip.unzipSync(new Uint8Array(blank));
  const part = "word/document.xml";
  const document = new DOMParser().parseFromString(
    new TextDecoder().decode(files[part]),
    "application/xml",
  );
  const controls = controlsByTag(document);
  for (const { name, text } of texts(definition, answers)) {
    write(need(controls, name), text);
  }
  const boxes = chosen(definition, answers).map(([name, option]) => `${name}.${option}`);
  for (const name of [...ticked(definition, answers), ...boxes]) tick(need(controls, name));
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const body = new XMLSerializer().serializeToString(document.documentElement);
  files[part] = new TextEncoder().encode(head + body);
  return new Blob([zip.zipSync(files, { mtime: TIME })], { type: TYPE });
}

/**
 * @param {Document} document
 * @returns {Map<string, Element>}
 */
function controlsByTag(document) {
  const found = new Map();
  for (const control of document.getElementsByTagNameNS(W, "sdt")) {
    const tag = control.getElementsByTagNameNS(W, "tag")[0]?.getAttributeNS(W, "val");
    if (tag) found.set(tag, control);
  }
  return found;
}

/**
 * @param {Map<string, Element>} controls
 * @param {string} name
 */
function need(controls, name) {
  const control = controls.get(name);
  // A blank of another version: better no file than one that lacks an answer.
  if (!control) throw new Error(`no content control ${name}`);
  return control;
}

/**
 * @param {Element} control
 * @param {string} text
 */
function write(control, text) {
  const document = control.ownerDocument;
  const content = control.getElementsByTagNameNS(W, "sdtContent")[0];
  control.getElementsByTagNameNS(W, "showingPlcHdr")[0]?.remove();
  const runs = [...content.getElementsByTagNameNS(W, "r")];
  const first = runs[0];
  const style = first?.getElementsByTagNameNS(W, "rPr")[0]?.cloneNode(true);
  for (const placeholder of style instanceof Element ? [style] : []) {
    placeholder.getElementsByTagNameNS(W, "rStyle")[0]?.remove();
  }
  const made = [];
  text.split("\n").forEach((line, n) => {
    // A run of its own for each break: LibreOffice loses a break that shares one.
    if (n) made.push(run(document, style, document.createElementNS(W, "w:br")));
    const words = document.createElementNS(W, "w:t");
    words.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    words.textContent = line;
    made.push(run(document, style, words));
  });
  const paragraph = content.getElementsByTagNameNS(W, "p")[0];
  if (first) first.before(...made);
  else (paragraph ?? content).append(...made);
  for (const old of runs) old.remove();
}

/**
 * @param {Document} document
 * @param {Node | undefined} style
 * @param {Element} child
 */
function run(document, style, child) {
  const made = document.createElementNS(W, "w:r");
  if (style) made.append(style.cloneNode(true));
  made.append(child);
  return made;
}

/** @param {Element} control */
function tick(control) {
  const box = control.getElementsByTagNameNS(W14, "checkbox")[0];
  const state = box.getElementsByTagNameNS(W14, "checked")[0];
  state.setAttributeNS(W14, "w14:val", "1");
  const sign = box.getElementsByTagNameNS(W14, "checkedState")[0]?.getAttributeNS(W14, "val");
  const shown = control.getElementsByTagNameNS(W, "sdtContent")[0];
  const text = shown.getElementsByTagNameNS(W, "t")[0];
  text.textContent = String.fromCodePoint(Number.parseInt(sign ?? "2612", 16));
}
