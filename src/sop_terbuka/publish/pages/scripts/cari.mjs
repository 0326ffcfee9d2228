// The search dialog, loaded by kerangka.js when somebody turns to it; what answers is pencari.js,
// which starts meanwhile.

// What is asked of the worker, and what it answers.
const QUERY = 2;
const RESULT = 3;

const root = new URL("../../", document.currentScript.src);
const toggle = document.getElementById("__search");
const form = document.forms.namedItem("search");
const input = form.elements.namedItem("query");
const list = document.querySelector(".md-search-result__list");
const said = document.querySelector(".md-search-result__meta");
let worker;

/** One hit, built as the theme builds it. */
function result({ location: address, title, text }) {
  const item = make("li", "md-search-result__item");
  const link = make("a", "md-search-result__link");
  const hit = make("article", "md-search-result__article md-typeset");
  const name = make("h2");
  const words = make("p");
  link.href = new URL(address, root);
  name.innerHTML = title;
  words.innerHTML = text;
  hit.append(make("div", "md-search-result__icon md-icon"), name, words);
  link.append(hit);
  item.append(link);
  return item;
}

function make(element, name = "") {
  const made = document.createElement(element);
  made.className = name;
  return made;
}

function tell(text) {
  said.textContent = text;
}

function show({ data }) {
  if (data.type !== RESULT) return;
  const hits = data.data.items.map(([hit]) => hit);
  list.textContent = "";
  list.append(...hits.map(result));
  if (!input.value.trim()) tell("Ketik untuk mulai mencari");
  else tell(hits.length ? `${hits.length} hasil` : "Tidak ada yang cocok");
}

function ask() {
  if (input.value.trim() && !list.childElementCount) tell("Mencari…");
  worker.postMessage({ type: QUERY, data: input.value });
}

function close() {
  toggle.checked = false;
  if (form.contains(document.activeElement) || list.contains(document.activeElement)) document.activeElement.blur();
}

/** Up and down lead through the results, as in every list of a search. */
function move(event) {
  const places = [input, ...list.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!toggle.checked) return;
  if (event.key === "Escape") close();
  else if (step) {
    event.preventDefault();
    const at = places.indexOf(document.activeElement);
    places[(at + step + places.length) % places.length].focus();
  }
}

said.setAttribute("role", "status");
tell("Ketik untuk mulai mencari");
input.addEventListener("input", ask);
form.addEventListener("reset", () => setTimeout(ask));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
toggle.addEventListener("change", () => {
  if (!toggle.checked) close();
});
document.addEventListener("keydown", move);
/** Start; also with what was typed while this script was on its way. */
self.SopCari = (answering) => {
  if (!worker) answering.addEventListener("message", show);
  worker = answering;
  if (input.value) ask();
};
