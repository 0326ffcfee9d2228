"""Findings about how regulations are cited: garbled titles, numbers and years."""

import re
from collections.abc import Iterator

from ....data.model.sop import Sop
from ...hukum import GONE
from ..context import Konteks
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import listed, quoted, stem, tokens, word_set
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
            yield Hasil(
                f"Dasar hukum {n}, {quoted(basis.tertulis)}, tidak menyebut judul; pada daftar "
                f"peraturan: {quoted(law.judul, 160)}.",
                proof_of(k, sop, n, basis, law)[:1],
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
            yield Hasil(
                f"Judul dasar hukum {n} {' dan '.join(parts)}: tertulis "
                f"{quoted(basis.tertulis, 160)}, pada daftar peraturan {quoted(law.judul, 200)}.",
                proof_of(k, sop, n, basis, law)[:1],
            )


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
    for item in k.texts(sop):
        if item.path.startswith("dasar_hukum"):
            continue
        for match in _CITED.finditer(item.teks):
            kind = match["kind"].lower()
            kind = "uu" if kind.startswith("undang") else _KIND.get(kind, kind)
            number, year = match["number"], match["slash"] or match["year"]
            law = k.catalog.peraturan.get(f"{kind}-{number}-{year}")
            proof = (k.at(sop, item.pada, item.teks, item.path),)
            if law and law.status in GONE:
                yield Hasil(
                    f"{item.pada} menyebut {quoted(match[0])}, yang tercatat {_STATUS[law.status]} "
                    f"({certain(law)}){now(k, law)}.",
                    (*proof, Bukti("Bukti status", law.bukti_status)),
                )
            elif not law:
                near = sorted(
                    other for other in k.catalog.peraturan
                    if re.fullmatch(rf"{kind}-{number}-\d{{4}}", other)
                    and _one_off(other[-4:], year)
                )  # fmt: skip
                if near:
                    names = listed(short_name(k.catalog.peraturan[other]) for other in near)
                    yield Hasil(
                        f"{item.pada} menyebut {quoted(match[0])}; pada daftar peraturan yang ada "
                        f"{names}.",
                        proof,
                    )


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
