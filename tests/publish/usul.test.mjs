// The proposal form's core, without a browser: `node --test tests/publish/usul.test.mjs`.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fileName, mailLink, problem, proposalText } from "../../src/sop_terbuka/publish/pages/scripts/usul.mjs";

const change = { pada: "langkah[periksa].waktu", dari: "30 menit", menjadi: "1 jam", alasan: "antrean" };
const proposal = {
  sop: "kota-contoh/izin-pasar-malam",
  nama: "Izin Pasar Malam",
  dasar: `sha256:${"0".repeat(64)}`,
  pengusul: "",
  perubahan: [change],
};

test("a change that says all is taken", () => {
  assert.equal(problem(change), "");
});

for (const [name, more, said] of [
  ["no place", { pada: "" }, /Pilih bagian/],
  ["nothing new", { menjadi: " 30  menit " }, /sama dengan/],
  ["no value", { menjadi: " \n " }, /seharusnya/],
  ["no reason", { alasan: "" }, /alasannya/],
  ["a code", { menjadi: "{{ 7*7 }}" }, /tanpa kode/],
  ["a tag", { alasan: "<script>" }, /tanpa kode/],
  ["a hidden letter", { menjadi: "a\u202eb" }, /tidak terlihat/],
  ["a control character", { menjadi: "a\u0007b" }, /tidak terlihat/],
  ["too much", { menjadi: "a".repeat(4001) }, /terlalu panjang/],
]) {
  test(`${name} is told to the person`, () => {
    assert.match(problem({ ...change, ...more }), said);
  });
}

test("the file holds what was typed, quoted", () => {
  const text = proposalText({
    ...proposal,
    pengusul: ' Siti "S" ',
    perubahan: [{ ...change, menjadi: 'a: "b" # c\n  d' }, { ...change, dari: "" }],
  });
  assert.match(text, /^pengusul: "Siti \\"S\\""$/m);
  assert.match(text, /^ {4}menjadi: "a: \\"b\\" # c d"$/m);
  assert.equal(text.match(/dari:/g).length, 1);
});

test("the file's name holds nothing of the person's", () => {
  assert.equal(fileName(proposal), "usulan-kota-contoh-izin-pasar-malam.yml");
});

test("a short proposal goes into the mail, a long one is to be attached", () => {
  const short = mailLink(proposal, "dinas@contoh.invalid");
  assert.ok(short.startsWith("mailto:dinas%40contoh.invalid?subject=Usulan%20perubahan%20SOP%3A%20Izin"));
  assert.ok(decodeURIComponent(short).includes("usulan: 1"));
  const long = mailLink({ ...proposal, perubahan: [{ ...change, menjadi: "a".repeat(3000) }] }, "x@y.z");
  assert.ok(long.length < 1800);
  assert.ok(decodeURIComponent(long).includes("usulan-kota-contoh-izin-pasar-malam.yml terlampir"));
});

test("an address cannot add headers or recipients of its own", () => {
  assert.ok(mailLink(proposal, "a@b.c?bcc=x@y.z&cc=q").startsWith("mailto:a%40b.c%3Fbcc%3Dx%40y.z%26cc%3Dq?subject="));
});
