// Keeps what a form needs on the device, so that it also works where there is no signal.

import { PAPERS } from "./later.mjs";

/**
 * Make the form ready for a place without signal; called once there is something to lose.
 * @param {import("./page.mjs").Page} page
 */
export async function prepareOffline({ definition, root, offline }) {
  const files = [PAPERS, ...definition.huruf];
  const isKept = await keepForOffline(root, files).catch(() => false);
  if (isKept) offline.textContent = "Formulir ini siap dipakai tanpa internet.";
}

/**
 * @param {URL} root  The site's own address.
 * @param {string[]} files  What is loaded only when asked for, relative to the site.
 * @returns {Promise<boolean>} Whether the form now works without a network.
 */
async function keepForOffline(root, files) {
  // Whoever saves data pays for what is loaded: then only what is asked for.
  const { connection } = /** @type {{connection?: {saveData: boolean}}} */ (navigator);
  if (!("serviceWorker" in navigator) || connection?.saveData) return false;
  const scope = new URL("formulir/", root);
  await navigator.serviceWorker.register(new URL("luring.js", scope), { scope: scope.pathname });
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  const wanted = [location.href, ...loaded, ...files.map((file) => new URL(file, root).href)]
    .map((address) => address.split(/[?#]/)[0])
    .filter((address) => address.startsWith(root.href));
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = (event) => resolve(event.data === true);
  });
  active?.postMessage([...new Set(wanted)], [port2]);
  return answer;
}
