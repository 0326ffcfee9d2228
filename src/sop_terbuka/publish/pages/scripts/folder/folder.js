// Only in the copy that opens from a folder, where browsers start no worker and read no file but
// scripts: runs the search worker within the page. Stands before every other script.
(() => {
  const ROOT = new URL("../../", document.currentScript.src);
  const arrived = new Map();
  let program;

  /** Take what a script of the copy holds in place of a file. */
  self.SopBerkas = (address, content) => arrived.set(address, content);
  /** Take the worker, as a function of what a worker finds around itself. */
  self.SopPekerja = (made) => {
    program = made;
  };

  /** Run a script of the copy once. */
  function run(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = resolve;
      script.onerror = () => {
        script.remove();
        reject(new Error(`no ${url}`));
      };
      document.head.append(script);
    });
  }

  /** What a worker reads as a file stands in the copy as a script beside it. */
  async function read(address, base) {
    // What tells one edition from another on a host means nothing here.
    const url = new URL(address, base).href.replace(/\?.*/, "");
    const name = url.slice(ROOT.href.length);
    if (!arrived.has(name)) await run(url.replace(/\.json$/, ".js"));
    const content = arrived.get(name);
    return { ok: true, status: 200, json: async () => content };
  }

  /** No server turns a folder into its page, so every hit names the page. */
  function named(said) {
    const items = said && said.data && said.data.items;
    for (const hit of items ? items.flat() : []) {
      hit.location = hit.location.replace(/(^|\/)(?=[#?]|$)/, "$1index.html");
    }
    return said;
  }

  self.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const url = new URL(address, document.baseURI).href;
      const inner = new EventTarget();
      const scope = {
        addEventListener: (kind, listener) => inner.addEventListener(kind, listener),
        postMessage: (said) => this.dispatchEvent(new MessageEvent("message", { data: named(said) })),
        onmessage: null,
      };
      inner.addEventListener("message", (event) => scope.onmessage && scope.onmessage(event));
      this.addEventListener("message", (event) => this.onmessage && this.onmessage(event));
      this.onmessage = null;
      this.inner = inner;
      this.started = run(url).then(() => program(scope, (file) => read(file, url)));
    }

    postMessage(data) {
      this.started.then(() => this.inner.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {}
  };
})();
