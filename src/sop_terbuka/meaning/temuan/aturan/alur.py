"""Findings about the course of work: handing over, decisions, repeated and unclear steps."""

import re
from collections.abc import Iterator

from ....data.model.sop import Langkah, Sop
from ..context import Konteks, step_name
from ..finding import Bukti
from ..persons import OUTSIDE, heads, subject
from ..rule import Aturan, Hasil
from ..text import listed, norm, quoted, similar, tokens, word_set
from .salinan_lembar import items_of

_GIVE = re.compile(
    r"\b(?:menyerahkan|penyerahan|diserahkan|serahkan|menyampaikan|disampaikan|penyampaian|"
    r"mengirim|mengirimkan|"
    r"dikirim|memberikan|diberikan|pembagian|mengumumkan|pengumuman|mendistribusikan)\b",
    re.IGNORECASE,
)
_TAKE = re.compile(
    r"\b(?:menerima|mengambil|diterima|terima|membawa|mendapat|mendapatkan)\b", re.IGNORECASE
)


def there_are_steps(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An SOP has a step table."""
    if not sop.langkah:
        sheet = sop.lembar_kerja.langkah if sop.lembar_kerja else None
        count = len(sheet.awal) + len(sheet.utama) + len(sheet.akhir) if sheet else 0
        tail = f" Urutan kerja hanya ada pada lembar kerja ({count} butir)." if count else ""
        proofs = [k.whole(sop)]
        if behind := _sheets_behind(k, sop):
            other, first, last = behind
            tail += (
                f" Lembar yang menyusul pada naskah (baris {first}-{last}) milik SOP "
                f"{other.nama_sop or other.nama}."
            )
            proofs.append(Bukti("Lembar yang menyusul", "", first, other.id))
        # Where the order of work stands at least on the worksheet, or only officers need it, nobody
        # comes to harm.
        yield Hasil(
            f"Dokumen tidak memuat tabel langkah.{tail}",
            tuple(proofs),
            tingkat="sedang" if count or sop.is_internal else None,
        )


def _sheets_behind(k: Konteks, sop: Sop) -> tuple[Sop, int, int] | None:
    """Stray sheets of another SOP that stand right behind this one in the source."""
    if not sop.sumber:
        return None
    lines = k.catalog.sumber.get(sop.sumber.berkas, ())
    ends = {last for _, last in sop.baris_sumber}
    together = k.memo("menurut sumber", lambda: _by_source(k))[sop.sumber.berkas]
    for other, elsewhere in together:
        if other is sop:
            continue
        for first, last in elsewhere:
            between = [end for end in ends if end < first]
            if between and not "".join(lines[max(between) : first - 1]).strip():
                return other, first, last
    return None


def _by_source(k: Konteks) -> dict[str, list[tuple[Sop, list[list[int]]]]]:
    """The SOPs of each source text, with their other passages."""
    found: dict[str, list[tuple[Sop, list[list[int]]]]] = {}
    for sop in k.catalog.sop.values():
        if sop.sumber:
            found.setdefault(sop.sumber.berkas, []).append((sop, sop.sumber.baris_lain))
    return found


def result_reaches_applicant(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The applicant receives the result in one of the later steps."""
    outside = {item.id for item in sop.pelaksana if item.pihak == "luar"}
    if sop.is_internal or not sop.langkah or not outside:
        return
    if not any(_hands_over(sop, step, outside) for step in sop.langkah[1:]):
        last = sop.langkah[-1]
        yield Hasil(
            "Tidak ada langkah yang menyerahkan hasil kepada pemohon; langkah terakhir "
            f"{quoted(last.kegiatan)}.",
            (k.at_step(sop, last),),
        )


_TELL = re.compile(
    r"\b(?:menghubungi|dihubungi|memberi ?tahu(?:kan)?|diberi ?tahu(?:kan)?|menginformasikan|"
    r"mengumumkan(?:nya)?|pengumuman)\b",
    re.IGNORECASE,
)


def _hands_over(sop: Sop, step: Langkah, outside: set[str]) -> bool:
    text = step.kegiatan
    if set(step.pelaksana) & outside:
        # An applicant who takes, comes for or takes home something, or who ends the work himself.
        return bool(_TAKE.search(text)) or step is sop.langkah[-1]
    named = heads(text) & OUTSIDE or any(
        norm(item.nama) in norm(text) for item in sop.pelaksana if item.pihak == "luar"
    )
    told = _TELL.search(text)
    announced = told and "umum" in told[0].lower()
    return bool(announced) or bool(named and (told or _GIVE.search(text)))


def steps_do_not_repeat(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A step does not repeat the step before."""
    for one, two in zip(sop.langkah, sop.langkah[1:], strict=False):
        value = similar(one.kegiatan, two.kegiatan)
        same_actor = not heads(one.kegiatan) ^ heads(two.kegiatan)
        # Nearly the same words; a different post ("Sekretaris ...", "Kepala Dinas ...") is a chain.
        if value >= 0.85 and same_actor:
            names = f"{step_name(sop, one)} dan {step_name(sop, two).lower()}"
            how = "sama" if norm(one.kegiatan) == norm(two.kegiatan) else "hampir sama"
            yield Hasil(
                f"{names} berkalimat {how}: {quoted(two.kegiatan)}.",
                (k.at_step(sop, one), k.at_step(sop, two)),
                (one.id, two.id),
            )


_HANDED_TO_SIGN = re.compile(
    r"\b(?:menyerahkan|disampaikan|diserahkan|diajukan|"
    r"menyampaikan)\b[^.]*\buntuk\s+di ?tanda ?tangani",
    re.IGNORECASE,
)


def signature_is_asked_once(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Two steps in a row do not both hand the papers over for signature."""
    for one, two in zip(sop.langkah, sop.langkah[1:], strict=False):
        if _HANDED_TO_SIGN.search(one.kegiatan) and _HANDED_TO_SIGN.search(two.kegiatan):
            yield Hasil(
                f"{step_name(sop, one)} dan {step_name(sop, two).lower()} sama-sama mengajukan "
                "berkas untuk ditandatangani.",
                (k.at_step(sop, one), k.at_step(sop, two)),
                (one.id, two.id),
            )


_SIGNED = re.compile(
    r"\b(?:menandatangani|tanda ?tangan|penandatanganan)\b|\bdi ?tanda ?tangani\b", re.IGNORECASE
)


def announcing_follows_signing(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An announcement is signed before it is made."""
    for one, two in zip(sop.langkah, sop.langkah[1:], strict=False):
        made = re.search(r"\bmengumumkan(?:nya)?\b", one.kegiatan, re.IGNORECASE)
        signed = re.match(
            r"\s*(?:\w+\s+){0,4}?menandatangani\b.*\bpengumuman\b", two.kegiatan, re.IGNORECASE
        )
        if made and signed:
            yield Hasil(
                f"{step_name(sop, one)} mengumumkan hasil, sedangkan pengumumannya baru "
                f"ditandatangani pada {step_name(sop, two).lower()}.",
                (k.at_step(sop, one), k.at_step(sop, two)),
                (one.id, two.id),
            )


def papers_are_signed(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Papers handed over for signature are signed in a later step or come back signed."""
    asked = [
        (n, step)
        for n, step in enumerate(sop.langkah)
        if re.search(r"\buntuk\s+di ?tanda ?tangani", step.kegiatan, re.IGNORECASE)
    ]
    if not asked:
        yield from _only_said_to_be_signed(k, sop)
        yield from _never_signed(k, sop)
        return
    n, step = asked[-1]
    later = sop.langkah[n + 1 :]
    words = [text for s in later for text in (s.kegiatan, *s.output, *s.kelengkapan)] + list(
        step.output
    )
    if not any(_SIGNED.search(text) for text in words):
        yield Hasil(
            f"{step_name(sop, step)} menyerahkan berkas untuk ditandatangani, tetapi tidak ada "
            "langkah atau keluaran sesudahnya yang menyebut berkas itu sudah ditandatangani.",
            (k.at_step(sop, step),),
            (step.id,),
        )


def _only_said_to_be_signed(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Cells call a paper signed though no step's sentence signs it."""
    if any(_SIGNED.search(step.kegiatan) for step in sop.langkah):
        return
    cells = [
        (step, text)
        for step in sop.langkah
        for text in (*step.kelengkapan, *step.output)
        # What a guest or applicant signs (a guest book) is no decision.
        if _SIGNED.search(text) and not heads(text) & OUTSIDE
    ]
    if not cells:
        return
    sheet = [item for item in items_of(sop) if _SIGNED.search(item.teks) and subject(item.teks)]
    said = ""
    if sheet:
        who = (subject(sheet[-1].teks) or ("", ""))[1]
        said = f"; pada lembar kerja {who} yang menandatangani"
    names = listed(dict.fromkeys(step_name(sop, step).lower() for step, _ in cells))
    yield Hasil(
        f"Kelengkapan atau keluaran {names} menyebut tanda tangan, tetapi tidak ada langkah yang "
        f"menandatangani{said}.",
        (
            *(k.at_step(sop, step, text) for step, text in cells),
            *(k.at(sop, "Lembar kerja", item.teks, item.path) for item in sheet[-1:]),
        ),
        tuple(dict.fromkeys(step.id for step, _ in cells)),
        # The document contradicts itself about who decides.
        tingkat="tinggi" if sheet and not sop.is_internal else None,
    )


def _never_signed(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A draft becomes the paper itself without anybody signing or approving anything."""
    texts = [text for s in sop.langkah for text in (s.kegiatan, *s.output, *s.kelengkapan)]
    if any(
        _SIGNED.search(text) or re.search(r"\b(?:paraf|sah|disahkan|pengesahan)\w*", text, re.I)
        for text in texts
    ):
        return
    drafts = [
        (n, text)
        for n, step in enumerate(sop.langkah)
        for text in step.output
        if tokens(text)[:1] == ("draf",)
    ]
    # The last draft is the one nearest to the applicant.
    for n, text in reversed(drafts):
        paper = tokens(text)[1:]
        for step in sop.langkah[n + 1 :]:
            done = [made for made in (*step.kelengkapan, *step.output) if tokens(made) == paper]
            if done and paper:
                yield Hasil(
                    f"{quoted(text)} ({step_name(sop, sop.langkah[n]).lower()}) menjadi "
                    f"{quoted(done[0])} "
                    f"({step_name(sop, step).lower()}), tetapi tidak ada langkah yang "
                    "menandatangani atau mengesahkannya.",
                    (k.at_step(sop, sop.langkah[n], text), k.at_step(sop, step, done[0])),
                    (sop.langkah[n].id, step.id),
                )
                return


_ACT = re.compile(
    r"^(?:me[a-z]{3,}|ber[a-z]{3,}|di[a-z]{4,}|ter[a-z]{4,}|pe[a-z]{4,}an|ke[a-z]{4,}an|"
    r"[a-z]{4,}si|datang|pulang|"
    r"foto|rapat|sidang|survei|seleksi|daftar|terima|cek|isi|input|tes|mohon|catat|kirim)$"
)
_NO_ACT = frozenset(["mengenai", "peraturan", "merek", "media", "menteri", "non", "terkait"])


def steps_name_an_act(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A step's sentence has a word for an act."""
    unclear = [
        step
        for step in sop.langkah
        if not any(_ACT.match(word) and word not in _NO_ACT for word in tokens(step.kegiatan))
    ]
    # "Mendapatkan pengesahan" has a verb, but nobody who does it and nothing it is done to.
    passive = [
        step
        for step in sop.langkah
        if re.fullmatch(r"\s*Mendapat(?:kan)? \w+\.?\s*", step.kegiatan)
    ]
    found = [step for step in sop.langkah if step in unclear or step in passive]
    if found:
        shown = listed(
            f"{step_name(sop, step).lower()} ({quoted(step.kegiatan)})" for step in found
        )
        yield Hasil(
            f"Tidak jelas apa yang dikerjakan pada {shown}.",
            tuple(k.at_step(sop, step) for step in found),
            tuple(step.id for step in found),
        )


def sentences_are_complete(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A step's sentence does not break off."""
    for step in sop.langkah:
        last = tokens(step.kegiatan)[-1:]
        if last and last[0] in _OPEN_END:
            yield Hasil(
                f"Kalimat {step_name(sop, step).lower()} terputus setelah "
                f"{quoted(' '.join(step.kegiatan.split()[-4:]))}.",
                (k.at_step(sop, step, " ".join(step.kegiatan.split()[-12:])),),
                (step.id,),
            )


_OPEN_END = word_set(
    "dan atau kepada ke dari untuk oleh dengan pada di menyerahkan menyampaikan yang serta melalui"
)


ATURAN = (
    Aturan(
        "tanpa-langkah",
        "tinggi",
        there_are_steps,
        judul="SOP memuat tabel langkah.",
        penjelasan=(
            "Tanpa tabel langkah tidak ada pelaksana, waktu dan keluaran yang dapat diperiksa."
        ),
        saran="periksa apakah halaman tabelnya hilang saat dokumen disatukan.",
    ),
    Aturan(
        "tanpa-penyerahan",
        "tinggi",
        result_reaches_applicant,
        judul="Layanan berakhir dengan hasil di tangan pemohon.",
        penjelasan=(
            "Pemohon yang tidak diberi hasil, kabar atau jawaban menunggu tanpa kepastian. "
            "Ditandai hanya bila tidak satu pun langkah menyerahkan, memberi tahu atau mengumumkan."
        ),
        saran="periksa apakah langkah penyerahan kepada pemohon terlewat.",
    ),
    Aturan(
        "langkah-berulang",
        "sedang",
        steps_do_not_repeat,
        judul="Langkah tidak mengulang langkah sebelumnya.",
        penjelasan=(
            "Dua langkah berturut-turut dengan kalimat yang hampir sama sering berarti pelaku "
            "langkah kedua keliru."
        ),
        saran="periksa apakah langkah kedua seharusnya dikerjakan orang lain atau dihapus.",
    ),
    Aturan(
        "penyerahan-berulang",
        "rendah",
        signature_is_asked_once,
        judul="Berkas diajukan untuk ditandatangani satu kali.",
        penjelasan=(
            "Dua langkah berturut-turut yang mengajukan berkas yang sama menghitung waktunya dua "
            "kali."
        ),
        saran=(
            "periksa apakah salah satunya dapat digabung, atau yang dimaksud paraf dan tanda "
            "tangan."
        ),
    ),
    Aturan(
        "pengumuman-sebelum-tanda-tangan",
        "sedang",
        announcing_follows_signing,
        judul="Pengumuman ditandatangani sebelum diumumkan.",
        penjelasan="Urutan yang terbalik membuat pengumuman beredar sebelum sah.",
        saran="periksa apakah urutan langkahnya tertukar.",
    ),
    Aturan(
        "tanda-tangan-tanpa-langkah",
        "sedang",
        papers_are_signed,
        judul="Berkas yang perlu ditandatangani mempunyai langkah penandatanganan.",
        penjelasan="Tanpa langkah ini tidak jelas siapa yang menandatangani dan kapan.",
        saran="periksa siapa yang menandatangani, lalu tambahkan langkahnya.",
    ),
    Aturan(
        "langkah-tidak-jelas",
        "rendah",
        steps_name_an_act,
        judul="Setiap langkah menyebut perbuatan.",
        penjelasan="Langkah tanpa kata kerja tidak memberi tahu apa yang harus dikerjakan.",
        saran="periksa apa yang dikerjakan pada langkah ini dan oleh siapa.",
    ),
    Aturan(
        "kalimat-terputus",
        "sedang",
        sentences_are_complete,
        judul="Kalimat langkah lengkap.",
        penjelasan=(
            "Kalimat yang berakhir dengan kata depan atau kata kerja tanpa tujuan berarti sebagian "
            "isinya hilang."
        ),
        saran="periksa lanjutan kalimatnya pada dokumen asli.",
    ),
)
