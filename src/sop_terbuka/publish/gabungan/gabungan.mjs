// The search of the portal, which the sites' own scripts answer once somebody turns to it.

const form = document.querySelector("[data-cari]");
const input = form.querySelector("input");
const here = document.currentScript.src;
let worker;
let loaded;

function warm() {
  if (!worker) {
    // On its way together with the worker, which then finds it.
    fetch(new URL("../../search/indeks.json", here)).catch(() => {});
    worker = new Worker(new URL("pencari.js", here));
  }
  worker.postMessage({ type: 4 });
  loaded = loaded || new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("cari.js", here);
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  // Asked again, it may come: the network was away. Until then the form leads to the topics.
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

function answer() {
  warm().then(() => self.SopCari(worker, input), () => {});
}

input.addEventListener("focus", () => warm().catch(() => {}));
input.addEventListener("input", answer, { once: true });
form.addEventListener("submit", (event) => {
  if (!loaded) return;
  event.preventDefault();
  answer();
});
const asked = new URL(location.href).searchParams.get("q");
if (asked) {
  input.value = asked;
  answer();
}
