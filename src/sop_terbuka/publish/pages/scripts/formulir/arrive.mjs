// The service that a person comes from: its office is the addressee, its counter is where to go next.

import { ADDRESSEE } from "./definition.mjs";
import { box, readAnswers } from "./fields.mjs";

/**
 * @typedef {import("./page.mjs").Page} Page
 */

/**
 * The service that led here, or "" when none of this form's services did.
 * @param {Page} page
 */
function origin(page) {
  const named = new URLSearchParams(location.search).get("layanan") ?? "";
  return places(page).some((place) => place.dataset.layanan === named) ? named : "";
}

/**
 * @param {Page} page
 * @returns {HTMLElement[]}
 */
function places(page) {
  const found = page.review.querySelectorAll("[data-layanan]");
  return /** @type {HTMLElement[]} */ ([...found]);
}

/** @param {string} service */
function officeOf(service) {
  return service.split("/")[0];
}

/**
 * Choose the office of the service that led here, unless one is chosen.
 * @param {Page} page
 */
export function presetOffice(page) {
  const office = officeOf(origin(page));
  const { definition } = page;
  if (Object.keys(definition.tujuan).length < 2 || !(office in definition.tujuan)) return;
  if (!(ADDRESSEE in readAnswers(definition))) box(`${ADDRESSEE}.${office}`).checked = true;
}

/**
 * Leave the counters to which this paper can go.
 * @param {Page} page
 * @param {import("./definition.mjs").Answers} answers
 */
export function showNext(page, answers) {
  const from = origin(page);
  const office = String(answers[ADDRESSEE] ?? officeOf(from));
  for (const place of places(page)) {
    const service = place.dataset.layanan ?? "";
    const isOther = office !== "" && officeOf(service) !== office;
    const isBeside = from !== "" && officeOf(from) === office && service !== from;
    place.hidden = isOther || isBeside;
  }
}
