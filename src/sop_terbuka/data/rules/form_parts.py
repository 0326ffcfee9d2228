"""The parts of a form, each with its path, for the rules that walk through them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..check import Path
from ..model.formulir import DasarFormulir, Formulir, Isian, Lampiran, TampilBila


def fields(form: Formulir) -> Iterator[tuple[Path, Isian]]:
    """Every field with its path."""
    for b, bagian in enumerate(form.bagian):
        for n, isian in enumerate(bagian.isian):
            yield ("bagian", b, "isian", n), isian


def lists(form: Formulir) -> Iterator[tuple[str, Iterable[tuple[Path, Any]]]]:
    """The lists whose members are told apart by id."""

    def placed(path: Path, items: Sequence[Any]) -> list[tuple[Path, Any]]:
        return [((*path, n), item) for n, item in enumerate(items)]

    for key in ("bagian", "lampiran", "tanda_tangan"):
        yield key, placed((key,), getattr(form, key))
    yield "isian", fields(form)
    for path, isian in fields(form):
        for key in ("pilihan", "kolom"):
            yield key, placed((*path, key), getattr(isian, key))


def asked(form: Formulir) -> Iterator[tuple[Path, Isian | Lampiran]]:
    """Everything asked of a person: fields, then papers to bring."""
    yield from fields(form)
    for n, item in enumerate(form.lampiran):
        yield ("lampiran", n), item


def conditions(form: Formulir) -> Iterator[tuple[Path, TampilBila, dict[str, Isian]]]:
    """Every condition with the fields that stand before it."""
    earlier: dict[str, Isian] = {}
    for path, item in asked(form):
        if item.tampil_bila:
            yield path, item.tampil_bila, dict(earlier)
        if isinstance(item, Isian):
            earlier[item.id] = item


def bases_of(form: Formulir) -> Iterator[tuple[Path, DasarFormulir]]:
    """Every basis of a fact in a form, with its path."""
    for n, dasar in enumerate(form.dasar):
        yield ("dasar", n), dasar
    for m, tujuan in enumerate(form.ditujukan_kepada):
        for n, dasar in enumerate(tujuan.dasar):
            yield ("ditujukan_kepada", m, "dasar", n), dasar
