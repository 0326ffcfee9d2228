"""The words that the official forms print around the contents, and what they label."""

# What of an SOP is the document's own words.
TRANSCRIBED = frozenset({
    "nama_sop", "dokumen", "dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan",
    "peringatan", "pencatatan", "pelaksana", "langkah", "waktu_total_tertulis", "lembar_kerja",
    "pengertian", "tujuan", "kebijakan", "referensi", "ruang_lingkup", "definisi", "unit_terkait",
    "bagan", "lampiran", "bagian_lain",
})  # fmt: skip
# Ids, readings and short names inside those; numbers are compared with their rows.
NOT_TRANSCRIBED = frozenset({
    "id", "peraturan", "sop", "pejabat", "singkat", "pihak", "kolom", "pelaksana_dasar",
    "keputusan", "berikut", "nomor_tertulis", "simbol", "gabung", "untuk", "untuk_pemohon",
    "tercetak_kosong", "bukan_waktu_tunggu",
})  # fmt: skip
# Lists that are one cell of the step table.
STEP_CELLS = frozenset({"kelengkapan", "output"})
# Where a line without a label may belong: the head of the document or the unit beside its name.
KOP = ("dokumen.kop", "dokumen.unit_tertulis")

SECTIONS = {
    "dasar hukum": "dasar_hukum",
    "kualifikasi pelaksana": "kualifikasi_pelaksana",
    "keterkaitan": "keterkaitan",
    "keterkaitan sop": "keterkaitan",
    "peralatan/perlengkapan": "peralatan",
    "peringatan": "peringatan",
    "pencatatan": "pencatatan",
    "pencatatan dan pendataan": "pencatatan",
    "pencatatan & pendataan": "pencatatan",
    # One document prints this word where the others print Pencatatan.
    "pelaksanaan": "pencatatan",
}

_DATA = "lembar_kerja.data."
_ACTIVITY = "lembar_kerja.identifikasi."
PAIRS = {
    "nomor sop": "dokumen.nomor",
    "nomor standar operasional prosedur": "dokumen.nomor",
    "tanggal": "dokumen.tanggal_pembuatan",
    "tanggal pembuatan": "dokumen.tanggal_pembuatan",
    "tgl pembuatan": "dokumen.tanggal_pembuatan",
    "tgl. pembuatan": "dokumen.tanggal_pembuatan",
    "tanggal revisi": "dokumen.tanggal_revisi",
    "tanggal revisi (ditinjau kembali)": "dokumen.tanggal_revisi",
    "tgl. revisi": "dokumen.tanggal_revisi",
    "tanggal efektif": "dokumen.tanggal_efektif",
    "tgl. efektif": "dokumen.tanggal_efektif",
    "tgl pengesahan": "dokumen.tanggal_pengesahan",
    "disahkan": "dokumen.disahkan_oleh.tertulis",
    "disahkan oleh": "dokumen.disahkan_oleh.tertulis",
    "nama sop": "nama_sop",
    "nama standar operasional prosedur (sop)": "nama_sop",
    "jumlah waktu pelayanan": "waktu_total_tertulis",
    "nama skpd": "lembar_kerja.form_1.nama_skpd",
    "judul sop": _DATA + "judul",
    "jenis kegiatan": _DATA + "jenis_kegiatan",
    "penanggung jawab": _DATA + "penanggung_jawab.nama",
    "produk": _DATA + "penanggung_jawab.produk",
    "kegiatan": _DATA + "penanggung_jawab.kegiatan",
    "scope (ruang lingkup)": _DATA + "ruang_lingkup",
    "scope/ruang lingkup": _DATA + "ruang_lingkup",
    "nama kegiatan": _ACTIVITY + "nama_kegiatan",
    "judul kegiatan": _ACTIVITY + "nama_kegiatan",
    "langkah awal": _ACTIVITY + "langkah_awal",
    "langkah utama": _ACTIVITY + "langkah_utama",
    "langkah akhir": _ACTIVITY + "langkah_akhir",
}
STAGES = frozenset({"langkah awal", "langkah utama", "langkah akhir"})

FORM_1 = {
    "tugas": "lembar_kerja.form_1.tugas",
    "fungsi": "lembar_kerja.form_1.fungsi",
    "sub fungsi (kegiatan)": "lembar_kerja.form_1.sub_fungsi",
    "output": "lembar_kerja.form_1.output",
    "aspek": "lembar_kerja.form_1.aspek",
    "judul sop": "lembar_kerja.form_1.judul",
}

TABLE_LABELS = frozenset({
    "no", "no.", "kegiatan", "uraian prosedur", "prosedur", "pelaksana", "mutu baku",
    "kelengkapan", "waktu", "waktu pelaksanaan", "output", "out put", "ket", "ket.", "keterangan",
    "lama proses", "kualifikasi pelaksana",
})  # fmt: skip

LABELS = frozenset({
    "form 1", "form 2", "form 3", "form 4", "identitas sop-ap", "rumusan format sop-ap",
    "identifikasi judul sop-ap", "identifikasi kegiatan/prosedur",
    "lembar kerja identifikasi kegiatan",
    "a data kegiatan", "b identifikasi kegiatan", "c identifikasi langkah",
    "a. data kegiatan", "b. identifikasi kegiatan", "c. identifikasi langkah", "a. identitas sop",
    "data kegiatan", "identifikasi kegiatan", "identifikasi langkah", "identitas sop",
})  # fmt: skip
