"""No change of the data goes unsaid: every single value, altered alone, gives a sentence."""

import copy
import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from sop_terbuka.data.model import Instansi, Sop
from sop_terbuka.revise.gate import reasons_against
from sop_terbuka.revise.revisi import State, as_comment, compare, of_folder
from tests.contoh_revisi import DATA

BASE = of_folder(DATA)
DASAR = [{"jenis": "peraturan", "peraturan": "uu-2-2020", "pasal": "Pasal 1"}]
STEP = {"pelaksana": ["a"], "kelengkapan": ["KTP"], "waktu": "5 menit", "output": ["Kartu"]}

# An SOP with something in every key.
FULL = Sop.model_validate(
    {
        "id": "kota-contoh/penuh",
        "jenis_dokumen": "standar-pelayanan",
        "nama": "Layanan penuh",
        "nama_sop": "Pelayanan penuh",
        "ringkasan": "Semua kunci terisi.",
        "sebutan": ["lengkap"],
        "alamat_lama": ["dinas-contoh/lama"],
        "audiens": ["warga"],
        "topik": "usaha",
        "layanan": "penuh",
        "unit": "Bidang A",
        "status": "diperiksa",
        "status_oleh": "Dinas",
        "status_tanggal": "2025-01",
        "varian": [
            {
                "id": "baru",
                "nama": "Baru",
                "jangka_waktu": {"teks": "2 hari", "mulai_dihitung": "diterima", "dasar": DASAR},
            },
            {"id": "lama", "nama": "Lama"},
        ],
        "dokumen": {
            "kop": ["PEMERINTAH"],
            "nomor": "1/2024",
            "nomor_sk": "SK 1",
            "kode_klasifikasi": "067",
            "revisi_ke": "01",
            "halaman": "1/2",
            "disusun_oleh": [{"tertulis": "Penyusun", "tanggal": "2024"}],
            "diperiksa_oleh": [{"pejabat": "kepala-dinas", "tertulis": "Pemeriksa"}],
            "tercetak_kosong": ["Referensi"],
            "tanggal_pembuatan": "2024-01-01",
            "tanggal_revisi": "2024-02-01",
            "tanggal_efektif": "2024-03-01",
            "tanggal_pengesahan": "2024-04-01",
            "disahkan_oleh": {"pejabat": "kepala-dinas", "tertulis": "Kepala Dinas"},
            "unit_tertulis": "Unit A",
        },
        "dasar_hukum": [{"peraturan": "uu-2-2020", "tertulis": "Undang-Undang 2"}],
        "pengertian": ["Artinya"],
        "tujuan": ["Tujuannya"],
        "kebijakan": ["SK"],
        "referensi": ["Buku"],
        "ruang_lingkup": ["Semua"],
        "definisi": [{"istilah": "Kartu", "arti": "Tanda"}],
        "unit_terkait": ["Loket"],
        "bagan": ["Datang"],
        "bagian_lain": [{"judul": "Catatan", "isi": ["Asli"]}],
        "lampiran": ["Contoh kartu"],
        "siapa": [{"teks": "Warga", "untuk": ["baru"], "dasar": DASAR}],
        "jangka_waktu": {"teks": "3 hari kerja", "mulai_dihitung": "lengkap", "dasar": DASAR},
        "jam": [
            {
                "id": "biasa",
                "hari": ["senin"],
                "buka": "08.00",
                "tutup": "15.00",
                "istirahat": "12.00-13.00",
                "untuk": "Loket",
                "tempat": "loket-a",
                "dasar": DASAR,
            }
        ],
        "perubahan": [
            {
                "pada": "nama",
                "dari": "Lama",
                "menjadi": "Layanan penuh",
                "dasar": DASAR,
                "tanggal": "2025",
            }
        ],
        **{
            key: {"isi": ["Ada"], "dasar": DASAR}
            for key in (
                "sarana",
                "kompetensi",
                "pengawasan_internal",
                "pengaduan",
                "jumlah_pelaksana",
                "jaminan_pelayanan",
                "jaminan_keamanan",
                "evaluasi_kinerja",
            )
        },
        "kualifikasi_pelaksana": ["Mampu"],
        "keterkaitan": [{"teks": "SOP lain", "sop": "kota-contoh/izin-parkir"}],
        "peralatan": ["Komputer"],
        "peringatan": ["Awas"],
        "pencatatan": ["Buku"],
        "persyaratan": [
            {
                "id": "ktp",
                "jenis": "keadaan",
                "kelompok": "Umum",
                "salah_satu": [
                    {"berkas": "KTP", "bentuk": "asli", "jumlah": "1", "bila": "ada"},
                    {"berkas": "KK"},
                    {"berkas": "SIM"},
                ],
                "berkas": "KTP",
                "bentuk": "asli",
                "jumlah": "1 lembar",
                "wajib": "bersyarat",
                "bila": "dewasa",
                "untuk": ["baru"],
                "catatan": "dibawa",
                "dasar": DASAR,
            }
        ],
        "biaya": {
            "jumlah": 5,
            "catatan": "tunai",
            "dasar": DASAR,
            "tarif": [
                {
                    "id": "wna",
                    "uraian": "WNA",
                    "untuk": ["baru"],
                    "jumlah": 60000,
                    "satuan": "per lembar",
                    "dasar": DASAR,
                }
            ],
        },
        "produk": [{"nama": "Kartu", "berlaku": "2 tahun", "untuk": ["baru"], "dasar": DASAR}],
        "tempat": {"nama": "Loket", "loket": "loket-a", "alamat": "Jalan A", "dasar": DASAR},
        "bukan_di_sini": [
            {
                "untuk": "Izin parkir",
                "ke": "Dinas Perhubungan",
                "url": "https://contoh.invalid/parkir",
                "sop": "kota-contoh/izin-parkir",
                "catatan": "Bawa denah.",
                "dasar": DASAR,
            }
        ],
        "temuan_pembaca": [
            {
                "id": "cap",
                "pada": "Langkah 1",
                "kutipan": "berkas",
                "kata": "Berkas apa tidak disebut.",
                "saran": "periksa berkasnya.",
                "tingkat": "rendah",
                "dasar": DASAR,
            }
        ],
        "kanal": [{"nama": "Laman", "url": "https://contoh.invalid", "dasar": DASAR}],
        "formulir": ["permohonan-izin"],
        "pelaksana": [
            {"id": "a", "nama": "Pemohon", "singkat": "P", "pihak": "luar"},
            {"id": "b", "nama": "Petugas", "pihak": "dalam", "kolom": "tidak"},
            {"id": "c", "nama": "Kepala", "pihak": "dalam", "kelompok": "Pimpinan"},
        ],
        "langkah": [
            STEP
            | {
                "id": "satu",
                "nomor_tertulis": "1",
                "kegiatan": "Mengajukan berkas",
                "pelaksana_dasar": "disimpulkan",
                "sel_pelaksana": {"a": "mulai"},
                "keterangan": "cepat",
                "untuk": ["baru"],
                "tahap": "Persiapan",
                "sublangkah": [{"nomor_tertulis": "a", "teks": "Menulis nama"}],
                "bukan_waktu_tunggu": {"alasan": "Hasilnya sudah ada.", "dasar": DASAR},
                "untuk_pemohon": "Anda menyerahkan berkas di loket lalu menunggu panggilan.",
                "keputusan": {"pertanyaan": "Lengkap?", "ya": "dua", "tidak": "tiga"},
            },
            STEP | {"id": "dua", "kegiatan": "Memeriksa isi", "berikut": "selesai"},
            STEP | {"id": "tiga", "kegiatan": "Menolak permohonan", "pelaksana": ["b"]},
            {
                "id": "empat",
                "kegiatan": "Membahas bersama",
                "gabung": ["waktu"],
                "simbol": [
                    {
                        "pelaksana": "b",
                        "jenis": "keputusan",
                        "teks": "Setuju?",
                        "sampai": "c",
                        "ke": [
                            {"ke": "empat.ulang", "bila": "Ya"},
                            {"ke": "satu", "bila": "Tidak"},
                        ],
                    },
                    {
                        "pelaksana": "c",
                        "jenis": "proses",
                        "nama": "ulang",
                        "ke": [{"ke": "dua", "bolak_balik": "ya"}],
                    },
                    {
                        "pelaksana": "a",
                        "jenis": "keputusan",
                        "tanpa_label": "ya",
                        "ke": [{"ke": "empat.b", "garis": "bersama"}, "tiga"],
                    },
                ],
            },
        ],
        "waktu_total_tertulis": "15 menit",
        "lembar_kerja": {
            "data": {"judul": "J", "penanggung_jawab": {"produk": "P"}},
            "langkah": {"awal": [{"teks": "Mulai"}]},
        },
        "koreksi": [
            {"pada": "nama", "tertulis": "x", "menjadi": "y", "alasan": "z", "keyakinan": "tinggi"}
        ],
        "catatan": ["Catatan"],
        "sumber": {"berkas": "contoh.txt", "baris": [1, 2], "baris_lain": [[1, 1]]},
    }
)
FULL_OFFICE = Instansi.model_validate(
    {
        "id": "kota-penuh",
        "nama": "Dinas Penuh Kota Contoh",
        "singkatan": "Dispen",
        "panggilan": "Dinas Penuh",
        "daerah": "Kota Contoh",
        "zona_waktu": "WIB",
        "logo": "logo.png",
        "maklumat": {"isi": ["Kami melayani"], "dasar": DASAR},
        "kontak": [
            {
                "id": "peta", "jenis": "peta", "nilai": "Peta kantor", "tempat": "Kantor",
                "untuk": "Pendaftaran", "url": "https://contoh.invalid/peta", "dasar": DASAR,
            }
        ],
        "jam": [
            {
                "hari": ["senin"], "buka": "08.00", "tutup": "15.00", "istirahat": "12.00-13.00",
                "untuk": "Loket", "tempat": "loket", "dasar": DASAR,
            }
        ],
        "tempat": [
            {
                "id": "loket", "nama": "Loket", "alamat": "Jalan A", "dasar": DASAR,
                "kontak": [{"jenis": "telepon", "nilai": "1", "dasar": DASAR}],
            }
        ],
        "pejabat": [
            {
                "id": "kapolres", "jabatan": "Kapolres", "nama": "ANI", "nrp": "1",
                "keyakinan": "tinggi", "dasar": DASAR,
            }
        ],
        "pengaduan": [{"id": "surat", "nama": "Surat", "nilai": "Jalan A", "dasar": DASAR}],
    }
)  # fmt: skip
STATE = dataclasses.replace(
    BASE,
    sop=dict(BASE.sop) | {FULL.id: FULL},
    instansi=dict(BASE.instansi) | {FULL_OFFICE.id: FULL_OFFICE},
)

ALTERED: list[Callable[[Any], Any]] = [
    lambda value: value[:-1] if isinstance(value, list) else value,
    lambda value: [*value, *value[-1:]] if isinstance(value, list) else value,
    lambda value: value + 1 if isinstance(value, int) else value,
    lambda value: f"{value} lainnya" if isinstance(value, str) else value,
    lambda value: "2001" if isinstance(value, str) else value,
    lambda value: "tidak" if value == "ya" else "ya" if value == "tidak" else value,
    lambda value: "dalam" if value == "luar" else "luar" if value == "dalam" else value,
]


def places(value: Any, path: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    """Every list and every single value."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(item, dict | list):
            yield from places(item, (*path, key))
        if not isinstance(item, dict):
            yield (*path, key)


def variants(record: Any) -> Iterator[tuple[tuple[int | str, ...], Any]]:
    """The record with one value altered, wherever the model allows it."""
    plain = record.model_dump(exclude_defaults=True)
    for path in places(plain):
        for alter in ALTERED:
            made = copy.deepcopy(plain)
            holder = made
            for part in path[:-1]:
                holder = holder[part]
            holder[path[-1]] = alter(holder[path[-1]])
            try:
                changed = type(record).model_validate(made)
            except ValidationError:
                continue
            if changed != record and changed.id == record.id:
                yield path, changed


@pytest.mark.parametrize(
    ("kind", "record_id"),
    [
        ("sop", FULL.id),
        ("sop", "kota-contoh/izin-pasar-malam"),
        ("formulir", "permohonan-izin"),
        ("peraturan", "uu-1-2000"),
        ("instansi", "kota-contoh"),
        ("instansi", FULL_OFFICE.id),
    ],
)
def test_every_altered_value_is_told_and_can_be_posted(kind: str, record_id: str) -> None:
    records = dict(getattr(STATE, kind))
    silent, refused = [], []
    for path, changed in variants(records[record_id]):
        after = dataclasses.replace(STATE, **{kind: records | {record_id: changed}})
        revisi = compare(STATE, after)
        if not revisi.berkas:
            silent.append(path)
        elif reasons_against(as_comment(revisi)):
            refused.append(path)
    assert silent == []
    assert refused == []


def test_the_full_sop_fills_every_key() -> None:
    # Two keys exclude others: no steps at all, and answers to findings that this SOP does not have.
    missing = set(Sop.model_fields) - set(FULL.model_dump(exclude_defaults=True))
    assert missing <= {"tanpa_langkah", "tanggapan", "tinjau_sebelum"}


# Keys whose change is told with its words, not only that something changed.
TOLD_IN_WORDS = {
    "jenis_dokumen", "siapa", "jangka_waktu", "jam", "sarana", "kompetensi", "pengawasan_internal",
    "pengaduan", "jumlah_pelaksana", "jaminan_pelayanan", "jaminan_keamanan", "evaluasi_kinerja",
    "pengertian", "tujuan", "kebijakan", "referensi", "ruang_lingkup", "definisi", "unit_terkait",
    "bagan", "bagian_lain", "lampiran", "perubahan",
}  # fmt: skip
TOLD_WITHIN = {
    "biaya": {"tarif"}, "tempat": {"alamat", "loket"},
    "persyaratan": {"jenis", "kelompok", "salah_satu"},
    "langkah": {"untuk", "tahap", "sublangkah", "untuk_pemohon"},
    "dokumen": {
        "nomor_sk", "kode_klasifikasi", "revisi_ke", "halaman", "disusun_oleh", "diperiksa_oleh",
        "tercetak_kosong",
    },
}  # fmt: skip


def test_a_change_of_a_new_key_is_told_with_its_words() -> None:
    silent = []
    for path, changed in variants(FULL):
        words = {str(part) for part in path}
        told = path[0] in TOLD_IN_WORDS or words & TOLD_WITHIN.get(str(path[0]), set())
        if not told or words & {"dasar", "id", "pejabat"}:
            continue
        after = dataclasses.replace(STATE, sop=dict(STATE.sop) | {FULL.id: changed})
        (file,) = [file for file in compare(STATE, after).berkas if file.id == FULL.id]
        if not any(change.sebelum or change.sesudah for change in file.perubahan):
            silent.append((path, [change.kalimat for change in file.perubahan]))
    assert silent == []


def test_an_empty_folder_holds_no_data(tmp_path: Path) -> None:
    assert of_folder(tmp_path) == State()
