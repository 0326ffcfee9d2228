"""How the search takes texts apart into words; the index carries the lists to its script.

Called by search, indeks and bagian; `tokens` and `words` do what `tokens` and `words` of
`pencari.js` do.
"""

import re
import unicodedata

# Words that stand in every sentence, also in chats and in the languages of the regions.
STOP = (
    "yang yg nya untuk utk buat bwt dan di ke dari dr pada pd dengan dgn sama atau cara caranya "
    "bagaimana gimana gmn bgmn apa apakah saja aja mau mo ingin pengin pengen saya sy sya aku gue "
    "gw kami kita bikin bkin urus ngurus mengurus dimana dmn mana siapa kapan kpn berapa brp kok "
    "sih dong nih tuh ya lah kah pun kan min kak mas mbak bu pak tolong kalau kalo klo bisa bs "
    "boleh harus hrs sudah sdh udah udh masih msh lagi lg juga jg ini itu oleh lewat karena krn "
    "supaya agar biar terus trus trs lalu ada para si deh loh lho kemana piye kepiye pripun "
    "priben kepriben carane caranipun opo nopo mawon wae neng ning teng nang nggo kanggo kangge "
    "badhe arep nyambut nak nyuwun ngendi endi pundi iki niki kulo kula wis wes sampun iso saged "
    "piro pira pinten damel ndamel handak hndak ka wan gasan kayapa kayapakah napa ulun unda pian "
    "ikam haja kawa narai kilen hung tuntang ikau sing nek yen karo kalih lan utawa dadi arepe "
    "kudu kedah menopo menapa puniko niku kuwi kae kono kene mrene saking dumateng wonten enten "
    "ana ono nyong inyong pan maring nganggo ngagem dugi monggo mangga dimapa maulah ulah matan "
    "intu kueh pire hakun te jituh hendak camne macam kat ape mane je camana gawe soal tentang"
)
# Spellings that people mix up, short forms, and words of the region for everyday ones: each means
# the first of its line. What denies is one word, as it carries the meaning: belum dibayar, gak
# dibayar, ora dibayar.
SAME = (
    "izin ijin",
    "merek merk",
    "paspor pasport",
    "risiko resiko",
    "sistem sistim",
    "aktivitas aktifitas",
    "provinsi propinsi",
    "ijazah ijasah",
    "akta akte",
    "sertifikat sertipikat",
    "telepon telpon telfon telp tlp tilpun",
    "nomor no nomer",
    "whatsapp wa",
    "email surel",
    "alamat almt alamate",
    "syarat sarat syaratipun",
    "tidak belum blm gak ga gk nggak ngga enggak engga ndak tak tdk ora durung dereng mboten "
    "kada kadada balum jatun",
    "kerja kerjo keje kerje krj gawean gawi gawian bagawi begawi manggawi kerjaan pekerjaan "
    "damelan padamelan pedamelan makaryo",
    "cari nyari mencari golek nggolek luru pados madosi mancari manggau",
    "bayar dibayar dibayarkan dbayar mbayar",
    "gaji gajih gajian",
    "bos boss juragan",
    "umkm ukm",
    "perusahaan prusahaan perushaan pt",
    "buka bukak mbukak",
    "negeri nagari",
    "lamar melamar ngelamar nglamar",
    "kartu kertu",
    "tanya takon batakun",
    "pengaduan aduan mengadu ngadu adu",
    "konsultasi konsul curhat",
    "minta njaluk jaluk",
    "hilang ilang ical",
    "uang duit yatra",
    "beli tuku tumbas",
    "punya duwe nduwe gadhah baisi",
    "belajar sinau balajar",
    "berhenti mandek ampih",
    "orang wong tiyang urang",
    "tempat panggonan panggenan wadah",
    "dapat dapet entuk angsal",
)

_WORD = re.compile("[a-z]+|[0-9]+")
# Written as one word or as two; and a word said twice, as chats write it: tanya2.
_ONE_WORD = re.compile(r"\b(?:(kerja) (sama)\b|([a-z]{4,})2\b)", re.ASCII)
_STOP = frozenset(STOP.split())
_SAME = {other: line.split()[0] for line in SAME for other in line.split()[1:]}


def tokens(text: str) -> list[str]:
    """Letters and digits apart, so that AK1, AK-1 and AK.1 are the same two words."""
    plain = _ONE_WORD.sub(r"\1\2\3", unicodedata.normalize("NFKD", text.lower()))
    return [_SAME.get(word, word) for word in _WORD.findall(plain)]


def words(text: str) -> list[str]:
    """The words that count."""
    return [word for word in tokens(text) if word not in _STOP]
