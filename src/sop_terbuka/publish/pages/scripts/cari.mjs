// Search boxes and their results, loaded by kerangka.js when somebody turns to one; what answers is
// pencari.js, which starts meanwhile.

// What is asked of the worker, and what it answers.
const QUERY = 2;
const RESULT = 3;

const root = new URL("../../", document.currentScript.src);
// What stands at an address, where the name alone does not say it.
const KINDS = [
  [/^istilah\//, "Istilah"],
  [/^peraturan\//, "Peraturan"],
  [/^topik\//, "Topik"],
  [/^(dinas|dokumen|formulir|perbandingan|tentang)\//, ""],
  [/^[^/]+\/$/, "Kantor"],
  [/^[^/]+\/[^/]+\/$/, "Layanan"],
];
// Nobody looks through a longer list of offices.
const MOST_LISTED = 12;
const boxes = [];
let office = "";

function make(element, name = "", text = "") {
  const made = document.createElement(element);
  if (name) made.className = name;
  made.textContent = text;
  return made;
}

function kindOf({ location: address, kind }) {
  if (kind) return kind;
  // In a copy for a folder, addresses name their file.
  const folder = address.replace(/index\.html$/, "");
  const found = KINDS.find(([pattern]) => pattern.test(folder));
  return found ? found[1] : "";
}

/** Mark the words by which something was found; the text itself stays as it is. */
function marked(place, words) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const node of texts) {
    const parts = node.data.split(/([a-z]+|[0-9]+)/i);
    const isHit = (part) => words.some((word) => word.length > 1 && part.toLowerCase().startsWith(word));
    if (!parts.some(isHit)) continue;
    node.replaceWith(...parts.map((part) => (isHit(part) ? make("mark", "", part) : document.createTextNode(part))));
  }
  return place;
}

/** One hit: what it is, its name, its sentence, and by what other name it was found. */
function result(box, hit, words) {
  const item = make("li", "md-search-result__item");
  // The same at many offices may have no page for all of them.
  const isNowhere = hit.location.startsWith("bukan:") || (hit.many && !hit.location);
  const link = make(isNowhere ? "div" : "a", "md-search-result__link");
  const article = make("article", "md-search-result__article md-typeset");
  const name = make("h2");
  const said = make("p");
  const kind = [kindOf(hit), hit.many ? `di ${hit.many} kantor` : ""].filter(Boolean).join(" ");
  if (link.tagName === "A") link.href = new URL(hit.location, root);
  name.innerHTML = hit.title;
  said.innerHTML = hit.text;
  if (kind) article.append(make("p", "hasil-jenis", kind));
  article.append(marked(name, words), marked(said, words));
  if (hit.also) article.append(marked(make("p", "hasil-juga", `Juga disebut: ${hit.also}`), words));
  link.append(article);
  item.append(link);
  if (hit.many && box.choice) {
    const choose = make("button", "hasil-pilih", "Pilih daerah atau kantor");
    choose.type = "button";
    choose.addEventListener("click", () => box.choice.focus());
    item.append(choose);
  }
  return item;
}

/** A list of the offices, or for many of them a box for a part of a name, such as a region's. */
function choiceOf(offices) {
  const all = Object.entries(offices);
  if (all.length <= MOST_LISTED) {
    const choice = make("select");
    choice.append(new Option("Semua kantor", ""), ...all.map(([id, name]) => new Option(name, id)));
    return choice;
  }
  const choice = make("input");
  const names = make("datalist");
  names.id = `daftar-kantor-${boxes.length}`;
  names.append(...all.map(([, name]) => new Option(name)).sort((one, two) => (one.value < two.value ? -1 : 1)));
  choice.setAttribute("list", names.id);
  choice.placeholder = "Semua";
  choice.autocomplete = "off";
  document.body.append(names);
  return choice;
}

/** Let one office be chosen, where there are several. */
function offerOffices(box, offices) {
  const many = Object.keys(offices).length;
  if (box.choice || !many) return;
  const label = make("label", "hasil-kantor", many > MOST_LISTED ? "Daerah atau kantor " : "Kantor ");
  const choice = choiceOf(offices);
  choice.value = office;
  choice.addEventListener(choice.tagName === "SELECT" ? "change" : "input", () => {
    office = choice.value;
    for (const other of boxes) {
      if (other.choice) other.choice.value = office;
      if (other.input.value) other.ask();
    }
  });
  label.append(choice);
  box.said.before(label);
  box.choice = choice;
}

function show(box, { items, words, offices }) {
  const hits = items.map(([hit]) => hit);
  // An answer that comes late takes the focus from nobody who walks through the hits.
  const links = () => [...box.list.querySelectorAll("a")];
  const walked = links().indexOf(document.activeElement);
  box.list.textContent = "";
  offerOffices(box, offices);
  box.list.append(...hits.map((hit) => result(box, hit, words)));
  if (!box.input.value.trim()) box.said.textContent = box.empty;
  else if (hits.length) box.said.textContent = `${hits.length} hasil`;
  else {
    // No dead end: everything stands in a list, too, and the offices can be asked.
    const link = (address, text) => {
      const made = make("a", "", text);
      made.href = new URL(address, root);
      return made;
    };
    const known = Object.entries(offices);
    const asked = known.length > MOST_LISTED ? [] : known.map(([id, name]) => link(`${id}/`, name));
    box.said.textContent = `Tidak ada yang cocok${office ? " di kantor itu" : ""}. Coba kata lain, `;
    box.said.append(asked.length ? "" : "atau ", link("topik/", "lihat semua topik"));
    asked.forEach((one, n) => box.said.append(n ? " atau " : ", atau tanyakan kepada ", one));
    box.said.append(".");
  }
  if (walked >= 0) (links()[walked] ?? box.input).focus();
}

/** Make a box ask the worker at each letter; its answers stand in `list`, their number in `said`. */
function start(worker, box) {
  box.ask = () => {
    if (box.input.value.trim() && !box.list.childElementCount) box.said.textContent = "Mencari…";
    worker.postMessage({ type: QUERY, data: { teks: box.input.value, kantor: office, kotak: boxes.indexOf(box) } });
  };
  if (!boxes.length) {
    worker.addEventListener("message", ({ data }) => {
      if (data.type === RESULT) show(boxes[data.data.kotak], data.data);
    });
  }
  boxes.push(box);
  box.said.setAttribute("role", "status");
  box.said.textContent = box.empty;
  box.input.addEventListener("input", box.ask);
  box.input.form.addEventListener("keydown", (event) => move(event, box));
  box.list.addEventListener("keydown", (event) => move(event, box));
  return box;
}

/** Up and down lead through the results, as in every list of a search. */
function move(event, { input, list }) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.closest(".hasil-kantor")) return;
  const places = [input, ...list.querySelectorAll("a")];
  event.preventDefault();
  const at = places.indexOf(document.activeElement);
  places[(at + step + places.length) % places.length].focus();
}

/** The theme's dialog. */
function dialog(worker) {
  const toggle = document.getElementById("__search");
  const form = document.forms.namedItem("search");
  const box = start(worker, {
    input: form.elements.namedItem("query"),
    list: document.querySelector(".md-search-result__list"),
    said: document.querySelector(".md-search-result__meta"),
    empty: "Ketik untuk mulai mencari",
  });
  const close = () => {
    toggle.checked = false;
    const { activeElement: active } = document;
    if (form.contains(active) || box.list.contains(active)) active.blur();
  };
  form.addEventListener("reset", () => setTimeout(box.ask));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    box.list.querySelector("a")?.click();
  });
  toggle.addEventListener("change", () => toggle.checked || close());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) close();
  });
  return box;
}

/** A box within the page, whose answers stand below it. */
function inPlace(worker, input) {
  const place = make("div", "hasil");
  const said = make("p");
  const list = make("ol");
  place.append(said, list);
  (input.form.closest(".hero") || input.form).after(place);
  const box = start(worker, { input, list, said, empty: "" });
  input.form.addEventListener("submit", () => place.scrollIntoView({ block: "nearest" }));
  return box;
}

/** Start a box, also with what was typed while this script was on its way. */
self.SopCari = (worker, input) => {
  const known = boxes.find((one) => one.input === input);
  const box = known ?? (input.name === "query" ? dialog(worker) : inPlace(worker, input));
  if (input.value) box.ask();
};
