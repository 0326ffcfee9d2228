"""Findings about who acts: columns without steps, actors without columns, outdated names."""

import re
from collections.abc import Iterator

from ....data.model.sop import Langkah, Pelaksana, Sop
from ..context import Konteks, step_name, step_names
from ..persons import OUTSIDE, heads, signers, subject
from ..rule import Aturan, Hasil
from ..text import listed, numbers, quoted, tokens


def _columns(sop: Sop) -> list[Pelaksana]:
    return [item for item in sop.pelaksana if item.kolom == "ya"]


def _fits(words: str, name: str, column: Pelaksana) -> bool:
    """Whether an actor of a sentence is the one a column names."""
    if heads(column.nama):
        return name in heads(column.nama)
    # A column without a known post, such as another office: the name itself must be there.
    return bool(set(tokens(words)) & set(tokens(column.nama))) or _nearly(words, column)


def _nearly(words: str, column: Pelaksana) -> bool:
    """Whether the names begin alike, as Desainer and Desain Interior."""
    mine, theirs = tokens(words), tokens(column.nama)
    same = any(one == two for one in mine for two in theirs)
    return not same and any(one[:6] == two[:6] for one in mine for two in theirs if len(two) > 5)


def _subject(step: Langkah) -> tuple[str, str] | None:
    return subject(step.kegiatan)


def columns_have_steps(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Every column acts in at least one step."""
    if not sop.langkah:
        return
    told = [
        step
        for step in sop.langkah
        if _subject(step) or any(not _is_branch(cell) for cell in step.sel_pelaksana.values())
    ]
    # Sentences that name nobody leave it to the marks, and those are lost in many a scan.
    if len(told) * 2 < len(sop.langkah):
        return
    unused = [column for column in _columns(sop) if not any(_acts(column, s) for s in sop.langkah)]
    if unused:
        names = listed((quoted(column.nama) for column in unused), 8)
        word = "Kolom" if len(unused) == 1 else f"{len(unused)} kolom"
        yield Hasil(
            f"{word} {names} tidak menjadi pelaku dalam kalimat langkah mana pun.",
            tuple(k.at(sop, "Kepala kolom", c.nama, f"pelaksana[{c.id}].nama") for c in unused),
        )


def _acts(column: Pelaksana, step: Langkah) -> bool:
    """Whether a column acts in a step: marked, named, or inferred without a contradiction."""
    cell = step.sel_pelaksana.get(column.id)
    if cell and not _is_branch(cell):
        return True
    named = _subject(step)
    if named and _fits(*named, column):
        return True
    if column.id not in step.pelaksana:
        return False
    if (
        step.pelaksana_dasar == "tertulis"
        or named is None
        or heads(column.nama) & heads(step.kegiatan)
    ):
        return True
    # An applicant may go by another name in the sentence; a different rule speaks of that.
    return column.pihak == "luar" and named[1] in OUTSIDE


def actors_have_columns(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Whoever acts in a sentence has a column."""
    columns = _columns(sop)
    found = {
        key: steps for key, (name, steps) in _strangers(sop, columns).items() if name not in OUTSIDE
    }
    if found:
        shown = listed(
            (
                f"{quoted(words, 70)} ({numbers(step_names(sop, steps))})"
                for words, steps in found.items()
            ),
            8,
        )
        heads_shown = listed((quoted(column.nama, 60) for column in columns), 9)
        named = list({step.id: step for steps in found.values() for step in steps}.values())
        yield Hasil(
            f"Kalimat langkah menyebut {shown} sebagai pelaku, tetapi kolom yang ada hanya "
            f"{heads_shown}.",
            tuple(k.at_step(sop, step) for step in named),
            tuple(step.id for step in named),
        )


def _strangers(sop: Sop, columns: list[Pelaksana]) -> dict[str, tuple[str, list[Langkah]]]:
    """Actors of the sentences without a column: words as written, common name, steps."""
    found: dict[str, tuple[str, list[Langkah]]] = {}
    for step in sop.langkah if columns else []:
        for words, name in _actors(sop, step):
            if any(_fits(words, name, column) for column in columns):
                continue
            key = next((known for known in found if known.lower() == words.lower()), words)
            steps = found.setdefault(key, (name, []))[1]
            if not steps or steps[-1] is not step:
                steps.append(step)
    return found


def applicant_has_one_name(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The applicant, or whoever has a column, goes by the column's name in every sentence."""
    columns = _columns(sop)
    outside = [column.nama for column in columns if column.pihak == "luar"]
    found = {
        key: steps for key, (name, steps) in _strangers(sop, columns).items() if name in OUTSIDE
    }
    yield from _near_names(k, sop, columns)
    if found and outside:
        shown = listed(
            f"{quoted(w, 50)} ({numbers(step_names(sop, steps))})" for w, steps in found.items()
        )
        named = list({step.id: step for steps in found.values() for step in steps}.values())
        yield Hasil(
            f"Kalimat langkah menyebut {shown}, sedangkan kolomnya bernama "
            f"{listed(map(quoted, outside))}.",
            tuple(k.at_step(sop, step) for step in named),
            tuple(step.id for step in named),
        )


def _near_names(k: Konteks, sop: Sop, columns: list[Pelaksana]) -> Iterator[Hasil]:
    for column in columns:
        steps = [
            step for step in sop.langkah
            if (named := _subject(step)) and not heads(column.nama) and _nearly(named[0], column)
        ]  # fmt: skip
        if steps:
            words = (_subject(steps[0]) or ("", ""))[0]
            yield Hasil(
                f"Kalimat {numbers(step_names(sop, steps))} menyebut {quoted(words)}, sedangkan "
                f"kolomnya bernama {quoted(column.nama)}.",
                tuple(k.at_step(sop, step) for step in steps),
                tuple(step.id for step in steps),
            )


_TO_SIGN = re.compile(
    r"\bkepada\s+(?P<who>[A-Z][^.,;]{3,60}?)\s+untuk\s+di ?tanda ?tangani", re.IGNORECASE
)


def _actors(sop: Sop, step: Langkah) -> Iterator[tuple[str, str]]:
    named = _subject(step)
    if named:
        yield named
    yield from signers(step.kegiatan)
    for match in _TO_SIGN.finditer(step.kegiatan):
        for name in sorted(heads(match["who"]))[:1]:
            yield match["who"], name
    # The data's own reading: someone the sentence names who has no column.
    named_words = (
        named[0].lower() if named else "",
        *(who.lower() for who, _ in signers(step.kegiatan)),
    )
    for item in sop.pelaksana:
        if item.kolom == "tidak" and item.id in step.pelaksana:
            known = heads(item.nama)
            if not any(words and (heads(words) & known) for words in named_words):
                yield item.nama, next(iter(sorted(known)), item.nama.lower())


_RECEIVES = re.compile(
    r"\b(?:kepada|ke)\s+(?P<who>(?:[A-Za-z]+[ /,&.]+){0,5}[A-Za-z]+)", re.IGNORECASE
)
_POSTS = frozenset({
    "kepala dinas", "kepala bidang", "seksi", "kasubbag", "sekretaris", "bendahara", "operator",
    "pengawas", "mediator", "analis", "pengantar kerja",
})  # fmt: skip


def receivers_have_columns(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An officer who is handed papers has a column."""
    columns = _columns(sop)
    known = {name for column in columns for name in heads(column.nama)}
    known |= {name for _, (name, _) in _strangers(sop, columns).items()}
    found: dict[str, list[Langkah]] = {}
    for step in sop.langkah if columns else []:
        for match in _RECEIVES.finditer(step.kegiatan):
            strange = (heads(match["who"]) & _POSTS) - known
            if strange:
                found.setdefault(" ".join(match["who"].split()), []).append(step)
    if found:
        shown = listed(
            f"{quoted(who, 60)} ({numbers(step_names(sop, steps))})" for who, steps in found.items()
        )
        named = list({step.id: step for steps in found.values() for step in steps}.values())
        yield Hasil(
            f"Berkas diserahkan kepada {shown}, tetapi tidak ada kolomnya.",
            tuple(k.at_step(sop, step) for step in named),
            tuple(step.id for step in named),
        )


def columns_name_one_actor(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A column names one actor."""
    shared = []
    for column in _columns(sop):
        parts = [part for part in re.split(r"\s*(?:&|/|\bdan\b)\s*", column.nama) if part]
        count = sum(1 for step in sop.langkah if column.id in step.pelaksana)
        # Both halves must be actors: "Bidang Perencanaan, Penempatan ... dan Transmigrasi" is one.
        if len(parts) > 1 and count and all(_is_actor(part) for part in parts):
            shared.append((column, count))
    if shared:
        shown = listed(f"{quoted(column.nama)} ({count} langkah)" for column, count in shared)
        word, place = (
            ("Kolom", "Kepala kolom") if k.lines(sop).has_columns else ("Isian pelaku", "Pelaku")
        )
        yield Hasil(
            f"{word} memuat lebih dari satu pelaku: {shown}.",
            tuple(k.at(sop, place, c.nama, f"pelaksana[{c.id}].nama") for c, _ in shared),
        )


def _is_actor(part: str) -> bool:
    """Whether a name begins with a post or applicant, not only mentions one."""
    return bool(heads(" ".join(tokens(part)[:3])))


def marks_stand_with_their_actor(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A printed mark stands in the column of the actor whom the sentence names."""
    columns = {column.id: column for column in _columns(sop)}
    found: list[tuple[Langkah, str, str]] = []
    for step in sop.langkah:
        named = _subject(step)
        marked = [
            columns[key]
            for key, text in step.sel_pelaksana.items()
            if key in columns and not _is_branch(text)
        ]
        if not named or not marked or any(_fits(*named, column) for column in marked):
            continue
        # An applicant under another name is no other person.
        if not (named[1] in OUTSIDE and any(column.pihak == "luar" for column in marked)):
            found.append((step, marked[0].nama, named[0]))
    if found:
        shown = listed(
            f"{step_name(sop, step).lower()} ({quoted(who, 50)}, tanda di kolom "
            f"{quoted(column, 50)})"
            for step, column, who in found
        )
        yield Hasil(
            f"Tanda bagan tidak di kolom pelaku yang disebut kalimatnya: {shown}.",
            tuple(k.at_step(sop, step) for step, _, _ in found),
            tuple(step.id for step, _, _ in found),
        )


def _is_branch(text: str) -> bool:
    """Yes, no and drawings a scanner made up are labels of arrows, not marks of an actor."""
    return text.strip().lower() in {"ya", "tidak"} or "graph " in text or len(text) > 120


ATURAN = (
    Aturan(
        "kolom-tanpa-langkah",
        "sedang",
        columns_have_steps,
        judul="Setiap kolom pelaksana mengerjakan paling sedikit satu langkah.",
        penjelasan=(
            "Tanda bagan pada pindaian sebagian hilang, jadi pelaku diambil dari kalimat langkah. "
            "Kolom yang tidak disebut sebagai pelaku mungkin bertanda pada dokumen aslinya."
        ),
        saran="periksa apakah pada dokumen asli kolom ini bertanda, atau memang tidak diperlukan.",
    ),
    Aturan(
        "pelaku-tanpa-kolom",
        "sedang",
        actors_have_columns,
        judul="Siapa pun yang bertindak dalam kalimat mempunyai kolom.",
        penjelasan=(
            "Pelaku tanpa kolom tidak dapat ditandai pada bagan, sehingga tanggung jawabnya tidak "
            "terlihat."
        ),
        saran=(
            "periksa apakah pelaku ini perlu kolom, atau namanya disamakan dengan kolom yang ada."
        ),
    ),
    Aturan(
        "sebutan-pelaku-berbeda",
        "rendah",
        applicant_has_one_name,
        judul="Pemohon dan pelaku lain disebut dengan satu nama.",
        penjelasan=(
            "Kolom yang menyebut Pelapor dan kalimat yang menyebut Pengguna layanan membuat "
            "pembaca mengira ada dua pihak."
        ),
        saran="periksa apakah yang dimaksud orang yang sama, lalu samakan sebutannya.",
    ),
    Aturan(
        "penerima-tanpa-kolom",
        "rendah",
        receivers_have_columns,
        judul="Petugas yang menerima berkas mempunyai kolom.",
        penjelasan="Berkas yang diserahkan kepada petugas tanpa kolom hilang dari bagan.",
        saran="periksa apakah petugas ini perlu kolom.",
    ),
    Aturan(
        "kolom-gabungan",
        "rendah",
        columns_name_one_actor,
        judul="Satu kolom untuk satu pelaku.",
        penjelasan="Kolom bersama tidak menunjukkan siapa yang mengerjakan langkahnya.",
        saran="periksa apakah kolomnya perlu dipisah.",
    ),
    Aturan(
        "tanda-di-kolom-lain",
        "rendah",
        marks_stand_with_their_actor,
        judul="Tanda bagan berada di kolom pelaku yang disebut kalimatnya.",
        penjelasan="Kotak di kolom lain membuat bagan dan kalimat menunjuk orang yang berbeda.",
        saran="periksa siapa yang mengerjakan langkah ini, lalu pindahkan tandanya.",
    ),
)
