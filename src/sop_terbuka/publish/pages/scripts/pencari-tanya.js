// What a query means, by its words alone: which of them count, what they may come from or be misspelt
// for, which office or law they name. Stands behind pencari.js in the same file.

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

/** A word as chats write it, without its vowels. */
function skeleton(word) {
  return word[0] + word.slice(1).replace(/[aeiou]/g, "");
}

/** How many letters are wrong in a word that may stand for another; vowels left out are one. */
function wrong(word, other) {
  if (other.length > word.length && skeleton(word).length > 2 && skeleton(word) === skeleton(other)) return 1;
  const reach = word.length > 4 ? Math.round(word.length * 0.2) : 0;
  if (Math.abs(other.length - word.length) > reach) return undefined;
  const off = distance(word, other, reach);
  return off > reach ? undefined : off;
}

// Endings of words, the longest first; beginnings, and what may have stood there.
const ENDINGS = /(?:ipun|nya|lah|kah|kan|ne|ku|mu|an|in|i|e)$/;
const BEGINNINGS = [
  [/^(?:me)?ny/, ["s", "c"]], [/^(?:me)?ng/, ["", "k"]], [/^(?:me)?m/, ["", "p"]], [/^(?:me)?n/, ["", "t"]],
  [/^(?:di|me|ber|ter|pe|ba|se|ke|nge)/, [""]],
];

/** What a word may come from, likeliest first. */
function stems(word) {
  const bare = word.replace(ENDINGS, "");
  const found = [bare];
  for (const whole of [word, bare]) {
    for (const [begin, letters] of BEGINNINGS) {
      if (begin.test(whole)) found.push(...letters.map((letter) => whole.replace(begin, letter)));
    }
  }
  return found.filter((one) => one.length > 3).map((one) => same.get(one) ?? one);
}

const LAW = /^(?:uu|undang|perpres|keppres|perppu|permen.*|kepmen.*|perda|pergub|perbup|perwal.*|putusan)$/;
const NUMBER = /^[0-9]+$/;

const DENIAL = "tidak";

/** The words of a query without those that ask only whether ("boleh tidak"), or say since when. */
function meant(all) {
  const isLast = (n) => all.slice(n).every((word) => stop.has(word));
  const isQuestion = (n) => all[n] === DENIAL && n > 0 && (isLast(n + 1) || all[n + 1] === "atau");
  const isSpan = (n) => /^[0-9]{1,2}$/.test(all[n]) && /^(?:tahun|thn|bulan|bln|minggu)$/.test(all[n + 1]) && !/^[0-9]{4}$/.test(all[n + 2]);
  const kept = all.filter((word, n) => !stop.has(word) && !isQuestion(n) && !isSpan(n) && !(n && isSpan(n - 1)));
  return kept.length ? kept : all.filter((word) => !stop.has(word));
}

// What says which kind of office it is, or where in a region, but not which region.
const KIND = new Set(
  "kota kab kabupaten prov provinsi kec kecamatan desa kelurahan dinas badan kantor utara selatan barat timur tengah besar baru raya".split(" "),
);

/** The offices of the regions that a query names, and its other words; none where it names nothing else. */
function placed(index, terms) {
  const { regions } = index;
  // What is no word yet may become the name of a region.
  const isIn = (word, parts) => parts.includes(word) || (word.length > 3 && !index.has(word) && parts.some((part) => part.startsWith(word)));
  const own = (word) => [...regions.keys()].filter((at) => word.length > 2 && !KIND.has(word) && isIn(word, regions[at]));
  const rest = terms.filter((word) => !own(word).length);
  return rest.length ? { near: new Set([].concat(...terms.map(own))), rest } : { near: new Set(), rest: terms };
}

// Before the name of a paper that one has: it is not what is wanted.
const BROUGHT = /(?:^| )(?:fotokopi|fotocopy|fc|scan|pakai|pake|bawa|tanpa|upload)$/;

/** The names in a query of what is served elsewhere: before any other name, and in no longer one. */
function elsewhere(asked, found, isHint, isStrange) {
  const at = (name) => ` ${asked} `.indexOf(` ${name} `);
  const others = found.filter(([, ids]) => !ids.every(isHint)).map(([name]) => [at(name), at(name) + name.length]);
  return found.filter(([name, ids]) => {
    if (!ids.every(isHint)) return false;
    if (!others.length) return true;
    const [from, to] = [at(name), at(name) + name.length];
    const isBrought = BROUGHT.test(asked.slice(0, Math.max(from - 1, 0)));
    return isStrange(name) && !isBrought && !others.some(([one, two]) => one < from || (one === from && two >= to));
  });
}
