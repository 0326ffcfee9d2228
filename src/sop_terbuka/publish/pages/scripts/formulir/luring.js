// The service worker of the forms: what was kept is used when the network does not answer.
// It sees addresses of the site's own files only, stores nothing else and sends nothing.

const SHELF = `formulir ${self.registration.scope}`;
// These carry their version in the name, so the kept copy is as good as a fresh one.
const NAMED_BY_VERSION = /\/assets\/formulir\/(huruf|ukuran)\w*-[^/]*$/;

// A network that takes requests and never answers must not keep a form from opening: after this
// long what was kept is used, and for a while at once, so that scripts do not wait in turn.
const PATIENCE = 1500;
const REMEMBERED = 60_000;
let silentUntil = 0;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const done = keep(event.data).then(
    () => port.postMessage(true),
    () => port.postMessage(false),
  );
  event.waitUntil(done);
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === self.location.origin) {
    event.respondWith(answer(event));
  }
});

/** Keep every address; those named by version are fetched once. */
async function keep(addresses) {
  const shelf = await caches.open(SHELF);
  for (const { url } of await shelf.keys()) {
    if (NAMED_BY_VERSION.test(url) && !addresses.includes(url)) await shelf.delete(url);
  }
  await Promise.all(
    addresses.map(async (address) => {
      if (NAMED_BY_VERSION.test(address) && (await shelf.match(address))) return;
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${response.status} ${address}`);
      await shelf.put(address, response);
    }),
  );
}

async function answer(event) {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0];
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(address, { ignoreVary: true });
  if (!kept) return fetch(request);
  if (NAMED_BY_VERSION.test(address)) return kept;
  let isAnswered = false;
  const fresh = fetch(request).then(async (response) => {
    isAnswered = true;
    silentUntil = 0;
    if (response.ok) await shelf.put(address, response.clone());
    return response;
  });
  // The next visit gets what comes too late for this one.
  event.waitUntil(fresh.catch(() => {}));
  const silence = later(Date.now() < silentUntil ? 0 : PATIENCE).then(() => {
    if (!isAnswered) silentUntil = Date.now() + REMEMBERED;
    return kept;
  });
  return Promise.race([fresh.catch(() => kept), silence]);
}

/** @param {number} milliseconds */
function later(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
