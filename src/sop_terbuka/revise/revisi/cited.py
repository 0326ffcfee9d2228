"""Values whose basis is a step that says something else now, or that nobody passes any more."""

from collections.abc import Iterator

from pydantic import BaseModel

from ...data.model import Sop
from ...data.model.dasar import Dasar
from ...data.targets import reached_rows
from . import judge
from .actors import is_outside
from .pairing import pair
from .record import Perubahan
from .steps import named
from .text import is_typo, joined

_KINDS = {
    "persyaratan": "syarat",
    "produk": "hasil layanan",
    "kanal": "layanan daring",
    "siapa": "siapa yang boleh mengajukan",
    "biaya": "biaya",
    "tempat": "tempat layanan",
    "jangka_waktu": "jangka waktu",
}


def left_behind(before: Sop, after: Sop) -> Iterator[Perubahan]:
    """Steps that changed under what cites them, and steps that no way leads to any more."""
    pairs = pair(before.langkah, after.langkah, lambda s: s.id, lambda s: s.kegiatan)
    was, is_now = reached_rows(before), reached_rows(after)
    for i, j in pairs.kept:
        old, new = before.langkah[i], after.langkah[j]
        name = named(j, new)
        if old.kegiatan != new.kegiatan and not is_typo(old.kegiatan, new.kegiatan):
            citing = list(dict.fromkeys(_citing(after, new.id)))
            if citing:
                yield Perubahan(
                    "hukum",
                    f"langkah[{new.id}].kegiatan",
                    f"Kalimat {name} menjadi dasar {joined(citing)}; periksa apakah kalimat "
                    "barunya masih menyebutnya",
                    tetap=True,
                )
        if old.id in was and new.id not in is_now:
            eases = is_outside(after, new)
            yield Perubahan(
                judge.on_people(after, "meringankan" if eases else "internal"),
                f"langkah[{new.id}]",
                f"Tidak ada lagi jalan ke {name}; langkah ini tidak dilalui",
            )


def _citing(sop: Sop, step: str) -> Iterator[str]:
    for key in type(sop).model_fields:
        value = getattr(sop, key)
        if key == "langkah":
            continue
        for item in value if isinstance(value, list) else [value]:
            bases = getattr(item, "dasar", None) if isinstance(item, BaseModel) else None
            if isinstance(bases, list) and any(
                isinstance(basis, Dasar) and basis.langkah == step for basis in bases
            ):
                title = getattr(item, "berkas", None) or getattr(item, "nama", None)
                kind = _KINDS.get(key, key.replace("_", " "))
                yield f"{kind} “{title}”" if title else kind
