"""Findings about how regulations are cited: garbled titles, numbers and years."""

import re
from collections.abc import Iterator

from ....data.model.peraturan import Peraturan
from ....data.model.sop import DasarHukum, Sop
from ...hukum import GONE
from ..context import Konteks, Kutipan
from ..finding import Bukti, Sebab
from ..rule import Aturan, Hasil
from ..text import capital, listed, norm, quoted, stem, tokens, word_set
from .hukum import bases, certain, now, proof_of, short_name, title_words

_MINOR = word_set(
    "ri republik indonesia nomor tahun tentang kota kabupaten provinsi dan atau di ke pada "
    "dalam oleh melalui serta jht mengenai yang"
)


def law_titles_are_right(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A regulation's title is cited as the registry has it."""
    for n, basis, law in bases(k, sop):
        # The registry says so where its own title was taken from the document.
        if "dokumen sumber" in law.judul:
            continue
        written, right = title_words(basis.tertulis), _best_title(basis.tertulis, law.judul)
        if not right:
            continue
        if not written:
            said = f"tidak menyebut judul; pada daftar peraturan: {quoted(law.judul, 160)}."
            proof = proof_of(k, sop, n, basis, law)[:1]
            yield Hasil(
                f"Dasar hukum {n}, {quoted(basis.tertulis)}, {said}",
                proof,
                sebab=(_same_words(law, basis, f"{quoted(basis.tertulis)} {said}", proof[0]),),
            )
            continue
        # The whole title counts as known: the original wording and its translation in brackets.
        stems = {stem(word) for word in (*right, *title_words(law.judul))}
        region = k.catalog.instansi.get(sop.instansi)
        minor = _MINOR | set(tokens(region.daerah) if region else ())
        cut = right[len(written) :] if written == right[: len(written)] else []
        lost = cut or [
            w for w in right if stem(w) not in {stem(x) for x in written} and w not in minor
        ]
        added = [w for w in written if stem(w) not in stems and w not in minor]
        abbreviated = bool(added) and all(_short_for(w, right) for w in added)
        if (lost or added) and not abbreviated:
            parts = []
            if lost:
                parts.append(f"tidak memuat kata {listed(quoted(w) for w in lost)}")
            if added:
                parts.append(f"memuat kata {listed(quoted(w) for w in added)}")
            said = (
                f"{' dan '.join(parts)}: tertulis {quoted(basis.tertulis, 160)}, pada daftar "
                f"peraturan {quoted(law.judul, 200)}."
            )
            proof = proof_of(k, sop, n, basis, law)[:1]
            yield Hasil(
                f"Judul dasar hukum {n} {said}",
                proof,
                sebab=(_same_words(law, basis, f"Judul peraturan {said}", proof[0]),),
            )


def _same_words(law: Peraturan, basis: DasarHukum, said: str, proof: Bukti) -> Sebab:
    """One title written wrongly in the same words by several SOPs is one fault."""
    return Sebab(f"{law.id}: {norm(basis.tertulis)}", said, proof, peraturan=law.id)


def _best_title(written: str, title: str) -> list[str]:
    """The title, or the translation it gives in brackets, whichever the document means."""
    inner = re.search(r"\(([^)]*)\)\s*$", title)
    forms = [title_words(re.sub(r"\([^)]*\)", " ", title))]
    if inner:
        forms.append(title_words(f"tentang {inner[1]}"))
    mine = {stem(word) for word in title_words(written)}
    return max(forms, key=lambda words: len(mine & {stem(w) for w in words}) / (len(words) or 1))


def _short_for(word: str, right: list[str]) -> bool:
    """Whether a word such as SKKNI or PBK is made of first letters of the right title."""
    letters = "".join(other[0] for other in right if other not in ("dan", "atau", "di", "pada"))
    return len(word) >= 3 and word in letters


_CITED = re.compile(
    r"\b(?P<kind>UU|Undang-?\s?Undang(?: Ketenagakerjaan)?|PP|Peraturan Pemerintah|Perpres|"
    r"Peraturan Presiden|Permenaker(?:trans)?|"
    r"Kepmenaker(?:trans)?)\s*(?:RI\s*)?(?:No(?:mor)?\.?\s*:?\s*)?(?:Kep-?\.?\s*)?(?P<number>\d+)"
    r"(?:/[A-Za-z]+/(?:[IVX]+/)?(?P<slash>\d{4})|\s+Tahun\s+(?P<year>\d{4}))",
    re.IGNORECASE,
)


_KIND = {
    "uu": "uu", "pp": "pp", "peraturan pemerintah": "pp", "perpres": "perpres",
    "peraturan "
    "presiden": "perpres", "permenaker": "permenaker", "permenakertrans": "permenakertrans",
    "kepmenaker": "kepmenaker", "kepmenakertrans": "kepmenakertrans",
}  # fmt: skip


def citations_elsewhere_are_right(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A regulation named outside the legal bases exists in the registry and is in force."""
    places: dict[str, list[tuple[Kutipan, str]]] = {}
    for item in k.texts(sop):
        if item.path.startswith("dasar_hukum"):
            continue
        for match in _CITED.finditer(item.teks):
            kind = match["kind"].lower()
            kind = "uu" if kind.startswith("undang") else _KIND.get(kind, kind)
            named = f"{kind}-{match['number']}-{match['slash'] or match['year']}"
            places.setdefault(named, []).append((item, match[0]))
    cited = {basis.peraturan for basis in sop.dasar_hukum}
    for named, found in places.items():
        said, more = _what_is_wrong(k, named)
        # A law that the legal bases name as well has its finding there.
        if not said or named in cited:
            continue
        proofs = tuple(k.at(sop, item.pada, item.teks, item.path) for item, _ in found)
        law = k.catalog.peraturan.get(named)
        title = law.judul if law else capital(quoted(found[0][1]))
        where = listed(item.pada for item, _ in found)
        yield Hasil(
            f"{where} menyebut {quoted(found[0][1])}{said}",
            (*proofs, *more),
            sebab=(
                Sebab(
                    named,
                    f"{title} disebut di luar Dasar Hukum{said}",
                    proofs[0],
                    more[0] if more else None,
                ),
            ),
        )


def _what_is_wrong(k: Konteks, named: str) -> tuple[str, tuple[Bukti, ...]]:
    """What is wrong with a citation by its id, as the end of a sentence; empty when nothing is."""
    law = k.catalog.peraturan.get(named)
    if law and law.status in GONE:
        said = f", yang tercatat {_STATUS[law.status]} ({certain(law)}){now(k, law)}."
        return said, (Bukti("Bukti status", law.bukti_status),)
    kind, year = named[:-4], named[-4:]
    near = sorted(
        other for other in k.catalog.peraturan
        if not law and other[:-4] == kind and other[-4:].isdigit() and _one_off(other[-4:], year)
    )  # fmt: skip
    names = listed(short_name(k.catalog.peraturan[other]) for other in near)
    return (f"; pada daftar peraturan yang ada {names}." if near else ""), ()


_STATUS = {"dicabut": "sudah dicabut", "berakhir": "sudah berakhir"}


def _one_off(one: str, two: str) -> bool:
    """Whether two years differ by one or two: a slip of the pen, not another regulation."""
    return 0 < abs(int(one) - int(two)) <= 2


ATURAN = (
    Aturan(
        "judul-hukum-berbeda",
        "rendah",
        law_titles_are_right,
        judul="Judul peraturan dikutip seperti judul resminya.",
        penjelasan=(
            "Dibandingkan dengan daftar peraturan situs ini. Ejaan dan kata sambung tidak dihitung."
        ),
        saran="periksa judul resmi peraturannya.",
    ),
    Aturan(
        "rujukan-hukum-di-tempat-lain",
        "sedang",
        citations_elsewhere_are_right,
        judul="Peraturan yang disebut di luar Dasar Hukum ditulis benar dan masih berlaku.",
        penjelasan=(
            "Dicari pada kualifikasi, peralatan, langkah dan lembar kerja, lalu dicocokkan dengan "
            "daftar peraturan."
        ),
        saran="periksa nomor, tahun dan status peraturannya.",
    ),
)
