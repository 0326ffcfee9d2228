// Loads what is needed only once somebody answers: scripts, because from a folder nothing else loads.

/**
 * @typedef {import("./layout.mjs").Letters} Letters
 * @typedef {typeof import("./papers.mjs").PENS} Pens
 */

/** @type {Map<string, Promise<unknown>>} */
const asked = new Map();

/**
 * What another script of ours gives.
 * @param {URL} root
 * @param {string} address  Relative to the site.
 * @param {string} name  What the script calls it.
 * @returns {Promise<any>}
 */
function need(root, address, name) {
  const known = asked.get(address);
  if (known) return known;
  const found = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(address, root).href;
    // Not looked up before: a form that opens with answers asks while the first script still runs.
    script.addEventListener("load", () => resolve(/** @type {any} */ (self).SopFormulir[name]));
    script.addEventListener("error", () => {
      // Asked again, it may come: the network was away.
      asked.delete(address);
      script.remove();
      reject(new Error(`no ${address}`));
    });
    document.head.append(script);
  });
  asked.set(address, found);
  return found;
}

export const PAPERS = "assets/formulir/papers.js";

/**
 * @param {URL} root
 * @returns {Promise<Pens>}
 */
export function loadPens(root) {
  return need(root, PAPERS, "PENS");
}

/**
 * The measures of everyday letters, or of all letters.
 * @param {URL} root
 * @param {string[]} addresses  As in the definition: two of everyday letters, two of all.
 * @param {boolean} isRare
 * @returns {Promise<Letters>}
 */
export function loadLetters(root, addresses, isRare) {
  return isRare ? need(root, addresses[3], "ukuranLain") : need(root, addresses[1], "ukuran");
}

/**
 * @param {URL} root
 * @param {string[]} addresses
 * @param {boolean} isRare
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function loadFont(root, addresses, isRare) {
  const asked = isRare ? need(root, addresses[2], "hurufLain") : need(root, addresses[0], "huruf");
  return Uint8Array.from(atob(await asked), (sign) => sign.charCodeAt(0));
}
