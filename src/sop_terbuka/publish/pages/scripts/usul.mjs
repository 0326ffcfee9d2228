// Proposing a change without an account: makes a file and a mail text on this device, sends nothing.
// The first part knows no page, so that a test can run it without a browser. What may be proposed,
// what is right and what it means comes from the library's own table (usul-tabel.js).

/**
 * @typedef {{jenis: string, nama: string, url: string}} Sumber
 * @typedef {{pada: string, bagian: string, kunci: string, nama: string, dari: string,
 *   menjadi: string, isi?: Record<string, string>, sesudah?: string, hapus?: boolean,
 *   sumber?: Sumber, alasan: string}} Perubahan
 * @typedef {{sop: string, nama: string, dasar: string, pengusul: string, perubahan: Perubahan[]}} Usulan
 */

const LONGEST = { nama: 300, alasan: 1000, pengusul: 100 };
const MAX_CHANGES = 50;
// A mail link over about 2,000 letters is cut or refused by some mail programs.
const LONGEST_LINK = 1800;
const EFFECTS = {
  memberatkan: "Memberatkan pemohon.",
  meringankan: "Meringankan pemohon.",
  hukum: "Menyangkut dasar hukum.",
  internal: "Tidak mengubah apa pun bagi pemohon.",
  redaksi: "Hanya keterangan; yang diminta tetap.",
  "": "Akibatnya bagi pemohon dinilai pengelola.",
};

/** The text on one line, as the data keeps it. */
function words(text) {
  return (text ?? "").trim().split(/\s+/u).join(" ").trim();
}

/** A YAML text in double quotes; JSON's escapes are YAML's. */
function quoted(text) {
  return JSON.stringify(words(text));
}

/** One value of a part in the table. */
function valueOf(table, part, key) {
  return table.bagian[part].isi.find((value) => (value.kunci ?? "") === key);
}

/** How many parts of a change have a text that the file will hold. */
function texts(change) {
  const source = change.sumber ?? {};
  return [change.menjadi, ...Object.values(change.isi ?? {}), change.alasan, source.nama, source.url].map(words);
}

/**
 * What is wrong with one value, in the library's words; empty when it is right.
 * @returns {string}
 */
export function wrong(table, kind, value) {
  const rule = table.jenis[kind];
  if (value.length > rule.terpanjang) return `Terlalu panjang (paling banyak ${rule.terpanjang} aksara).`;
  if (rule.pola && !new RegExp(`^(?:${rule.pola})$`, "i").test(value)) return rule.pesan;
  return "";
}

/**
 * Why one change cannot be taken, for the person who writes it; empty when it can.
 * @param {Perubahan} change
 * @returns {string}
 */
export function problem(table, change) {
  if (!change.pada) return "Pilih bagian yang ingin diusulkan.";
  const part = table.bagian[change.bagian];
  if (change.isi) {
    for (const value of part.isi) {
      const text = words(change.isi[value.kunci]);
      if (!text && value.wajib) return `${value.nama} belum diisi.`;
      const said = text && wrong(table, value.jenis, text);
      if (said) return `${value.nama}: ${said}`;
    }
  } else if (!change.hapus) {
    const text = words(change.menjadi);
    if (!text) return "Tulis isi yang seharusnya.";
    if (text === words(change.dari)) return "Isinya sama dengan yang sekarang.";
    const value = valueOf(table, change.bagian, change.kunci);
    const said = wrong(table, value.jenis, text);
    if (said) return `${value.nama}: ${said}`;
  }
  const source = change.sumber;
  if (source && !words(source.nama)) return "Sebut apa tepatnya sumbernya, misalnya papan tarif di loket.";
  if (source && words(source.nama).length > LONGEST.nama) return `Sumber terlalu panjang (paling banyak ${LONGEST.nama} aksara).`;
  const link = source && words(source.url) && wrong(table, "url", words(source.url));
  if (link) return `Alamat sumber: ${link}`;
  if (!source && change.isi && part.berdasar) return "Pilih dari mana Anda tahu.";
  const reason = words(change.alasan);
  if (!source && !reason) return "Pilih dari mana Anda tahu, atau tulis keterangannya.";
  if (reason.length > LONGEST.alasan) return `Keterangan terlalu panjang (paling banyak ${LONGEST.alasan} aksara).`;
  const all = texts(change).join("");
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u.test(all)) return "Ada aksara yang tidak terlihat. Ketik ulang teksnya.";
  if (/\{\{|\{%|\{#|\$\{|<[a-z/!?]/iu.test(all)) return "Tulis teks biasa, tanpa kode.";
  return "";
}

/** The minutes of a time in a short and in a long day; null where it names no amount. */
function minutes(table, text) {
  const units = Object.keys(table.menit).join("|");
  const found = [...text.toLowerCase().matchAll(new RegExp(`(\\d+(?:,\\d+)?)\\s*(${units})`, "g"))];
  // A range, "per", or anything else that takes reading is left to the maintainers.
  const rest = found.reduce((left, hit) => left.replace(hit[0], ""), text.toLowerCase());
  if (!found.length || /[\d/½¼¾]|\bper\b/.test(rest)) return null;
  return [0, 1].map((end) =>
    found.reduce((sum, hit) => sum + Number(hit[1].replace(",", ".")) * table.menit[hit[2]][end], 0),
  );
}

function number(text) {
  const digits = text.match(/\d+/);
  return digits ? Number(digits[0]) : null;
}

/** Which way one value went: more (1), less (-1), as before (0), or not to be said (null). */
function way(table, how, before, after) {
  if (how === "urutan") return table.urutan[after] - table.urutan[before];
  if (how === "angka") {
    const [old, now] = [number(before) ?? 1, number(after)];
    return now === null ? null : now - old;
  }
  const [old, now] = [minutes(table, before), minutes(table, after)];
  if (!old || !now) return null;
  const [short, long] = [Math.sign(now[0] - old[0]), Math.sign(now[1] - old[1])];
  return short === long ? short : null;
}

/**
 * What a change means for the people who apply: a name of EFFECTS, "" where a reader has to judge.
 * @param {Perubahan} change
 * @returns {string}
 */
export function effect(table, change, isInternal = false) {
  const found = plainEffect(table, change);
  return isInternal && (found === "memberatkan" || found === "meringankan") ? "internal" : found;
}

function plainEffect(table, change) {
  const part = table.bagian[change.bagian];
  if (change.isi) return part.baru ?? "";
  if (change.hapus) return part.hilang ?? "";
  const value = valueOf(table, change.bagian, change.kunci);
  const [before, after] = [words(change.dari), words(change.menjadi)];
  const how = table.jenis[value.jenis].banding;
  if (!how || !after) return value.akibat ?? "";
  // What was not said costs nobody more to know, unless it is an amount to pay.
  if (!before && how === "waktu") return "meringankan";
  if (!before && value.jenis === "rupiah") return Number(after) > 0 ? "memberatkan" : "meringankan";
  if (!before && how !== "angka") return "";
  const went = way(table, how, before, after);
  if (went === null || Number.isNaN(went) || went === 0) return "";
  return went > 0 ? "memberatkan" : "meringankan";
}

/** A value as people read it: its option's name, or an amount with Rp. */
function said(table, value, text, options) {
  if (!text) return "";
  const rule = table.jenis[value.jenis];
  if (value.jenis === "rupiah") return Number(text) === 0 ? "gratis" : `Rp${Number(text).toLocaleString("id-ID")}`;
  const names = { ...rule.pilihan, ...options };
  return rule.bentuk === "banyak" ? text : (names[text] ?? text);
}

/**
 * A change in one plain sentence, before and after.
 * @param {Perubahan} change
 * @returns {string}
 */
export function sentence(table, change, actors = {}) {
  const part = table.bagian[change.bagian];
  const show = (value, text) => said(table, value, words(text), value.jenis === "pelaksana" ? actors : {});
  if (change.isi) {
    const shown = part.isi.map((value) => show(value, change.isi[value.kunci])).filter(Boolean);
    return `${part.nama}: belum disebut → ${shown.join(", ")}.`;
  }
  const name = change.nama ? `${part.nama} “${change.nama}”` : part.nama;
  if (change.hapus) return `${name} dihapus.`;
  const value = valueOf(table, change.bagian, change.kunci);
  const which = value.kunci && value.nama !== part.nama ? `${name}, ${value.nama.toLowerCase()}` : part.nama;
  return `${which}: ${show(value, change.dari) || "belum disebut"} → ${show(value, change.menjadi)}.`;
}

/** One change as lines of the file. */
function lines(change) {
  const made = [`  - pada: ${quoted(change.pada)}`];
  if (change.nama) made.push(`    butir: ${quoted(change.nama)}`);
  if (change.isi) {
    made.push("    isi:");
    for (const [key, text] of Object.entries(change.isi)) if (words(text)) made.push(`      ${key}: ${quoted(text)}`);
  } else {
    // What is not stated yet has no old value.
    if (words(change.dari)) made.push(`    dari: ${quoted(change.dari)}`);
    if (!change.hapus) made.push(`    menjadi: ${quoted(change.menjadi)}`);
  }
  if (change.sesudah) made.push(`    sesudah: ${change.sesudah}`);
  if (change.sumber) {
    made.push("    sumber:", `      jenis: ${change.sumber.jenis}`, `      nama: ${quoted(change.sumber.nama)}`);
    if (words(change.sumber.url)) made.push(`      url: ${quoted(change.sumber.url)}`);
  }
  if (words(change.alasan)) made.push(`    alasan: ${quoted(change.alasan)}`);
  return made;
}

/**
 * The proposal file, as `sop usulan` reads it.
 * @param {Usulan} proposal
 * @returns {string}
 */
export function proposalText(proposal) {
  const head = [
    `# Usulan perubahan: ${words(proposal.nama)}. Kirim berkas ini ke pengelola situs atau dinas.`,
    "usulan: 1",
    `sop: ${proposal.sop}`,
    `dasar: ${proposal.dasar}`,
  ];
  const name = words(proposal.pengusul).slice(0, LONGEST.pengusul);
  if (name) head.push(`pengusul: ${quoted(name)}`);
  return `${[...head, "perubahan:", ...proposal.perubahan.slice(0, MAX_CHANGES).flatMap(lines)].join("\n")}\n`;
}

/**
 * The file's name; holds no word of the person's.
 * @param {Usulan} proposal
 * @returns {string}
 */
export function fileName(proposal) {
  return `usulan-${proposal.sop.replace(/\//g, "-")}.yml`;
}

/**
 * A link that opens the mail program with the proposal in it, or asks to attach the file.
 * @param {Usulan} proposal
 * @param {string[]} addresses
 * @returns {string}
 */
export function mailLink(proposal, addresses) {
  const subject = `Usulan perubahan SOP: ${words(proposal.nama)}`;
  const to = addresses.map(encodeURIComponent).join(",");
  const link = (body) => `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const whole = link(`Berikut usulan perubahan SOP.\n\n${proposalText(proposal)}`);
  if (whole.length <= LONGEST_LINK) return whole;
  return link(`Berikut usulan perubahan SOP.\nBerkas ${fileName(proposal)} terlampir.\n`);
}

/**
 * Which item and which of its values an address of the page's link means.
 * @returns {[number, number]} their places; -1 where there is none
 */
export function meant(items, address) {
  const whole = items.findIndex((item) => item.pada === address);
  if (whole >= 0) return [whole, -1];
  const within = items.findIndex((item) => address.startsWith(`${item.pada}.`));
  if (within >= 0) {
    const key = address.slice(items[within].pada.length + 1);
    return [within, (items[within].nilai ?? []).findIndex(([name]) => name === key)];
  }
  return [items.findIndex((item) => item.pada === `${address}[+]`), -1];
}

/** An element with attributes and what stands in it. */
function made(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

function option(value, text, selected = false) {
  const element = made("option", { value }, text);
  element.selected = selected;
  return element;
}

function short(text) {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Bring one form to life. */
function start(form) {
  const table = globalThis.usulTabel;
  const page = JSON.parse(form.querySelector("[data-usul-bidang]").textContent);
  const part = (name) => form.elements.namedItem(name);
  const find = (role) => form.querySelector(`[data-usul-${role}]`);
  const isInternal = form.hasAttribute("data-internal");
  const changes = [];
  const proposal = () => ({
    sop: form.dataset.sop,
    nama: form.dataset.nama,
    dasar: form.dataset.dasar,
    pengusul: part("pengusul").value,
    perubahan: changes,
  });
  const item = () => page.butir[part("butir").value];
  const DROP = "hapus";

  function fillItems() {
    const groups = new Map([["Belum disebut", []]]);
    page.butir.forEach((one, n) => {
      const about = table.bagian[one.bagian];
      const isMissing = one.belum || (one.baru && about.bentuk === "rekaman");
      const name = isMissing || (!one.nama && !one.baru) ? about.nama : one.baru ? `Tambah: ${about.nama.toLowerCase()}` : `${about.nama}: ${short(one.nama)}`;
      const group = isMissing ? "Belum disebut" : about.kelompok;
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(option(n, name));
    });
    for (const [name, options] of groups) if (options.length) part("butir").append(made("optgroup", { label: name }, ...options));
  }

  function fillValues() {
    const one = item();
    const options = (one?.nilai ?? []).map(([key, text], n) => {
      const value = valueOf(table, one.bagian, key);
      return option(n, `${value.nama}: ${short(said(table, value, text, value.jenis === "pelaksana" ? page.pelaksana : {})) || "belum disebut"}`);
    });
    if (one?.hapus || (one && table.bagian[one.bagian].bentuk === "butir" && !one.baru)) options.push(option(DROP, "Seluruhnya: tidak berlaku lagi, hapus"));
    part("hal").textContent = "";
    part("hal").append(...options);
    find("hal").hidden = options.length < 2;
    find("hal").querySelector("label").textContent = one?.belum ? "Yang diusulkan" : "Yang salah";
    fillBoxes();
  }

  function box(value, text, isNeeded) {
    const rule = table.jenis[value.jenis];
    const id = `usul-isi-${value.kunci ?? ""}`;
    const key = value.kunci ?? "";
    const label = value.nama + (isNeeded ? "" : " (tidak wajib)");
    if (rule.bentuk === "banyak") {
      const chosen = text.split(", ");
      const ticks = Object.entries(rule.pilihan).map(([day, name]) => {
        const tick = made("input", { type: "checkbox", value: day, "data-isi": key });
        tick.checked = chosen.includes(day);
        return made("label", {}, tick, ` ${name}`);
      });
      return made("fieldset", { class: "kol plh" }, made("legend", {}, label), ...ticks);
    }
    let input;
    if (rule.bentuk === "pilihan") {
      const names = Object.entries(value.jenis === "pelaksana" ? page.pelaksana : rule.pilihan);
      const options = names.map(([choice, name]) => option(choice, name, choice === text));
      input = made("select", { id, "data-isi": key }, ...(text ? [] : [option("", "Pilih satu")]), ...options);
    } else {
      const isNumber = value.jenis === "rupiah";
      input = made(rule.bentuk === "paragraf" ? "textarea" : "input", { id, "data-isi": key, maxlength: rule.terpanjang, rows: rule.bentuk === "paragraf" ? 3 : undefined, inputmode: isNumber ? "numeric" : undefined, autocomplete: "off", class: isNumber ? "l10" : undefined, "aria-describedby": rule.contoh ? `${id}-contoh` : undefined });
      input.value = text;
    }
    const hint = rule.contoh ? [made("span", { class: "kecil", id: `${id}-contoh` }, `Contoh: ${rule.contoh}`)] : [];
    return made("div", { class: "kol" }, made("label", { for: id }, label), input, ...hint);
  }

  function fillBoxes() {
    const one = item();
    const boxes = [];
    find("hanya-ada").hidden = true;
    if (one?.baru) {
      const about = table.bagian[one.bagian];
      boxes.push(...about.isi.map((value) => box(value, "", Boolean(value.wajib))));
      if (one.bagian === "langkah") {
        const before = Object.entries(page.langkah).map(([id, text], n) => option(id, `sesudah langkah ${n + 1}: ${short(text)}`));
        boxes.push(made("div", { class: "kol" }, made("label", { for: "usul-sesudah" }, "Letaknya"), made("select", { id: "usul-sesudah", name: "sesudah" }, ...before, option("", "paling awal"))));
      }
    } else if (one && part("hal").value !== DROP) {
      const [key, text] = one.nilai[part("hal").value || 0];
      boxes.push(box(valueOf(table, one.bagian, key), text, true));
      if (key === "wajib") boxes.push(box(valueOf(table, one.bagian, "bila"), one.nilai.find(([name]) => name === "bila")[1], false));
    }
    // Only a word that stands there already can be a slip of the copy.
    if (one && !one.baru) find("hanya-ada").hidden = false;
    find("isian").textContent = "";
    find("isian").append(...boxes);
    tell();
  }

  const answers = () => {
    const found = {};
    for (const input of find("isian").querySelectorAll("[data-isi]")) {
      const key = input.dataset.isi;
      if (input.type === "checkbox") {
        if (input.checked) found[key] = found[key] ? `${found[key]}, ${input.value}` : input.value;
      } else {
        const value = valueOf(table, item().bagian, key);
        // Rp25.000 and 25 000 are the same amount; the data keeps its figures only.
        found[key] = value.jenis === "rupiah" ? input.value.replace(/^\s*Rp|[\s.]|,-$/gi, "") : input.value;
      }
    }
    return found;
  };

  /** What the form says now: one change, or two where a condition comes along. */
  function drafted() {
    const one = item();
    if (!one) return [{ pada: "", alasan: "" }];
    const kind = part("sumber").value;
    const source = kind && kind !== "ketik" ? { jenis: kind, nama: part("sumber-nama").value, url: part("sumber-url").value } : undefined;
    const slip = kind === "ketik" ? "salah ketik pada salinan. " : "";
    const common = { bagian: one.bagian, nama: one.nama && !one.baru ? one.nama : "", sumber: source, alasan: slip + part("alasan").value };
    const given = answers();
    if (one.baru && table.bagian[one.bagian].bentuk !== "butir") {
      return [{ ...common, pada: one.pada, kunci: "", dari: "", menjadi: "", isi: given, sesudah: part("sesudah")?.value }];
    }
    const isText = table.bagian[one.bagian].bentuk === "butir";
    if (isText) common.nama = "";
    if (part("hal").value === DROP) {
      return [{ ...common, pada: one.pada, kunci: "", dari: one.nama, menjadi: "", hapus: true }];
    }
    const [key, text] = one.baru ? ["", ""] : one.nilai[part("hal").value || 0];
    const place = (name) => (name ? `${one.pada}.${name}` : one.pada);
    const found = [{ ...common, pada: place(key), kunci: key, dari: text, menjadi: given[key] ?? "" }];
    const condition = one.nilai?.find(([name]) => name === "bila")?.[1] ?? "";
    if (key === "wajib" && words(given.bila) && words(given.bila) !== words(condition)) {
      const also = { ...common, pada: place("bila"), kunci: "bila", dari: condition, menjadi: given.bila };
      // A changed condition alone is no change of the duty.
      if (words(found[0].menjadi) === words(text)) return [also];
      found.push(also);
    }
    return found;
  }

  function tell() {
    const one = drafted()[0];
    const isFilled = one.pada && (one.hapus || (one.isi ? Object.values(one.isi).some((text) => words(text)) : words(one.menjadi) && words(one.menjadi) !== words(one.dari)));
    find("arti").textContent = isFilled ? `${sentence(table, one, page.pelaksana)} ${EFFECTS[effect(table, one, isInternal)]}` : "";
    find("tepatnya").hidden = !part("sumber").value || part("sumber").value === "ketik";
  }

  function show() {
    find("daftar").textContent = "";
    find("daftar").append(
      ...changes.map((change, n) => {
        const drop = made("button", { type: "button", "aria-label": `Hapus usulan ${n + 1}` }, "Hapus");
        drop.addEventListener("click", () => {
          changes.splice(n, 1);
          show();
          find("daftar").focus();
        });
        return made("li", {}, `${sentence(table, change, page.pelaksana)} ${EFFECTS[effect(table, change, isInternal)]} `, drop);
      }),
    );
    find("hasil").hidden = changes.length === 0;
    const mail = find("surel");
    if (mail) mail.href = mailLink(proposal(), mail.dataset.usulSurel.split(" "));
    find("teks").value = proposalText(proposal());
  }

  form.addEventListener("input", tell);
  part("butir").addEventListener("change", fillValues);
  part("hal").addEventListener("change", fillBoxes);
  part("pengusul").addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const drafts = drafted();
    const isTwice = drafts.some((one) => changes.some((other) => other.pada === one.pada && !one.isi && other.dari === one.dari));
    const isOpen = drafts[0].kunci === "wajib" && drafts[0].menjadi === "bersyarat" && !words(answers().bila);
    const wrongs = drafts.map((one) => problem(table, one)).filter(Boolean);
    const told = isTwice ? "Bagian ini sudah ada dalam usulan. Hapus dahulu yang lama." : changes.length + drafts.length > MAX_CHANGES ? "Usulan sudah penuh." : isOpen ? "Tulis dalam keadaan apa syarat ini wajib." : (wrongs[0] ?? "");
    find("galat").textContent = told;
    if (told) {
      find("galat").focus();
      return;
    }
    changes.push(...drafts);
    part("butir").value = "";
    part("alasan").value = "";
    fillValues();
    show();
    find("hasil").focus();
  });
  find("unduh").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([proposalText(proposal())], { type: "application/yaml" }));
    link.download = fileName(proposal());
    link.click();
    URL.revokeObjectURL(link.href);
  });

  fillItems();
  const asked = new URLSearchParams(location.search);
  const [n, value] = meant(page.butir, asked.get("pada") ?? "");
  if (n >= 0) part("butir").value = n;
  fillValues();
  if (value >= 0) part("hal").value = value;
  const rule = asked.get("aturan") ?? "";
  if (/^[a-z0-9-]{1,60}$/.test(rule)) part("alasan").value = `Menjawab temuan ${rule}.`;
  fillBoxes();
  form.hidden = false;
}

if (typeof document !== "undefined") {
  document.querySelectorAll("form[data-usul]").forEach(start);
}
