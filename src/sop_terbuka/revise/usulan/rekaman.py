"""Which record each part of the table is: the order of its keys, and what is so by default."""

from ...data.model import (
    BukanDiSini,
    DasarHukum,
    Jam,
    JangkaWaktu,
    Kanal,
    Kontak,
    Langkah,
    Produk,
    Siapa,
    Syarat,
    Tarif,
)
from ...data.model.dasar import Rekaman
from ...data.model.instansi import SaluranPengaduan
from ...data.model.pelayanan import Biaya, Tempat

MODELS: dict[str, type[Rekaman]] = {
    "biaya": Biaya, "biaya.tarif": Tarif, "jangka_waktu": JangkaWaktu, "tempat": Tempat,
    "jam": Jam, "persyaratan": Syarat, "siapa": Siapa, "produk": Produk, "kanal": Kanal,
    "bukan_di_sini": BukanDiSini, "langkah": Langkah, "dasar_hukum": DasarHukum,
    "instansi.kontak": Kontak, "instansi.jam": Jam, "instansi.pengaduan": SaluranPengaduan,
}  # fmt: skip


def default(part: str, key: str) -> str | None:
    """What a value says that is not written."""
    field = MODELS[part].model_fields.get(key) if part in MODELS else None
    return field.default if field and isinstance(field.default, str) else None
