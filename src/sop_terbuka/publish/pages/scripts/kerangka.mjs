// The frame around every page: colours, search, header, contents, what print needs. Stands in for
// the theme's own script, which is loaded only on pages that use more of it. It keeps the theme's
// elements, its classes and its way of storing the chosen colours.

const COLOURS = ["media", "scheme", "primary", "accent"];

// What tells the search worker to load its index.
const WARM = 4;

const here = document.currentScript.src;
const part = (name) => document.querySelector(`[data-md-component="${name}"]`);

/** Another choice of colours, for this page and the next ones. */
function startColours() {
  const choices = [...document.querySelectorAll("input[name=__palette]")];
  for (const [index, input] of choices.entries()) {
    input.addEventListener("change", () => {
      const color = {};
      for (const name of COLOURS) {
        color[name] = input.getAttribute(`data-md-color-${name}`);
        document.body.setAttribute(`data-md-color-${name}`, color[name]);
      }
      // The label behind the chosen one leads to the next.
      for (const other of choices) other.nextElementSibling.hidden = other !== input;
      __md_set("__palette", { index, color });
    });
  }
}

/** The search, whose script is loaded when somebody turns to it. */
function startSearch() {
  const toggle = document.getElementById("__search");
  const input = document.forms.namedItem("search")?.elements.namedItem("query");
  if (!toggle || !input) return;
  let worker;
  let loaded;
  const warm = () => {
    if (!worker) {
      // On its way together with the worker, which then finds it; from a folder nothing can be read.
      if (location.protocol !== "file:") fetch(new URL("../../search/indeks.json", here)).catch(() => {});
      worker = new Worker(new URL("pencari.js", here));
      worker.postMessage({ type: WARM });
    }
    loaded = loaded || new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("cari.js", here);
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    return loaded;
  };
  const open = (words) => {
    // Told to whoever listens: on a phone the dialog covers the page.
    if (!toggle.checked) toggle.click();
    if (words !== undefined) input.value = words;
    // At once: what is typed meanwhile is not lost, and phones show a keyboard only upon a touch.
    input.focus();
    warm().then(
      () => self.SopCari(worker, input),
      () => {
        // Asked again, it may come: the network was away.
        loaded = undefined;
        part("search-result").firstElementChild.textContent = "Pencarian memerlukan internet. Coba lagi nanti.";
      },
    );
  };
  input.addEventListener("focus", () => toggle.checked || open());
  toggle.addEventListener("change", () => toggle.checked && open());
  // Any other search box of a page is answered in place.
  for (const box of document.querySelectorAll("main form[role=search] input[name=q]")) {
    // Where the script cannot be loaded, the form still leads to the topics.
    const answer = () => warm().then(() => self.SopCari(worker, box), () => (loaded = undefined));
    box.addEventListener("focus", () => warm().catch(() => (loaded = undefined)));
    box.addEventListener("input", answer, { once: true });
    box.form.addEventListener("submit", (event) => {
      if (!loaded) return;
      event.preventDefault();
      answer();
    });
  }
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (!"/sf".includes(event.key) || isTyping || toggle.checked) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) open(asked);
}

/** The page's name in the header, and its place in the contents, once one has read past them. */
function startReading() {
  const header = part("header-title");
  const title = document.querySelector("article h1");
  const links = [...document.querySelectorAll(".md-nav--secondary a[href*='#']")];
  const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let isWaiting = false;
  const look = () => {
    isWaiting = false;
    // Below the header, which stays.
    const line = 60;
    header?.classList.toggle("md-header__title--active", Boolean(title) && title.getBoundingClientRect().bottom < line);
    const last = places.filter((place) => place && place.getBoundingClientRect().top < line + 20).length - 1;
    for (const [n, link] of links.entries()) {
      link.classList.toggle("md-nav__link--passed", n <= last);
      link.classList.toggle("md-nav__link--active", n === last);
    }
  };
  const later = () => {
    if (!isWaiting) requestAnimationFrame(look);
    isWaiting = true;
  };
  addEventListener("scroll", later, { passive: true });
  if (scrollY) later();
}

/** Paper cannot be unfolded: what is folded is printed open, and folded again. */
function startPrinting() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const section of opened) section.open = true;
  });
  addEventListener("afterprint", () => {
    for (const section of opened) section.open = false;
  });
}

document.documentElement.classList.replace("no-js", "js");
startColours();
startSearch();
startReading();
startPrinting();
