"""What the site knows already: regulations, the office's actors and units, topics, audiences."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...data.draft import Draft
from ...data.model import Pelaksana
from ..reading import IntakeError
from .laws import Laws


@dataclass
class Known:
    """The names that drafts of one office may use."""

    office: str
    topics: tuple[tuple[str, bool], ...]
    audiences: frozenset[str]
    actors: Mapping[str, Pelaksana]
    officials: Mapping[str, str]
    laws: Laws
    taken: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, draft: Draft, office: str, today: datetime.date) -> "Known":
        """What the data holds for one office; raises IntakeError where the office is not there."""
        if office not in draft.instansi_ids:
            raise IntakeError(
                f"sop_data/{office}/instansi.yml belum ada. "
                f"Jalankan dahulu: sop instansi-baru {office}"
            )
        if not draft.topik or not draft.topik.record.topik:
            raise IntakeError(
                "sop_data/topik.yml belum ada atau kosong. Tulis sedikitnya satu topik di sana."
            )
        actors: dict[str, Pelaksana] = {}
        for name, entry in draft.sop.items():
            if name.startswith(f"{office}/"):
                for actor in entry.record.pelaksana:
                    actors.setdefault(actor.nama.casefold(), actor)
        record = draft.instansi.get(office)
        return cls(
            office=office,
            topics=tuple((t.id, t.internal == "ya") for t in draft.topik.record.topik),
            audiences=frozenset(
                item.id for item in (draft.audiens.record.audiens if draft.audiens else ())
            ),
            actors=actors,
            officials={
                official.nama.casefold(): official.id
                for official in (record.record.pejabat if record else ())
                if official.nama
            },
            laws=Laws({name: e.record for name, e in draft.peraturan.items()}, today),
            taken={
                name.partition("/")[2] for name in draft.sop_ids if name.startswith(f"{office}/")
            },
            sources=set(draft.sumber),
        )
