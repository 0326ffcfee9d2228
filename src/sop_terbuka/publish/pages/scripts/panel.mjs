// Menu and search on a small screen: opened, read and closed by keyboard and screen reader too.
// Without this script the theme's labels still open them for a finger.

const canBeInert = "inert" in HTMLElement.prototype;

/** What can be reached within a panel, in order. */
function reachable(place) {
  const all = [...place.querySelectorAll("a[href], button, input, summary, [tabindex='0']")];
  return all.filter((one) => one.tabIndex >= 0 && one.getClientRects().length);
}

/** A button that does what a label of the theme does for a finger. */
function button(label, name, kind) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `${label.className} ${kind}`;
  made.setAttribute("aria-label", name);
  made.append(...[...label.querySelectorAll("svg")].map((icon) => icon.cloneNode(true)));
  for (const icon of made.children) icon.setAttribute("aria-hidden", "true");
  return made;
}

/**
 * One panel behind one of the theme's hidden boxes.
 * @param {{box: HTMLInputElement, place: HTMLElement, opener: HTMLElement, closer: HTMLElement,
 *   name: string, wide: string, first: HTMLElement}} panel
 *   wide: from which width on it is no panel but a part of the page
 */
function start({ box, place, opener, closer, name, wide, first }) {
  const isWide = matchMedia(wide);
  let wasOpen = false;
  opener.setAttribute("aria-controls", place.id);
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", () => box.click());
  closer.addEventListener("click", () => box.click());
  const show = () => {
    const isOpen = box.checked && !isWide.matches;
    if (isOpen === wasOpen) return;
    wasOpen = isOpen;
    opener.setAttribute("aria-expanded", String(isOpen));
    for (let inner = place; inner !== document.body; inner = inner.parentElement) {
      for (const other of inner.parentElement.children) {
        if (other !== inner && !other.matches(".md-toggle, .md-overlay, script")) other.inert = isOpen;
      }
    }
    if (isOpen) {
      place.setAttribute("role", "dialog");
      place.setAttribute("aria-modal", "true");
      place.setAttribute("aria-label", name);
      first.focus();
    } else {
      for (const kind of ["role", "aria-modal", "aria-label"]) place.removeAttribute(kind);
      const isLost = document.activeElement === document.body || place.contains(document.activeElement);
      if (isLost && !isWide.matches) opener.focus();
    }
  };
  box.addEventListener("change", show);
  // Safari 14 knows it only by this name.
  isWide.addListener(show);
  document.addEventListener("keydown", (event) => {
    if (!wasOpen) return;
    if (event.key === "Escape") {
      if (box.checked) box.click();
    } else if (event.key === "Tab" && !canBeInert) {
      const all = reachable(place);
      const end = event.shiftKey ? all[0] : all[all.length - 1];
      if (document.activeElement !== end) return;
      event.preventDefault();
      all[event.shiftKey ? all.length - 1 : 0].focus();
    }
  });
  show();
}

function startMenu() {
  const place = document.querySelector(".md-sidebar--primary");
  const label = document.querySelector(".md-header [for=__drawer]");
  if (!place || !label) return;
  const opener = button(label, "Menu", "panel-menu");
  label.hidden = true;
  label.after(opener);
  const closer = document.createElement("button");
  closer.type = "button";
  closer.className = "panel-tutup";
  closer.textContent = "Tutup menu";
  place.querySelector(".md-nav__title").after(closer);
  place.id = "menu-situs";
  start({
    box: document.getElementById("__drawer"), place, opener, closer, name: "Menu", first: closer,
    wide: "(min-width: 76.25em)",
  });
}

function startSearch() {
  const place = document.querySelector(".md-search");
  const label = document.querySelector(".md-header__button[for=__search]");
  if (!place || !label) return;
  const opener = button(label, "Buka pencarian", "panel-cari");
  label.hidden = true;
  label.after(opener);
  const back = place.querySelector(".md-search__icon[for=__search]");
  const closer = button(back, "Tutup pencarian", "panel-tutup-cari");
  back.after(closer);
  place.id = "pencarian-situs";
  place.querySelector(".md-search-result__meta").textContent = "Ketik untuk mulai mencari";
  start({
    box: document.getElementById("__search"), place, opener, closer, name: "Pencarian",
    first: place.querySelector("input"), wide: "(min-width: 60em)",
  });
}

startMenu();
startSearch();
