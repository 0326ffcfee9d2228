// An index in parts, for many offices: words in the order of the alphabet with where they stand, the
// words alone by first letter for what is misspelt, and what is shown, each loaded when it is needed.
// How numbers are packed stands in bagian.py.

/** Numbers that rise, packed: a positive one is a step, a negative one so many steps of one. */
function unpacked(packed, take) {
  let at = -2;
  for (const step of packed) {
    if (step > 0) take((at += step));
    else for (let n = 0; n > step; n--) take(++at);
  }
}

/** Numbers of any order, packed: a negative one repeats the last so many times, with `by` added each time. */
function repeated(packed, by) {
  const all = [];
  for (const value of packed) {
    if (value >= 0) all.push(value);
    else for (let n = 0; n > value; n--) all.push(all[all.length - 1] + by);
  }
  return all;
}

/** What the search asks of an index. */
function opened(head) {
  const { bagian, kata, jumlah } = head;
  const files = new Map();
  const shards = new Map();
  const part = (name) => {
    if (!files.has(name)) {
      // Parts of another edition do not fit.
      const got = file(`${name}.${bagian}.json`);
      got.catch(() => files.delete(name));
      files.set(name, got);
    }
    return files.get(name);
  };
  /** The part that a word stands in, if in any. */
  const partOf = (word) => {
    let [at, end] = [0, kata.length];
    while (end - at > 1) {
      const middle = (at + end) >> 1;
      if (kata[middle] <= word) at = middle;
      else end = middle;
    }
    return at;
  };
  const shard = async (at) => {
    if (shards.has(at)) return;
    const { kata: found, nama: names } = await part(`kata-${at}`);
    shards.set(at, { found: new Map(Object.entries(found)), names: new Map(Object.entries(names)) });
  };
  const entry = (word) => shards.get(partOf(word))?.found.get(word);
  const read = new Map();
  const places = (word) => {
    if (!read.has(word)) {
      const fields = entry(word).map((packed) => {
        const list = [];
        const take = (some, times) => unpacked(some, (n) => list.push(n, times));
        if (packed) {
          take(packed.filter((one) => typeof one === "number"), 1);
          for (const one of packed) if (typeof one !== "number") take(one.slice(1), one[0]);
        }
        return list;
      });
      read.set(word, fields);
    }
    return read.get(word);
  };
  const ke = [];
  for (const [n, services] of head.ke) ke[n] = services;
  return {
    count: jumlah,
    most: 10,
    // Whoever types on needs no answer to half a word.
    wait: 250,
    mean: head.rerata,
    lengths: head.panjang.map((field) => repeated(field, 0)),
    weights: repeated(head.bobot, 0).map((weight) => weight / 100),
    kepunyaan: repeated(head.kepunyaan, 1).map((office) => office - 1),
    ke,
    load: (some) => Promise.all([...new Set(some.filter(Boolean).map(partOf))].map(shard)),
    has: (word) => Boolean(entry(word)),
    places,
    named: (word) => {
      const found = [];
      const own = shards.get(partOf(word))?.names.get(word) ?? {};
      for (const [name, packed] of Object.entries(own)) {
        const ids = [];
        unpacked(packed, (n) => ids.push(n));
        found.push([name, ids]);
      }
      return found;
    },
    endings: async (word, most) => {
      const found = [];
      for (let at = partOf(word); at < kata.length && found.length < most; at++) {
        // What begins like it stands together.
        if (kata[at] > word && !kata[at].startsWith(word)) break;
        await shard(at);
        for (const other of shards.get(at).found.keys()) {
          if (other !== word && other.startsWith(word) && found.length < most) found.push(other);
        }
      }
      await Promise.all([...new Set(found.map(partOf))].map(shard));
      return found;
    },
    vocabulary: async (letters) => {
      const lists = await Promise.all([...letters].map((letter) => (head.huruf.includes(letter) ? part(`huruf-${letter}`) : "")));
      return lists.filter(Boolean).join(" ").split(" ");
    },
    card: async (n) => {
      const cards = await part(`kartu-${Math.floor(n / head.blok)}`);
      return cards[n % head.blok];
    },
  };
}
