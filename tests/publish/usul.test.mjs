// The proposal form's core, without a browser; the library's table comes from the caller's
// environment: `pytest tests/publish/test_usul_form.py`.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  effect,
  fileName,
  mailLink,
  meant,
  problem,
  proposalText,
  sentence,
} from "../../src/sop_terbuka/publish/pages/scripts/usul.mjs";

const table = JSON.parse(process.env.USUL_TABEL);
const sumber = { jenis: "dinas", nama: "Papan di loket", url: "" };
const change = {
  pada: "langkah[periksa].waktu",
  bagian: "langkah",
  kunci: "waktu",
  nama: "Memeriksa berkas",
  dari: "30 menit",
  menjadi: "1 jam",
  sumber,
  alasan: "",
};
const paper = {
  pada: "persyaratan[+]",
  bagian: "persyaratan",
  kunci: "",
  nama: "",
  dari: "",
  menjadi: "",
  isi: { berkas: "KTP", wajib: "ya", bila: "" },
  sumber,
  alasan: "",
};
const proposal = {
  sop: "kota-contoh/izin-pasar-malam",
  nama: "Izin Pasar Malam",
  dasar: `sha256:${"0".repeat(64)}`,
  pengusul: "",
  perubahan: [change],
};

test("a change that says all is taken", () => {
  assert.equal(problem(table, change), "");
  assert.equal(problem(table, paper), "");
  assert.equal(problem(table, { ...change, sumber: undefined, alasan: "salah ketik" }), "");
});

for (const [name, whole, more, said] of [
  ["no place", change, { pada: "" }, /Pilih bagian/],
  ["nothing new", change, { menjadi: " 30  menit " }, /sama dengan/],
  ["no value", change, { menjadi: " \n " }, /seharusnya/],
  ["a time without unit", change, { menjadi: "sebentar" }, /angka dan satuannya/],
  ["no source and no reason", change, { sumber: undefined }, /dari mana/],
  ["a source without a name", change, { sumber: { ...sumber, nama: " " } }, /apa tepatnya/],
  ["a source at no address", change, { sumber: { ...sumber, url: "laman dinas" } }, /https/],
  ["a code", change, { menjadi: "{{ 7*7 }} menit" }, /tanpa kode/],
  ["a tag", change, { alasan: "<script>" }, /tanpa kode/],
  ["a hidden letter", change, { menjadi: "1\u202e jam" }, /tidak terlihat/],
  ["a control character", change, { alasan: "a\u0007b" }, /tidak terlihat/],
  ["too much", change, { menjadi: "1 jam".repeat(400) }, /Terlalu panjang/],
  ["a record without what it must have", paper, { isi: { berkas: "KTP" } }, /Wajib atau tidak belum/],
  ["a fact without a source", paper, { sumber: undefined, alasan: "begitu" }, /dari mana/],
]) {
  test(`${name} is told to the person`, () => {
    assert.match(problem(table, { ...whole, ...more }), said);
  });
}

for (const [what, more, said] of [
  ["a longer time", {}, "memberatkan"],
  ["a shorter time", { menjadi: "10 menit" }, "meringankan"],
  ["a time that is now said", { dari: "" }, "meringankan"],
  ["a day against hours", { dari: "8 jam", menjadi: "1 hari" }, ""],
  ["a time that takes reading", { menjadi: "5-10 menit" }, ""],
  ["another sentence", { kunci: "kegiatan" }, ""],
  ["a step that goes", { hapus: true }, ""],
  ["a paper that goes", { bagian: "persyaratan", hapus: true }, "meringankan"],
  ["a stricter duty", { bagian: "persyaratan", kunci: "wajib", dari: "bila-ada", menjadi: "ya" }, "memberatkan"],
  ["a softer duty", { bagian: "persyaratan", kunci: "wajib", dari: "ya", menjadi: "bersyarat" }, "meringankan"],
  ["more copies", { bagian: "persyaratan", kunci: "jumlah", dari: "2 lembar", menjadi: "4 lembar" }, "memberatkan"],
  ["a fee", { bagian: "biaya", kunci: "jumlah", dari: "", menjadi: "25000" }, "memberatkan"],
  ["no fee", { bagian: "biaya", kunci: "jumlah", dari: "", menjadi: "0" }, "meringankan"],
  ["a lower fee", { bagian: "biaya", kunci: "jumlah", dari: "50000", menjadi: "25000" }, "meringankan"],
  ["a new paper", paper, "memberatkan"],
]) {
  test(`${what} is ${said || "left to the maintainers"}`, () => {
    assert.equal(effect(table, { ...change, ...more }), said);
  });
}

test("nothing of an internal SOP burdens an applicant", () => {
  assert.equal(effect(table, change, true), "internal");
});

test("a change is told before and after, in words", () => {
  assert.equal(sentence(table, change), "Langkah “Memeriksa berkas”, waktu: 30 menit → 1 jam.");
  assert.equal(sentence(table, paper), "Syarat: belum disebut → KTP, wajib.");
  const fee = { ...change, bagian: "biaya", kunci: "jumlah", nama: "", dari: "", menjadi: "25000" };
  assert.match(sentence(table, fee), /^Biaya, besarnya: belum disebut → Rp25.000\.$/);
  const actor = { ...change, kunci: "pelaksana", dari: "a", menjadi: "b" };
  assert.match(sentence(table, actor, { a: "Pemohon", b: "Petugas" }), /: Pemohon → Petugas\.$/);
  assert.equal(sentence(table, { ...change, hapus: true }), "Langkah “Memeriksa berkas” dihapus.");
});

test("the file holds what was typed, quoted", () => {
  const text = proposalText({
    ...proposal,
    pengusul: ' Siti "S" ',
    perubahan: [{ ...change, menjadi: 'a: "b" # c\n  d' }, { ...change, dari: "", nama: "" }, paper],
  });
  assert.match(text, /^pengusul: "Siti \\"S\\""$/m);
  assert.match(text, /^ {4}menjadi: "a: \\"b\\" # c d"$/m);
  assert.match(text, /^ {4}isi:\n {6}berkas: "KTP"\n {6}wajib: "ya"\n {4}sumber:\n {6}jenis: dinas$/m);
  assert.equal(text.match(/dari:/g).length, 1);
  assert.equal(text.match(/butir:/g).length, 1);
});

test("the file's name holds nothing of the person's", () => {
  assert.equal(fileName(proposal), "usulan-kota-contoh-izin-pasar-malam.yml");
});

test("a short proposal goes into the mail, a long one is to be attached", () => {
  const short = mailLink(proposal, ["dinas@contoh.invalid", "situs@contoh.invalid"]);
  assert.ok(short.startsWith("mailto:dinas%40contoh.invalid,situs%40contoh.invalid?subject=Usulan%20perubahan"));
  assert.ok(decodeURIComponent(short).includes("usulan: 1"));
  const long = mailLink({ ...proposal, perubahan: [{ ...change, menjadi: "a".repeat(3000) }] }, ["x@y.z"]);
  assert.ok(long.length < 1800);
  assert.ok(decodeURIComponent(long).includes("usulan-kota-contoh-izin-pasar-malam.yml terlampir"));
});

test("an address cannot add headers or recipients of its own", () => {
  const link = mailLink(proposal, ["a@b.c?bcc=x@y.z&cc=q"]);
  assert.ok(link.startsWith("mailto:a%40b.c%3Fbcc%3Dx%40y.z%26cc%3Dq?subject="));
});

test("a link opens the form at the item, the value, or the new item that it means", () => {
  const items = [
    { pada: "biaya", nilai: [["jumlah", ""]] },
    { pada: "persyaratan[ktp]", nilai: [["berkas", "KTP"], ["wajib", "ya"]] },
    { pada: "persyaratan[+]", baru: true },
  ];
  assert.deepEqual(meant(items, "biaya.jumlah"), [0, 0]);
  assert.deepEqual(meant(items, "persyaratan[ktp].wajib"), [1, 1]);
  assert.deepEqual(meant(items, "persyaratan[ktp]"), [1, -1]);
  assert.deepEqual(meant(items, "persyaratan"), [2, -1]);
  assert.deepEqual(meant(items, '"><script>'), [-1, -1]);
});
