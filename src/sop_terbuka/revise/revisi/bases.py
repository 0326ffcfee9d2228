"""Who says a value: a changed basis, and one left behind by the value it stood for."""

from collections.abc import Iterator, Sequence

from ...data.model.dasar import Dasar
from .record import Perubahan
from .wording import said


def bases(
    name: str,
    before: Sequence[Dasar],
    after: Sequence[Dasar],
    pada: str | None = None,
    is_changed: bool = False,
) -> Iterator[Perubahan]:
    """A changed basis in words; an unchanged one is named where the value itself changed."""
    place = f"{pada or name}.dasar"
    if before == after:
        if is_changed and after:
            # In the sentence itself: it is neither a value before nor one after.
            words = f"Dasar {name} tidak ikut diubah; periksa apakah masih menyebut nilai yang baru"
            yield Perubahan("hukum", place, f"{words}: {said(after)}", tetap=True)
        return
    differing = [basis for basis in [*before, *after] if basis not in before or basis not in after]
    effect = "hukum" if any(basis.jenis == "peraturan" for basis in differing) else "redaksi"
    texts = [said(side) if side else "tidak ada" for side in (before, after)]
    yield Perubahan(
        "hukum" if effect == "hukum" else "redaksi",
        place,
        f"Asal keterangan {name.removeprefix('keterangan ')} diubah",
        texts[0],
        texts[1],
    )
