// The search worker behind the theme's dialog. It answers the theme's messages (setup 0, ready 1,
// query 2, result 3) and loads its library and index only when somebody searches.
// A classic script: older Android browsers know no module workers.

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const MOST = 30;

// Words that stand in every sentence, and spellings that people mix up.
const STOP = new Set("yang untuk dan di ke dari pada dengan atau cara bagaimana apa saja mau ingin saya buat bikin".split(" "));
const SAME = { ijin: "izin", merk: "merek", pasport: "paspor", resiko: "risiko", sistim: "sistem", aktifitas: "aktivitas", propinsi: "provinsi" };

/** Letters and digits apart, so that AK1, AK-1 and AK.1 are the same two words. */
function tokens(text) {
  return (text.toLowerCase().normalize("NFKD").match(/[a-z]+|[0-9]+/g) ?? []).map((word) => SAME[word] ?? word);
}

let ready;

/** Load the library and the index once. */
function load() {
  ready ??= (async () => {
    importScripts("../vendor/minisearch-7.2.0.js");
    const answer = await fetch("../../search/indeks.json");
    const { entri, padanan } = await answer.json();
    const engine = new MiniSearch({
      idField: "alamat",
      fields: ["judul", "sebutan", "ringkas", "isi"],
      storeFields: ["judul", "ringkas", "bobot"],
      tokenize: tokens,
      processTerm: (word) => (STOP.has(word) ? null : word),
    });
    engine.addAll(entri);
    return { engine, groups: padanan.map((words) => words.map((word) => tokens(word).join(" "))) };
  })();
  return ready;
}

/** What else the words of a query are called. */
function synonyms(query, groups) {
  const padded = ` ${tokens(query).join(" ")} `;
  const found = new Set();
  for (const group of groups) {
    if (group.some((word) => word && padded.includes(` ${word} `))) group.forEach((word) => found.add(word));
  }
  return [...found].slice(0, 12);
}

/** The entries for a query, best first: every word first, then any of them. */
function find({ engine, groups }, query) {
  const options = {
    boost: { judul: 4, sebutan: 4, ringkas: 2, isi: 1 },
    prefix: (word) => word.length > 2,
    fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    boostDocument: (_, __, stored) => stored.bobot,
  };
  const scores = new Map();
  const add = (hits, weight) => {
    for (const hit of hits) {
      const known = scores.get(hit.id);
      if (known) known.score += hit.score * weight;
      else scores.set(hit.id, { ...hit, score: hit.score * weight });
    }
  };
  add(engine.search(query, { ...options, combineWith: "AND" }), 2);
  add(engine.search(query, { ...options, combineWith: "OR" }), 1);
  for (const other of synonyms(query, groups)) add(engine.search(other, { ...options, combineWith: "AND" }), 0.6);
  return [...scores.values()].sort((one, two) => two.score - one.score || (one.id < two.id ? -1 : 1)).slice(0, MOST);
}

self.addEventListener("message", async ({ data }) => {
  if (data.type === SETUP) {
    self.postMessage({ type: READY });
  } else if (data.type === QUERY) {
    const query = data.data;
    const hits = query.trim() ? find(await load(), query) : [];
    const items = hits.map((hit) => [
      { location: hit.id, title: hit.judul, text: hit.ringkas, score: hit.score, terms: {} },
    ]);
    self.postMessage({ type: RESULT, data: { items } });
  }
});
