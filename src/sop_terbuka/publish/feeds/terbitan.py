"""What the published JSON looks like: its shapes, their schemas, and the OpenAPI of all of it.

The shapes are held to what is published by a test; the records themselves are the data's own.
"""

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from pydantic.json_schema import models_json_schema

from ...data.model import Formulir, Instansi, Istilah, Peraturan, Sop
from ...data.model.sop import Tanggapan
from ...data.schema import DIALECT, identified
from ...meaning.temuan.finding import Tingkat

# The version of the addresses and keys under `api/v1/`; within it keys are only added.
VERSI = "1.2.0"


class Bentuk(BaseModel):
    """A part of the published data that is computed; a key that is not described is a fault."""

    model_config = ConfigDict(extra="forbid")


class Bagian(Bentuk):
    """One amount of one unit."""

    minimum: float = Field(description="Paling sedikit; sama dengan maximum bila bukan rentang.")
    maximum: float = Field(description="Paling banyak.")
    satuan: str = Field(description="tahun, bulan, minggu, hari kerja, hari, jam, atau menit.")


class Dipahami(Bentuk):
    """A time standard as it was understood."""

    teks: str = Field(description="Dengan kata-kata.")
    bagian: list[Bagian] = Field(description="Jumlah tiap satuan; satuan tidak dicampur.")
    paling_lama: bool = Field(description="Sumber menulis paling lama atau maksimal.")
    kira_kira: bool = Field(description="Sumber menulis kira-kira.")
    per: str | None = Field(description="Untuk satu apa, misalnya sertifikat.")
    mulai: str | None = Field(description="Sejak kapan dihitung.")
    keterangan: str | None = Field(description="Kata lain yang tertulis di situ.")
    terbuka: str | None = Field(description="Mengapa tidak ada jumlahnya, misalnya segera.")
    pilihan: list["Dipahami"] = Field(description="Bila sumber menyebut beberapa kemungkinan.")


class Janji(Bentuk):
    """A time that a standard promises."""

    varian: str | None = Field(description="Jenis layanannya, bila dibedakan.")
    mulai: str | None = Field(description="Di mana atau sejak apa jangka waktu ini berlaku.")
    teks: str = Field(description="Kata sumber, persis.")
    dipahami: Dipahami | None = Field(description="Kosong bila tidak dapat dibaca.")


class Waktu(Bentuk):
    """How long the service takes, as every page says it."""

    nilai: str | None = Field(description="Kosong bila tidak disebut.")
    asal: str = Field(description="standar, tertulis, jumlah, atau tidak disebut.")
    janji: list[Janji] = Field(description="Jangka waktu menurut standar.")


class Jumlah(Bentuk):
    """The sum of the steps' times."""

    teks: str | None = Field(description="Dengan kata-kata; kosong bila tidak dapat dijumlahkan.")
    bagian: list[Bagian] = Field(description="Jumlah tiap satuan; satuan tidak dicampur.")
    tanpa_waktu: int = Field(description="Banyaknya langkah tanpa waktu.")
    kecuali: list[str] = Field(description="Yang belum termasuk.")
    untuk_satu: list[str] = Field(description="Dihitung untuk satu apa.")


class KomponenStandar(Bentuk):
    """One component of the service standard and whether the document has it."""

    komponen: str = Field(description="Nama komponen.")
    keadaan: str = Field(description="Ada, sebagian, atau tidak ada.")
    asal: str = Field(description="Di mana disebut.")


class Bukti(Bentuk):
    """Where a finding was seen."""

    pada: str = Field(description="Bagian SOP.")
    kutipan: str = Field(description="Kata dokumen.")
    baris: int | None = Field(description="Baris naskah sumber.")


class TemuanSop(Bentuk):
    """Something odd, missing or out of date in one SOP."""

    aturan: str = Field(description="Id aturan yang menemukannya.")
    keluarga: str = Field(description="Keluarga aturannya.")
    tingkat: Tingkat = Field(description="tinggi, sedang, atau rendah.")
    pesan: str = Field(description="Apa yang ditemukan.")
    bukti: list[Bukti] = Field(description="Di mana terlihat.")
    saran: str = Field(description="Apa yang dapat dilakukan.")
    tanggapan: Tanggapan | None = Field(description="Jawaban dinas bila sudah ada.")


class Temuan(TemuanSop):
    """A finding with the SOP that it is about."""

    sop: str = Field(description="Id SOP.")


class DasarHukumKini(Bentuk):
    """The status of a regulation that an SOP names."""

    peraturan: str = Field(description="Id peraturan.")
    status: str = Field(description="berlaku, diubah, dicabut, atau berakhir.")
    keyakinan_status: str = Field(description="Keyakinan atas status itu.")
    status_per: str | None = Field(description="Tanggal status itu dicek.")
    rujukan_kini: list[str] = Field(description="Id peraturan yang dirujuk sekarang.")


class TurunanSop(Bentuk):
    """What the site computes for one SOP."""

    url: str = Field(description="Alamat halamannya, dari akar situs.")
    waktu: Waktu = Field(description="Berapa lama.")
    waktu_total: Jumlah = Field(description="Jumlah waktu langkah.")
    waktu_langkah: dict[str, Dipahami | None] = Field(description="Menurut id langkah.")
    tanggal_teks: dict[str, str] = Field(description="Tanggal dokumen dengan kata-kata.")
    kelengkapan_standar: list[KomponenStandar] = Field(description="Komponen standar pelayanan.")
    temuan: list[TemuanSop] = Field(description="Temuan pada SOP ini.")
    dasar_hukum: list[DasarHukumKini] = Field(description="Status peraturan yang disebut.")


class SopTerbit(Sop):
    """One SOP as published: its own keys and what is computed from them."""

    turunan: TurunanSop = Field(description="Yang dihitung situs.")


class BarisSop(Bentuk):
    """One SOP as a line of the list of all."""

    id: str = Field(description="Id SOP: dinas/nama.")
    instansi: str = Field(description="Id dinas.")
    jenis_dokumen: str = Field(description="Jenis dokumennya, misalnya sop-ap.")
    nama: str = Field(description="Nama layanan.")
    nama_sop: str | None = Field(None, description="Nama pada dokumen, bila lain.")
    ringkasan: str = Field(description="Satu kalimat.")
    sebutan: list[str] = Field(description="Nama lain yang dipakai orang.")
    audiens: list[str] = Field(description="Untuk siapa.")
    topik: str = Field(description="Id topik.")
    layanan: str | None = Field(None, description="Kunci layanan sama di dinas lain.")
    status: str = Field(description="Keadaan salinannya, misalnya transkripsi.")
    jumlah_langkah: int = Field(description="Banyaknya langkah.")
    waktu: str | None = Field(description="Berapa lama; kosong bila tidak disebut.")
    asal_waktu: str = Field(description="standar, tertulis, jumlah, atau tidak disebut.")
    waktu_total: str | None = Field(description="Jumlah waktu langkah.")
    url: str = Field(description="Alamat halamannya, dari akar situs.")
    json_: str = Field(alias="json", description="Alamat datanya, dari akar situs.")


class Kutipan(Bentuk):
    """An SOP that names a regulation, in its own words."""

    sop: str = Field(description="Id SOP.")
    tertulis: str = Field(description="Kata dokumen.")


class TurunanPeraturan(Bentuk):
    """What the site computes for one regulation."""

    url: str = Field(description="Alamat halamannya, dari akar situs.")
    dikutip_oleh: list[Kutipan] = Field(description="SOP yang menyebutnya.")


class PeraturanTerbit(Peraturan):
    """One regulation as published."""

    turunan: TurunanPeraturan = Field(description="Yang dihitung situs.")


class TopikTerbit(Bentuk):
    """A topic that services of the site stand under."""

    id: str = Field(description="Id topik, seperti pada daftar SOP.")
    nama: str = Field(description="Nama topik.")


class SitusTerbit(Bentuk):
    """What the site says of itself."""

    nama: str = Field(description="Nama situs.")
    alamat: str | None = Field(description="Alamat berandanya, bila diketahui.")
    tanggal: str | None = Field(description="Tanggal datanya, bila diketahui.")
    topik: list[TopikTerbit] = Field(description="Topik yang dipakai.")


Isi = type[BaseModel]
# Every kind of JSON below api/v1/: its address, what one record is, and whether it is a list.
JAWABAN: tuple[tuple[str, str, Isi, Literal["satu", "daftar"]], ...] = (
    ("sop.json", "Daftar semua SOP", BarisSop, "daftar"),
    ("sop/{instansi}/{sop}.json", "Satu SOP", SopTerbit, "satu"),
    ("instansi.json", "Semua dinas", Instansi, "daftar"),
    ("peraturan.json", "Semua peraturan yang disebut", PeraturanTerbit, "daftar"),
    ("temuan.json", "Semua temuan", Temuan, "daftar"),
    ("istilah.json", "Daftar istilah", Istilah, "daftar"),
    ("formulir/{formulir}.json", "Satu formulir", Formulir, "satu"),
    ("situs.json", "Situs ini", SitusTerbit, "satu"),
)
_LISTS = frozenset(address for address, *_, many in JAWABAN if many == "daftar")


def schema_name(address: str) -> str:
    """The file of the schema for one address: `daftar-sop`, `sop`, `formulir`."""
    stem = address.partition("/")[0].removesuffix(".json")
    return f"daftar-{stem}" if address in _LISTS else stem


def schemas() -> dict[str, bytes]:
    """The schema of every kind of published JSON, by its address below the site's root."""
    found = {}
    for address, _, record, many in JAWABAN:
        name = schema_name(address)
        made = (
            TypeAdapter(list[record]).json_schema()  # type: ignore[valid-type]
            if many == "daftar"
            else record.model_json_schema()
        )
        found[f"api/v1/skema/terbit/{name}.json"] = _dump(identified(made, f"terbit:{name}"))
    return found


def openapi(name: str, site_url: str) -> bytes:
    """The OpenAPI description of `api/v1/`, whole in one file.

    Where the site's own address is not known, the addresses count from the file itself.
    """
    _, made = models_json_schema(
        [(record, "validation") for record in dict.fromkeys(one[2] for one in JAWABAN)],
        ref_template="#/components/schemas/{model}",
    )
    whole = {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": f"Data terbuka {name}",
            "version": VERSI,
            "description": "Berkas JSON yang tetap; tidak perlu kunci dan tidak ada batas.",
        },
        "servers": [{"url": f"{site_url}api/v1" if site_url else "."}],
        "paths": {f"/{one[0]}": _path(*one) for one in JAWABAN},
        "components": {"schemas": made["$defs"]},
    }
    return _dump(whole)


def _path(address: str, summary: str, record: Isi, many: str) -> dict[str, Any]:
    one = {"$ref": f"#/components/schemas/{record.__name__}"}
    body = {"type": "array", "items": one} if many == "daftar" else one
    names = [part.partition("}")[0] for part in address.split("{")[1:]]
    return {
        "get": {
            "operationId": schema_name(address).replace("-", "_"),
            "summary": summary,
            "parameters": [
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                for name in names
            ],
            "responses": {
                "200": {
                    "description": summary,
                    "content": {"application/json": {"schema": body}},
                },
                **({"404": {"description": "Tidak ada."}} if names else {}),
            },
        }
    }


def _dump(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
