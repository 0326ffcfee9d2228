// The search worker behind every box. It answers the theme's messages (setup 0, ready 1, query 2,
// result 3; ours, once somebody turns to the search: warm 4) and loads its index only then. How an
// index is read, `opened`, stands behind it in the same file: pencari-utuh.js for an index in one
// file, pencari-bagian.js for one in parts; and what a query means, pencari-tanya.js. What is found,
// and in which order, is decided here alone.
// A classic script: older Android browsers know no module workers.

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const WARM = 4;

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
// So many words are looked at that begin like one that is being typed, and that it may stand for.
const MOST_ENDINGS = 120;
const MOST_ALIKE = 8;
// So many of a group are shown one by one where their office was asked for or chosen.
const MOST_APART = 8;

let ready;

/** A JSON file of the index. */
async function file(name, cache = "default") {
  const answer = await fetch(`../../search/${name}`, { cache });
  if (!answer.ok) throw new Error(name);
  return answer.json();
}

/** Load the index once. */
function load(cache) {
  if (ready) return ready;
  ready = (async () => {
    const head = await file("indeks.json", cache);
    stop = new Set(head.abaikan.split(" "));
    for (const line of head.ejaan) {
      const [word, ...others] = line.split(" ");
      for (const other of others) same.set(other, word);
    }
    const index = { ...head, ...opened(head), known: new Set(head.dikenal) };
    const { wilayah = [] } = head;
    return {
      ...index,
      groups: index.padanan.map((group) => group.map((word) => words(word).join(" "))),
      // What names the region of each office: its id, at the end of its address, and what lies around it.
      regions: Object.keys(head.kantor).map((id, at) => tokens(`${id.split("/").pop()} ${wilayah[at] ?? ""}`)),
    };
  })();
  // Asked again, it may come: the network was away.
  ready.catch(() => (ready = undefined));
  return ready;
}

// What stands in place of hits when the index cannot be loaded: a way on instead of a wait.
const AWAY = {
  location: "topik/",
  title: "Pencarian tidak dapat dimuat",
  text: "Periksa sambungan internet, lalu ketik lagi. Semua layanan juga ada pada daftar topik ini.",
};

/** A length in steps that grow with it: an exact one of each entry would be half of what is loaded first. */
function stepped(length) {
  const step = 2 ** Math.max(0, 29 - Math.clz32(length));
  return Math.floor(length / step) * step;
}

/** Add what one word of the index is worth to each entry that holds it (BM25+). */
function weigh({ count, places, lengths, mean, weights }, word, weight, scores) {
  places(word).forEach((there, field) => {
    const many = there.length / 2;
    const rarity = Math.log(1 + (count - many + 0.5) / (many + 0.5));
    for (let at = 0; at < there.length; at += 2) {
      const n = there[at];
      const times = there[at + 1];
      const long = 0.3 + (0.7 * lengths[field][n]) / mean[field];
      const score = rarity * (0.5 + (times * 2.2) / (times + 1.2 * long));
      scores.set(n, (scores.get(n) ?? 0) + weight * FIELDS[field][1] * weights[n] * score);
    }
  });
}

/** The words of the index that one may be misspelt for, nearest first: with its first letter, else any. */
async function misspelt(index, word) {
  for (const letters of [word[0], index.huruf]) {
    const found = [];
    for (const other of await index.vocabulary(letters)) {
      const off = wrong(word, other);
      if (off) found.push([off, other]);
    }
    if (found.length) return found.sort(([one], [two]) => one - two).slice(0, MOST_ALIKE);
  }
  return [];
}

/** Whether a word means something, so that it is no misspelling of another. */
function knows(index, word) {
  return index.known.has(word) || index.has(word);
}

/** The scores of the entries that hold a word, its beginning, or what it may be misspelt for. */
async function scored(index, word) {
  const scores = new Map();
  await index.load([word]);
  if (index.has(word)) weigh(index, word, 1, scores);
  const longer = word.length > 2 ? await index.endings(word, MOST_ENDINGS) : [];
  for (const other of longer) {
    weigh(index, other, (0.375 * other.length) / (other.length + 0.3 * (other.length - word.length)), scores);
  }
  if (!scores.size && word.length > 3 && !knows(index, word)) {
    const alike = await misspelt(index, word);
    await index.load(alike.map(([, other]) => other));
    for (const [off, other] of alike) weigh(index, other, (0.45 * other.length) / (other.length + off), scores);
  }
  return scores;
}

/** The entries that hold words of a text, best first: how many, and whether every one. */
async function search(index, text) {
  const hits = new Map();
  const asked = words(text);
  const found = await Promise.all(asked.map((word) => scored(index, word)));
  asked.forEach((word, at) => {
    for (const [n, score] of found[at]) {
      const hit = hits.get(n) ?? { n, score: 0, held: 0, times: 0 };
      hit.score += score;
      if (asked.indexOf(word) === at) hit.held += 1;
      hit.times += 1;
      hits.set(n, hit);
    }
  });
  return [...hits.values()]
    .map(({ n, score, held, times }) => ({ n, score: score * held, held, isWhole: times === asked.length }))
    .sort((one, two) => two.score - one.score);
}

/** A word as the index has it: two words run together, one with its endings, or with one wrong letter. */
async function repaired(index, word) {
  await index.load([word]);
  if (knows(index, word) || LAW.test(word) || word.length < 4) return [word];
  // Not yet typed to its end.
  if ((await index.endings(word, 1)).length) return [word];
  const parts = await split(index, word, 4);
  if (parts) return parts;
  const from = stems(word);
  await index.load(from);
  const stem = from.find((one) => knows(index, one) || stop.has(one));
  if (stem) return [stem];
  const near = (await misspelt(index, word)).filter(([off, other]) => off === 1 && other[0] === word[0]);
  if (near.length !== 1) return (await split(index, word, 3)) ?? [word];
  await index.load([near[0][1]]);
  return [near[0][1]];
}

/** Two words that were run together, none shorter than so many letters. */
async function split(index, word, least) {
  const cuts = [];
  for (let n = word.length - least; n >= least; n--) cuts.push([word.slice(0, n), word.slice(n)]);
  await index.load(cuts.map(([one]) => one));
  for (const [one, two] of cuts.filter(([part]) => knows(index, part))) {
    await index.load([two]);
    if (knows(index, two)) return [one, two];
  }
  return undefined;
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

/** What is shown for a query, best first: its very name, then every word, then any of them. */
async function find(index, query, office) {
  // People write "di tahan" for "ditahan".
  const typed = query.toLowerCase();
  await index.load((typed.match(/\b(?:di|ke) [a-z]+/g) ?? []).map((two) => two.replace(" ", "")));
  const joined = typed.replace(/\b(di|ke) ([a-z]+)/g, (as, one, two) => (knows(index, one + two) ? one + two : as));
  const parts = await Promise.all(meant(tokens(joined)).map((word) => repaired(index, word)));
  // A number that stands nowhere says nothing.
  const terms = [].concat(...parts).filter((word) => !stop.has(word) && (!NUMBER.test(word) || knows(index, word)));
  const numbers = terms.filter((word) => NUMBER.test(word));
  // PP alone is also a company's own rules.
  const laws = terms.filter((word) => LAW.test(word) || (word === "pp" && numbers.length));
  const { near, rest } = laws.length ? { near: new Set(), rest: terms } : placed(index, terms);
  const asked = rest.join(" ");
  const scores = new Map();
  const add = (id, score) => scores.set(id, (scores.get(id) ?? 0) + score);
  const addAll = (hits, weight) => {
    for (const hit of hits) add(hit.n, (weight * hit.score) / hits[0].score);
  };
  const isHint = (n) => n >= index.bukan[0] && n < index.bukan[1];
  const isAsWritten = (name) => ` ${asked} `.includes(` ${name} `);
  const named = [].concat(...[...new Set(rest)].map((term) => [...index.named(term)]));
  const called = named.filter(([name]) => name.split(" ").every((word) => rest.includes(word)));
  for (const [name, ids] of called) {
    const share = name.split(" ").length / rest.length;
    // In another order it is the same, but less surely.
    const weight = (share === 1 ? 1000 : 200 * share * share) * (isAsWritten(name) ? 1 : 0.5);
    for (const n of ids) add(n, weight * index.weights[n]);
  }
  // What is served elsewhere is said only of what is called so.
  const known = new Set([].concat(...called.map(([, ids]) => ids)));
  const hitsOf = async (text) => (await search(index, text)).filter(({ n }) => !isHint(n) || known.has(n));
  const whole = (hits) => hits.filter((hit) => hit.isWhole);
  // At once: each may have parts to load.
  const [some, anywhere, others] = await Promise.all([
    hitsOf(terms.join(" ")),
    near.size ? hitsOf(asked) : [],
    Promise.all(synonyms(asked, index.groups).map((other) => search(index, other))),
  ]);
  addAll(whole(some), laws.length ? 400 : 100);
  addAll(whole(anywhere), 100);
  // Of several words one alone says little, and the meaning of a word shuts out no service.
  const enough = some.filter((hit) => hit.held * 2 >= terms.length);
  addAll(enough.some(({ n }) => !isTerm(index, n)) ? enough : some, 40);
  // An entry with many other names is worth no more than one with the right one.
  const also = new Map();
  for (const hits of others.map(whole)) {
    for (const hit of hits) also.set(hit.n, Math.max(also.get(hit.n) ?? 0, hit.score / hits[0].score));
  }
  for (const [n, share] of also) add(n, 50 * share);
  if (laws.length && numbers.length) {
    const exact = whole(await search(index, [...laws, ...numbers].join(" ")));
    addAll(exact.length ? exact : whole(await search(index, numbers.join(" "))), 1000);
  }
  // Words by which nothing here is called.
  const isStrange = (name) =>
    name.split(" ").some((word) => index.places(word).slice(0, 2).every((there) => there.every((n, at) => at % 2 || isHint(n))));
  for (const [, ids] of elsewhere(asked, called.filter(([name]) => isAsWritten(name)), isHint, isStrange)) {
    for (const n of ids) add(n, 2000);
  }
  const best = gathered(index, ranked(index, scores, office, near), near, Boolean(office)).slice(0, index.most);
  // Also marked: what stands in texts for the words asked.
  const spelt = [...same].filter(([other, word]) => other.length > 3 && terms.includes(word)).map(([other]) => other);
  return { hits: await Promise.all(best.map((hit) => shown(index, hit, terms))), terms: [...terms, ...spelt] };
}

/** The offices that a text names: by its id, or by words of its name; none for no text. */
function offices({ kantor }, text) {
  if (!text) return undefined;
  const ids = Object.keys(kantor);
  const asked = words(text);
  const isIt = (id) => {
    const name = tokens(kantor[id]);
    return asked.every((word) => name.some((part) => part.startsWith(word)));
  };
  return new Set(kantor[text] ? [ids.indexOf(text)] : ids.map((_, at) => at).filter((at) => isIt(ids[at])));
}

/** Whether an entry says what a word means. */
function isTerm({ istilah: [from, to] }, n) {
  return n >= from && n < to;
}

/** The entries to show: a problem gives way to the services that it leads to. */
function ranked(index, scores, office, near) {
  const { ke, kepunyaan } = index;
  const best = new Map();
  const offer = (n, points, before) => {
    if (office && !office.has(kepunyaan[n])) return;
    const score = near.size && kepunyaan[n] >= 0 && !near.has(kepunyaan[n]) ? 0.4 * points : points;
    if (!(best.get(n)?.score >= score)) best.set(n, { n, score, before });
  };
  for (const [n, score] of scores) {
    if (ke[n]) {
      ke[n].forEach(([first, many], at) => {
        for (let to = first; to < first + many; to++) offer(to, score * (1 - 0.02 * at), n);
      });
    // What a word means comes after the services that it is used for.
    } else offer(n, isTerm(index, n) ? score / 10 : score);
  }
  return [...best.values()].sort((one, two) => two.score - one.score || one.n - two.n);
}

/** The same at many offices is one hit, but for the few offices that were named or chosen. */
function gathered({ kelompok, kepunyaan, sedikit, count }, hits, near, isChosen) {
  const list = [];
  const groups = new Map();
  for (const hit of hits) {
    // The last group that begins before it.
    let [at, end] = [-1, kelompok.length];
    while (end - at > 1) {
      const middle = (at + end) >> 1;
      if (kelompok[middle][0] <= hit.n) at = middle;
      else end = middle;
    }
    if (at < 0 || hit.n >= kelompok[at][0] + kelompok[at][1]) list.push(hit);
    else if (groups.has(at)) groups.get(at).push(hit);
    else groups.set(at, [hit]);
  }
  for (const [at, members] of groups) {
    const apart = isChosen ? members : members.filter((hit) => near.has(kepunyaan[hit.n]));
    const isFew = apart.length <= MOST_APART;
    let rest = apart.length ? apart : members;
    if (isFew) {
      list.push(...apart);
      rest = members.filter((hit) => !apart.includes(hit));
    }
    // One office may have several; what is of no office counts by itself.
    const many = new Set(rest.map(({ n }) => (kepunyaan[n] < 0 ? `-${n}` : kepunyaan[n]))).size;
    if (many <= sedikit) list.push(...rest);
    else list.push({ ...rest[0], n: count + at, many });
  }
  return list.sort((one, two) => two.score - one.score || one.n - two.n);
}

/** A hit as it is shown, with the name that it was found by where the rest does not hold every word. */
async function shown({ card }, { n, before, many, score }, terms) {
  const [[alamat, judul, ringkas, sebutan, jenis], problem] = await Promise.all([card(n), before >= 0 ? card(before) : undefined]);
  const isIn = (text) => {
    const there = tokens(text);
    return (term) => there.some((word) => word.startsWith(term));
  };
  const text = problem ? `${problem[2]} ${ringkas}` : ringkas;
  const missing = terms.filter((term) => !isIn(`${judul} ${ringkas}`)(term));
  const also = (sebutan ?? "").split("|").find((name) => missing.some(isIn(name)));
  return { location: alamat, title: judul, text, kind: jenis, also, many, score, terms: {} };
}

// The last question of each box: what was typed before it needs no answer.
const last = new Map();

self.addEventListener("message", async ({ data }) => {
  if (data.type === SETUP) {
    self.postMessage({ type: READY });
  } else if (data.type === WARM) {
    load().catch(() => {});
  } else if (data.type === QUERY) {
    // The words alone, or with the office that they are asked of and the box that asks.
    const { teks: query, kantor: office, kotak } = data.data.teks === undefined ? { teks: data.data } : data.data;
    last.set(kotak, data);
    let found = { hits: [], terms: [] };
    const since = Date.now();
    const answer = async (cache) => {
      const index = await load(cache);
      const left = since + index.wait - Date.now();
      if (left > 0) await new Promise((done) => setTimeout(done, left));
      if (last.get(kotak) !== data) return;
      found = { ...(await find(index, query, offices(index, office))), offices: index.kantor };
    };
    // The site may have been published anew since its index was loaded: then parts of it are gone.
    const again = () => {
      ready = undefined;
      return answer("reload");
    };
    if (query.trim()) await answer().catch(again).catch(() => (found.hits = [AWAY]));
    if (last.get(kotak) !== data) return;
    self.postMessage({
      type: RESULT,
      data: { items: found.hits.map((hit) => [hit]), words: found.terms, offices: found.offices ?? {}, kotak },
    });
  }
});
