// The answers to findings, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { entries, mailLink, problem } from "../../src/sop_terbuka/publish/pages/scripts/jawab.mjs";

const ANSWER = {
  kunci: "  - aturan: langkah-tanpa-waktu\n    langkah: periksa\n",
  jawaban: "akan-diperbaiki",
  oleh: "Kepala Bidang: Layanan",
  tanggal: "2026-11-29",
  alasan: 'Ditulis\npada "revisi" # berikutnya.',
};

test("an answer becomes an entry of the data", () => {
  assert.equal(
    entries([ANSWER]),
    `tanggapan:
  - aturan: langkah-tanpa-waktu
    langkah: periksa
    jawaban: akan-diperbaiki
    oleh: "Kepala Bidang: Layanan"
    tanggal: 2026-11-29
    alasan: "Ditulis pada \\"revisi\\" # berikutnya."
`,
  );
});

test("what is missing is said one at a time", () => {
  assert.equal(problem(ANSWER), "");
  assert.equal(problem({ ...ANSWER, jawaban: "" }), "Pilih jawabannya.");
  assert.equal(problem({ ...ANSWER, alasan: " " }), "Tulis alasannya.");
  assert.equal(problem({ ...ANSWER, oleh: "" }), "Tulis jabatan atau unit yang menjawab.");
  assert.equal(problem({ ...ANSWER, tanggal: "kemarin" }), "Tulis tanggalnya.");
});

test("a mail link that is too long for a mail program is none", () => {
  const text = entries([ANSWER]);
  assert.match(mailLink("sop@contoh.go.id", "Kartu", "kota/kartu", text), /^mailto:sop%40contoh\.go\.id\?subject=/u);
  assert.equal(mailLink("sop@contoh.go.id", "Kartu", "kota/kartu", text.repeat(20)), "");
});
