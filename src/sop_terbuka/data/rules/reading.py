"""The rules that reading itself keeps: they have words here and their checks in node and check."""

from .gambar import logo_is_a_picture
from .rule import Aturan

ATURAN = (
    Aturan(
        "berkas-tak-dibaca",
        "Setiap berkas di folder data dibaca.",
        "Berkas yang salah nama atau salah tempat tidak tampil di situs, tanpa ada yang tahu.",
    ),
    Aturan(
        "berkas-tak-terbaca",
        "Setiap berkas dapat dibuka.",
        "Berkas yang tidak dapat dibuka tidak boleh diam-diam hilang dari situs.",
    ),
    Aturan(
        "berkas-kosong",
        "Tidak ada berkas kosong.",
        "Berkas kosong biasanya tanda salah simpan.",
    ),
    Aturan(
        "berkas-terlalu-besar",
        "Satu berkas paling besar 1 MB.",
        "Satu SOP berisi teks; berkas yang lebih besar berarti salah berkas.",
    ),
    Aturan(
        "bukan-utf8",
        "Berkas disimpan sebagai teks UTF-8.",
        "Pengodean lain merusak huruf saat dibaca di komputer lain.",
    ),
    Aturan(
        "yaml-tak-terbaca",
        "Susunan YAML dapat dibaca.",
        "Indentasi, titik dua atau tanda kutip yang keliru membuat isinya bermakna lain.",
    ),
    Aturan(
        "teks-terpotong",
        "Tanda # sesudah spasi hanya dipakai untuk catatan.",
        "YAML tidak membaca apa pun sesudahnya, sehingga teks di situs terpotong tanpa pesan.",
    ),
    Aturan(
        "kutip-word",
        "Nilai diapit tanda kutip lurus, atau tidak diapit.",
        "Tanda kutip Word bukan tanda kutip YAML; ia ikut tampil di situs.",
    ),
    Aturan(
        "yaml-alias",
        "Jangkar (&) dan alias (*) tidak dipakai.",
        "Pembaca harus dapat memahami satu bagian tanpa mencari bagian lain.",
    ),
    Aturan(
        "format-lama",
        "Data memakai kosakata yang sama dengan program.",
        "Kosakata data berkembang; sop migrasi mengubah data lama tanpa mengubah isinya.",
    ),
    Aturan(
        "format-baru",
        "Program tidak lebih lama daripada datanya.",
        "Program lama tidak mengenal semua kunci data baru dan akan menyebutnya salah.",
    ),
    Aturan(
        "yaml-tag",
        "Tanda jenis (!!) tidak dipakai.",
        "Semua nilai dibaca sebagai teks.",
    ),
    Aturan(
        "kunci-ganda",
        "Setiap kunci hanya ditulis sekali.",
        "Tanpa aturan ini nilai yang kedua diam-diam menang.",
    ),
    Aturan(
        "kunci-tidak-dikenal",
        "Hanya kunci yang ada dalam daftar yang dipakai.",
        "Kunci yang salah ketik akan hilang tanpa pesan.",
    ),
    Aturan(
        "kunci-kurang",
        "Kunci wajib ada semua.",
        "Tanpa kunci itu halamannya tidak lengkap.",
    ),
    Aturan(
        "jenis-salah",
        "Teks, daftar, dan pasangan kunci dipakai pada tempatnya.",
        "Daftar yang ditulis sebagai teks akan terbaca sebagai satu butir.",
    ),
    Aturan(
        "isi-kosong",
        "Kunci yang ditulis ada isinya.",
        "Yang tidak disebut dokumen tidak ditulis sama sekali.",
    ),
    Aturan(
        "isi-terlalu-panjang",
        "Satu nilai paling panjang 4.000 aksara.",
        "Lebih dari itu biasanya tanda beberapa sel tergabung.",
    ),
    Aturan(
        "pilihan-tidak-dikenal",
        "Nilai pilihan diambil dari daftarnya.",
        "Situs hanya dapat menjelaskan pilihan yang dikenalnya.",
    ),
    Aturan(
        "id-salah",
        "Id dan nama berkas memakai huruf kecil, angka dan tanda hubung.",
        "Id menjadi alamat halaman; alamat harus sama di semua komputer.",
    ),
    Aturan(
        "id-berbeda-letak",
        "Id sama dengan letak berkasnya.",
        "Id <instansi>/<nama berkas> adalah alamat halaman yang dirujuk orang.",
    ),
    Aturan(
        "jam-salah",
        "Jam ditulis dengan jam dan menit, misalnya 08.00.",
        "Jam yang tidak terbaca tidak dapat ditampilkan sebagai jam buka.",
    ),
    Aturan(
        "gambar-salah",
        "Gambar disebut dengan nama berkasnya saja, SVG, PNG atau JPG.",
        "Gambar harus ikut tersimpan bersama data, bukan diambil dari tempat lain.",
        (logo_is_a_picture,),
    ),
    Aturan(
        "tautan-salah",
        "Tautan diawali http:// atau https://.",
        "Tautan lain dapat menjalankan sesuatu di peramban pembaca.",
    ),
)
