"""A service as a WhatsApp message: what to bring, and no personal data."""

from urllib.parse import quote

from ..meaning.layanan import Layanan


def link(layanan: Layanan, address: str) -> str:
    """A link that opens WhatsApp with the text; the reader picks whom it goes to."""
    return "https://wa.me/?text=" + quote(text(layanan, address))


def text(layanan: Layanan, address: str) -> str:
    """What the service asks for, and where its page is."""
    lines = [f"*{layanan.sop.nama}*", layanan.sop.ringkasan, "", "Yang perlu disiapkan:"]
    for group in layanan.syarat:
        if group.judul:
            lines.append(f"_{group.judul}_")
        for asked in group.permintaan:
            form = f" ({asked.syarat.bentuk})" if asked.syarat.bentuk else ""
            lines.append(f"- {asked.syarat.berkas}{form}")
    lines += ["", address]
    return "\n".join(lines).strip()
