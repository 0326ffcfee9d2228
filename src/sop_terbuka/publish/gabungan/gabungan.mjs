// The search of the portal: loads the words that are asked for and the results that are shown.

const form = document.querySelector("[data-cari]");
const input = form.querySelector("input");
const news = document.querySelector("[data-kabar]");
const list = document.querySelector("[data-hasil]");
const root = new URL(form.dataset.akar, location.href);
const services = Number(form.dataset.layanan);
const block = Number(form.dataset.blok);
const letters = new Set(form.dataset.huruf.split(" "));
const ignored = new Set(form.dataset.abaikan.split(" "));
const FIELDS = [8, 5, 1];
const WHOLE = 40;
const SHOWN = 10;
const loaded = new Map();

/** A JSON file of the portal, once. */
function load(path) {
  if (!loaded.has(path)) {
    const answer = fetch(new URL(path, root)).then((got) => {
      if (got.ok) return got.json();
      throw new Error(path);
    });
    answer.catch(() => loaded.delete(path));
    loaded.set(path, answer);
  }
  return loaded.get(path);
}

/** The words that begin like this one. */
async function shardOf(word) {
  const start = word.slice(0, 2);
  return letters.has(start) ? load(`cari/${start}.json`) : {};
}

/** The words of a text as the index has them. */
function wordsOf(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
  return plain.match(/[a-z0-9]+/g) ?? [];
}

/** What one word finds: the score of each result by its number. */
async function matches(word) {
  const shard = await shardOf(word);
  const found = new Map();
  const add = (fields, share) => fields.forEach((numbers, level) => numbers.forEach((number) => {
    found.set(number, Math.max(found.get(number) ?? 0, FIELDS[level] * share));
  }));
  for (const [other, fields] of Object.entries(shard)) {
    if (other === word) add(fields, 1);
    else if (word.length > 2 && other.startsWith(word)) add(fields, 0.5);
  }
  return found;
}

/** The results that have the word or whole name exactly. */
async function whole(words) {
  const joined = words.join("");
  const shard = await shardOf(joined);
  const own = Object.hasOwn(shard, `=${joined}`) ? shard[`=${joined}`] : [];
  return new Set(own.flat());
}

/** Results as [title, address, sentence, where], best first. */
async function search(text) {
  const all = wordsOf(text);
  const words = [...new Set(all)].filter((word) => word.length > 1 && !ignored.has(word));
  if (!all.length) return [];
  const [exact, ...each] = await Promise.all([whole(all), ...words.map(matches)]);
  const score = new Map([...exact].map((number) => [number, WHOLE]));
  const missing = new Map();
  for (const number of new Set([...exact, ...each.flatMap((one) => [...one.keys()])])) {
    const sum = each.reduce((so, one) => so + (one.get(number) ?? 0), score.get(number) ?? 0);
    score.set(number, sum);
    missing.set(number, exact.has(number) ? [] : words.filter((_, at) => !each[at].has(number)));
  }
  const order = [...score.keys()].sort((a, b) =>
    missing.get(a).length - missing.get(b).length || score.get(b) - score.get(a) || a - b);
  const least = order.length ? missing.get(order[0]).length : 0;
  const both = least ? await there(order, missing, words, each) : [];
  const kept = both.length ? [] : order.filter((number) => missing.get(number).length === least);
  const rows = await Promise.all(kept.slice(0, SHOWN).map(async (number) =>
    (await load(`cari/hasil-${Math.floor(number / block)}.json`))[number % block]));
  return [...both, ...rows].slice(0, SHOWN);
}

/** Where some words name a service and the others offices: that service at those offices. */
async function there(order, missing, words, each) {
  const rows = [];
  const named = order.filter((number) => number < services && missing.get(number).length
    && missing.get(number).length < words.length).slice(0, 3);
  for (const number of named) {
    const asked = missing.get(number).map((word) => each[words.indexOf(word)]);
    const offices = [...asked[0].keys()].filter((one) =>
      one >= services && asked.every((found) => found.has(one)));
    if (!offices.length) continue;
    const service = (await load(`cari/hasil-${Math.floor(number / block)}.json`))[number % block];
    if (!service[1].startsWith("layanan/")) continue;
    const offers = await load(`${service[1]}dinas.json`);
    for (const office of offices.slice(0, SHOWN)) {
      const [, address] = (await load(`cari/hasil-${Math.floor(office / block)}.json`))[office % block];
      for (const [at, name, offer] of offers) {
        if (at === address) rows.push([service[0], offer, service[2], name]);
      }
    }
  }
  return rows;
}

function show(rows) {
  list.replaceChildren(...rows.map(([title, address, sentence, where]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(address, root).href;
    link.textContent = title;
    const place = document.createElement("small");
    place.textContent = where;
    const words = document.createElement("p");
    words.textContent = sentence;
    item.append(link, " ", place, words);
    return item;
  }));
  list.hidden = !rows.length;
}

let last = 0;

async function answer() {
  const own = ++last;
  const text = input.value.trim();
  if (!text) {
    show([]);
    news.textContent = "";
    return;
  }
  try {
    const rows = await search(text);
    if (own !== last) return;
    show(rows);
    news.textContent = rows.length ? `${rows.length} hasil teratas.`
      : "Tidak ditemukan. Coba kata lain, atau pilih topik di bawah.";
  } catch {
    if (own !== last) return;
    show([]);
    news.textContent = "Pencarian tidak dapat dimuat. Pilih topik di bawah.";
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  answer();
});
const asked = new URL(location.href).searchParams.get("q");
if (asked) {
  input.value = asked;
  answer();
}
