"""What is wrong, missing or out of date in every SOP, computed from the data. Others call `run`.

A finding never stops the build. It quotes the document, names the line, and suggests what to look
at; it is no legal verdict. Every rule is general: none knows an SOP, office or official.

Read `finding` (what is found), `rule` (what finds it), `aturan` (the table of all rules),
`context` (what rules look at) with `lines`, `text`, `similarity`, `persons` and `acts`, then
`answers` and `bersama`.
"""

import datetime
from collections.abc import Mapping

from ...data.catalog import Catalog
from ...data.model.formulir import Formulir
from ...data.model.sop import Sop
from ...data.tables import by_id
from .answers import answered
from .aturan import KELUARGA as RULES
from .bersama import TemuanBersama, gathered
from .context import Konteks
from .finding import KELUARGA, TINGKAT, Bukti, Keluarga, Temuan
from .rule import Aturan, Hasil

__all__ = [
    "ATURAN", "KELUARGA", "RULES", "TINGKAT", "Aturan", "Bukti", "Konteks", "Temuan",
    "TemuanBersama", "gathered", "run",
]  # fmt: skip

ATURAN = by_id(rule for rules in RULES.values() for rule in rules)
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
        own = [
            _stamped(context, sop, family, rule, result)
            for family, rules in RULES.items()
            for rule in rules
            if rule.check and rule.is_for(sop)
            for result in rule.check(context, sop)
        ]
        found += sorted(answered(sop, own), key=_order)
    return found


def _stamped(context: Konteks, sop: Sop, family: Keluarga, rule: Aturan, result: Hasil) -> Temuan:
    return Temuan(
        sop.id,
        rule.id,
        family,
        result.tingkat or rule.tingkat,
        context.as_written(sop, result.pesan),
        result.bukti,
        result.saran or rule.saran,
        result.langkah,
        sebab=result.sebab,
    )


def _order(item: Temuan) -> tuple[int, int, str, str]:
    return _LEVELS.index(item.tingkat), _FAMILIES.index(item.keluarga), item.aturan, item.pesan
