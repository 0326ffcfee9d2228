"""More changes for `sop beda`: those that could mislead a reviewer, each with its words."""

from tests.contoh_revisi import BAYAR, DATA, FORM, SOP, Edit

OFFICE = "sop_data/kota-contoh/instansi.yml"
LAW = "sop_data/peraturan/uu-1-2000.yml"
SOURCE = "dasar: [{jenis: dinas, nama: Laman contoh}]"
DOOR = f"kanal:\n  - {{nama: Laman izin, url: 'https://izin.contoh.invalid/pasar', {SOURCE}}}\n"
HOURS = f"jam_layanan:\n  uraian: [Senin-Kamis 08.00-15.00, Jumat 08.00-11.00]\n  {SOURCE}\n"
MAIL = f"  - {{jenis: surel, nilai: izin@contoh.invalid, {SOURCE}}}\n"
ADDRESS = f"  - {{jenis: alamat, nilai: Jalan Contoh 1, {SOURCE}}}\n"
PLACE = f"tempat: {{nama: Loket 2, alamat: Jalan Contoh 1, {SOURCE}}}\n"
NOTE = "catatan:\n  - Nomor pada naskah sukar dibaca.\n"
KINDS = "varian:\n  - {id: baru, nama: Izin baru}\n"
AGAIN = "  - {id: ulang, nama: Izin berulang}\n"
DECLARED = "pernyataan:\n  - Saya mengisi dengan benar.\n"
BOXES = "peralatan: [Komputer, Alat tulis]\n"
FORMS = "formulir: [permohonan-izin]\n\n"
CONTACTS = "pejabat:\n"
MAP = "Denah lokasi\n    wajib: ya"
CONDITION = MAP.replace("ya", "bersyarat\n    bila: acara memakai jalan umum")
PRODUCT = "  - nama: Surat Izin Pasar Malam\n"
ASKED = "        wajib: ya  # sejak 2024\n        pesan: Isi nomor telepon.\n"
FREE = "biaya:\n  jumlah: 50000\n  dasar: [{jenis: sop, langkah: bayar}]\n"

TO_SIGN = """\
  - id: tanda-tangan
    kegiatan: Menandatangani surat izin
    pelaksana: [kepala-dinas]
    waktu: 1 hari
    output: [Surat izin]
"""
HAND_OVER = """\
  - id: serahkan
    kegiatan: Menyerahkn surat izin kepada pemohon
    pelaksana: [petugas]
    waktu: 10 menit
    output: [Surat Izin Pasar Malam]
"""
ATTACHED = """\
lampiran:
  - {id: bersih, label: Sertifikat kebersihan, wajib: tidak, alasan: Tertulis di SOP., asal: sop}
"""
CORRECTED = """\
koreksi:
  - pada: langkah[serahkan].kegiatan
    tertulis: Menyerahkn surat izin kepada pemohon
    menjadi: Menyerahkan surat izin kepada pemohon
    alasan: ejaan
    keyakinan: tinggi
"""
TYPO, SPELT = "kegiatan: Menyerahkn surat", "kegiatan: Menyerahkan surat"
SOURCE_KEY = "sumber: {berkas: contoh.txt"
PARKED = "sop_data/kota-contoh/izin-parkir.yml"
PARKED_TEXT = (DATA / PARKED).read_text(encoding="utf-8")

# What both sides have beyond the small office.
GIVEN: dict[str, list[Edit]] = {
    "tautan-dialihkan": [(SOP, FORMS, FORMS + DOOR)],
    "telepon-dan-surel-diganti": [(OFFICE, CONTACTS, MAIL + CONTACTS)],
    "alamat-diganti": [(OFFICE, CONTACTS, ADDRESS + CONTACTS), (SOP, FORMS, PLACE + FORMS)],
    "jam-diubah": [(OFFICE, CONTACTS, HOURS + CONTACTS)],
    "catatan-diubah": [(SOP, BOXES, BOXES + NOTE), (OFFICE, CONTACTS, NOTE + CONTACTS)],
    "isian-jadi-wajib": [(FORM, ASKED, "        wajib: tidak\n")],
    "pernyataan-diubah": [(FORM, "bagian:\n", DECLARED + "bagian:\n")],
    "biaya-muncul": [(SOP, FREE, "biaya: {tidak_disebut: ya}\n")],
    "jenis-ditambah": [
        (SOP, "persyaratan:\n", KINDS + "persyaratan:\n"),
        (SOP, MAP, f"{MAP}\n    untuk: [baru]"),
    ],
    "keadaan-syarat-diubah": [(SOP, MAP, CONDITION)],
    "syarat-jadi-wajib": [(SOP, MAP, MAP.replace("wajib: ya", "wajib: bila-ada"))],
    "biaya-jadi-gratis": [(SOP, FREE, "biaya: {tidak_disebut: ya}\n")],
    "lampiran-jadi-wajib": [(FORM, "bagian:\n", ATTACHED + "bagian:\n")],
    "koreksi-dihapus": [(SOP, TYPO, SPELT), (SOP, SOURCE_KEY, CORRECTED + SOURCE_KEY)],
    "masa-berlaku-diperpendek": [(SOP, PRODUCT, f"{PRODUCT}    berlaku: 2 tahun\n")],
}
CHANGED: dict[str, list[Edit]] = {
    "tautan-dialihkan": [(SOP, "https://izin.contoh.invalid/pasar", "https://izin.contoh.example")],
    "telepon-dan-surel-diganti": [
        (OFFICE, "(000) 123456", "(000) 123457"),
        (OFFICE, "izin@contoh.invalid", "izin@contoh.example"),
    ],
    "telepon-dihapus": [
        (OFFICE, f"kontak:\n  - jenis: telepon\n    nilai: (000) 123456\n    {SOURCE}\n", "")
    ],
    "alamat-diganti": [
        (OFFICE, "Jalan Contoh 1", "Jalan Conto 1"),
        (SOP, "alamat: Jalan Contoh 1", "alamat: Jalan Contoh 9"),
    ],
    "jam-diubah": [(OFFICE, "Jumat 08.00-11.00", "Jumat 09.00-10.00")],
    "catatan-diubah": [
        (SOP, "sukar dibaca", "tidak dapat dibaca"),
        (OFFICE, "sukar dibaca", "tidak dapat dibaca"),
    ],
    "pernyataan-diubah": [(FORM, "dengan benar.", "dengan benar dan bersedia didenda.")],
    "isian-jadi-wajib": [(FORM, "        wajib: tidak\n", ASKED)],
    "syarat-jadi-bersyarat": [(SOP, MAP, CONDITION)],
    "keadaan-syarat-diubah": [(SOP, "bila: acara memakai jalan umum", "bila: diminta petugas")],
    "syarat-jadi-bila-ada": [(SOP, MAP, MAP.replace("wajib: ya", "wajib: bila-ada"))],
    "syarat-jadi-wajib": [(SOP, "wajib: bila-ada", "wajib: ya")],
    "bentuk-syarat-diubah": [(SOP, "bentuk: fotokopi", "bentuk: asli")],
    "jumlah-syarat-dinaikkan": [(SOP, "jumlah: 1 lembar", "jumlah: 4 lembar")],
    "waktu-jadi-hari": [(SOP, "waktu: 15 menit", "waktu: 5 hari")],
    "hari-jadi-jam": [
        (SOP, "waktu: 1 hari\n    output: [Berita", "waktu: 8 jam\n    output: [Berita")
    ],
    "langkah-ke-petugas-lain": [
        (SOP, TO_SIGN, TO_SIGN.replace("[kepala-dinas]", "[kasi]")),
    ],
    "langkah-jadi-tugas-pemohon": [
        (SOP, HAND_OVER, HAND_OVER.replace("[petugas]", "[pemohon]")),
    ],
    "langkah-diambil-petugas": [(SOP, BAYAR, BAYAR.replace("[pemohon]", "[petugas]"))],
    "langkah-digabung": [
        (
            SOP,
            TO_SIGN + HAND_OVER,
            """\
  - id: tanda-tangan
    kegiatan: Menandatangani surat izin lalu menyerahkan surat izin kepada pemohon
    pelaksana: [kepala-dinas, petugas]
    waktu: 1 hari
    output: [Surat Izin Pasar Malam]
""",
        )
    ],
    "biaya-jadi-gratis": [
        (SOP, "{tidak_disebut: ya}", "{jumlah: 0, dasar: [{jenis: sop, langkah: bayar}]}")
    ],
    "lampiran-jadi-wajib": [(FORM, "kebersihan, wajib: tidak", "kebersihan, wajib: ya")],
    "pelaksana-berganti-nama": [(SOP, "nama: Kepala Seksi Perizinan", "nama: Kepala Seksi Usaha")],
    "keputusan-jadi-tolak": [(SOP, "      tidak: ajukan\n", "      tidak: tolak\n")],
    "keputusan-melompati-langkah": [(SOP, "      ya: tinjau\n", "      ya: bayar\n")],
    "koreksi-dihapus": [(SOP, SPELT, TYPO), (SOP, CORRECTED, "")],
    "sop-pindah-alamat": [
        (PARKED, "*", ""),
        ("sop_data/kota-contoh/parkir-sementara.yml", "", PARKED_TEXT),
    ],
    "masa-berlaku-diperpendek": [(SOP, "berlaku: 2 tahun", "berlaku: 6 bulan")],
    "kalimat-pemohon-dibalik": [
        (
            SOP,
            "kegiatan: Membayar retribusi di bank yang ditunjuk",
            "kegiatan: Membayar sendiri retribusi di bank dan tidak dapat diwakilkan",
        )
    ],
    "biaya-muncul": [
        (SOP, "{tidak_disebut: ya}", "{jumlah: 25000, dasar: [{jenis: sop, langkah: bayar}]}")
    ],
    "jenis-pertama": [
        (SOP, "persyaratan:\n", KINDS + AGAIN + "persyaratan:\n"),
        (SOP, MAP, f"{MAP}\n    untuk: [baru]"),
    ],
    "jenis-ditambah": [
        (SOP, KINDS, KINDS + AGAIN),
        (SOP, "untuk: [baru]", "untuk: [baru, ulang]"),
    ],
    "khalayak-diganti": [(SOP, "audiens: [pelaku-usaha]", "audiens: [internal]")],
    "status-diperiksa": [
        (
            SOP,
            "status: transkripsi",
            "status: diperiksa\nstatus_oleh: Kasi Contoh\nstatus_tanggal: 2026-11-01",
        )
    ],
    "status-peraturan-diubah": [(LAW, "status: dicabut", "status: berlaku")],
    "pelaksana-berganti-id": [
        (SOP, "{id: kasi, nama", "{id: kepala-seksi, nama"),
        (SOP, "pelaksana: [kasi]", "pelaksana: [kepala-seksi]"),
    ],
    "satuan-waktu-diganti": [
        (SOP, "waktu: 1 hari\n    output: [Berita", "waktu: 1 jam\n    output: [Berita")
    ],
    "waktu-bukan-tunggu": [
        (
            SOP,
            "    waktu: 15 menit\n",
            "    waktu: 15 menit\n    bukan_waktu_tunggu:\n      alasan: Laporan dinas sendiri.\n"
            "      dasar:\n        - {jenis: dinas, nama: Laman dinas}\n",
        )
    ],
    "waktu-dihapus": [(SOP, "    waktu: 15 menit\n", "")],
    "waktu-ditulis-lain": [(SOP, "waktu: 15 menit", "waktu: 0,25 jam")],
}
