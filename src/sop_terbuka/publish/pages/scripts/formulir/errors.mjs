// Troubles on the page: a summary that takes the focus, and a message at each box.

import { box } from "./fields.mjs";

/** @typedef {import("./check.mjs").Trouble} Trouble */

const title = document.title;

/**
 * Show what has to be mended; nothing when there is nothing.
 * @param {HTMLElement} place  Where the summary goes.
 * @param {Trouble[]} troubles
 * @param {() => Node} icon
 */
export function showTroubles(place, troubles, icon) {
  clearTroubles(place);
  if (!troubles.length) return;
  const said = `${troubles.length} isian perlu diperbaiki`;
  document.title = `${said}: ${title}`;
  const summary = document.createElement("div");
  summary.className = "galat";
  summary.tabIndex = -1;
  summary.setAttribute("role", "alert");
  summary.setAttribute("aria-labelledby", "galat-judul");
  const heading = document.createElement("h2");
  heading.id = "galat-judul";
  heading.append(icon(), ` ${said}`);
  const list = document.createElement("ul");
  list.className = "pls";
  for (const trouble of troubles) {
    const item = document.createElement("li");
    item.append(linkTo(trouble));
    list.append(item);
    mark(trouble, icon);
  }
  summary.append(heading, list);
  place.append(summary);
  summary.focus();
  summary.scrollIntoView({ block: "start" });
}

/** @param {HTMLElement} place */
export function clearTroubles(place) {
  place.textContent = "";
  document.title = title;
  for (const message of document.querySelectorAll(".psn")) message.remove();
  for (const frame of document.querySelectorAll(".salah")) frame.classList.remove("salah");
  for (const input of document.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
  }
  for (const described of document.querySelectorAll('[aria-describedby*="g-"]')) {
    const others = (described.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter((id) => !id.startsWith("g-"));
    if (others.length) described.setAttribute("aria-describedby", others.join(" "));
    else described.removeAttribute("aria-describedby");
  }
}

/** @param {Trouble} trouble */
function linkTo(trouble) {
  const link = document.createElement("a");
  link.href = `#i-${trouble.name}`;
  link.textContent = trouble.message;
  link.addEventListener("click", (event) => {
    // The address stays as it is: nothing about the answers belongs in the history.
    event.preventDefault();
    const target = box(trouble.name);
    // The label first, or the header covers it.
    placeOf(target).scrollIntoView({ block: "start" });
    target.focus({ preventScroll: true });
  });
  return link;
}

/** @param {HTMLElement} input */
function placeOf(input) {
  return /** @type {HTMLElement} */ (input.closest(".sel, .kol") ?? input);
}

/**
 * @param {Trouble} trouble
 * @param {() => Node} icon
 */
function mark(trouble, icon) {
  const input = box(trouble.name);
  const place = placeOf(input);
  const message = document.createElement("p");
  message.className = "psn";
  message.id = `g-${trouble.name}`;
  const text = document.createElement("span");
  text.textContent = trouble.message;
  message.append(icon(), text);
  place.classList.add("salah");
  const isGroup = input.type === "radio" || (input.type === "checkbox" && !place.matches(".ctg"));
  const described = isGroup ? place : input;
  if (!isGroup) input.setAttribute("aria-invalid", "true");
  // A paragraph cannot stand in the paragraph of a table's cell.
  if (place.matches(".sel")) place.before(message);
  else (place.querySelector(".plh, .brs-isi, input, textarea") ?? input).before(message);
  const others = described.getAttribute("aria-describedby");
  described.setAttribute("aria-describedby", [others, message.id].filter(Boolean).join(" "));
}
