"""Rules about names that must exist elsewhere in the data."""

from collections.abc import Iterator

from .. import ikon
from ..check import Path
from ..draft import Draft
from ..model import Dokumen, PenandaTangan
from ..targets import ENDS, row_of, written
from ..words import suggestion
from . import forms
from .rule import Aturan, Breach, unknown
from .walk import all_bases, bases


def office_exists(draft: Draft) -> Iterator[Breach]:
    """The folder of an SOP holds an instansi.yml."""
    for entry in draft.sop.values():
        office = entry.record.instansi
        if office not in draft.instansi_ids:
            hint = suggestion(office, draft.instansi_ids)
            yield Breach(
                entry,
                (),
                f'folder "{office}" tidak punya instansi.yml. Tambahkan berkas itu.{hint}',
            )


def regulation_exists(draft: Draft) -> Iterator[Breach]:
    """Every regulation named anywhere has a record."""
    where = "sop_data/peraturan/"
    known = draft.peraturan_ids
    for entry in draft.sop.values():
        for n, basis in enumerate(entry.record.dasar_hukum):
            if basis.peraturan:
                path: Path = ("dasar_hukum", n, "peraturan")
                yield from unknown(entry, path, basis.peraturan, known, where)
    for cited, path, dasar in all_bases(draft):
        if dasar.peraturan:
            full = (*path, "peraturan")
            yield from unknown(cited, full, dasar.peraturan, known, where)
    for law in draft.peraturan.values():
        for n, word in enumerate(law.record.rujukan_kini):
            path = ("rujukan_kini", n)
            yield from unknown(law, path, word, draft.peraturan_ids, where)
        for key in ("diubah_oleh", "dicabut_oleh"):
            for n, other in enumerate(getattr(law.record, key)):
                if other.id:
                    path = (key, n, "id")
                    yield from unknown(law, path, other.id, draft.peraturan_ids, where)


def sop_exists(draft: Draft) -> Iterator[Breach]:
    """Every SOP named anywhere has a file."""
    where = "sop_data/"
    for entry in draft.sop.values():
        for key in ("keterkaitan", "bukan_di_sini"):
            for n, other in enumerate(getattr(entry.record, key)):
                if other.sop:
                    path: Path = (key, n, "sop")
                    yield from unknown(entry, path, other.sop, draft.sop_ids, where)
    for office in draft.instansi.values():
        slugs = {i.partition("/")[2] for i in draft.sop_ids if i.startswith(office.record.id + "/")}
        for n, slug in enumerate(office.record.urutan):
            folder = f"{where}{office.record.id}/"
            yield from unknown(office, ("urutan", n), slug, slugs, folder)
    if draft.situs:
        for n, example in enumerate(draft.situs.record.contoh_cari):
            path = ("contoh_cari", n, "sop")
            yield from unknown(draft.situs, path, example.sop, draft.sop_ids, where)
    if draft.istilah:
        for n, term in enumerate(draft.istilah.record.istilah):
            for m, word in enumerate(term.sop):
                path = ("istilah", n, "sop", m)
                yield from unknown(draft.istilah, path, word, draft.sop_ids, where)


def form_exists(draft: Draft) -> Iterator[Breach]:
    """Every form named by an SOP has a definition."""
    for entry in draft.sop.values():
        for n, word in enumerate(entry.record.formulir):
            yield from unknown(entry, ("formulir", n), word, draft.formulir_ids, "forms/")


def audience_exists(draft: Draft) -> Iterator[Breach]:
    """The audiences of every SOP are in the site's list, where it has one."""
    if not draft.audiens:
        return
    known = {item.id for item in draft.audiens.record.audiens} | {"internal"}
    for entry in draft.sop.values():
        for n, word in enumerate(entry.record.audiens):
            yield from unknown(entry, ("audiens", n), word, known, "audiens.yml")


def topic_exists(draft: Draft) -> Iterator[Breach]:
    """The topics of every SOP and problem are in the list of topics."""
    if draft.has_topics and not draft.topik:
        return  # The list itself is broken; its own problems say so.
    known = {topic.id for topic in draft.topik.record.topik} if draft.topik else set()
    for entry in draft.sop.values():
        word = entry.record.topik
        yield from unknown(entry, ("topik",), word, known, "topik.yml")
    if draft.masalah:
        for n, problem in enumerate(draft.masalah.record.masalah):
            for m, word in enumerate(problem.topik):
                path = ("masalah", n, "topik", m)
                yield from unknown(draft.masalah, path, word, known, "topik.yml")


def icon_exists(draft: Draft) -> Iterator[Breach]:
    """The icon of every topic is one that can be drawn."""
    if draft.topik:
        for n, topic in enumerate(draft.topik.record.topik):
            if not ikon.is_known(topic.ikon):
                hint = suggestion(topic.ikon, ikon.names())
                said = f'ikon "{topic.ikon}" tidak ada di kumpulan Material Design.'
                said += hint or " Pilih nama lain, misalnya file-document-outline."
                yield Breach(draft.topik, ("topik", n, "ikon"), said)


def official_exists(draft: Draft) -> Iterator[Breach]:
    """Who signed the document is an official of the office."""
    for entry in draft.sop.values():
        office = draft.instansi.get(entry.record.instansi)
        if not office:
            continue
        known = {official.id for official in office.record.pejabat}
        for path, signed in _signers(entry.record.dokumen):
            if signed.pejabat:
                place = (*path, "pejabat")
                yield from unknown(entry, place, signed.pejabat, known, "pejabat instansi.yml")


def _signers(document: Dokumen) -> Iterator[tuple[Path, PenandaTangan]]:
    for key in ("disusun_oleh", "diperiksa_oleh"):
        for n, signed in enumerate(getattr(document, key)):
            yield ("dokumen", key, n), signed
    if document.disahkan_oleh:
        yield ("dokumen", "disahkan_oleh"), document.disahkan_oleh


def actor_exists(draft: Draft) -> Iterator[Breach]:
    """The actors of every step are in the SOP's list of actors."""
    for entry in draft.sop.values():
        known = {actor.id for actor in entry.record.pelaksana}
        for n, step in enumerate(entry.record.langkah):
            # Those of symbols are looked at where they are written.
            for m, word in enumerate(() if step.simbol else step.pelaksana):
                path: Path = ("langkah", n, "pelaksana", m)
                yield from unknown(entry, path, word, known, "daftar pelaksana")
            for word in step.sel_pelaksana:
                path = ("langkah", n, "sel_pelaksana", word)
                for breach in unknown(entry, path, word, known, "daftar pelaksana"):
                    yield breach._replace(is_key=True)


def step_target_exists(draft: Draft) -> Iterator[Breach]:
    """A step may only point to a step of the same SOP, or to an end."""
    for entry in draft.sop.values():
        steps = {step.id for step in entry.record.langkah}
        for n, step in enumerate(entry.record.langkah):
            for inside, target in written(step):
                place, word = ("langkah", n, *inside), row_of(target)
                yield from unknown(entry, place, word, steps | set(ENDS), "daftar langkah")
        for path, dasar in bases(entry.record):
            if dasar.langkah:
                full = (*path, "langkah")
                yield from unknown(entry, full, dasar.langkah, steps, "daftar langkah")


def variant_exists(draft: Draft) -> Iterator[Breach]:
    """Every variant that something is for is in the SOP's list."""
    for entry in draft.sop.values():
        known = {variant.id for variant in entry.record.varian}
        for key in ("siapa", "persyaratan", "produk", "langkah"):
            for n, item in enumerate(getattr(entry.record, key)):
                for m, word in enumerate(item.untuk):
                    path: Path = (key, n, "untuk", m)
                    yield from unknown(entry, path, word, known, "daftar varian")
        for n, tarif in enumerate(entry.record.biaya.tarif):
            for m, word in enumerate(tarif.untuk):
                path = ("biaya", "tarif", n, "untuk", m)
                yield from unknown(entry, path, word, known, "daftar varian")


def source_exists(draft: Draft) -> Iterator[Breach]:
    """The source passage of an SOP exists."""
    for entry in draft.sop.values():
        sumber = entry.record.sumber
        if sumber is None:
            if entry.record.status == "transkripsi":
                yield Breach(
                    entry,
                    ("status",),
                    "SOP yang disalin memerlukan sumber. Tambahkan sumber, atau tulis rancangan "
                    "bila SOP ini ditulis di sini.",
                )
            continue
        lines = draft.sumber.get(sumber.berkas)
        if lines is None:
            known = draft.sumber
            path: Path = ("sumber", "berkas")
            where = "sop_data/sumber/"
            yield from unknown(entry, path, sumber.berkas, known, where)
            continue
        if not lines:
            continue  # The source itself is broken; its own problem says so.
        ranges: list[tuple[Path, list[int]]] = [(("sumber", "baris"), sumber.baris)]
        ranges += [(("sumber", "baris_lain", n), r) for n, r in enumerate(sumber.baris_lain)]
        ranges += [
            ((*path, "baris"), [dasar.baris, dasar.baris])
            for path, dasar in bases(entry.record)
            if dasar.jenis == "sop" and dasar.baris
        ]
        for path, (first, last) in ranges:
            if not 1 <= first <= last <= len(lines):
                what = f"{first}" if first == last else f"{first} sampai {last}"
                yield Breach(
                    entry,
                    path,
                    f"baris {what} tidak ada di {sumber.berkas}, yang punya {len(lines)} baris. "
                    "Periksa angkanya; baris pertama ditulis lebih dahulu.",
                )


ATURAN = (
    Aturan(
        "instansi-tidak-dikenal",
        "Setiap folder SOP punya instansi.yml.",
        "Halaman SOP memerlukan nama dan alamat dinasnya.",
        (office_exists, forms.names_exist("instansi")),
    ),
    Aturan(
        "peraturan-tidak-dikenal",
        "Peraturan yang dirujuk ada di sop_data/peraturan/ atau pustaka.",
        "Tanpa rekamannya, pembaca tidak tahu apakah peraturan itu masih berlaku.",
        (regulation_exists, forms.names_exist("peraturan")),
    ),
    Aturan(
        "sop-tidak-dikenal",
        "SOP yang dirujuk ada di sop_data/.",
        "Tautan ke SOP yang tidak ada membawa pembaca ke halaman kosong.",
        (sop_exists, forms.names_exist("sop")),
    ),
    Aturan(
        "formulir-tidak-dikenal",
        "Formulir yang dirujuk ada di forms/.",
        "Tombol Isi formulir harus membuka formulir yang ada.",
        (form_exists, forms.names_exist("formulir")),
    ),
    Aturan(
        "audiens-tidak-dikenal",
        "Audiens ada di audiens.yml.",
        "Kelompok yang tidak punya nama tidak dapat ditulis pada halaman.",
        (audience_exists,),
    ),
    Aturan(
        "topik-tidak-dikenal",
        "Topik ada di topik.yml.",
        "SOP dengan topik yang tidak ada tidak muncul di halaman topik mana pun.",
        (topic_exists,),
    ),
    Aturan(
        "ikon-tidak-dikenal",
        "Ikon topik ada di kumpulan Material Design.",
        "Ikon yang tidak ada tidak dapat digambar, dan situs tidak jadi dibuat.",
        (icon_exists,),
    ),
    Aturan(
        "pejabat-tidak-dikenal",
        "Pejabat pengesah ada di instansi.yml.",
        "Nama dan NIP pejabat hanya ditulis sekali, di instansi.yml.",
        (official_exists,),
    ),
    Aturan(
        "pelaksana-tidak-dikenal",
        "Pelaksana langkah ada di daftar pelaksana SOP itu.",
        "Setiap pelaku perlu kolom dan nama lengkap.",
        (actor_exists,),
    ),
    Aturan(
        "langkah-tidak-dikenal",
        "Tujuan langkah dan keputusan ada.",
        "Panah yang menuju langkah yang tidak ada tidak dapat digambar.",
        (step_target_exists,),
    ),
    Aturan(
        "varian-tidak-dikenal",
        "Varian yang dirujuk ada di daftar varian SOP itu.",
        "Syarat untuk varian yang tidak ada tidak pernah tampil.",
        (variant_exists,),
    ),
    Aturan(
        "sumber-tidak-ada",
        "Berkas dan baris sumber ada di sop_data/sumber/.",
        "Asal setiap nilai harus dapat diperiksa siapa pun.",
        (source_exists,),
    ),
)
