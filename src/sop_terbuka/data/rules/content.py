"""Rules about what one SOP says: its steps, dates, times, corrections and gaps."""

from collections.abc import Iterator
from typing import Any

from .. import nomor
from ..check import Entry, Path
from ..correction import Unknown, canonical, held, value_at
from ..draft import Draft
from ..tanggal import exists
from ..targets import ENDS, reached_rows, row_of, written
from . import forms
from .rule import Aturan, Breach
from .walk import all_bases


def ids_differ(draft: Draft) -> Iterator[Breach]:
    """Ids within one list differ, also from the words for the ends of a procedure."""
    for entry in draft.sop.values():
        for key in _LISTS_OF_SOP:
            yield from _repeated(entry, (key,), getattr(entry.record, key))
        yield from _repeated(entry, ("biaya", "tarif"), entry.record.biaya.tarif)
        for n, step in enumerate(entry.record.langkah):
            if step.id in ENDS:
                yield Breach(
                    entry,
                    ("langkah", n, "id"),
                    f'id "{step.id}" sudah berarti akhir alur. Pakai id lain.',
                )
    for office in draft.instansi.values():
        for key in ("pejabat", "kontak", "jam", "tempat", "pengaduan"):
            yield from _repeated(office, (key,), getattr(office.record, key))
    if draft.istilah:
        yield from _repeated(draft.istilah, ("istilah",), draft.istilah.record.istilah)
    if draft.topik:
        yield from _repeated(draft.topik, ("topik",), draft.topik.record.topik)
    if draft.audiens:
        yield from _repeated(draft.audiens, ("audiens",), draft.audiens.record.audiens)
    if draft.masalah:
        yield from _repeated(draft.masalah, ("masalah",), draft.masalah.record.masalah)


_LISTS_OF_SOP = (
    "varian", "pelaksana", "langkah", "dasar_hukum", "keterkaitan", "siapa", "persyaratan",
    "produk", "jam", "kanal", "bukan_di_sini", "temuan_pembaca",
)  # fmt: skip


def _repeated(entry: Entry[Any], path: Path, items: list[Any]) -> Iterator[Breach]:
    first: dict[str, int] = {}
    for n, item in enumerate(items):
        if item.id is None:
            continue
        if item.id in first:
            yield Breach(
                entry,
                (*path, n, "id"),
                f'id "{item.id}" sudah dipakai {path[-1]} {first[item.id] + 1}. Pakai id lain.',
            )
        first.setdefault(item.id, n)


def steps_are_reachable(draft: Draft) -> Iterator[Breach]:
    """Every step can be reached from the first."""
    for entry in draft.sop.values():
        steps = {step.id for step in entry.record.langkah}
        named = [row_of(target) for step in entry.record.langkah for _, target in written(step)]
        if not steps.union(ENDS).issuperset(named):
            continue  # That arrow is reported by itself; what it cuts off would only confuse.
        if any(step.simbol for step in entry.record.langkah):
            continue  # The document draws these arrows itself; what it leaves loose is a finding.
        reached = reached_rows(entry.record)
        for n, step in enumerate(entry.record.langkah):
            if step.id not in reached:
                yield Breach(
                    entry,
                    ("langkah", n),
                    f'langkah "{step.id}" tidak pernah dicapai. '
                    "Periksa berikut dan keputusan langkah sebelumnya.",
                )


def decision_leads_elsewhere(draft: Draft) -> Iterator[Breach]:
    """A decision leads to two different places, neither being itself."""
    for entry in draft.sop.values():
        ids = [step.id for step in entry.record.langkah]
        for n, step in enumerate(entry.record.langkah):
            decision = step.keputusan
            if ids.count(step.id) > 1:
                continue  # Which one is meant is unknown; the doubled id is told by its own rule.
            if step.berikut == step.id:
                yield Breach(
                    entry,
                    ("langkah", n, "berikut"),
                    "menunjuk langkah ini sendiri. Tulis langkah lain atau selesai.",
                )
            if not decision:
                continue
            for branch in ("ya", "tidak"):
                if getattr(decision, branch) == step.id:
                    yield Breach(
                        entry,
                        ("langkah", n, "keputusan", branch),
                        "menunjuk langkah ini sendiri. Tulis langkah lain, selesai atau tolak.",
                    )
            if decision.ya == decision.tidak:
                yield Breach(
                    entry,
                    ("langkah", n, "keputusan"),
                    f'kedua cabang menuju "{decision.ya}". Bedakan, atau hapus keputusan.',
                )


def decision_replaces_next(draft: Draft) -> Iterator[Breach]:
    """A step with a decision names no next step of its own."""
    for entry in draft.sop.values():
        for n, step in enumerate(entry.record.langkah):
            if step.keputusan and step.berikut:
                yield Breach(
                    entry,
                    ("langkah", n, "berikut"),
                    "tidak dipakai pada langkah dengan keputusan. Hapus baris ini.",
                )


def missing_steps_are_explained(draft: Draft) -> Iterator[Breach]:
    """An SOP has steps, or says why it has none."""
    for entry in draft.sop.values():
        sop = entry.record
        if not sop.langkah and not sop.tanpa_langkah:
            yield Breach(
                entry,
                (),
                "belum ada langkah. Tambahkan langkah, atau tanpa_langkah dengan sebabnya.",
            )
        if sop.langkah and sop.tanpa_langkah:
            yield Breach(entry, ("tanpa_langkah",), "SOP ini punya langkah. Hapus tanpa_langkah.")


def dates_exist(draft: Draft) -> Iterator[Breach]:
    """Every date exists in the calendar."""
    for entry, path, text in _dates(draft):
        if not exists(text):
            yield Breach(
                entry, path, f'tanggal "{text}" tidak ada di kalender. Periksa bulan dan harinya.'
            )


def _dates(draft: Draft) -> Iterator[tuple[Entry[Any], Path, str]]:
    for entry in draft.sop.values():
        # What the document prints is never an error; a doubtful date of its own is a finding.
        for key in ("status_tanggal", "tinjau_sebelum"):
            if getattr(entry.record, key):
                yield entry, (key,), getattr(entry.record, key)
        for n, answer in enumerate(entry.record.tanggapan):
            yield entry, ("tanggapan", n, "tanggal"), answer.tanggal
        for n, change in enumerate(entry.record.perubahan):
            yield entry, ("perubahan", n, "tanggal"), change.tanggal
    for law in draft.peraturan.values():
        yield law, ("status_per",), law.record.status_per
        yield law, ("diperiksa",), law.record.diperiksa


def corrections_match(draft: Draft) -> Iterator[Breach]:
    """What a correction says the data holds is what the data holds."""
    for entry in draft.sop.values():
        # A value that the office changed later was corrected before that.
        later = {(canonical(entry.record, c.pada), c.dari) for c in entry.record.perubahan}
        for n, correction in enumerate(entry.record.koreksi):
            if (canonical(entry.record, correction.pada), correction.menjadi) in later:
                continue
            place = held(entry.record, correction.pada, correction.menjadi)
            value = value_at(entry.record, place)
            if isinstance(value, Unknown):
                yield Breach(
                    entry,
                    ("koreksi", n, "pada"),
                    f'"{correction.pada}" bukan tempat di SOP ini: {value.reason}',
                )
            elif " ".join(value.split()) != " ".join(correction.menjadi.split()):
                yield Breach(
                    entry,
                    ("koreksi", n, "menjadi"),
                    f'isi {correction.pada} adalah "{value}", bukan ini. Samakan keduanya.',
                )


def condition_is_named(draft: Draft) -> Iterator[Breach]:
    """A conditional requirement names its condition."""
    for entry in draft.sop.values():
        for n, item in enumerate(entry.record.persyaratan):
            if item.wajib == "bersyarat" and not item.bila:
                yield Breach(
                    entry,
                    ("persyaratan", n),
                    'wajib: bersyarat memerlukan "bila". Tambahkan keadaannya.',
                )


def review_names_its_reviewer(draft: Draft) -> Iterator[Breach]:
    """A reviewed SOP says by whom and when; a transcribed one does not."""
    for entry in draft.sop.values():
        sop = entry.record
        named = bool(sop.status_oleh and sop.status_tanggal)
        if sop.status in ("diperiksa", "disahkan") and not named:
            yield Breach(
                entry,
                ("status",),
                f'status "{sop.status}" memerlukan status_oleh dan status_tanggal.',
            )


def number_pattern_can_count(draft: Draft) -> Iterator[Breach]:
    """The pattern of an office's numbers names the running number, and only known parts."""
    for office in draft.instansi.values():
        pattern = office.record.pola_nomor
        if pattern and (reason := nomor.fault(pattern)):
            saran = 'Tulis misalnya "{urut:3}/DISDAG/{bulan}/{tahun}".'
            yield Breach(office, ("pola_nomor",), f"{reason} {saran}")


def basis_names_its_place(draft: Draft) -> Iterator[Breach]:
    """A basis says where: a step or line, a regulation, or a named page."""
    for entry, path, dasar in all_bases(draft):
        needed = {
            "sop": bool(dasar.langkah or dasar.baris),
            "peraturan": bool(dasar.peraturan or dasar.nama),
            "dinas": bool(dasar.nama),
            "praktik": bool(dasar.nama),
        }[dasar.jenis]
        if not needed:
            words = {"sop": "langkah atau baris", "peraturan": "peraturan atau nama"}
            yield Breach(
                entry,
                path,
                f"dasar {dasar.jenis} memerlukan {words.get(dasar.jenis, 'nama')}. Tambahkan.",
            )


ATURAN = (
    Aturan(
        "id-ganda",
        "Id dalam satu daftar berbeda semua.",
        "Dua hal dengan id yang sama tidak dapat dibedakan oleh rujukan dan tautan.",
        (ids_differ, forms.ids_differ),
    ),
    Aturan(
        "langkah-tak-terjangkau",
        "Setiap langkah dapat dicapai dari langkah pertama.",
        "Langkah yang tidak pernah dicapai berarti panahnya keliru.",
        (steps_are_reachable,),
    ),
    Aturan(
        "keputusan-ke-diri-sendiri",
        "Keputusan tidak menunjuk langkahnya sendiri, dan kedua cabangnya berbeda.",
        "Cabang ke diri sendiri tidak pernah selesai; dua cabang yang sama bukan keputusan.",
        (decision_leads_elsewhere,),
    ),
    Aturan(
        "berikut-dan-keputusan",
        "Langkah dengan keputusan tidak punya berikut.",
        "Keputusan sudah menyebut ke mana langkah itu menuju.",
        (decision_replaces_next,),
    ),
    Aturan(
        "langkah-kosong",
        "SOP tanpa tabel langkah menyebutkan sebabnya.",
        "Pembaca harus tahu bahwa dokumennya tidak memuat langkah, bukan situsnya yang lupa.",
        (missing_steps_are_explained,),
    ),
    Aturan(
        "tanggal-tidak-ada",
        "Tanggal yang kita tulis sendiri benar-benar ada di kalender.",
        "Tanggal seperti 31 Februari berarti salah salin.",
        (dates_exist,),
    ),
    Aturan(
        "koreksi-tidak-cocok",
        "Hasil koreksi sama dengan isi data.",
        "Koreksi mencatat beda data dari sumber; bila datanya lain, catatannya bohong.",
        (corrections_match,),
    ),
    Aturan(
        "syarat-bersyarat-tanpa-bila",
        "Syarat bersyarat menyebut keadaannya.",
        "Pemohon harus tahu apakah syarat itu berlaku baginya.",
        (condition_is_named,),
    ),
    Aturan(
        "status-tanpa-pemeriksa",
        "Status diperiksa atau disahkan menyebut siapa dan kapan.",
        "Pembaca harus tahu siapa yang menjamin isinya.",
        (review_names_its_reviewer,),
    ),
    Aturan(
        "dasar-tidak-jelas",
        "Setiap dasar menyebut tempatnya.",
        "Dasar tanpa langkah, peraturan atau nama laman tidak dapat diperiksa.",
        (basis_names_its_place, forms.bases_are_clear),
    ),
    Aturan(
        "pola-nomor-salah",
        "Pola nomor SOP memuat {urut} dan hanya bagian yang dikenal.",
        "Dari pola itu nomor berikutnya dihitung dan nomor ganda ditemukan.",
        (number_pattern_can_count,),
    ),
)
