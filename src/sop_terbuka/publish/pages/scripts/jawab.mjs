// Answering findings: makes the entries of the data's `tanggapan` on this device, sends nothing.
// The first part knows no page, so that a test can run it without a browser.

/**
 * @typedef {{kunci: string, jawaban: string, oleh: string, tanggal: string, alasan: string}} Jawaban
 */

const LONGEST_LINK = 1800;
const PARTS = ["jawaban", "alasan", "oleh", "tanggal"];

/** The text on one line, as the data keeps it. */
function words(text) {
  return (text ?? "").trim().split(/\s+/u).join(" ");
}

/**
 * Why one answer cannot be taken, for the person who writes it; empty when it can.
 * @param {Jawaban} answer
 * @returns {string}
 */
export function problem(answer) {
  if (!answer.jawaban) return "Pilih jawabannya.";
  if (!words(answer.alasan)) return "Tulis alasannya.";
  if (!words(answer.oleh)) return "Tulis jabatan atau unit yang menjawab.";
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(answer.tanggal)) return "Tulis tanggalnya.";
  return "";
}

/**
 * The entries as the file of the SOP holds them; `kunci` is how each begins.
 * @param {Jawaban[]} answers
 * @returns {string}
 */
export function entries(answers) {
  const made = answers.map((answer) =>
    [
      answer.kunci.trimEnd(),
      `    jawaban: ${answer.jawaban}`,
      // JSON's quoted text is YAML's.
      `    oleh: ${JSON.stringify(words(answer.oleh))}`,
      `    tanggal: ${answer.tanggal}`,
      `    alasan: ${JSON.stringify(words(answer.alasan))}`,
    ].join("\n"),
  );
  return `tanggapan:\n${made.join("\n")}\n`;
}

/**
 * A link that opens the mail program with the entries in it; empty when they are too long for one.
 * @param {string} address
 * @param {string} name
 * @param {string} sop
 * @param {string} text
 * @returns {string}
 */
export function mailLink(address, name, sop, text) {
  const subject = `Tanggapan temuan: ${words(name)}`;
  const body = `Berikut tanggapan atas temuan ${sop}.\n\n${text}`;
  const link = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return link.length <= LONGEST_LINK ? link : "";
}

/** Bring the answers of one page to life. */
function start(result) {
  const find = (name) => document.querySelector(`[data-jawab-${name}]`);
  const answers = new Map();
  const kept = { oleh: "", tanggal: new Date().toLocaleDateString("sv-SE") };

  function show() {
    const text = entries([...answers.values()]);
    find("teks").value = text;
    find("kabar").textContent = "";
    result.hidden = answers.size === 0;
    const mail = find("surel");
    if (!mail) return;
    const link = mailLink(mail.dataset.jawabSurel, mail.dataset.nama, mail.dataset.sop, text);
    mail.hidden = !link;
    if (link) mail.href = link;
  }

  function open(section) {
    const form = find("isian").content.cloneNode(true).querySelector("form");
    const part = (name) => form.elements.namedItem(name);
    for (const name of PARTS) {
      // Every open form on the page is a copy of one; an id may stand only once.
      part(name).id = `${section.parentElement.parentElement.id}-${name}`;
      part(name).previousElementSibling.htmlFor = part(name).id;
    }
    part("oleh").value = kept.oleh;
    part("tanggal").value = kept.tanggal;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const answer = { kunci: section.dataset.jawab };
      for (const name of PARTS) answer[name] = part(name).value;
      const said = problem(answer);
      const alert = form.querySelector("[data-jawab-galat]");
      alert.textContent = said;
      if (said) {
        alert.focus();
        return;
      }
      kept.oleh = answer.oleh;
      kept.tanggal = answer.tanggal;
      answers.set(section, answer);
      show();
      document.getElementById("jawaban-anda").focus();
    });
    section.querySelector("summary").after(form);
  }

  for (const section of document.querySelectorAll("details[data-jawab]")) {
    section.addEventListener("toggle", () => {
      if (section.open && !section.querySelector("form")) open(section);
    });
  }
  find("salin").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(find("teks").value);
      find("kabar").textContent = "Tersalin.";
    } catch {
      // A browser that forbids copying: the marked text can be copied by hand.
      find("teks").select();
      find("kabar").textContent = "Teks sudah ditandai. Salin dengan menu browser.";
    }
  });
}

if (typeof document !== "undefined") {
  const result = document.querySelector("[data-jawab-hasil]");
  if (result) start(result);
}
