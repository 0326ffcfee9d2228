// An index in one file, which is the smallest for a few offices: its entries in columns, taken apart here.

/** What the search asks of an index. */
function opened({ entri, kelompok = [], kantor }) {
  const { judul, ringkas, sebutan, bobot, ke, jenis, padanan } = entri;
  const title = (text) => text.toLowerCase().normalize("NFKD").match(/[a-z0-9]+/g).join("-");
  const alamat = entri.alamat.map((one, n) => one.replace("*", () => title(judul[n])));
  const count = alamat.length;
  const found = new Map();
  const names = new Map();
  const mean = FIELDS.map(() => 0);
  const lengths = FIELDS.map(() => []);
  const ids = Object.keys(kantor);
  for (let n = 0; n < count; n++) {
    FIELDS.forEach(([name], field) => {
      const text = entri[name][n];
      const there = words(text);
      const length = new Set(there).size;
      // Not everything has other names, or more text.
      if (text || name === "judul" || name === "ringkas") mean[field] = (mean[field] * n + length) / (n + 1);
      lengths[field].push(stepped(length));
      for (const word of there) {
        if (!found.has(word)) found.set(word, FIELDS.map(() => []));
        const list = found.get(word)[field];
        if (list[list.length - 2] === n) list[list.length - 1] += 1;
        else list.push(n, 1);
      }
    });
    const called = sebutan[n].split("|");
    // A title that begins with a name of it adds none.
    if (!called[0] || !judul[n].startsWith(called[0])) called.push(judul[n]);
    for (const name of new Set(called.map((text) => words(text).join(" ")))) {
      if (!name) continue;
      const [first] = name.split(" ");
      if (!names.has(first)) names.set(first, new Map());
      const own = names.get(first);
      if (own.has(name)) own.get(name).push(n);
      else own.set(name, [n]);
    }
  }
  const all = [...found.keys()].sort();
  // Where entries of a kind begin and end: they stand together.
  const run = (begin) => {
    const are = alamat.map((one) => one.startsWith(begin));
    return [are.indexOf(true), are.lastIndexOf(true) + 1];
  };
  return {
    count,
    most: 30,
    wait: 0,
    mean,
    lengths,
    weights: bobot,
    kepunyaan: alamat.map((one) => ids.findIndex((id) => one.startsWith(`${id}/`))),
    ke,
    istilah: run("istilah/"),
    bukan: run("bukan:"),
    padanan: judul.map((name, n) => [name, ...sebutan[n].split("|").slice(0, padanan[n])]).filter((_, n) => padanan[n]),
    load: async () => {},
    has: (word) => found.has(word),
    places: (word) => found.get(word),
    named: (word) => names.get(word) ?? [],
    endings: async (word, most) => all.filter((other) => other !== word && other.startsWith(word)).slice(0, most),
    vocabulary: async (letters) => all.filter((word) => letters === undefined || letters.includes(word[0])),
    card: async (n) =>
      n < count ? [alamat[n], judul[n], ringkas[n], sebutan[n], jenis[n]] : kelompok[n - count].slice(2),
  };
}
