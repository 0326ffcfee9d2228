"""What a reader saw in a document that no rule can see."""

from typing import Annotated, Literal

from pydantic import Field

from .dasar import Dasar, Id, Rekaman, Teks


class TemuanPembaca(Rekaman):
    """A fault that a person saw in the document, shown among the findings of the rules."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah: cap.")
    pada: Teks = Field(description="Tempatnya, seperti pada temuan lain, misalnya Langkah 7.")
    kutipan: Teks | None = Field(
        None,
        description="Kata dokumen, persis, dari baris dasar pertamanya; boleh kosong.",
    )
    kata: Teks = Field(
        description="Apa yang terlihat, satu atau dua kalimat; tanpa menuduh siapa pun."
    )
    saran: Teks | None = Field(None, description="Apa yang perlu diperiksa; diawali kata kerja.")
    tingkat: Literal["tinggi", "sedang", "rendah"] = Field(
        "sedang",
        description="tinggi hanya bila pemohon atau keputusan dirugikan dan buktinya terlihat.",
    )
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Tempat orang lain dapat melihatnya: baris naskah (jenis sop) atau sumber lain."
    )
