"""Findings about names of office, units and posts: old, cut off or varying."""

import re
from collections.abc import Iterator

from ....data.model.sop import Sop
from ..context import Konteks, Kutipan
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import capital, listed, quoted, shorten, tokens

_OFFICE = re.compile(r"\bdinas\s+(?P<rest>(?:[a-z]+[,]?\s+){0,5}?[a-z]+)\b", re.IGNORECASE)


def office_is_named_right(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The office's name is written in full wherever it stands."""
    office = k.catalog.instansi.get(sop.instansi)
    if not office:
        return
    official = tokens(office.nama)
    region = tokens(office.daerah)
    # The core of the name, between "Dinas" and the region.
    core = tuple(word for word in official if word not in region and word != "dinas")
    wrong: dict[str, list[Kutipan]] = {}
    for item in (*k.texts(sop), *_frame(sop)):
        if item.path.startswith("dasar_hukum"):
            continue
        for variant in _variants(item.teks, core):
            key = next((known for known in wrong if known.lower() == variant.lower()), variant)
            wrong.setdefault(key, []).append(item)
    if wrong:
        shown = listed(quoted(variant) for variant in wrong)
        yield Hasil(
            f"Nama dinas tertulis {shown}; nama resminya {quoted(office.nama)}.",
            tuple(
                Bukti(item.pada, shorten(item.teks), k.lines(sop).find(item.teks, item.path))
                for items in wrong.values()
                for item in items[:4]
            ),
        )


def _frame(sop: Sop) -> Iterator[Kutipan]:
    """Texts outside the document's boxes: letterhead and signature."""
    for n, text in enumerate(sop.dokumen.kop, 1):
        yield Kutipan("Kepala dokumen", f"dokumen.kop[{n}]", text)
    if sop.dokumen.disahkan_oleh:
        yield Kutipan(
            "Disahkan oleh", "dokumen.disahkan_oleh.tertulis", sop.dokumen.disahkan_oleh.tertulis
        )


def _variants(text: str, core: tuple[str, ...]) -> Iterator[str]:
    """Ways of writing the office's name that leave out some of its words."""
    words = list(re.finditer(r"[A-Za-z]+|[,.]", text))
    for n, match in enumerate(words):
        if match[0].lower() != "dinas":
            continue
        taken = []
        for following in words[n + 1 :]:
            if following[0].lower() in core:
                taken.append(following)
            elif following[0] != ",":
                break
        have = tuple(word[0].lower() for word in taken)
        # At least two of the main words: "Kepala Dinas" alone is no attempt at the name.
        meant = {word for word in have if word != "dan"}
        cut_off = taken and taken[-1] is words[-1] and have[-1] == "dan"
        if len(meant) >= 2 and have != core and meant < set(core) and not cut_off:
            yield " ".join(text[match.start() : taken[-1].end()].split())


_UNIT = re.compile(
    r"\b(?:bidang|kabid\.?)\s+(?P<name>[A-Z][A-Za-z,&]*(?:\s+(?:[A-Z][A-Za-z,&]*|dan))*)"
)


def unit_is_named_alike(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A unit of the office goes by one name."""
    office = k.catalog.instansi.get(sop.instansi)
    units = [
        tokens(unit)[1:]
        for unit in (office.unit if office else [])
        if tokens(unit)[:1] == ("bidang",)
    ]
    if not units:
        return
    wrong: dict[str, list[Kutipan]] = {}
    for item in (*k.texts(sop), *_frame(sop)):
        text = re.sub(r"\b(BIDANG|Bidang|Kabid\.?)", "bidang", item.teks)
        if text.isupper() or item.path.startswith("dasar_hukum"):
            continue
        for match in _UNIT.finditer(text):
            written = re.split(r"\s+dan\s+Kepala\b|,\s*dan\b", match["name"])[0].strip(" ,")
            written = written.removesuffix(" dan")
            name = tokens(written)
            near = any(unit[:1] == name[:1] or _shares(unit, name) for unit in units)
            if (
                name
                and near
                and not any(
                    name == unit[: len(name)] or unit == name[: len(unit)] for unit in units
                )
            ):
                shown = " ".join(written.split())
                key = next((known for known in wrong if known.lower() == shown.lower()), shown)
                wrong.setdefault(key, []).append(item)
    if wrong:
        names = listed(quoted(name, 80) for name in wrong)
        yield Hasil(
            f"Nama bidang tertulis {names}, berbeda dari nama unit pada data dinas.",
            tuple(
                k.at(sop, items[0].pada, items[0].teks, items[0].path) for items in wrong.values()
            ),
        )


def _shares(unit: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name's first word is most of a unit's first word, as Industri of Perindustrian."""
    return bool(unit and name) and len(name[0]) > 5 and name[0] in unit[0]


_OLD_POST = re.compile(r"\b(?:kepala\s+seksi|kasi|seksi)\b[^.,;(]{0,60}", re.IGNORECASE)


_NEW_POST = re.compile(
    r"\bahli\s+(?:pertama|muda|madya)\b|\bjafung\b|\banalis(?:is)?\s+kebijakan\b", re.IGNORECASE
)


def posts_are_current(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No head of section is named where the office already has functional posts."""
    if not k.memo(f"jabatan fungsional {sop.instansi}", lambda: _has_functional(k, sop.instansi)):
        return
    found = [item for item in k.texts(sop) if _OLD_POST.search(item.teks)]
    if found:
        names: list[str] = []
        for item in found:
            match = _OLD_POST.search(item.teks)
            words = shorten(match[0] if match else "", 40).removesuffix(" ...")
            if words.lower() not in [name.lower() for name in names]:
                names.append(words)
        yield Hasil(
            f"{capital(str(len(found)))} kalimat atau kolom menyebut kepala seksi atau seksi "
            f"({listed((quoted(name, 40) for name in names), 3)}), sedangkan SOP lain pada dinas "
            "ini sudah memakai jabatan fungsional.",
            tuple(k.at(sop, item.pada, item.teks, item.path) for item in found[:6]),
        )


def _has_functional(k: Konteks, office: str) -> bool:
    return any(_NEW_POST.search(item.teks) for sop in k.by_office[office] for item in k.texts(sop))


ATURAN = (
    Aturan(
        "nama-instansi-berbeda",
        "sedang",
        office_is_named_right,
        judul="Nama dinas ditulis lengkap dan terbaru.",
        penjelasan=(
            "Dibandingkan dengan nama resmi pada data dinas; huruf besar dan tanda koma tidak "
            "dihitung."
        ),
        saran=(
            "periksa apakah bagian ini masih memakai nama dinas yang lama atau ada kata yang "
            "hilang."
        ),
    ),
    Aturan(
        "nama-unit-berbeda",
        "rendah",
        unit_is_named_alike,
        judul="Satu bidang ditulis dengan satu nama.",
        penjelasan="Dibandingkan dengan nama unit pada data dinas.",
        saran="periksa nama bidang yang berlaku, lalu samakan.",
    ),
    Aturan(
        "jabatan-lama",
        "rendah",
        posts_are_current,
        judul="Jabatan yang disebut masih ada.",
        penjelasan=(
            "Penyetaraan jabatan mengganti kepala seksi dengan jabatan fungsional. Ditandai hanya "
            "bila SOP lain pada dinas yang sama sudah memakai jabatan fungsional."
        ),
        saran="periksa apakah jabatan kepala seksi ini masih ada.",
    ),
)
