// The search worker behind the theme's dialog. It answers the theme's messages (setup 0, ready 1,
// query 2, result 3; ours, once somebody turns to the search: warm 4) and loads its index only then.
// A classic script: older Android browsers know no module workers.

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const WARM = 4;
const MOST = 30;

// Words that stand in every sentence, and the one word for others; both come with the index.
let stop = new Set();
const same = new Map();

/** Letters and digits apart, so that AK1, AK-1 and AK.1 are the same two words. */
function tokens(text) {
  const plain = text.toLowerCase().normalize("NFKD");
  // Written as one word or as two; and a word said twice, as chats write it: tanya2.
  const joined = plain.replace(/\b(?:(kerja) (sama)\b|([a-z]{4,})2\b)/g, (as, one = "", two = "", twice = "") => one + two + twice);
  return (joined.match(/[a-z]+|[0-9]+/g) ?? []).map((word) => same.get(word) ?? word);
}

/** The words that count. */
function words(text) {
  return tokens(text).filter((word) => !stop.has(word));
}

// What a word counts by where it stands.
const FIELDS = Object.entries({ judul: 4, sebutan: 4, ringkas: 2, isi: 1 });

let ready;

/** Load the index once. */
function load() {
  if (ready) return ready;
  ready = (async () => {
    const answer = await fetch("../../search/indeks.json");
    const { entri, padanan, dikenal, kantor = {}, abaikan, ejaan } = await answer.json();
    stop = new Set(abaikan.split(" "));
    for (const line of ejaan) {
      const [word, ...others] = line.split(" ");
      for (const other of others) same.set(other, word);
    }
    const known = new Set(dikenal);
    const engine = indexed(entri);
    for (const word of engine.places.keys()) known.add(word);
    const names = new Map();
    entri.forEach(({ judul, sebutan = "" }, n) => {
      for (const name of new Set([judul, ...sebutan.split("|")].map((text) => words(text).join(" ")))) {
        if (name) names.set(name, [...(names.get(name) ?? []), n]);
      }
    });
    return { engine, known, names, offices: kantor, groups: padanan.map((group) => group.map((word) => words(word).join(" "))) };
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

/** Where each word stands: by field, how often in which entry. */
function indexed(entries) {
  const places = new Map();
  const mean = FIELDS.map(() => 0);
  const lengths = entries.map((entry, n) =>
    FIELDS.map(([name], field) => {
      if (entry[name] === undefined) return 0;
      const found = words(entry[name]);
      const length = new Set(found).size;
      mean[field] = (mean[field] * n + length) / (n + 1);
      for (const word of found) {
        if (!places.has(word)) places.set(word, FIELDS.map(() => new Map()));
        const there = places.get(word)[field];
        there.set(n, (there.get(n) ?? 0) + 1);
      }
      return length;
    }),
  );
  const at = new Map(entries.map((entry) => [entry.alamat, entry]));
  return { entries, at, places, lengths, mean };
}

/** Add what one word of the index is worth to each entry that holds it (BM25+). */
function weigh({ entries, places, lengths, mean }, word, weight, scores) {
  places.get(word).forEach((there, field) => {
    const rarity = Math.log(1 + (entries.length - there.size + 0.5) / (there.size + 0.5));
    for (const [n, times] of there) {
      const long = 0.3 + (0.7 * lengths[n][field]) / mean[field];
      const score = rarity * (0.5 + (times * 2.2) / (times + 1.2 * long));
      const worth = weight * FIELDS[field][1] * entries[n].bobot * score;
      scores.set(n, (scores.get(n) ?? 0) + worth);
    }
  });
}

/** How many letters differ, as far as that matters. */
function distance(one, two, most) {
  let row = Array.from({ length: two.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= two.length; j++) {
      next[j] = Math.min(row[j - 1] + (one[i - 1] === two[j - 1] ? 0 : 1), row[j] + 1, next[j - 1] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[two.length];
}

/** The scores of the entries that hold a word, its beginning, or what it may be misspelt for. */
function scored(engine, known, word) {
  const scores = new Map();
  // A word that means something is no misspelling of another.
  const reach = word.length > 4 && !known.has(word) ? Math.round(word.length * 0.2) : 0;
  for (const other of engine.places.keys()) {
    const more = other.length - word.length;
    if (other === word) weigh(engine, other, 1, scores);
    else if (word.length > 2 && other.startsWith(word)) {
      weigh(engine, other, (0.375 * other.length) / (other.length + 0.3 * more), scores);
    } else if (reach && Math.abs(more) <= reach) {
      const off = distance(word, other, reach);
      if (off <= reach) weigh(engine, other, (0.45 * other.length) / (other.length + off), scores);
    }
  }
  return scores;
}

/** The entries that hold words of a text, best first: how many, and whether every one. */
function search(engine, known, text) {
  const hits = new Map();
  const asked = words(text);
  for (const word of asked) {
    for (const [n, score] of scored(engine, known, word)) {
      const hit = hits.get(n) ?? { n, score: 0, held: new Set(), times: 0 };
      hit.score += score;
      hit.held.add(word);
      hit.times += 1;
      hits.set(n, hit);
    }
  }
  return [...hits.values()]
    .map(({ n, score, held, times }) => ({
      n,
      score: score * held.size,
      held: held.size,
      isWhole: times === asked.length,
    }))
    .sort((one, two) => two.score - one.score);
}

/** A word as the index has it: two words run together, or one with its endings. */
function repaired(word, known) {
  if (known.has(word) || word.length < 5) return [word];
  for (let n = word.length - 3; n > 2; n--) {
    const parts = [word.slice(0, n), word.slice(n)];
    if (parts.every((part) => known.has(part))) return parts;
  }
  const bare = word.replace(/(?:nya|lah|kah|ku|mu)$/, "");
  const stem = [bare, same.get(bare), bare.replace(/^(?:di|me[mn]?|ber|ter|se)/, "")].find((one) => known.has(one));
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
function find({ engine, known, names, groups }, query, office) {
  // People write "di tahan" for "ditahan".
  const joined = query.toLowerCase().replace(/\b(di|ke) ([a-z]+)/g, (as, one, two) => (known.has(one + two) ? one + two : as));
  const terms = words(joined).flatMap((word) => repaired(word, known)).filter((word) => !stop.has(word));
  const asked = terms.join(" ");
  const scores = new Map();
  const add = (id, score) => scores.set(id, (scores.get(id) ?? 0) + score);
  const addAll = (hits, weight) => {
    for (const hit of hits) add(hit.n, (weight * hit.score) / hits[0].score);
  };
  for (const [name, ids] of names) {
    if (!` ${asked} `.includes(` ${name} `)) continue;
    const share = name.split(" ").length / terms.length;
    const weight = share === 1 ? 1000 : 200 * share * share;
    for (const n of ids) add(n, weight * engine.entries[n].bobot);
  }
  const some = search(engine, known, asked);
  const whole = (hits) => hits.filter((hit) => hit.isWhole);
  addAll(whole(some), 100);
  // Of several words one alone says little.
  const enough = some.filter((hit) => hit.held * 2 >= terms.length);
  addAll(enough.length ? enough : some, 40);
  for (const other of synonyms(asked, groups)) addAll(whole(search(engine, known, other)), 25);
  return { hits: results(engine, scores, office).map((hit) => because(engine, hit, terms)), terms };
}

/** A hit with the name that it was found by, where what is shown of it does not hold every word. */
function because(engine, hit, terms) {
  const isIn = (text) => {
    const there = tokens(text);
    return (term) => there.some((word) => word.startsWith(term));
  };
  const { judul, ringkas, sebutan = "" } = engine.at.get(hit.id);
  const missing = terms.filter((term) => !isIn(`${judul} ${ringkas}`)(term));
  return { ...hit, juga: sebutan.split("|").find((name) => missing.some(isIn(name))) };
}

/** What is shown: a problem gives way to the services that it leads to. */
function results(engine, scores, office) {
  const best = new Map();
  const offer = (id, score, before) => {
    if (office && !id.startsWith(`${office}/`)) return;
    const { judul, ringkas, jenis } = engine.at.get(id);
    const text = before ? `${before} ${ringkas}` : ringkas;
    if (!(best.get(id)?.score >= score)) best.set(id, { id, judul, ringkas: text, jenis, score });
  };
  for (const [n, score] of scores) {
    const { alamat: id, ke, ringkas } = engine.entries[n];
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
    // The words alone, or with the office that they are asked of and the box that asks.
    const { teks: query, kantor: office, kotak } = data.data.teks === undefined ? { teks: data.data } : data.data;
    const none = { hits: [], terms: [] };
    const found = query.trim()
      ? await load().then(
          (known) => ({ ...find(known, query, office), offices: known.offices }),
          () => ({ hits: [AWAY], terms: [] }),
        )
      : none;
    const items = found.hits.map((hit) => [
      { location: hit.id, title: hit.judul, text: hit.ringkas, kind: hit.jenis, also: hit.juga, score: hit.score, terms: {} },
    ]);
    self.postMessage({ type: RESULT, data: { items, words: found.terms, offices: found.offices ?? {}, kotak } });
  }
});
