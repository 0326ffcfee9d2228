// Proposing a change without an account: makes a file and a mail text on this device, sends nothing.
// The first part knows no page, so that a test can run it without a browser.

/**
 * @typedef {{pada: string, dari: string, menjadi: string, alasan: string}} Perubahan
 * @typedef {{sop: string, nama: string, dasar: string, pengusul: string, perubahan: Perubahan[]}} Usulan
 */

const LONGEST = { menjadi: 4000, alasan: 1000, pengusul: 100 };
const MAX_CHANGES = 50;
// A mail link over about 2,000 letters is cut or refused by some mail programs.
const LONGEST_LINK = 1800;

/** The text on one line, as the data keeps it. */
function words(text) {
  return (text ?? "").trim().split(/\s+/u).join(" ").trim();
}

/** A YAML text in double quotes; JSON's escapes are YAML's. */
function quoted(text) {
  return JSON.stringify(words(text));
}

/**
 * Why one change cannot be taken, for the person who writes it; empty when it can.
 * @param {Perubahan} change
 * @returns {string}
 */
export function problem(change) {
  const value = words(change.menjadi);
  const reason = words(change.alasan);
  if (!change.pada) return "Pilih bagian yang ingin diubah.";
  if (!value) return "Tulis isi yang seharusnya.";
  if (value === words(change.dari)) return "Isinya sama dengan yang sekarang.";
  if (!reason) return "Tulis alasannya, misalnya nomor surat keputusan atau keadaan di loket.";
  if (value.length > LONGEST.menjadi) return `Isi terlalu panjang (paling banyak ${LONGEST.menjadi} aksara).`;
  if (reason.length > LONGEST.alasan) return `Alasan terlalu panjang (paling banyak ${LONGEST.alasan} aksara).`;
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u.test(value + reason)) return "Ada aksara yang tidak terlihat. Ketik ulang teksnya.";
  if (/\{\{|\{%|\{#|\$\{|<[a-z/!?]/iu.test(value + reason)) return "Tulis teks biasa, tanpa kode.";
  return "";
}

/**
 * The proposal file, as `sop usulan` reads it.
 * @param {Usulan} proposal
 * @returns {string}
 */
export function proposalText(proposal) {
  const lines = [
    `# Usulan perubahan: ${words(proposal.nama)}. Kirim berkas ini ke pengelola situs atau dinas.`,
    "usulan: 1",
    `sop: ${proposal.sop}`,
    `dasar: ${proposal.dasar}`,
  ];
  const name = words(proposal.pengusul).slice(0, LONGEST.pengusul);
  if (name) lines.push(`pengusul: ${quoted(name)}`);
  lines.push("perubahan:");
  for (const change of proposal.perubahan.slice(0, MAX_CHANGES)) {
    lines.push(`  - pada: ${quoted(change.pada)}`);
    // What is not stated yet has no old value.
    if (words(change.dari)) lines.push(`    dari: ${quoted(change.dari)}`);
    lines.push(`    menjadi: ${quoted(change.menjadi)}`, `    alasan: ${quoted(change.alasan)}`);
  }
  return `${lines.join("\n")}\n`;
}

/**
 * The file's name; holds no word of the person's.
 * @param {Usulan} proposal
 * @returns {string}
 */
export function fileName(proposal) {
  return `usulan-${proposal.sop.replace(/\//g, "-")}.yml`;
}

/**
 * A link that opens the mail program with the proposal in it, or asks to attach the file.
 * @param {Usulan} proposal
 * @param {string} address
 * @returns {string}
 */
export function mailLink(proposal, address) {
  const subject = `Usulan perubahan SOP: ${words(proposal.nama)}`;
  const link = (body) =>
    `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const whole = link(`Berikut usulan perubahan SOP.\n\n${proposalText(proposal)}`);
  if (whole.length <= LONGEST_LINK) return whole;
  return link(`Berikut usulan perubahan SOP.\nBerkas ${fileName(proposal)} terlampir.\n`);
}

/** Bring one form to life. */
function start(form) {
  const part = (name) => form.elements.namedItem(name);
  const find = (role) => form.querySelector(`[data-usul-${role}]`);
  const changes = [];
  const proposal = () => ({
    sop: form.dataset.sop,
    nama: form.dataset.nama,
    dasar: form.dataset.dasar,
    pengusul: part("pengusul").value,
    perubahan: changes,
  });
  const chosen = () => part("pada").selectedOptions[0];

  function show() {
    find("daftar").textContent = "";
    find("daftar").append(
      ...changes.map((change, n) => {
        const item = document.createElement("li");
        const drop = document.createElement("button");
        drop.type = "button";
        drop.textContent = "Hapus";
        drop.setAttribute("aria-label", `Hapus usulan ${n + 1}`);
        drop.addEventListener("click", () => {
          changes.splice(n, 1);
          show();
          find("daftar").focus();
        });
        item.append(`${change.label}: ${words(change.dari) || "belum disebut"} → ${words(change.menjadi)} `, drop);
        return item;
      }),
    );
    find("hasil").hidden = changes.length === 0;
    const mail = find("surel");
    if (mail) mail.href = mailLink(proposal(), mail.dataset.usulSurel);
    find("teks").value = proposalText(proposal());
  }

  part("pada").addEventListener("change", () => {
    find("kini").textContent = chosen().dataset.nilai || "belum disebut";
    part("menjadi").value = chosen().dataset.nilai ?? "";
  });
  part("pengusul").addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const change = {
      pada: part("pada").value,
      label: chosen()?.textContent ?? "",
      dari: chosen()?.dataset.nilai ?? "",
      menjadi: part("menjadi").value,
      alasan: part("alasan").value,
    };
    const twice = changes.some((other) => other.pada === change.pada);
    const full = changes.length >= MAX_CHANGES;
    const said = twice ? "Bagian ini sudah ada dalam usulan. Hapus dahulu yang lama." : full ? "Usulan sudah penuh." : problem(change);
    find("galat").textContent = said;
    if (said) {
      find("galat").focus();
      return;
    }
    changes.push(change);
    part("menjadi").value = "";
    part("alasan").value = "";
    part("pada").selectedIndex = 0;
    find("kini").textContent = "";
    show();
    find("hasil").focus();
  });
  find("unduh").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([proposalText(proposal())], { type: "application/yaml" }));
    link.download = fileName(proposal());
    link.click();
    URL.revokeObjectURL(link.href);
  });
  // A finding's link names the place that it is about.
  const asked = new URLSearchParams(location.search).get("pada");
  if ([...part("pada").options].some((option) => option.value === asked)) {
    part("pada").value = asked;
    part("pada").dispatchEvent(new Event("change"));
  }
  form.hidden = false;
}

if (typeof document !== "undefined") {
  document.querySelectorAll("form[data-usul]").forEach(start);
}
