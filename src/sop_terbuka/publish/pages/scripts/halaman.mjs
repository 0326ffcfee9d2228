// What a page can do with a script; every page reads the same without one.

/** Keep the ticks of each tick-list on this device only. */
function keepTicks(form) {
  const key = `ceklis:${form.dataset.ceklis}`;
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
  const name = (box) => box.closest("label").textContent.trim();
  try {
    const ticked = new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));
    for (const box of boxes) box.checked = ticked.has(name(box));
  } catch {
    // A browser that forbids storage, or a broken entry: the list still works, it just forgets.
  }
  form.addEventListener("change", () => {
    const ticked = boxes.filter((box) => box.checked).map(name);
    try {
      if (ticked.length) localStorage.setItem(key, JSON.stringify(ticked));
      else localStorage.removeItem(key);
    } catch {
      // See above.
    }
  });
  // Enter in a box would send the form, which has nowhere to go.
  form.addEventListener("submit", (event) => event.preventDefault());
}

const ROLES = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

/** Say what each part of a table is: older WebKit forgets it where a style makes cards of rows. */
function nameParts(table) {
  // A table that is named outright may hold no caption with a link.
  if (!table.caption) table.setAttribute("role", "table");
  for (const part of table.querySelectorAll("thead, tbody, tr, th, td")) {
    const head = part.getAttribute("scope") === "row" ? "rowheader" : "columnheader";
    part.setAttribute("role", ROLES[part.tagName] || head);
  }
}

/** Show the print buttons, which do nothing without a script. */
function offerPrint(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    // The officers' part is printed only when asked for.
    const isWhole = button.dataset.cetak === "lengkap";
    document.documentElement.classList.toggle("cetak-lengkap", isWhole);
    for (const section of document.querySelectorAll("details.lipat")) {
      if (isWhole) section.open = true;
    }
    window.print();
  });
}

/** Open the folded section that an address leads to, so that nobody lands on a closed door. */
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  let section = target.closest("details");
  if (!section) return;
  while (section) {
    section.open = true;
    section = section.parentElement.closest("details");
  }
  target.scrollIntoView();
}

/** Turn the links to the groups of a list into a filter that shows one group at a time. */
function filterGroups(nav) {
  const links = [...nav.querySelectorAll("a[data-status]")];
  const groups = [...document.querySelectorAll("section[data-status]")];
  const show = (status) => {
    for (const group of groups) group.hidden = Boolean(status) && group.dataset.status !== status;
    for (const link of links) {
      if (link.dataset.status === status) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  for (const link of links) {
    link.hidden = false;
    link.addEventListener("click", () => show(link.dataset.status));
  }
  const opened = links.find((link) => link.hash === location.hash && link.dataset.status);
  show(opened ? opened.dataset.status : "");
}

document.querySelectorAll("[data-saring]").forEach(filterGroups);
openTarget();
window.addEventListener("hashchange", openTarget);
document.querySelectorAll("form[data-ceklis]").forEach(keepTicks);
document.querySelectorAll("[data-cetak]").forEach(offerPrint);
document.querySelectorAll(".mtr, .banding, .banyak").forEach(nameParts);
