"""Dates as precise as the document is: 2022, 2022-02 or 2022-02-16."""

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def in_words(date: str) -> str:
    """The date as people write it: `16 Februari 2022`."""
    year, *rest = date.split("-")
    words = [year]
    if rest:
        words.insert(0, BULAN[int(rest[0]) - 1])
    if len(rest) == 2:
        words.insert(0, str(int(rest[1])))
    return " ".join(words)
