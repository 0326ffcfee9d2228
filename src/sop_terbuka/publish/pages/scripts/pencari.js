// The search worker behind the theme's dialog. It answers the theme's messages (setup 0, ready 1,
// query 2, result 3; ours, once somebody turns to the search: warm 4) and loads its library and its
// index, at the same time, only then.
// A classic script: older Android browsers know no module workers.

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const WARM = 4;
const MOST = 30;

// Words that stand in every sentence.
const STOP = new Set(
  (
    "yang yg untuk utk dan di ke dari pada dengan dgn atau cara caranya bagaimana gimana apa apakah saja aja mau ingin " +
    "pengin pengen saya aku gue gw kami kita buat bikin urus ngurus mengurus dimana mana kapan berapa kok sih dong nih " +
    "ya lah kah pun kan min kak mas mbak pak tolong kalau kalo"
  ).split(" "),
);

// Spellings that people mix up, short forms, and words of the region for everyday ones. What denies
// is one word, as it carries the meaning: belum dibayar, gak dibayar, ora dibayar.
const SAME = {};
for (const line of [
  "izin ijin", "merek merk", "paspor pasport", "risiko resiko", "sistem sistim", "aktivitas aktifitas",
  "provinsi propinsi", "ijazah ijasah", "telepon telpon telfon telp tlp", "nomor no nomer", "whatsapp wa", "email surel",
  "tidak belum blm gak ga gk nggak ngga enggak engga ndak tak tdk ora durung kada",
  "kerja kerjo gawean gawe gawi gawian kerjaan pekerjaan", "cari nyari mencari golek nggolek luru", "bayar dibayar dibayarkan",
]) {
  const [word, ...others] = line.split(" ");
  for (const other of others) SAME[other] = word;
}

/** Letters and digits apart, so that AK1, AK-1 and AK.1 are the same two words. */
function tokens(text) {
  return (text.toLowerCase().normalize("NFKD").match(/[a-z]+|[0-9]+/g) ?? []).map((word) => SAME[word] ?? word);
}

/** The words that count. */
function words(text) {
  return tokens(text).filter((word) => !STOP.has(word));
}

let ready;

/** Load the library and the index once. */
function load() {
  if (ready) return ready;
  ready = (async () => {
    // Asked for first: while the library is on its way the worker waits, the network does not.
    const answer = fetch("../../search/indeks.json");
    importScripts("../vendor/minisearch-7.2.0.js");
    const { entri, padanan, dikenal } = await (await answer).json();
    const known = new Set(dikenal);
    const engine = new MiniSearch({
      idField: "alamat",
      fields: ["judul", "sebutan", "ringkas", "isi"],
      storeFields: ["judul", "ringkas", "bobot", "ke"],
      tokenize: words,
      processTerm: (word) => word,
    });
    engine.addAll(entri);
    const names = new Map();
    for (const { alamat, judul, sebutan = "", ringkas, isi = "" } of entri) {
      for (const word of words(`${judul} ${sebutan} ${ringkas} ${isi}`)) known.add(word);
      for (const name of new Set([judul, ...sebutan.split("|")].map((text) => words(text).join(" ")))) {
        if (name) names.set(name, [...(names.get(name) ?? []), alamat]);
      }
    }
    return { engine, known, names, groups: padanan.map((group) => group.map((word) => words(word).join(" "))) };
  })();
  // Asked again, it may come: the network was away.
  ready.catch(() => (ready = undefined));
  return ready;
}

// What stands in place of hits when the index cannot be loaded: a way on instead of a wait.
const AWAY = {
  id: "topik/",
  judul: "Pencarian tidak dapat dimuat",
  ringkas: "Periksa sambungan internet, lalu ketik lagi. Semua layanan juga ada pada daftar topik ini.",
  score: 1,
};

/** A word as the index has it: two words run together, or one with its endings. */
function repaired(word, known) {
  if (known.has(word) || word.length < 5) return [word];
  for (let n = word.length - 3; n > 2; n--) {
    const parts = [word.slice(0, n), word.slice(n)];
    if (parts.every((part) => known.has(part))) return parts;
  }
  const bare = word.replace(/(?:nya|lah|kah|ku|mu)$/, "");
  const stem = [bare, SAME[bare], bare.replace(/^(?:di|me[mn]?|ber|ter|se)/, "")].find((one) => known.has(one));
  return [stem ?? word];
}

/** What else the words of a query are called. */
function synonyms(query, groups) {
  const padded = ` ${query} `;
  const found = new Set();
  for (const group of groups) {
    if (group.some((word) => word && padded.includes(` ${word} `))) group.forEach((word) => found.add(word));
  }
  return [...found].slice(0, 12);
}

/** The entries for a query, best first: its very name, then every word, then any of them. */
function find({ engine, known, names, groups }, query) {
  // People write "di tahan" for "ditahan".
  const whole = query.toLowerCase().replace(/\b(di|ke) ([a-z]+)/g, (as, one, two) => (known.has(one + two) ? one + two : as));
  const terms = words(whole).flatMap((word) => repaired(word, known)).filter((word) => !STOP.has(word));
  const asked = terms.join(" ");
  const options = {
    boost: { judul: 4, sebutan: 4, ringkas: 2, isi: 1 },
    prefix: (word) => word.length > 2,
    // A word that means something is no misspelling of another.
    fuzzy: (word) => (word.length > 4 && !known.has(word) ? 0.2 : false),
    boostDocument: (_, __, stored) => stored.bobot,
  };
  const scores = new Map();
  const add = (id, score) => scores.set(id, (scores.get(id) ?? 0) + score);
  const addAll = (hits, weight) => {
    for (const hit of hits) add(hit.id, (weight * hit.score) / hits[0].score);
  };
  for (const [name, ids] of names) {
    if (!` ${asked} `.includes(` ${name} `)) continue;
    const share = name.split(" ").length / terms.length;
    const weight = share === 1 ? 1000 : 200 * share * share;
    for (const id of ids) add(id, weight * engine.getStoredFields(id).bobot);
  }
  addAll(engine.search(asked, { ...options, combineWith: "AND" }), 100);
  // Of several words one alone says little.
  const some = engine.search(asked, options);
  const enough = some.filter((hit) => hit.queryTerms.length * 2 >= terms.length);
  addAll(enough.length ? enough : some, 40);
  for (const other of synonyms(asked, groups)) addAll(engine.search(other, { ...options, combineWith: "AND" }), 25);
  return results(engine, scores);
}

/** What is shown: a problem gives way to the services that it leads to. */
function results(engine, scores) {
  const best = new Map();
  const offer = (id, score, before) => {
    const { judul, ringkas } = engine.getStoredFields(id);
    const text = before ? `${before} ${ringkas}` : ringkas;
    if (!(best.get(id)?.score >= score)) best.set(id, { id, judul, ringkas: text, score });
  };
  for (const [id, score] of scores) {
    const { ke, ringkas } = engine.getStoredFields(id);
    if (ke) ke.forEach((service, n) => offer(service, score * (1 - 0.02 * n), ringkas));
    // What a word means comes after the services that it is used for.
    else offer(id, id.startsWith("istilah/") ? score / 10 : score, "");
  }
  return [...best.values()].sort((one, two) => two.score - one.score || (one.id < two.id ? -1 : 1)).slice(0, MOST);
}

self.addEventListener("message", async ({ data }) => {
  if (data.type === SETUP) {
    self.postMessage({ type: READY });
  } else if (data.type === WARM) {
    load().catch(() => {});
  } else if (data.type === QUERY) {
    const query = data.data;
    const hits = query.trim() ? await load().then((known) => find(known, query), () => [AWAY]) : [];
    const items = hits.map((hit) => [
      { location: hit.id, title: hit.judul, text: hit.ringkas, score: hit.score, terms: {} },
    ]);
    self.postMessage({ type: RESULT, data: { items } });
  }
});
