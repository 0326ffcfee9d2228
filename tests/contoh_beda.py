"""More changes for `sop beda`: those that could mislead a reviewer, each with its words."""

from tests.contoh_revisi import FORM, SOP, Edit

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
ASKED = "        wajib: ya  # sejak 2024\n        pesan: Isi nomor telepon.\n"
FREE = "biaya:\n  jumlah: 50000\n  dasar: [{jenis: sop, langkah: bayar}]\n"

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
    "syarat-jadi-bersyarat": [
        (SOP, MAP, MAP.replace("ya", "bersyarat\n    bila: acara memakai jalan umum"))
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
