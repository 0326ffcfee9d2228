"""What the scripts of a form must know of it, as plain JSON values inside the page."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from ...data.isian import JENIS
from ...data.model import Formulir
from ...data.model.formulir import Isian, Lampiran
from ..papers.forms import content, naming


def definition(form: Formulir, files: dict[str, str], letters: list[str]) -> dict[str, Any]:
    """The whole of a form; its `versi` changes when its answers' places do.

    `files` are the blank ones by kind, `letters` the addresses of the font and its glyphs.
    """
    words = content.words(form)
    asked = [_question(isian) for isian in form.isian]
    before, after = _of_the_letter(form)
    made: dict[str, Any] = {
        "id": form.id,
        "judul": form.judul,
        "jenis": form.jenis,
        "resmi": form.resmi == "ya",
        "bagian": [
            {"id": part.id, "judul": part.judul, "isian": [isian.id for isian in part.isian]}
            for part in form.bagian
        ],
        "isian": asked,
        "surat": {"sebelum": before, "sesudah": after},
        "tipe": _types([*before, *asked, *after]),
        "tujuan": {item.instansi: item.kepada for item in form.ditujukan_kepada},
        "lewat": {item.instansi: item.lewat for item in form.ditujukan_kepada if item.lewat},
        "lampiran": [
            _without_nothing({"id": item.id, "label": item.label, "bila": _test(item)})
            for item in form.lampiran
        ],
        "pembuka": list(words.opening),
        "penutup": words.closing,
        "pernyataan": form.pernyataan,
        "ttd": [
            _without_nothing(
                {
                    "id": sign.id,
                    "sebagai": sign.sebagai,
                    "isian": sign.nama_isian,
                    "meterai": sign.meterai == "ya",
                    "cap": sign.cap == "ya",
                }
            )
            for sign in form.tanda_tangan
        ],
        "berkas": files,
        "huruf": letters,
    }
    places = json.dumps([asked, made["lampiran"], made["tujuan"]]).encode()
    made["versi"] = hashlib.sha256(places).hexdigest()[:12]
    return made


def _question(isian: Isian) -> dict[str, Any]:
    return _without_nothing(
        {
            "id": isian.id,
            "label": isian.label,
            "tipe": isian.tipe,
            # Conditions in words only cannot be checked by a script, so they do not block.
            "wajib": isian.wajib == "ya" or (isian.wajib == "bersyarat" and not isian.bila),
            "bila": _test(isian),
            "pesan": isian.pesan,
            "batas": isian.batas,
            "pilihan": {option.id: option.label for option in isian.pilihan},
            "kolom": [
                {"id": column.id, "label": column.label, "tipe": column.tipe}
                for column in isian.kolom
            ],
            "baris": isian.rows if isian.jenis.shape == "tabel" else None,
        }
    )


def _of_the_letter(form: Formulir) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The questions about the paper itself: before those of the form, and after them."""
    before: list[dict[str, Any]] = []
    if len(form.ditujukan_kepada) > 1:
        before.append(
            {
                "id": naming.ADDRESSEE,
                "label": "Ditujukan kepada",
                "tipe": "pilihan",
                "wajib": True,
                "pesan": "Pilih dinas yang dituju.",
                "pilihan": {item.instansi: item.kepada for item in form.ditujukan_kepada},
            }
        )
    after: list[dict[str, Any]] = []
    if naming.has_place_and_date(form):
        after = [
            {"id": naming.PLACE, "label": "Tempat", "tipe": "teks", "batas": 60},
            {"id": naming.DATE, "label": "Tanggal tanda tangan", "tipe": "tanggal"},
        ]
    for sign in form.tanda_tangan:
        if not sign.nama_isian:
            name, label = naming.signer_name(sign.id), f"Nama {sign.sebagai}"
            after.append({"id": name, "label": label, "tipe": "teks", "batas": 120})
    return before, after


def _types(questions: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """What the table of types says of those that are used; names at signatures are words."""
    used = {"teks"}
    for question in questions:
        used |= {question["tipe"], *(column["tipe"] for column in question.get("kolom", ()))}
    return {name: jenis.published() for name, jenis in JENIS.items() if name in used}


def _test(item: Isian | Lampiran) -> dict[str, Any] | None:
    test = item.tampil_bila
    if test is None:
        return None
    if test.terisi:
        return {"isian": test.isian, "terisi": test.terisi == "ya"}
    wanted = [*test.salah_satu, *([test.sama_dengan] if test.sama_dengan else [])]
    return {"isian": test.isian, "jawaban": wanted}


def _without_nothing(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value not in (None, False, [], {})}
