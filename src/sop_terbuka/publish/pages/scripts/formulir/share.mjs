// Giving a finished file to the person: as a download, or to another app of the phone.

/** @type {Set<string>} Addresses of files that the browser may still be reading. */
const lent = new Set();

/**
 * @param {Blob} content
 * @param {string} name
 */
export function download(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  lent.add(link.href);
  link.download = name;
  link.click();
  // Slow phones need a while before they have read it.
  setTimeout(() => revoke([link.href]), 60_000);
}

/**
 * Take files back that were given to the browser.
 * @param {Iterable<string>} addresses
 */
export function revoke(addresses = [...lent]) {
  for (const address of addresses) {
    URL.revokeObjectURL(address);
    lent.delete(address);
  }
}

/** Whether this device can hand a PDF to another app. */
export function canShare() {
  const sample = new File([""], "contoh.pdf", { type: "application/pdf" });
  return Boolean(navigator.canShare?.({ files: [sample] }));
}

/**
 * @param {Blob} content
 * @param {string} name
 * @returns {Promise<"dibagikan" | "batal" | "ulang">} `ulang`: the browser wants a fresh tap.
 */
export async function share(content, name) {
  try {
    await navigator.share({ files: [new File([content], name, { type: content.type })] });
    return "dibagikan";
  } catch (error) {
    return error instanceof DOMException && error.name === "NotAllowedError" ? "ulang" : "batal";
  }
}

/**
 * Whether the page is shown inside another app, where downloads often fail without a word.
 * @param {string} agent
 */
export function isInsideApp(agent = navigator.userAgent) {
  return /FBAN|FBAV|FB_IAB|Instagram|WhatsApp|\bLine\/|TikTok|musical_ly|; wv\)/.test(agent);
}
