// By when a service is ready: working days, holidays, and no date beyond what is known.
import assert from "node:assert/strict";
import { test } from "node:test";

import { readyOn } from "../../src/sop_terbuka/publish/pages/scripts/kapan.mjs";

const WEEK = new Set([0, 1, 2, 3, 4]);
const rule = (days, more = {}) => ({
  days, weekdays: WEEK, holidays: new Set(["2026-12-24", "2026-12-25"]), last: "2026-12-31", ...more,
});
const said = (from, made) => readyOn(new Date(`${from}T09:00`), made)?.toDateString();

test("the day itself does not count, the weekend neither", () => {
  assert.equal(said("2026-12-04", rule(1)), "Mon Dec 07 2026");
  assert.equal(said("2026-12-05", rule(5)), "Fri Dec 11 2026");
});

test("holidays and joint leave do not count", () => {
  assert.equal(said("2026-12-23", rule(1)), "Mon Dec 28 2026");
});

test("an office that is open on other days counts those", () => {
  const made = rule(3, { weekdays: new Set([0, 5]) });
  assert.equal(said("2026-12-04", made), "Sat Dec 12 2026");
});

test("calendar days count on every day", () => {
  const made = rule(14, { weekdays: new Set([0, 1, 2, 3, 4, 5, 6]), holidays: new Set([""]) });
  assert.equal(said("2026-12-12", made), "Sat Dec 26 2026");
});

test("beyond the years whose holidays are known there is no date", () => {
  assert.equal(said("2026-12-28", rule(5)), undefined);
  assert.equal(said("2026-12-04", rule(5, { last: "" })), undefined);
});
