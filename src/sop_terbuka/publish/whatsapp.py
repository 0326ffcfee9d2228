"""A service as a WhatsApp message: what to bring, and no personal data."""

from urllib.parse import quote

from ..meaning.fakta import TIDAK_DISEBUT, Fakta
from ..meaning.kontak import tappable
from ..meaning.layanan import Layanan
from ..meaning.syarat import Permintaan
from .words import sambung


def link(layanan: Layanan, address: str) -> str:
    """A link that opens WhatsApp with the text; the reader picks whom it goes to."""
    return "https://wa.me/?text=" + quote(text(layanan, address))


def text(layanan: Layanan, address: str) -> str:
    """What the service asks for, how long, what it costs, where and when, and its page."""
    lines = [f"*{layanan.sop.nama}*", layanan.sop.ringkasan, ""]
    if layanan.syarat:
        lines.append("Yang perlu disiapkan:")
    for group in layanan.syarat:
        if group.judul:
            lines.append(f"_{group.judul}_")
        lines += [f"- {_item(asked)}" for asked in group.permintaan]
    lines.append("")
    facts = {
        "Waktu": layanan.waktu.nilai,
        "Biaya": layanan.biaya.nilai,
        "Tempat": _place(layanan.tempat),
        "Jam": "; ".join(layanan.jam),
    }
    # What nobody states is left out here; the page says so in full.
    lines += [f"{name}: {said}" for name, said in facts.items() if said not in ("", TIDAK_DISEBUT)]
    lines += [channel.teks for channel in tappable(layanan.kontak)]
    return "\n".join([*lines, "", address]).strip()


def _item(asked: Permintaan) -> str:
    how = ", ".join(filter(None, (asked.syarat.bentuk, asked.syarat.jumlah)))
    when = f", bila {sambung(asked.syarat.bila).rstrip('.')}" if asked.syarat.bila else ""
    words = f"{asked.syarat.berkas}{f' ({how})' if how else ''}{when}"
    choice = "; ".join(one.berkas for one in asked.syarat.salah_satu or ())
    return f"{words}, salah satu: {choice}" if choice else words


def _place(fact: Fakta) -> str:
    if not fact.disebut:
        return ""
    return f"{fact.nilai}. {fact.rincian}" if fact.rincian else fact.nilai
