"""Findings about the worksheet: its title, summary and list against the step table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....data.model.sop import Langkah, Sop
from ..acts import cover, same_act
from ..context import GROUPS, SUMMARY, Konteks, step_name
from ..finding import Bukti, Tingkat
from ..persons import subject
from ..rule import Aturan, Hasil
from ..text import capital, listed, overlap, quoted, similar, stem, tokens, topic, word_set

_TITLE_WORDS = frozenset(
    stem(word)
    for word in word_set(
        "prosedur proses pelayanan pelaksanaan pelayanan penerbitan pembuatan sop pp pkb lpk sk asn"
    )
)


def _title_topic(text: str) -> frozenset[str]:
    return topic(re.sub(r"\([^)]*\)", " ", text)) - _TITLE_WORDS


def worksheet_title_matches(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Titles in the worksheet are the SOP's name."""
    sheet, name = sop.lembar_kerja, sop.nama_sop
    if not sheet or not name:
        return
    summary = sheet.identifikasi
    titles = [
        ("Form 1, judul SOP", "form_1.judul", sheet.form_1.judul if sheet.form_1 else None),
        ("Lembar kerja, judul SOP", "data.judul", sheet.data.judul if sheet.data else None),
        ("Lembar kerja, nama kegiatan", "identifikasi", summary.nama_kegiatan if summary else None),
    ]
    seen: set[str] = set()
    for place, path, title in titles:
        if not title or not re.search(r"[a-z]{3}", title.lower()) or title.lower() in seen:
            continue
        seen.add(title.lower())
        own, other = _title_topic(_spelt_out(name, title)), _title_topic(_spelt_out(title, name))
        if own and other and own ^ other:
            # Nothing in common: the box speaks of something else altogether.
            level: Tingkat | None = "sedang" if overlap(own, other) < 0.5 else None
            yield Hasil(
                f"{place} tertulis {quoted(title)}, sedangkan nama SOP {quoted(name)}.",
                (k.at(sop, place, title, f"lembar_kerja.{path}"),),
                tingkat=level,
            )


def _spelt_out(text: str, other: str) -> str:
    """The text with abbreviations (NIB) replaced by the other's words (Nomor Induk Berusaha)."""
    words = tokens(other)
    firsts = "".join(word[0] for word in words)
    made: list[str] = []
    for word in tokens(re.sub(r"\([^)]*\)", " ", text)):
        at = firsts.find(word) if 3 <= len(word) <= 5 and word not in words else -1
        made += words[at : at + len(word)] if at >= 0 else [word]
    return " ".join(made)


@dataclass(frozen=True)
class Butir:
    """One item of the worksheet's list with its group and its path in the data."""

    kelompok: str
    path: str
    teks: str


def items_of(sop: Sop) -> list[Butir]:
    """The worksheet's list in its order."""
    sheet = sop.lembar_kerja.langkah if sop.lembar_kerja else None
    if not sheet:
        return []
    return [
        Butir(key, f"lembar_kerja.langkah.{key}[{n}].teks", item.teks)
        for key, _ in GROUPS
        for n, item in enumerate(getattr(sheet, key), 1)
    ]


def summary_comes_from_list(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """First, main and last step of the summary stand in the list, in their own group."""
    sheet = sop.lembar_kerja
    items = items_of(sop)
    if not sheet or not sheet.identifikasi or not items:
        return
    labels = dict(GROUPS)
    groups = {item.kelompok for item in items}
    for key, place in SUMMARY[1:]:
        text = getattr(sheet.identifikasi, key)
        group = key.removeprefix("langkah_")
        if not text or not topic(text) or _is_copied(k, sop, text):
            continue  # Where the words come from another SOP, another rule says so.
        proof = (k.at(sop, place, text, f"lembar_kerja.identifikasi.{key}"),)
        said = f"{capital(place.removeprefix('Lembar kerja, '))} tertulis {quoted(text)}"
        found = [item for item in items if same_act(text, item.teks)]
        end, word = (items[0], "dimulai") if group == "awal" else (items[-1], "berakhir")
        if not found:
            yield Hasil(f"{said}; pada daftar langkahnya tidak ada kalimat seperti itu.", proof)
        elif group != "utama" and end not in found and cover(text, end.teks) < 0.4:
            yield Hasil(
                f"{said}, sedangkan daftar langkahnya {word} dengan {quoted(end.teks)}.",
                proof,
                tingkat="rendah",
            )
        elif group in groups:
            best = max(found, key=lambda item, text=text: similar(text, item.teks))  # type: ignore[misc]
            elsewhere = (
                not any(item.kelompok == group for item in found) and cover(text, best.teks) >= 0.75
            )
            # Only nearly the same sentence is sure to be the one that is meant.
            if best.kelompok != group and (elsewhere or similar(text, best.teks) >= 0.8):
                yield Hasil(
                    f"{said}, yang pada daftarnya termasuk {labels[best.kelompok]}.",
                    proof,
                    tingkat="rendah",
                )


def _is_copied(k: Konteks, sop: Sop, text: str) -> bool:
    owners = (owner.partition("#")[0] for owner in k.all_sentences.owners(text))
    return any(
        other != sop.id and not k.same_service(sop, k.catalog.sop[other]) for other in owners
    ) and not topic(text) <= k.own_topic(sop)


def worksheet_matches_table(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The worksheet's list and the step table hold the same steps."""
    items, steps = items_of(sop), sop.langkah
    if not items or not steps:
        return
    only_sheet, only_table = _unmatched(items, steps)
    if len(items) == len(steps) and not only_sheet:
        return
    # Lists that differ by more than three were cut differently; single steps cannot be paired.
    if abs(len(items) - len(steps)) > 3:
        only_sheet, only_table = [], []
    parts = []
    if len(items) != len(steps):
        parts.append(f"lembar kerja memuat {len(items)} langkah dan tabel {len(steps)}")
    if only_sheet:
        shown = listed((quoted(item.teks, 80) for item in only_sheet), 3)
        parts.append(f"tidak ada di tabel: {shown}")
    if only_table:
        names = listed((step_name(sop, step).lower() for step in only_table), 4)
        parts.append(f"tidak ada di lembar kerja: {names}")
    yield Hasil(
        f"{capital('; '.join(parts))}.",
        (
            *(k.at(sop, "Lembar kerja", item.teks, item.path) for item in only_sheet[:3]),
            *(k.at_step(sop, step) for step in only_table[:3]),
        )
        or (k.at(sop, "Lembar kerja", items[0].teks, items[0].path), k.at_step(sop, steps[0])),
    )


def _unmatched(items: list[Butir], steps: list[Langkah]) -> tuple[list[Butir], list[Langkah]]:
    """Items and steps without a partner that names the same act."""
    ranked = sorted(
        (-similar(item.teks, step.kegiatan), abs(n - m), n, m)
        for n, item in enumerate(items)
        for m, step in enumerate(steps)
        if same_act(item.teks, step.kegiatan)
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    if len(items) == len(steps):
        # Line by line the same sentence, perhaps by somebody else: another rule speaks of actors.
        for n, (item, step) in enumerate(zip(items, steps, strict=True)):
            if similar(item.teks, step.kegiatan) >= 0.4:
                partner[n] = n
                taken.add(n)
    for _, _, n, m in ranked:
        if (
            n not in partner
            and m not in taken
            and not _other_actor(items[n].teks, steps[m].kegiatan)
        ):
            partner[n] = m
            taken.add(m)
    loose = [n for n in range(len(items)) if n not in partner]
    fits = {n: [m for _, _, i, m in ranked if i == n] for n in loose}
    reached = taken | {m for found in fits.values() for m in found if not _named(steps[m].kegiatan)}
    # An item whose act is in the table under no named actor may well be meant there.
    gone = [
        n
        for n in loose
        if not fits[n] or all(_other_actor(items[n].teks, steps[m].kegiatan) for m in fits[n])
    ]
    # An item that repeats another is not one that the table lacks; another rule speaks of it.
    repeated = {n for n in loose if any(items[n].teks == items[i].teks for i in range(n))}
    return (
        [items[n] for n in gone if n not in repeated],
        [step for m, step in enumerate(steps) if m not in reached and not _meant(step, items)],
    )


def _named(text: str) -> bool:
    return subject(text) is not None


def _meant(step: Langkah, items: list[Butir]) -> bool:
    """Whether some item names the step's act and no other actor."""
    return any(
        same_act(item.teks, step.kegiatan) and not _other_actor(item.teks, step.kegiatan)
        for item in items
    )


def _other_actor(one: str, two: str) -> bool:
    first, second = subject(one), subject(two)
    return first is not None and second is not None and first[1] != second[1]


_POST = re.compile(
    r"^(?:kepala|kabid|kasi|kasubb?ag|bidang|bagian|sub|seksi|upt|sekretari|assessor|penyuluh|"
    r"staf|pengawas|petugas|ka\b|mediator|pelaksana|dinas)",
    re.IGNORECASE,
)


def worksheet_product_is_its_own(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The worksheet's product is a unit, or shares a word with the service."""
    data = sop.lembar_kerja.data if sop.lembar_kerja else None
    product = data.penanggung_jawab.produk if data and data.penanggung_jawab else None
    if not product or _POST.match(product):
        return
    if not topic(product) & k.own_topic(sop):
        yield Hasil(
            f"Kotak Produk pada lembar kerja berisi {quoted(product)}, yang tidak disebut sebagai "
            "hasil dalam langkah maupun judul SOP ini.",
            (_product(k, sop, product),),
        )


def _product(k: Konteks, sop: Sop, text: str) -> Bukti:
    path = "lembar_kerja.data.penanggung_jawab.produk"
    pattern = re.compile(rf"produk\b.*{re.escape(text)}", re.IGNORECASE)
    found = next((n for n, line in k.lines(sop).raw if pattern.search(line)), None)
    return Bukti("Lembar kerja, produk", text, found or k.lines(sop).find(text, path))


ATURAN = (
    Aturan(
        "judul-lembar-berbeda",
        "rendah",
        worksheet_title_matches,
        judul="Judul pada lembar kerja sama dengan nama SOP.",
        penjelasan="Perbedaan kecil pada kata Prosedur, Pelayanan atau singkatan tidak dihitung.",
        saran="periksa judul mana yang berlaku.",
    ),
    Aturan(
        "lembar-ringkasan-berbeda",
        "sedang",
        summary_comes_from_list,
        judul="Ringkasan lembar kerja diambil dari daftar langkahnya.",
        penjelasan=(
            "Langkah Awal, Utama dan Akhir pada ringkasan dicari pada daftar langkah di bawahnya; "
            "Langkah Akhir dibandingkan dengan butir terakhir."
        ),
        saran="periksa apakah ringkasannya disalin dari SOP lain atau belum disesuaikan.",
    ),
    Aturan(
        "lembar-beda-tabel",
        "rendah",
        worksheet_matches_table,
        judul="Daftar langkah lembar kerja sama dengan tabel langkah.",
        penjelasan=(
            "Lembar kerja dibuat lebih dulu; tabel yang berbeda berarti salah satunya belum "
            "diperbarui."
        ),
        saran="periksa mana yang terbaru, lalu samakan.",
    ),
    Aturan(
        "produk-lembar-berbeda",
        "rendah",
        worksheet_product_is_its_own,
        judul="Produk pada lembar kerja berkaitan dengan layanannya.",
        penjelasan="Kotak Produk menyebut hasil layanan atau unit yang bertanggung jawab atasnya.",
        saran="periksa apa produk layanan ini.",
    ),
)
