"""Regulations that a document cites: found among the records, or started as new ones."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ...data.model import Peraturan
from ...data.yamltext import text_of
from .words import slug, unique

# In this order: the longer name before the shorter one that it begins with.
_KINDS: tuple[tuple[str, str, str], ...] = (
    (r"undang[- ]?undang(?: dasar)?|uu", "uu", "Undang-Undang"),
    (r"peraturan pemerintah pengganti undang[- ]?undang|perp+u", "perppu",
     "Peraturan Pemerintah Pengganti Undang-Undang"),
    (r"peraturan pemerintah|pp", "pp", "Peraturan Pemerintah"),
    (r"peraturan presiden|perpres", "perpres", "Peraturan Presiden"),
    (r"keputusan presiden|keppres", "keppres", "Keputusan Presiden"),
    (r"instruksi presiden|inpres", "inpres", "Instruksi Presiden"),
    (r"peraturan menteri|permen\w*|pmk|pmkp", "permen", "Peraturan Menteri"),
    (r"keputusan menteri|kepmen\w*", "kepmen", "Keputusan Menteri"),
    (r"peraturan daerah|perda", "perda", "Peraturan Daerah"),
    (r"peraturan gubernur|pergub", "pergub", "Peraturan Gubernur"),
    (r"peraturan bupati|perbup", "perbup", "Peraturan Bupati"),
    (r"peraturan wali ?kota|perwal\w*|perwako", "perwali", "Peraturan Wali Kota"),
    (r"peraturan (?:kepala\b|ka\w*)|perka\w*", "perka", "Peraturan Kepala"),
    (r"keputusan (?:kepala|ka)\b|kepka\w*", "kepka", "Keputusan Kepala"),
    (r"keputusan direktur jenderal|kepdirjen", "kepdirjen", "Keputusan Direktur Jenderal"),
    (r"peraturan badan", "perban", "Peraturan Badan"),
    (r"peraturan mahkamah agung|perma", "perma", "Peraturan Mahkamah Agung"),
    (r"surat edaran", "se", "Surat Edaran"),
)  # fmt: skip
_NATIONAL = frozenset({"uu", "perppu", "pp", "perpres", "keppres", "inpres", "perma"})
_NUMBER = re.compile(
    r"(?:nomor|no\.?)\s*:?\s*((?:[A-Z]{1,4}[. ])?[\w./\-]+?)\s*(?:,?\s*tanggal [^,]*?)?"
    r"\s*,?\s*tahun\s*((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LONG_NUMBER = re.compile(
    r"(?:nomor|no\.?)\s*:?\s*([\w.\-]+(?:/[\w.\-]+)*/((?:19|20)\d\d))\b", re.IGNORECASE
)
_SHORT_NUMBER = re.compile(r"\b(\d+)\s*(?:/|tahun)\s*((?:19|20)\d\d)\b", re.IGNORECASE)
_FILLER = frozenset({
    "republik", "indonesia", "ri", "negara", "dan", "kota", "kabupaten", "provinsi", "badan",
    "kepala", "menteri", "kementerian", "tentang", "nomor", "no", "wali", "bupati", "walikota",
})  # fmt: skip


@dataclass(frozen=True)
class Citation:
    """What a line cites: the kind's short and full name, who issued it, number and year."""

    kind: str
    jenis: str
    penerbit: str
    nomor: str
    tahun: str


@dataclass
class Laws:
    """The records there are, and the new ones that the drafts need."""

    known: Mapping[str, Peraturan]
    today: datetime.date
    new: dict[str, str] = field(default_factory=dict)
    _made: dict[Citation, str] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    def id_of(self, words: str) -> tuple[str | None, str]:
        """The record that a line cites, with a remark; None where the line names no one law."""
        cited = citation(words)
        if cited is None:
            return None, "peraturan ini belum dikenali jenis, nomor dan tahunnya"
        found = list(self._matching(cited))
        if len(found) == 1:
            return found[0], ""
        if found:
            return None, f"cocok dengan beberapa peraturan: {', '.join(sorted(found))}"
        if cited not in self._made:
            self._made[cited] = self._start(cited, words)
        return self._made[cited], "peraturan baru; periksa rekamannya di sop_data/peraturan/"

    def id_by_words(self, words: str) -> str | None:
        """The record that a line cites, or None."""
        return self.id_of(words)[0]

    def files(self) -> dict[str, str]:
        """The new records that were not asked for yet, by their path in the site."""
        fresh = {name: text for name, text in self.new.items() if name not in self._told}
        self._told.update(fresh)
        return {f"sop_data/peraturan/{name}.yml": text for name, text in fresh.items()}

    def _matching(self, cited: Citation) -> Iterable[str]:
        for name, law in self.known.items():
            if law.nomor.casefold() != cited.nomor.casefold() or law.tahun != cited.tahun:
                continue
            kind = _kind_of(law.jenis)
            if kind is None or kind[0] != cited.kind:
                continue
            issuer = _words(cited.penerbit)
            parts = re.sub(r"^(?:per|kep)men", "", name).replace("-", " ")
            own = _words(f"{law.penerbit or ''} {law.jenis} {parts}")
            if cited.kind in _NATIONAL or not issuer or _overlap(issuer, own):
                yield name

    def _start(self, cited: Citation, words: str) -> str:
        middle = slug(cited.penerbit, 30)
        parts = [cited.kind, middle, slug(cited.nomor, 20), cited.tahun]
        name = unique(
            "-".join(part for part in parts if part), {*self.known, *self.new}, "peraturan"
        )
        month = f"{self.today:%Y-%m}"
        record: dict[str, object] = {
            "jenis": cited.jenis,
            "penerbit": cited.penerbit or None,
            "nomor": cited.nomor,
            "tahun": cited.tahun,
            "judul": f"{words.rstrip(' ;.,')} (judul menurut dokumen sumber)",
            "bukti_judul": "hanya dari dokumen sumber; belum dicari di sumber lain",
            "status": "belum_terverifikasi",
            "keyakinan_status": "rendah",
            "status_per": month,
            "bukti_status": "belum dicari; rekaman ini dimulai oleh sop impor",
            "diperiksa": f"{self.today:%Y-%m-%d}",
        }
        self.new[name] = text_of(record)
        return name


def citation(words: str) -> Citation | None:
    """Kind, issuer, number and year of the first law that a line cites."""
    kind = _kind_of(words)
    if kind is None:
        return None
    short, jenis, rest = kind
    match = _LONG_NUMBER.search(rest) or _NUMBER.search(rest) or _SHORT_NUMBER.search(rest)
    if match is None:
        return None
    before = rest[: match.start()].strip(" ,:-")
    issuer = re.sub(r"(?i)\b(?:republik indonesia|r\.?i\.?)(?=\W|$)", " ", before)
    issuer = re.sub(r"(?i)\b(?:nomor|no)\b\.?", " ", issuer)
    issuer = " ".join(issuer.split()).strip(" ,:-")
    if len(issuer.split()) > 8:
        return None
    return Citation(
        short, jenis, "" if short in _NATIONAL else issuer, match[1].strip("."), match[2]
    )


def _kind_of(words: str) -> tuple[str, str, str] | None:
    """The short name, the full name and the rest of a text that begins with a kind of law."""
    bare = re.sub(r"^\s*(?:\(?\d{1,2}[.)]?|[a-z][.)]|[-•➤])\s+", "", words).strip()
    best: tuple[int, str, str] | None = None
    for pattern, short, jenis in _KINDS:
        match = re.match(rf"(?i)(?:{pattern})(?!\w)", bare)
        if match and (best is None or match.end() > best[0]):
            best = (match.end(), short, jenis)
    if best is None:
        return None
    end, short, jenis = best
    head = bare[:end]
    glued = re.match(r"(?i)(?:per|kep)men(?!teri)(\w+)", head)
    if head.casefold() == "pmk":
        return short, jenis, f"Keuangan {bare[end:]}"
    return short, jenis, f"{glued[1] if glued else ''} {bare[end:]}"


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word for word in re.findall(r"[a-z]{2,}", text.casefold()) if word not in _FILLER
    )


def _overlap(issuer: frozenset[str], own: frozenset[str]) -> bool:
    """Whether an issuer's names mean the same: a shared word, also one shortened in the other."""
    return any(
        a == b or (len(a) >= 4 and len(b) >= 4 and (a.startswith(b[:6]) or b.startswith(a[:6])))
        for a in issuer
        for b in own
    )
