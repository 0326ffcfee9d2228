// "Periksa jawaban" as a step of its own, which the back button and a reload know of.

import { showNext } from "./arrive.mjs";
import { checkAll, doubts } from "./check.mjs";
import { counting } from "./definition.mjs";
import { clearTroubles, showTroubles } from "./errors.mjs";
import { frame, readAnswers } from "./fields.mjs";
import { focus, note } from "./page.mjs";
import { showReview } from "./review.mjs";

/** @typedef {import("./page.mjs").Page} Page */

const REVIEW = { langkah: "periksa" };

export class Step {
  /**
   * @param {Page} page
   * @param {() => void} changed  Called when the reviewed answers are new.
   */
  constructor(page, changed) {
    this.page = page;
    this.changed = changed;
    /** Where the form was left. */
    this.leftAt = 0;
    /** @type {(() => void) | null} What the person goes back for. */
    this.goal = null;
  }

  /** The answers that count, with what conditions hide left out. */
  counted() {
    return counting(this.page.definition, readAnswers(this.page.definition));
  }

  /** Whether a paper may be made of the answers as they stand: a declaration must be whole. */
  mayDeclare() {
    const { definition } = this.page;
    if (definition.jenis !== "surat-pernyataan") return true;
    return !checkAll(definition, readAnswers(definition)).length;
  }

  /** Check everything; without troubles the review takes the form's place. */
  examine() {
    if (!this.open()) return;
    // The address stays the same: only the back button learns that there is a step to go back.
    history.pushState(REVIEW, "");
    focus(this.page.title);
  }

  /** Show the review if nothing is wrong. */
  open() {
    const { definition, troubles, answers, icon } = this.page;
    const found = checkAll(definition, readAnswers(definition));
    showTroubles(troubles, found, icon);
    if (found.length) return false;
    this.changed();
    const valid = this.counted();
    showReview(answers, definition, valid, (question) => {
      this.back(() => {
        const place = frame(question.id);
        place.scrollIntoView({ block: "start" });
        // A table without rows has a button only.
        const target = place.querySelector("input, textarea, button");
        /** @type {HTMLElement} */ (target).focus({ preventScroll: true });
      });
    });
    this.page.doubts.textContent = "";
    this.page.doubts.append(...doubts(valid).map(note));
    showNext(this.page, valid);
    this.leftAt = scrollY;
    this.turn(true);
    return true;
  }

  /** @param {boolean} isReviewing */
  turn(isReviewing) {
    const { form, review, status } = this.page;
    form.hidden = isReviewing;
    review.hidden = !isReviewing;
    status.textContent = "";
  }

  /** @param {() => void} next */
  back(next) {
    this.goal = next;
    history.back();
  }

  /** Leave nothing of the answers in what the person does not see. */
  clear() {
    clearTroubles(this.page.troubles);
    this.page.answers.textContent = "";
    this.page.doubts.textContent = "";
    this.page.status.textContent = "";
    this.changed();
  }

  listen() {
    history.scrollRestoration = "manual";
    this.page.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.examine();
    });
    window.addEventListener("popstate", (event) => {
      if (event.state?.langkah === REVIEW.langkah) {
        this.resume();
        return;
      }
      if (this.page.review.hidden) return;
      this.turn(false);
      if (this.goal) this.goal();
      else scrollTo(0, this.leftAt);
      this.goal = null;
    });
  }

  /** After a reload or the forward button: the step that the address stands for. */
  resume() {
    if (history.state?.langkah !== REVIEW.langkah) return;
    if (this.open()) focus(this.page.title);
    else history.replaceState(null, "");
  }
}
