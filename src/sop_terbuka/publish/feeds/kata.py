"""How the search takes texts apart into words; the index carries the lists to its script.

Called by indeks; `tokens` and `words` do what `tokens` and `words` of `pencari.js` do.
"""

import re
import unicodedata

# Words that stand in every sentence.
STOP = (
    "yang yg untuk utk dan di ke dari pada dengan dgn atau cara caranya bagaimana gimana apa "
    "apakah saja aja mau ingin pengin pengen saya aku gue gw kami kita buat bikin urus ngurus "
    "mengurus dimana mana kapan berapa kok sih dong nih ya lah kah pun kan min kak mas mbak pak "
    "tolong kalau kalo"
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
    "telepon telpon telfon telp tlp",
    "nomor no nomer",
    "whatsapp wa",
    "email surel",
    "tidak belum blm gak ga gk nggak ngga enggak engga ndak tak tdk ora durung kada",
    "kerja kerjo gawean gawe gawi gawian kerjaan pekerjaan",
    "cari nyari mencari golek nggolek luru",
    "bayar dibayar dibayarkan",
)

_WORD = re.compile("[a-z]+|[0-9]+")
_STOP = frozenset(STOP.split())
_SAME = {other: line.split()[0] for line in SAME for other in line.split()[1:]}


def tokens(text: str) -> list[str]:
    """Letters and digits apart, so that AK1, AK-1 and AK.1 are the same two words."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return [_SAME.get(word, word) for word in _WORD.findall(plain)]


def words(text: str) -> list[str]:
    """The words that count."""
    return [word for word in tokens(text) if word not in _STOP]
