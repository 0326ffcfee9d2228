"""Starting files for a new office and a new SOP: commented, and free of problems from the start."""

import json
from dataclasses import dataclass
from pathlib import Path

from ..data.model.dasar import POLA_ID
from ..data.problem import SopTerbukaError

RESERVED = ("peraturan", "sumber", "instansi")


class ScaffoldError(SopTerbukaError):
    """The files cannot be started; the message says what to do, in the author's words."""


@dataclass(frozen=True)
class Start:
    """Files to write, by their path below the repository's root."""

    files: dict[str, str]

    def write(self, root: Path) -> list[Path]:
        """Write every file; nothing at all where one is already there."""
        paths = {root / name: text for name, text in self.files.items()}
        for path in paths:
            if path.exists():
                shown = path.relative_to(root).as_posix()
                raise ScaffoldError(f"{shown}: sudah ada. Ubah berkas itu, atau pakai nama lain.")
        for path, text in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        return list(paths)


def office(
    office_id: str,
    nama: str | None = None,
    singkatan: str | None = None,
    daerah: str | None = None,
    kode: str | None = None,
    zona: str = "WIB",
) -> Start:
    """The starting file of an office."""
    _refuse_bad_id(office_id)
    region = daerah or _title(office_id)
    text = _OFFICE.format(
        nama=_quoted(nama or f"GANTI: nama resmi dinas, {region}"),
        singkatan=_quoted(singkatan or "GANTI"),
        daerah=_quoted(region),
        kode=f"kode_wilayah: {_quoted(kode)}" if kode else '# kode_wilayah: "33.75"',
        zona=zona,
    )
    return Start({f"sop_data/{office_id}/instansi.yml": text})


def sop(
    root: Path,
    sop_id: str,
    nama: str | None,
    topik: str,
    is_internal: bool = False,
    jenis: str = "sop-ap",
    is_draft: bool = False,
    nomor: str = "",
) -> Start:
    """The starting files of an SOP: its data and, for the public, its form.

    A draft is born here; any other SOP also gets the text that it is copied from. `nomor` is the
    next one by the office's pattern.
    """
    office_id, slug = parted(root, sop_id)
    form = slug if not (root / "forms" / f"{slug}.yml").exists() else f"{slug}-{office_id}"
    source = f"{office_id}-{slug}.txt"
    words = {
        "id": sop_id,
        "slug": slug,
        "nama": _quoted(nama or _title(slug)),
        "judul": _quoted(f"Permohonan {nama or _title(slug)}"),
        "topik": topik,
        "sumber": source,
        "form": form,
        "audiens": "internal" if is_internal else "warga",
        "jenis": jenis,
        "formulir": "" if is_internal else f"formulir: [{form}]\n",
        "nomor": nomor or "12/DINAS/2024",
    }
    words["status"] = "rancangan" if is_draft else "transkripsi"
    words["asal"] = "" if is_draft else _ORIGIN.format(**words)
    files = {f"sop_data/{sop_id}.yml": _SOP.format(**words)}
    if not is_draft:
        files[f"sop_data/sumber/{source}"] = _SOURCE.format(**words)
    if not is_internal:
        files[f"forms/{form}.yml"] = _FORM.format(**words)
    return Start(files)


def parted(root: Path, sop_id: str) -> tuple[str, str]:
    """Office and name of an id that a new SOP can have."""
    office_id, slash, slug = sop_id.partition("/")
    if not slash:
        raise ScaffoldError(
            f'"{sop_id}" kurang lengkap. Tulis INSTANSI/NAMA, misalnya kota-a/izin-b.'
        )
    _refuse_bad_id(office_id)
    _refuse_bad_id(slug)
    if not (root / "sop_data" / office_id / "instansi.yml").is_file():
        raise ScaffoldError(
            f"sop_data/{office_id}/instansi.yml belum ada. "
            f"Jalankan dahulu: sop instansi-baru {office_id}"
        )
    return office_id, slug


def _refuse_bad_id(word: str) -> None:
    if not POLA_ID.fullmatch(word) or word in RESERVED or len(word) > 80:
        raise ScaffoldError(
            f'"{word}" tidak dapat dipakai. Pakai huruf kecil, angka dan tanda hubung, '
            "misalnya kota-contoh atau izin-usaha."
        )


def _title(word: str) -> str:
    return word.replace("-", " ").title()


def _quoted(text: str) -> str:
    # Quotes let a name hold a colon or a hash without harm.
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


_OFFICE = """\
# Satu dinas. Baris yang diawali tanda # hanya penjelasan; hapus tanda # untuk memakainya.
# Arti semua kunci: panduan penulis, halaman daftar kunci.

nama: {nama}
singkatan: {singkatan}
daerah: {daerah}
# Kode wilayah Kemendagri, misalnya 33.75:
{kode}
zona_waktu: {zona}
# Nama yang dipakai orang, bila bukan nama pendek dan daerahnya:
# panggilan: Puskesmas Contoh
# Tahun dokumen SOP yang disalin:
# tahun_dokumen: 2024
# Logo di folder ini, SVG, PNG atau JPG:
# logo: logo.svg

# Cara menghubungi. Setiap butir menyebut siapa yang mengatakannya.
# kontak:
#   - jenis: telepon
#     nilai: (0285) 000000
#     dasar:
#       - {{jenis: dinas, nama: Laman resmi dinas, url: "https://contoh.go.id/kontak"}}

# jam:
#   - hari: [senin, selasa, rabu, kamis]
#     buka: "08.00"
#     tutup: "15.00"
#     istirahat: 12.00-13.00
#     dasar:
#       - {{jenis: dinas, nama: Laman resmi dinas, url: "https://contoh.go.id/jam"}}

# Loket dan tempat layanan, dengan alamatnya sendiri bila lain:
# tempat:
#   - id: loket-utama
#     nama: Loket utama
#     dasar:
#       - {{jenis: dinas, nama: Laman resmi dinas, url: "https://contoh.go.id/loket"}}

# pengaduan:
#   - nama: SP4N-LAPOR!
#     nilai: lapor.go.id
#     url: https://www.lapor.go.id
#     dasar:
#       - {{jenis: dinas, nama: Laman resmi dinas, url: "https://contoh.go.id/pengaduan"}}

# Yang mengesahkan dokumen; ditunjuk dari dokumen.disahkan_oleh.pejabat.
# pejabat:
#   - id: kepala-dinas
#     jabatan: Kepala Dinas
#     nama: Nama dan gelar
#     keyakinan: tinggi
#     dasar: [{{jenis: dinas, nama: Laman resmi dinas}}]

# Urutan SOP di halaman dinas; yang tidak disebut tampil sesudahnya.
# urutan: [izin-pertama, izin-kedua]
"""

_SOP = """\
# Satu SOP. Salin kata-kata dokumen; yang tidak disebut dokumen tidak ditulis.
# Baris yang diawali tanda # hanya penjelasan; hapus tanda # untuk memakainya.
# Arti semua kunci: panduan penulis, halaman daftar kunci.

# sop-ap (SOP pemerintah), standar-pelayanan, sop-kesehatan, atau lain.
jenis_dokumen: {jenis}
nama: {nama}
# Judul pada dokumen, bila lain dari nama sehari-hari:
# nama_sop: Pelayanan ...
ringkasan: "GANTI: satu kalimat, untuk apa layanan ini."
# Sebutan orang, supaya layanan ini ditemukan saat dicari:
# sebutan: [nama lain, singkatan]
# Untuk siapa: id dari sop_data/audiens.yml, atau internal bila hanya untuk petugas.
audiens: [{audiens}]
# Salah satu id di sop_data/topik.yml.
topik: {topik}
# transkripsi: disalin dari dokumen. rancangan: ditulis di sini, tanpa sumber.
status: {status}

# Kepala dokumen, sejauh tertulis.
# dokumen:
#   nomor: {nomor}
#   tanggal_pembuatan: 2024-01-31
#   tanggal_efektif: 2024-02-01
# dasar_hukum:
#   - peraturan: uu-25-2009        # id di sop_data/peraturan/, bila sudah ada
#     tertulis: Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
# kualifikasi_pelaksana: [Mampu mengoperasikan komputer]
# peralatan: [Komputer, Printer]

# Siapa yang boleh mengajukan:
# siapa:
#   - teks: Warga yang berusia 17 tahun atau lebih
#     dasar:
#       - {{jenis: sop, langkah: ajukan}}

# Yang dibawa pemohon, masing-masing dengan siapa yang memintanya. Yang bukan kertas: jenis keadaan,
# tindakan atau sesudahnya. Boleh salah satu: salah_satu: [{{berkas: KTP}}, {{berkas: SIM}}].
# persyaratan:
#   - berkas: KTP
#     bentuk: fotokopi
#     jumlah: 1 lembar
#     wajib: ya                    # ya, bila-ada, atau bersyarat (lalu bila: ...)
#     dasar:
#       - {{jenis: sop, langkah: ajukan}}

# Jangka waktu seluruh layanan, dengan kata dokumen:
# jangka_waktu:
#   teks: Paling lama 3 hari kerja
#   mulai_dihitung: berkas dinyatakan lengkap
#   dasar:
#       - {{jenis: sop, langkah: ajukan}}

# Keperluan yang sering dicari di sini tetapi diurus di tempat lain:
# bukan_di_sini:
#   - untuk: Mendaftarkan merek
#     ke: Direktorat Jenderal Kekayaan Intelektual
#     dasar:
#       - {{jenis: sop, langkah: ajukan}}

# Rupiah, 0 berarti gratis: {{jumlah: 0, dasar: [{{jenis: sop, langkah: ajukan}}]}}
biaya: {{tidak_disebut: ya}}
{formulir}
# Siapa saja yang bertindak. luar: pemohon. dalam: petugas dinas.
pelaksana:
  - {{id: pemohon, nama: Pemohon, pihak: luar}}
  - {{id: petugas, nama: Petugas, pihak: dalam}}

# Tabel langkah, satu butir per baris tabel. Waktu ditulis seperti dokumennya.
langkah:
  - id: ajukan
    kegiatan: "GANTI: apa yang dilakukan pemohon"
    pelaksana: [pemohon]
    # kelengkapan: [Berkas permohonan]
    # waktu: 5 menit
    # output: [Berkas permohonan]
  - id: periksa
    kegiatan: "GANTI: apa yang dilakukan petugas"
    pelaksana: [petugas]
    # Bila langkah ini bercabang (tujuan: id langkah, selesai, atau tolak):
    # keputusan: {{pertanyaan: "Berkas lengkap?", ya: selesai, tidak: ajukan}}
{asal}"""

_ORIGIN = """\

# Dari mana disalin: berkas di sop_data/sumber/, baris pertama dan terakhir.
sumber: {{berkas: {sumber}, baris: [1, 1]}}
"""

_SOURCE = """\
GANTI: tempel di sini teks dokumen SOP {id}, satu sel per bagian, sebagaimana tertulis.
"""

_FORM = """\
# Satu formulir. Minta hanya yang diperlukan, dan sebut alasannya.
# Arti semua kunci: panduan penulis, halaman daftar kunci.

judul: {judul}
jenis: formulir
layanan: [{id}]
pengisi: Pemohon
# ya hanya bila mengikuti formulir baku yang dilihat.
resmi: tidak
status: usulan
dasar:
  - {{jenis: praktik, nama: "GANTI: peraturan, laman, atau SOP yang memintanya"}}
pengantar: "GANTI: untuk apa formulir ini."

bagian:
  - id: pemohon
    judul: Pemohon
    isian:
      - id: nama
        label: Nama lengkap
        tipe: teks
        # Isian dengan asal usulan tidak boleh wajib; ganti asal bila SOP atau dinas memintanya.
        wajib: tidak
        pesan: Isi nama lengkap.
        alasan: Agar petugas tahu siapa yang memohon.
        asal: usulan
"""
