// The sheet that is printed in place of the screen.

import { compose } from "./letter.mjs";

/**
 * @typedef {import("./definition.mjs").Answers} Answers
 * @typedef {import("./definition.mjs").Definition} Definition
 */

/**
 * Build the sheet for the answers that count.
 * @param {Definition} definition
 * @param {Answers} answers
 * @returns {HTMLElement}
 */
export function sheet(definition, answers) {
  const made = element("section", "", "lembar");
  const { isi, kaki } = compose(definition, answers);
  /** @type {HTMLElement | null} */
  let list = null;
  for (const block of isi) {
    if (block.jenis === "isi") {
      list = list ?? made.appendChild(element("dl", "", "jwbn"));
      const row = element("div");
      const value = element("dd");
      value.append(element("p", block.teks));
      row.append(element("dt", block.label), value);
      list.append(row);
      continue;
    }
    list = null;
    made.append(...written(block));
  }
  made.append(element("p", kaki, "kaki-lembar"));
  return made;
}

/**
 * @param {import("./letter.mjs").Block} block
 * @returns {HTMLElement[]}
 */
function written(block) {
  switch (block.jenis) {
    case "tanggal":
      return [element("p", block.teks, "tmp-tgl")];
    case "judul":
      return [element("h2", block.teks)];
    case "bagian":
      return [element("h3", block.teks)];
    case "tabel":
      return [element("p", `${block.label}:`), table(block)];
    case "daftar": {
      const list = element("ol");
      list.append(...block.butir.map((text) => element("li", text)));
      return [element("p", `${block.label}:`), list];
    }
    case "ttd":
      return [signs(block)];
    default:
      return [element("p", /** @type {{teks: string}} */ (block).teks)];
  }
}

/** @param {Extract<import("./letter.mjs").Block, {jenis: "tabel"}>} block */
function table(block) {
  const made = element("table", "", "tbl-jwb");
  const top = element("tr");
  top.append(...block.kepala.map((text) => element("th", text)));
  made.append(top);
  for (const cells of block.baris) {
    const row = element("tr");
    row.append(...cells.map((text) => element("td", text)));
    made.append(row);
  }
  return made;
}

/** @param {Extract<import("./letter.mjs").Block, {jenis: "ttd"}>} block */
function signs(block) {
  const made = element("div", "", "ttd-lembar");
  if (block.teks) made.append(element("p", block.teks, "tmp-tgl"));
  const places = element("div", "", "ttdn");
  for (const sign of block.ttd) {
    const place = element("div");
    place.append(element("p", sign.sebagai), element("p", sign.ruang, "ruang"));
    place.append(element("p", sign.nama, "nama"));
    places.append(place);
  }
  made.append(places);
  return made;
}

/**
 * @param {string} tag
 * @param {string} text
 * @param {string} name
 */
function element(tag, text = "", name = "") {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (name) made.className = name;
  return made;
}
