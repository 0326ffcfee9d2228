"""The page of one service as values: its sections with their headings and contents, in order.

Citizens first: who, the answers, what to bring, how it goes, where to turn. What only officers and
reviewers need follows in `officers`, folded.
"""

from collections.abc import Iterator, Mapping, Sequence

from ...data.alamat import names
from ...data.model import Syarat
from ...data.model.pelayanan import Kanal
from ...meaning.applicant import WAITING, Bagian, LangkahAnda
from ...meaning.fakta import TIDAK_DISEBUT, Fakta, sejak
from ...meaning.kontak import Saluran, map_link, tappable
from ...meaning.layanan import Layanan
from ...meaning.siap import Siap
from ...meaning.syarat import KelompokSyarat, Permintaan, with_choice
from .. import whatsapp
from ..libur import Libur
from ..outputs import downloads
from ..words import DASAR, sambung
from .paper_rows import change_lines
from .sections import (
    Arah,
    Butir,
    Cara,
    Jawaban,
    Kapan,
    Kelompok,
    Langkah,
    Masalah,
    ServicePage,
    Siapkan,
    Tautan,
    Tombol,
)

_FEW_HOURS = 2
# The logo of WhatsApp weighs more than twice any of these; its button says the name.
ICONS = {"telepon": "phone-outline", "whatsapp": "message-outline", "surel": "email-outline"}


def service_page(
    layanan: Layanan, sizes: Mapping[str, int], site_url: str, holidays: Libur
) -> ServicePage:
    """The page of one service; `sizes` are in bytes, by the address of a file."""
    sop = layanan.sop
    return ServicePage(
        id=sop.id,
        judul=sop.nama,
        lead=sop.ringkasan,
        siapa=layanan.siapa or (f"Untuk {', '.join(layanan.audiens)}.",),
        sebutan=", ".join(sop.sebutan),
        jawaban=tuple(_answers(layanan)),
        siapkan=_needs(layanan, sizes),
        cara=_way(layanan, holidays),
        masalah=_trouble(layanan),
        petunjuk=tuple(
            Arah(
                item.untuk.rstrip("."),
                Tautan(item.ke.rstrip("."), item.url or (f"{item.sop}/" if item.sop else "")),
                item.catatan,
                item.asal,
            )
            for item in layanan.petunjuk
        ),
        terkait=tuple(Tautan(other.nama, f"{other.id}/") for other in layanan.terkait),
        whatsapp=whatsapp.link(layanan, f"{site_url}{sop.id}/"),
    )


def _answers(layanan: Layanan) -> Iterator[Jawaban]:
    yield _answer("Waktu", "clock-outline", layanan.waktu, "jangka_waktu")
    fee = layanan.biaya
    yield _answer("Biaya", "cash", Fakta(fee.nilai, _sentences(fee), fee.disebut), "biaya")
    yield _answer("Hasil", "card-account-details-outline", layanan.hasil, "produk")
    yield _answer("Di mana", "map-marker-outline", layanan.tempat, "tempat", _map(layanan))
    yield from _reach(layanan)


def _reach(layanan: Layanan) -> Iterator[Jawaban]:
    """Hours and contact; a timetable would push what to bring away, so it stands whole below."""
    hours, icon = layanan.jam, "calendar-clock-outline"
    if not hours and layanan.jam_dinas:
        others = Tautan("Jam layanan lain", f"{layanan.instansi.id}/#kontak")
        yield Jawaban("Jam", icon, "Tidak disebut di sini", "", False, (others,), "jam")
    elif not hours:
        yield Jawaban("Jam", icon, TIDAK_DISEBUT, disebut=False, usul="jam")
    elif len(hours) <= _FEW_HOURS:
        yield Jawaban("Jam", icon, "", "; ".join(hours))
    links = [_tap(item) for item in tappable(layanan.kontak) if item.jenis != "surel"]
    if len(hours) > _FEW_HOURS:
        links.append(Tautan("Jam layanan", "#jam"))
    if links:
        yield Jawaban("Kontak", "phone-outline", "", tautan=tuple(links))


def _answer(
    name: str, icon: str, fact: Fakta, place: str, links: tuple[Tautan, ...] = ()
) -> Jawaban:
    missing = "" if fact.disebut else place
    return Jawaban(name, icon, fact.nilai, fact.rincian, fact.disebut, links, missing)


def _sentences(fact: Fakta) -> str:
    # What is known from elsewhere says more than where it is not stated.
    if fact.catatan and not fact.disebut:
        return fact.catatan
    return " ".join(filter(None, (fact.rincian, fact.catatan)))


def _map(layanan: Layanan) -> tuple[Tautan, ...]:
    office = layanan.instansi
    known = [item for item in layanan.kontak if item.jenis == "peta" and item.alamat]
    if known:
        return (Tautan("Lihat peta", known[0].alamat),)
    address = next((item.teks for item in layanan.kontak if item.jenis == "alamat"), "")
    place = layanan.sop.tempat
    if place and place.alamat:
        address = place.alamat
    # The office's map beside a place that is elsewhere would send people the wrong way.
    elif not address or not layanan.tempat.rincian.endswith(address):
        return ()
    elif layanan.tempat.rincian != address:
        return (Tautan("Peta kantor", map_link(f"{address}, {office.daerah}")),)
    return (Tautan("Lihat peta", map_link(f"{address}, {office.daerah}")),)


def _tap(channel: Saluran) -> Tautan:
    return Tautan("WhatsApp" if channel.jenis == "whatsapp" else channel.teks, channel.alamat)


def _needs(layanan: Layanan, sizes: Mapping[str, int]) -> Siapkan:
    kinds = dict.fromkeys(DASAR[item.jenis][0] for item in layanan.rujukan)
    asked = layanan.sop.persyaratan
    # Where alternatives are said in the note, the shown requirement is not the written one.
    ids = [
        (shown, name)
        for item, name in zip(asked, names(asked, "persyaratan"), strict=True)
        for shown in (item, with_choice(item))
    ]
    return Siapkan(
        kelompok=tuple(_group(number, group, ids) for number, group in enumerate(layanan.syarat)),
        asal_ringkas=", ".join(kinds),
        asal=tuple((DASAR[r.jenis][0], r.teks, r.url or "") for r in layanan.rujukan),
        tombol=tuple(_buttons(layanan, sizes)),
        usulan=tuple(
            (item.berkas, f"persyaratan[{name}]")
            for item, name in zip(asked, names(asked, "persyaratan"), strict=True)
        ),
    )


def _group(number: int, group: KelompokSyarat, ids: Sequence[tuple[Syarat, str]]) -> Kelompok:
    # Below a variant's own heading its name need not be said again.
    is_of_variant = group.golongan == "varian"
    items = tuple(
        _item(
            number, next(name for item, name in ids if item == asked.syarat), asked, is_of_variant
        )
        for asked in group.permintaan
    )
    return Kelompok(
        group.judul,
        group.keterangan,
        items,
        is_dicentang=group.golongan not in ("keadaan", "sesudahnya"),
        is_dihitung=number == 0 and group.golongan in ("semua", "varian"),
    )


def _item(number: int, name: str, asked: Permintaan, is_of_variant: bool) -> Butir:
    item = asked.syarat
    variants = "" if is_of_variant else " dan ".join(asked.untuk)
    return Butir(
        # By its id: a tick must not jump to another paper when the list changes.
        kunci=f"{number}-{name}",
        berkas=item.berkas,
        rincian=" ".join(
            filter(None, (item.bentuk, item.jumlah, f"untuk {variants}" if variants else ""))
        ),
        bila=f"bila {sambung(item.bila)}" if item.bila else "",
        catatan=item.catatan or "",
        usul=f"persyaratan[{name}].wajib" if item.wajib == "tidak-jelas" else "",
    )


def _buttons(layanan: Layanan, sizes: Mapping[str, int]) -> Iterator[Tautan]:
    # Where the office takes applications itself, our own sheet only helps to prepare them.
    for door in doors(layanan):
        if door.url:
            yield Tautan(f"Buka {door.nama}", door.url, "open-in-new")
    name = "Lembar bantu" if doors(layanan) else "Isi formulir"
    for form in layanan.formulir:
        words = name if len(layanan.formulir) == 1 else form.judul
        # The form knows by this where it was opened, and addresses itself to that office.
        yield Tautan(
            words, f"formulir/{form.id}/", "file-edit-outline", tanya=f"?layanan={layanan.id}"
        )
    if layanan.kunjungan:
        yield Tautan("Pilih keperluan Anda", f"{layanan.id}/kunjungan/", "format-list-checks")
    for file in downloads(layanan.sop, sizes, "pemohon"):
        yield Tautan(file.teks, file.alamat, "download-outline", file.simpan)


def doors(layanan: Layanan) -> tuple[Kanal, ...]:
    """The online doors through which one applies."""
    return tuple(door for door in layanan.sop.kanal if door.is_way_in)


def _way(layanan: Layanan, holidays: Libur) -> Cara:
    ways = doors(layanan)
    others = [door for door in layanan.sop.kanal if door not in ways]
    steps = tuple(step for part in layanan.langkah_anda for step in _steps(part, layanan))
    notes = []
    if any(step.untuk_pemohon for step in layanan.sop.langkah):
        notes.append(
            "Kalimat langkah ditulis ulang agar mudah dibaca; kata dokumennya ada pada alur."
        )
    notes += [f"Diubah sesudah disalin. {line}." for line in change_lines(layanan.sop, "langkah[")]
    return Cara(
        judul="Langkah Anda" if steps else "Cara memulai",
        # A door that cannot be opened from here is named by the step that leads through it.
        mulai=""
        if steps and not any(door.url for door in ways)
        else _start(layanan, ways, bool(steps)),
        laman=tuple(Tautan(door.nama, door.url or "") for door in others),
        langkah=steps,
        catatan=tuple(notes),
        kapan=_when(layanan.siap, holidays) if layanan.siap else None,
    )


def _when(siap: Siap, holidays: Libur) -> Kapan:
    counted = "hari kerja" if siap.is_hari_kerja else "hari"
    since = f", dihitung {sejak(siap.sejak)}" if siap.sejak else " setelah berkas lengkap"
    # Calendar days count on every day, holidays too.
    open_days = siap.hari_buka if siap.is_hari_kerja else range(7)
    return Kapan(
        kalimat=f"Menurut standar, paling lama {siap.hari} {counted}{since}. Bukan janji.",
        hari=siap.hari,
        hari_hitung=" ".join(map(str, open_days)),
        libur=" ".join(holidays.hari) if siap.is_hari_kerja else "",
        sampai=holidays.sampai,
    )


def _start(layanan: Layanan, ways: tuple[Kanal, ...], has_steps: bool) -> str:
    """The first thing to do, only as far as the sources say it."""
    names = " dan ".join(door.nama for door in ways)
    if names:
        return f"Layanan ini memakai {names}."
    if has_steps:
        return ""
    office = layanan.instansi.singkatan
    if layanan.tempat.disebut and layanan.sop.tempat:
        return f"Dokumen tidak menyebut langkah pemohon. Datang ke {layanan.tempat.nilai}."
    return f"Dokumen tidak menyebut cara memulai. Tanyakan dulu ke {office}."


def _steps(part: Bagian, layanan: Layanan) -> Iterator[Langkah]:
    said = [item.teks for item in part.akibat]
    if isinstance(part, LangkahAnda):
        if part.bersama:
            said.insert(0, f"Bersama {', '.join(part.bersama)}.")
        outside = [actor for actor in layanan.sop.pelaksana if actor.pihak == "luar"]
        if part.pelaku and len(outside) > 1:
            said.insert(0, f"Oleh {' dan '.join(part.pelaku)}.")
        if part.untuk:
            said.insert(0, f"Untuk {', '.join(part.untuk)}.")
        yield Langkah(True, part.kalimat, part.waktu or "", tuple(said))
        return
    first, *others = part.kalimat or (WAITING,)
    yield Langkah(False, first, part.waktu.teks, () if others else tuple(said))
    for place, sentence in enumerate(others, start=1):
        yield Langkah(False, sentence, "", tuple(said) if place == len(others) else ())


def _trouble(layanan: Layanan) -> Masalah:
    office = layanan.instansi
    usable = [item for item in layanan.pengaduan if item.alamat]
    others = [item for item in layanan.pengaduan if not item.alamat]
    component = layanan.sop.pengaduan
    rows = [(item.nama, item.teks) for item in others]
    if component:
        rows = [("Pengaduan", line) for line in component.isi] + rows
    return Masalah(
        jam=layanan.jam if len(layanan.jam) > _FEW_HOURS else (),
        tombol=tuple(
            Tombol(item.nama, item.teks, item.alamat, ICONS.get(item.jenis, "open-in-new"))
            for item in usable
        ),
        baris=tuple(rows),
        kosong="" if layanan.pengaduan or component else "Saluran pengaduan tidak disebut.",
        kontak=Tautan(f"Kontak {office.singkatan}", f"{office.id}/#kontak"),
    )
