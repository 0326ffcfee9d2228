"""Findings about boxes that hold something else than their label says."""

import re
from collections.abc import Iterator

from ....data.model.sop import Sop
from ..context import Konteks
from ..finding import Bukti
from ..lines import squeeze
from ..rule import Aturan, Hasil
from ..text import listed, norm, quoted, topic

_CONDITION = re.compile(
    r"\bsesuai\s+(?:dengan\s+)?(?:kuota|kebutuhan|ketentuan|aturan)", re.IGNORECASE
)
_KNOWING_THAT = re.compile(r"^memahami bahwa\b.*\b(?:harus|segera|wajib)\b", re.IGNORECASE)
_OF_PARTNERS = re.compile(r"\b(?:permodalan|modal|jaringan pemasaran)\b", re.IGNORECASE)
_STATUS_ONLY = re.compile(r"^(?:pns|asn|non[ -]?pns|honorer|thl|[ /,&-]|dan|atau)+$", re.IGNORECASE)
_NOT_A_TOOL = re.compile(
    r"^(?:permohonan|pengajuan|usulan|uu|undang|peraturan|dasar peraturan|keputusan|perda|perbup|"
    r"perwali)\b",
    re.IGNORECASE,
)


def records_name_records(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The records box names records, not conditions."""
    for n, text in enumerate(sop.pencatatan, 1):
        if _CONDITION.search(text):
            named = any("pencatatan" in line.lower() for _, line in k.lines(sop).raw)
            box = "Kotak Pencatatan" if named else "Kotak di tempat Pencatatan (namanya lain)"
            yield Hasil(
                f"{box} berisi ketentuan {quoted(text)}, bukan catatan yang disimpan.",
                (k.at(sop, f"Pencatatan {n}", text, f"pencatatan[{n}]"),),
            )


def qualifications_are_abilities(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A qualification names an ability of the staff."""
    for n, text in enumerate(sop.kualifikasi_pelaksana, 1):
        if _KNOWING_THAT.match(text):
            kind = "perintah kerja"
        elif _STATUS_ONLY.match(text.strip()) and len(sop.kualifikasi_pelaksana) == 1:
            kind = "status kepegawaian saja"
        elif len(_OF_PARTNERS.findall(text)) > 1:
            kind = "syarat bagi mitra atau pemodal"
        else:
            continue
        yield Hasil(
            f"Kualifikasi {n} berisi {kind}: {quoted(text)}.",
            (k.at(sop, f"Kualifikasi pelaksana {n}", text, f"kualifikasi_pelaksana[{n}]"),),
        )


def equipment_is_equipment(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The equipment box lists tools, not applications and laws."""
    found = [
        (n, text) for n, text in enumerate(sop.peralatan, 1) if _NOT_A_TOOL.match(text.strip())
    ]
    if found:
        yield Hasil(
            f"Kotak Peralatan berisi {listed(quoted(text, 60) for _, text in found)}, bukan alat.",
            tuple(k.at(sop, f"Peralatan {n}", text, f"peralatan[{n}]") for n, text in found),
        )


def form_1_is_its_own(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Form 1 does not share output, or function and sub-function, with another service's."""
    keys = k.memo("form 1", lambda: _form_1(k))
    form = sop.lembar_kerja.form_1 if sop.lembar_kerja else None
    if not form:
        return
    for label, text in _form_1_texts(sop):
        others = [k.catalog.sop[o] for o in keys.get(f"{label} {norm(text)}", ()) if o != sop.id]
        others = [other for other in others if not k.same_service(sop, other)]
        # An output that names this very service is right here, and copied there.
        if others and not (
            label == "output" and topic(text) <= topic(f"{sop.nama} {sop.nama_sop or ''}")
        ):
            names = listed((f"SOP {other.nama_sop or other.nama}" for other in others), 3)
            yield Hasil(
                f"Form 1 kolom {label} berisi {quoted(text)}, sama dengan Form 1 {names}.",
                (k.at(sop, f"Form 1, {label}", text.split(" | ")[0], "lembar_kerja.form_1"),),
            )


def _form_1_texts(sop: Sop) -> Iterator[tuple[str, str]]:
    form = sop.lembar_kerja.form_1 if sop.lembar_kerja else None
    if form and form.output:
        yield "output", form.output
    if form and form.fungsi and form.sub_fungsi:
        yield "fungsi dan sub fungsi", f"{form.fungsi} | {form.sub_fungsi}"


def _form_1(k: Konteks) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sop in k.catalog.sop.values():
        for label, text in _form_1_texts(sop):
            found.setdefault(f"{label} {norm(text)}", []).append(sop.id)
    return found


def boxes_after_table_are_steps(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Loose words below the table, in a document that ends there, are steps of the table."""
    lines = k.lines(sop)
    rows = [row for step in sop.langkah if (row := lines.step(step))]
    sheet = any(item.path.startswith("lembar_kerja") for item in k.texts(sop))
    if not rows or sheet:
        return
    known = [squeeze(step.kegiatan) for step in sop.langkah]
    known += [squeeze(item.berkas) for item in sop.persyaratan]
    loose = []
    for number, line in lines.raw:
        text = line.strip()
        # Whole words in sentence case; headings in capitals and lists with numbers are no boxes.
        boxed = (
            8 <= len(text) <= 60
            and re.fullmatch(r"[A-Z][a-z]+(?: [A-Za-z/]+)+", text)
            and not text.isupper()
        )
        if number > max(rows) and boxed and not any(_within(squeeze(text), one) for one in known):
            loose.append((number, text))
    if loose:
        yield Hasil(
            f"Sesudah tabel langkah tertulis {listed(quoted(text) for _, text in loose)}, yang "
            "tidak menjadi langkah tersendiri dengan waktu dan pelaksana.",
            tuple(Bukti("Sesudah tabel", text, number) for number, text in loose),
        )


def _within(one: str, two: str) -> bool:
    return bool(one and two) and (one in two or two in one)


def equipment_forms_are_used(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A form or format among the equipment is spoken of elsewhere in the SOP."""
    for n, text in enumerate(sop.peralatan, 1):
        if not re.match(r"(?:format|formulir|blangko|konsep|draf)\b", text, re.IGNORECASE):
            continue
        words = topic(text) - topic("format formulir blangko konsep draf isian surat kartu")
        elsewhere: set[str] = set(topic(f"{sop.nama} {sop.nama_sop or ''}"))
        for item in k.texts(sop):
            if not item.path.startswith(("peralatan", "dasar_hukum")):
                elsewhere |= topic(item.teks)
        index = k.all_sentences
        others = sorted({
            owner.partition("#")[0]
            for owner in index.owners(text)
            if owner.partition("#")[2].startswith("peralatan")
            and not owner.startswith(f"{sop.id}#")
        })  # fmt: skip
        if words and not words & elsewhere and others:
            names = listed((f"SOP {k.title(other)}" for other in others), 3)
            yield Hasil(
                f"Peralatan {n} menyebut {quoted(text)}, yang tidak disebut di bagian lain SOP "
                f"ini; tulisan yang sama ada pada {names}.",
                (k.at(sop, f"Peralatan {n}", text, f"peralatan[{n}]"),),
            )


ATURAN = (
    Aturan(
        "pencatatan-bukan-catatan",
        "rendah",
        records_name_records,
        judul="Kotak Pencatatan menyebut apa yang dicatat atau disimpan.",
        penjelasan=(
            "Ketentuan pelaksanaan di kotak ini tidak memberi tahu petugas apa yang harus dicatat."
        ),
        saran="periksa catatan apa yang disimpan, dan pindahkan ketentuannya ke tempat lain.",
    ),
    Aturan(
        "kualifikasi-bukan-kecakapan",
        "rendah",
        qualifications_are_abilities,
        judul="Kotak Kualifikasi menyebut kecakapan petugas yang melaksanakan.",
        penjelasan=(
            "Perintah kerja, status kepegawaian atau syarat mitra tidak menunjukkan kecakapan yang "
            "diperlukan."
        ),
        saran="periksa kecakapan apa yang diperlukan untuk mengerjakan SOP ini.",
    ),
    Aturan(
        "peralatan-bukan-alat",
        "rendah",
        equipment_is_equipment,
        judul="Kotak Peralatan menyebut alat.",
        penjelasan=(
            "Permohonan adalah masukan dan peraturan adalah dasar; keduanya punya tempat sendiri."
        ),
        saran="periksa apakah isinya seharusnya di kotak Kelengkapan atau Dasar Hukum.",
    ),
    Aturan(
        "form-1-salinan",
        "rendah",
        form_1_is_its_own,
        judul="Form 1 berisi tugas, fungsi dan keluaran layanannya sendiri.",
        penjelasan=(
            "Keluaran, atau fungsi beserta sub fungsinya, yang sama persis dengan Form 1 layanan "
            "lain biasanya ikut tersalin."
        ),
        saran="periksa apakah Form 1 sudah disesuaikan dengan layanan ini.",
    ),
    Aturan(
        "kotak-tanpa-langkah",
        "rendah",
        boxes_after_table_are_steps,
        judul="Kotak pada bagan mempunyai baris pada tabel.",
        penjelasan=(
            "Tulisan lepas sesudah tabel biasanya kotak bagan yang tidak punya waktu dan pelaksana."
        ),
        saran="periksa apakah kotak ini langkah yang terlewat.",
    ),
    Aturan(
        "peralatan-tidak-terpakai",
        "rendah",
        equipment_forms_are_used,
        judul="Formulir dalam kotak Peralatan dipakai dalam layanannya.",
        penjelasan=(
            "Format surat yang tidak disebut di bagian lain dan sama dengan SOP lain biasanya ikut "
            "tersalin."
        ),
        saran="periksa apakah format ini memang dipakai.",
    ),
)
