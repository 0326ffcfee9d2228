"""What is wrong, missing or out of date in every SOP, computed from the data.

A finding never stops the build. It quotes the document, names the line, and suggests what to
look at; it is no legal verdict. Every rule is general: none knows an SOP, office or official.
"""

import datetime
from collections.abc import Mapping

from ...data.catalog import Catalog
from ...data.model.formulir import Formulir
from .answers import answered
from .aturan import (  # noqa: F401  importing enters their rules in the list
    alur,
    alur_berkas,
    alur_keputusan,
    alur_mutu_baku,
    alur_simbol,
    formulir,
    hukum,
    hukum_rujukan,
    hukum_saudara,
    identitas,
    identitas_nomor,
    identitas_pejabat,
    identitas_penomoran,
    pelaksana,
    pelaksana_lembar,
    pelaksana_unit,
    salinan,
    salinan_baris,
    salinan_kotak,
    salinan_lembar,
    salinan_peringatan,
    standar,
    waktu,
    waktu_banding,
)
from .context import Konteks
from .finding import ATURAN, CHECKS, KELUARGA, TINGKAT, Aturan, Bukti, Temuan

__all__ = ["ATURAN", "KELUARGA", "TINGKAT", "Aturan", "Bukti", "Konteks", "Temuan", "run"]

_FAMILIES = list(KELUARGA)
_LEVELS = list(TINGKAT)


def run(
    catalog: Catalog, forms: Mapping[str, Formulir] | None, today: datetime.date
) -> list[Temuan]:
    """Every finding about every SOP, by SOP, then by level, family and rule.

    The forms are the catalogue's own unless others are given; an empty mapping leaves them out.
    """
    context = Konteks(catalog, today, catalog.formulir if forms is None else forms)
    found: list[Temuan] = []
    for sop in catalog.sop.values():
        own = []
        for rule_id, check in CHECKS.items():
            rule = ATURAN[rule_id]
            for result in check(context, sop):
                level = result.tingkat or rule.tingkat
                hint = result.saran or rule.saran
                own.append(
                    Temuan(
                        sop.id,
                        rule_id,
                        rule.keluarga,
                        level,
                        context.as_written(sop, result.pesan),
                        result.bukti,
                        hint,
                        result.langkah,
                    )
                )
        found += sorted(answered(sop, own), key=_order)
    return found


def _order(item: Temuan) -> tuple[int, int, str, str]:
    return _LEVELS.index(item.tingkat), _FAMILIES.index(item.keluarga), item.aturan, item.pesan
