"""Findings about legal bases that are missing or belong to another service."""

import re
from collections.abc import Iterator

from ....data.model.sop import Sop
from ...hukum import GONE
from ..context import Konteks
from ..finding import Sebab
from ..rule import Aturan, Hasil
from ..text import listed, norm, quoted, stem, topic, word_set
from .hukum import bases, proof_of, short_name, title_words


def laws_are_about_this_service(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A legal basis is not the special law of another SOP of the office."""
    services = k.memo(f"layanan {sop.instansi}", lambda: _services(k, sop.instansi))
    own = k.own_topic(sop)
    for n, basis, law in bases(k, sop):
        # Acts and government regulations rule many services; only special rules can be misplaced.
        if law.id.startswith(("uu-", "pp-", "perda-", "perppu-")):
            continue
        subject = frozenset(stem(w) for w in title_words(law.judul) if len(w) > 3) - _GENERAL
        if not subject or subject & (own - _COMMON):
            continue
        for other, named in services:
            # The law's subject is the other service: at least half of its words are in that title.
            if (
                other is not sop
                and len(subject & named) * 2 >= len(subject)
                and len(subject & named) >= 1
            ):
                title = quoted(" ".join(law.judul.split()), 160)
                theirs = f"menjadi layanan SOP {other.nama_sop or other.nama}"
                proof = proof_of(k, sop, n, basis, law)[:1]
                shared = (
                    f"{title} menjadi dasar hukum SOP yang tidak menyebut pokoknya; pokok itu "
                    f"{theirs}."
                )
                yield Hasil(
                    f"Dasar hukum {n} adalah {title}; pokok itu tidak disebut dalam SOP ini, "
                    f"tetapi {theirs}.",
                    proof,
                    sebab=(Sebab(f"{sop.instansi} {law.id}", shared, proof[0], peraturan=law.id),),
                )
                break


_GENERAL = frozenset(
    stem(word)
    for word in word_set(
        "tata cara pedoman penyelenggaraan pelaksanaan pencatatan pengesahan pendaftaran "
        "pembuatan syarat pekerja buruh kerja tenaga ketenagakerjaan penetapan negeri "
        "dalam pembentukan susunan perangkat daerah kabupaten kota pemerintah "
        "pemerintahan peraturan perubahan keputusan surat"
    )
)


_COMMON = frozenset(stem(word) for word in word_set("kerja pekerja tenaga dinas kepala"))


def _services(k: Konteks, office: str) -> list[tuple[Sop, frozenset[str]]]:
    # One SOP per distinct title is enough to name the service.
    found: dict[frozenset[str], Sop] = {}
    for sop in k.by_office[office]:
        found.setdefault(topic(sop.nama_sop or sop.nama), sop)
    return [(sop, title) for title, sop in found.items()]


def sisters_bases_are_cited(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A base that the same service cites at another office is cited here too."""
    if not sop.layanan or not sop.dasar_hukum:
        return
    cited = {basis.peraturan for basis in sop.dasar_hukum}
    cores = [
        core
        for name in (sop.nama, sop.nama_sop or "")
        if len((core := _core_title(name)).split()) >= 2
    ]
    seen: set[str] = set()
    # A handful of sisters shows the custom; all of a thousand would say no more.
    for other in [s for s in k.by_service[sop.layanan] if s.instansi != sop.instansi][:12]:
        found = []
        for _, _, law in bases(k, other):
            local = re.match(r"(?:perda|perwali|perbup|kepkadis|pergub)", law.id)
            # An act concerns every service of its field; a special rule must name this service.
            fits = law.id.startswith("uu-") or any(core in norm(law.judul) for core in cores)
            if law.id not in cited | seen and not local and law.status not in GONE and fits:
                found.append(law)
                seen.add(law.id)
        if found:
            named = topic(f"{sop.nama} {other.nama} {other.nama_sop or ''}")
            names = listed((short_name(law) for law in found), 8)
            yield Hasil(
                f"SOP {k.title(other.id)}, untuk layanan yang sama, mengutip {names}; SOP ini "
                "tidak.",
                tuple(
                    k.at(other, f"Dasar hukum SOP {other.nama_sop or other.nama}", basis.tertulis)
                    for _, basis, law in bases(k, other)
                    if law in found
                ),
                # The law of this very service is missed more than a law of its field.
                tingkat="sedang"
                if any(_is_own_law(law.judul, cores, named) for law in found)
                else None,
            )


def _is_own_law(title: str, cores: list[str], named: frozenset[str]) -> bool:
    """Whether a law is about this very service, by its core or by all words of the law's title."""
    subject = {stem(word) for word in title_words(title)}
    return any(core in norm(title) for core in cores) or bool(subject and subject <= named)


def _core_title(name: str) -> str:
    """The thing a service is about: `perjanjian kerja bersama` of its registration."""
    bare = norm(re.sub(r"\([^)]*\)", " ", name)).replace("surat keputusan", " ")
    words = [word for word in bare.split() if word not in _FORM_WORDS]
    return " ".join(words)


_FORM_WORDS = word_set(
    "prosedur proses pelayanan pelaksanaan penerbitan pembuatan pengesahan pendaftaran "
    "pencatatan penyelesaian dan perpanjangan"
)


def laws_of_requirements_are_cited(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A regulation that a requirement rests on is among the legal bases."""
    cited = {basis.peraturan for basis in sop.dasar_hukum}
    written = " ".join(basis.tertulis for basis in sop.dasar_hukum).lower()
    found: dict[str, str] = {}
    for item in sop.persyaratan:
        for basis in item.dasar if item.wajib == "ya" else ():
            if (
                basis.jenis != "peraturan"
                or basis.peraturan in cited
                or "dicabut" in (basis.catatan or "")
            ):
                continue
            law = k.catalog.peraturan.get(basis.peraturan or "")
            name = short_name(law) if law else basis.nama or ""
            if name and name.lower() not in written and (law is None or law.status not in GONE):
                found.setdefault(name, item.berkas)
    if found:
        shown = listed((f"{name} (untuk {quoted(need, 50)})" for name, need in found.items()), 4)
        yield Hasil(
            f"Persyaratan pada situs ini memakai {shown}, yang tidak ada pada Dasar Hukum dokumen.",
            (k.whole(sop),),
        )


ATURAN = (
    Aturan(
        "hukum-tentang-hal-lain",
        "tinggi",
        laws_are_about_this_service,
        judul="Dasar hukum mengatur layanan SOP ini.",
        penjelasan=(
            "Ditandai bila judul peraturannya menyebut layanan SOP lain pada dinas yang sama, dan "
            "tidak satu pun kata pokoknya ada pada SOP ini."
        ),
        saran="periksa apakah dasar hukum ini disalin dari SOP lain.",
    ),
    Aturan(
        "hukum-saudara",
        "rendah",
        sisters_bases_are_cited,
        judul="SOP mengutip dasar hukum yang dikutip SOP lain untuk layanan yang sama.",
        penjelasan=(
            "Layanan yang sama di dinas lain sering memakai peraturan yang sama. Peraturan yang "
            "tercatat dicabut dan peraturan daerah tidak dibandingkan."
        ),
        saran="periksa apakah peraturan ini juga menjadi dasar layanan ini.",
    ),
    Aturan(
        "dasar-syarat-tak-dikutip",
        "rendah",
        laws_of_requirements_are_cited,
        judul="Peraturan yang menjadi dasar persyaratan ada pada Dasar Hukum.",
        penjelasan=(
            "Persyaratan pada situs ini kadang bersumber dari peraturan yang tidak disebut dokumen."
        ),
        saran="periksa apakah peraturan ini perlu ditambahkan pada Dasar Hukum.",
    ),
)
