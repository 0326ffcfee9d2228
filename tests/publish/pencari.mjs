// The search worker of a site's folder, asked without a browser: `node pencari.mjs FOLDER` reads the
// questions as JSON from its input and writes the answers, with the files that each one loaded. With
// a second file, this is the head of the index as long as nobody asks past what a browser keeps.

import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const [folder, kept] = process.argv.slice(2);
const listeners = [];
let loaded = [];
let answered;
const fetched = async (address, { cache } = {}) => {
  const name = address.replace("../../", "");
  loaded.push(name);
  if (kept && name.endsWith("indeks.json") && cache !== "reload") {
    return { ok: true, json: async () => JSON.parse(readFileSync(kept, "utf-8")) };
  }
  return { ok: true, json: async () => JSON.parse(readFileSync(`${folder}/${name}`, "utf-8")) };
};
const self = {
  addEventListener: (_, listener) => listeners.push(listener),
  postMessage: ({ data }) => answered(data),
};
runInContext(
  readFileSync(`${folder}/assets/js/pencari.js`, "utf-8"),
  // Nobody types on here.
  createContext({ self, fetch: fetched, setTimeout: (done) => done() }),
);

const answers = [];
for (const data of JSON.parse(readFileSync(0, "utf-8"))) {
  loaded = [];
  const answer = new Promise((done) => (answered = done));
  listeners[0]({ data: { type: 2, data } });
  const { items } = await answer;
  answers.push({ hits: items.map(([hit]) => hit), loaded });
}
process.stdout.write(JSON.stringify(answers));
