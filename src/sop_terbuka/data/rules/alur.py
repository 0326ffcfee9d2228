"""Rules about rows that are written symbol by symbol."""

from collections.abc import Iterator

from ..check import Entry, Path
from ..draft import Draft
from ..model import Langkah, Simbol, Sop
from ..targets import ENDS, is_found, names, row_of, written
from .rule import Aturan, Breach, unknown


def _rows(draft: Draft) -> Iterator[tuple[Entry[Sop], int, Langkah]]:
    for entry in draft.sop.values():
        for n, step in enumerate(entry.record.langkah):
            yield entry, n, step


def _symbols(draft: Draft) -> Iterator[tuple[Entry[Sop], Path, Simbol]]:
    for entry, n, step in _rows(draft):
        for m, symbol in enumerate(step.simbol):
            yield entry, ("langkah", n, "simbol", m), symbol


def row_has_an_actor(draft: Draft) -> Iterator[Breach]:
    """A row says who acts; that it does so in one form only is kept while its file is read."""
    for entry, n, step in _rows(draft):
        if not step.simbol and not step.pelaksana:
            yield Breach(
                entry,
                ("langkah", n),
                'belum menyebut siapa yang bekerja. Tambahkan "pelaksana: ..." atau "simbol: ...".',
            )


def symbols_have_names(draft: Draft) -> Iterator[Breach]:
    """No two symbols of a row answer to one name."""
    for entry, n, step in _rows(draft):
        called = names(step.simbol)
        for m, name in enumerate(called):
            if name in called[:m]:
                yield Breach(
                    entry,
                    ("langkah", n, "simbol", m),
                    f'sudah ada simbol "{name}" pada langkah ini. Tambahkan "nama: ..." yang lain.',
                )


def symbol_target_exists(draft: Draft) -> Iterator[Breach]:
    """A way points to one symbol; which row it is in is another rule."""
    for entry, n, step in _rows(draft):
        for path, target in written(step):
            row = next((s for s in entry.record.langkah if s.id == row_of(target)), None)
            if target in ENDS or row is None or is_found(entry.record, target):
                continue
            known = sorted(set(names(row.simbol) if row.simbol else row.pelaksana))
            listed = ", ".join(f"{row.id}.{name}" for name in known)
            words = (
                f'"{target}" tidak ada. Yang ada: {listed}.'
                if "." in target
                else f'langkah "{target}" memuat beberapa simbol. Tulis salah satu: {listed}.'
            )
            yield Breach(entry, ("langkah", n, *path), words)


def next_symbol_is_clear(draft: Draft) -> Iterator[Breach]:
    """A row in the short form does not simply run into a row of many symbols."""
    for entry, n, step in _rows(draft):
        after = entry.record.langkah[n + 1 : n + 2]
        is_silent = not (step.simbol or step.keputusan or step.berikut)
        if is_silent and after and len(after[0].simbol) > 1:
            first = names(after[0].simbol)[0]
            yield Breach(
                entry,
                ("langkah", n),
                "langkah sesudahnya memuat beberapa simbol. Tambahkan berikut, "
                f'misalnya "berikut: {after[0].id}.{first}".',
            )


def decisions_have_answers(draft: Draft) -> Iterator[Breach]:
    """A decision has two ways or more, and each has its answer unless the document has none."""
    for entry, path, symbol in _symbols(draft):
        if symbol.jenis != "keputusan":
            continue
        if len(symbol.ke) < 2:
            yield Breach(
                entry,
                path,
                f"keputusan ini mempunyai {len(symbol.ke)} cabang. Tulis dua atau lebih pada ke.",
            )
        for m, way in enumerate(symbol.ke):
            if not way.bila and symbol.tanpa_label == "tidak":
                yield Breach(
                    entry,
                    (*path, "ke", m),
                    f'cabang ke "{way.ke}" tanpa jawaban. Tulis {{ke: {way.ke}, bila: ...}}, atau '
                    "tanpa_label: ya bila dokumen tidak memuat jawabannya.",
                )


def symbols_lead_elsewhere(draft: Draft) -> Iterator[Breach]:
    """No way leads from a symbol to itself."""
    for entry, n, step in _rows(draft):
        for m, (symbol, name) in enumerate(zip(step.simbol, names(step.simbol), strict=True)):
            for k, way in enumerate(symbol.ke):
                if way.ke == f"{step.id}.{name}" or (way.ke == step.id and len(step.simbol) == 1):
                    yield Breach(
                        entry,
                        ("langkah", n, "simbol", m, "ke", k),
                        "menunjuk simbol ini sendiri. Tulis simbol atau langkah lain.",
                    )


def symbols_stand_in_columns(draft: Draft) -> Iterator[Breach]:
    """The actors of a symbol are in the SOP's list."""
    for entry, path, symbol in _symbols(draft):
        known = {actor.id for actor in entry.record.pelaksana}
        for key in ("pelaksana", "sampai"):
            word = getattr(symbol, key)
            if word:
                yield from unknown(entry, (*path, key), word, known, "daftar pelaksana")


def merged_cells_go_on(draft: Draft) -> Iterator[Breach]:
    """A merged cell has a cell above it and nothing of its own."""
    for entry, n, step in _rows(draft):
        for m, key in enumerate(step.gabung):
            if n == 0:
                words = "tidak dapat dipakai pada langkah pertama. Hapus baris ini."
            elif getattr(step, key):
                words = f'langkah ini menulis "{key}" sendiri. Hapus salah satu.'
            else:
                continue
            yield Breach(entry, ("langkah", n, "gabung", m), words)


ATURAN = (
    Aturan(
        "simbol-dan-pelaksana",
        "Satu langkah ditulis dengan pelaksana, atau dengan simbol.",
        "Dua cara menulis pada satu langkah dapat saling bertentangan.",
        (row_has_an_actor,),
    ),
    Aturan(
        "simbol-kembar",
        "Setiap simbol pada satu langkah dapat disebut.",
        "Panah harus tahu simbol mana yang ditujunya.",
        (symbols_have_names,),
    ),
    Aturan(
        "simbol-tidak-dikenal",
        "Simbol yang dituju panah ada, dan hanya satu.",
        "Panah yang tujuannya tidak pasti tidak dapat digambar.",
        (symbol_target_exists,),
    ),
    Aturan(
        "berikut-tidak-pasti",
        "Langkah sebelum langkah bersimbol banyak menyebut simbol yang dituju.",
        "Tanpa itu tidak jelas di mana pekerjaan dilanjutkan.",
        (next_symbol_is_clear,),
    ),
    Aturan(
        "keputusan-kurang-cabang",
        "Simbol keputusan mempunyai paling sedikit dua cabang, masing-masing dengan jawabannya.",
        "Cabang tanpa jawaban tidak memberi tahu kapan cabang itu ditempuh.",
        (decisions_have_answers,),
    ),
    Aturan(
        "simbol-ke-diri-sendiri",
        "Panah menuju simbol lain.",
        "Panah ke simbolnya sendiri tidak pernah selesai.",
        (symbols_lead_elsewhere,),
    ),
    Aturan(
        "kolom-simbol-tidak-dikenal",
        "Simbol berdiri di kolom pelaksana yang ada.",
        "Simbol tanpa kolom tidak dapat digambar.",
        (symbols_stand_in_columns,),
    ),
    Aturan(
        "gabung-salah",
        "Sel yang digabung melanjutkan sel di atasnya.",
        "Isi yang ditulis dua kali akan dihitung dua kali.",
        (merged_cells_go_on,),
    ),
)
