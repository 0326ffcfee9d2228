"""The site's words for the data's own values, in one place."""

STATUS_SOP = {
    "transkripsi": "Salinan dokumen, belum diperiksa dinas",
    "rancangan": "Rancangan, belum disahkan",
    "diperiksa": "Diperiksa dinas",
    "disahkan": "Disahkan dinas",
}

# Word, colour class and icon of a regulation's status.
STATUS_PERATURAN = {
    "berlaku": ("Berlaku", "st-baik", "check-circle-outline"),
    "diubah": ("Diubah", "st-awas", "pencil-circle-outline"),
    "sebagian_dicabut": ("Sebagian dicabut", "st-awas", "minus-circle-outline"),
    "dicabut": ("Dicabut", "st-buruk", "close-circle-outline"),
    "berakhir": ("Berakhir", "st-buruk", "clock-remove-outline"),
    "belum_terverifikasi": ("Belum dicek", "", "help-circle-outline"),
}

STATUS_PERATURAN_ARTI = {
    "berlaku": "Menurut bukti yang terlihat masih berlaku.",
    "diubah": "Masih berlaku dengan perubahan.",
    "sebagian_dicabut": "Sebagian isinya sudah dicabut.",
    "dicabut": "Menurut bukti yang terlihat sudah dicabut atau diganti.",
    "berakhir": "Masa berlakunya sudah habis.",
    "belum_terverifikasi": "Belum ada bukti yang cukup.",
}

# Word and icon of where a fact comes from.
DASAR = {
    "sop": ("SOP", "file-document-check-outline"),
    "dinas": ("Dinas", "office-building-outline"),
    "peraturan": ("Peraturan", "scale-balance"),
    "praktik": ("Sumber lain", "map-marker-question-outline"),
}

KONTAK = {
    "alamat": "Alamat",
    "peta": "Peta",
    "telepon": "Telepon",
    "whatsapp": "WhatsApp",
    "surel": "Surel",
    "situs": "Situs",
    "media-sosial": "Media sosial",
    "faksimile": "Faksimile",
}


def sambung(text: str) -> str:
    """A phrase as it stands within a sentence: `Di perusahaan` becomes `di perusahaan`."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def ukuran(size: int) -> str:
    """The size of a file as people read it: `11 KB`, `11,7 MB`."""
    if size >= 1_000_000:
        return f"{size / 1_000_000:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / 1000))} KB"
