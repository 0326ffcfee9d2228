"""The sections that only some kinds of document have, as titles and texts."""

from collections.abc import Iterator

from ..data.model import Sop


def section_rows(sop: Sop) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sections of other kinds of document, each only where the document has it."""
    components = (
        ("Sarana dan prasarana", sop.sarana),
        ("Kompetensi pelaksana", sop.kompetensi),
        ("Pengawasan internal", sop.pengawasan_internal),
        ("Jumlah pelaksana", sop.jumlah_pelaksana),
        ("Jaminan pelayanan", sop.jaminan_pelayanan),
        ("Jaminan keamanan dan keselamatan", sop.jaminan_keamanan),
        ("Evaluasi kinerja pelaksana", sop.evaluasi_kinerja),
    )
    rows: list[tuple[str, list[str]]] = [
        ("Pengertian", sop.pengertian),
        ("Tujuan", sop.tujuan),
        ("Ruang lingkup", sop.ruang_lingkup),
        ("Definisi", [f"{item.istilah}: {item.arti}" for item in sop.definisi]),
        ("Kebijakan", sop.kebijakan),
        ("Referensi", sop.referensi),
        ("Unit terkait", sop.unit_terkait),
        ("Tulisan pada diagram alir", sop.bagan),
        *((name, part.isi if part else []) for name, part in components),
        *((part.judul, part.isi) for part in sop.bagian_lain),
        ("Lampiran", sop.lampiran),
    ]
    yield from ((name, tuple(texts)) for name, texts in rows if texts)
