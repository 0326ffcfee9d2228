"""A revision as a comment on a pull request: Markdown in which strangers' text is inert."""

from collections.abc import Iterator

from ..safe_markdown import CAUTION, MARK, MAX_COMMENT, escaped, escaped_in_html, in_diagram
from .record import Alur, Berkas, Perubahan, Revisi
from .terminal import changed, counted, groups, outside, titled
from .text import capital, shortened

CUT = "**Ringkasan ini dipotong karena terlalu panjang.** Lengkapnya: jalankan `sop beda`."
_VALUE = 600
_FINDINGS = 20
_TOGETHER = 20
_ADDRESSES = 12


def as_comment(revisi: Revisi, limit: int = MAX_COMMENT) -> str:
    """The whole comment; blocks that would pass the limit are left out, and the cut is said."""
    blocks = [MARK + "\n" + _warning(revisi) + _head(revisi)]
    room = limit - len(blocks[0]) - len(CUT) - 4
    # Words of every file come before any picture: they are what a reviewer must not miss.
    wanted = [block for file in revisi.berkas for block in _file(file)]
    wanted += [_flow(file, file.alur) for file in revisi.berkas if file.alur]
    for block in wanted:
        room -= len(block) + 2
        if room < 0:
            blocks.append(CUT)
            break
        blocks.append(block)
    return "\n\n".join(blocks) + "\n"


def as_refusal(reason: str) -> str:
    """The comment on a change that cannot be read at all."""
    return f"{MARK}\n{CAUTION}\n> Perubahan ini tidak dibaca: {_value(reason)}\n"


def _warning(revisi: Revisi) -> str:
    if not revisi.di_luar_data:
        return ""
    names = [escaped(shortened(name, 120)) for name in revisi.di_luar_data]
    return f"{CAUTION}\n> **{capital(outside(revisi, names))}**\n\n"


def _head(revisi: Revisi) -> str:
    if not revisi.berkas:
        return "## Arti perubahan ini\n\nData SOP, formulir, dan peraturan tidak berubah."
    return f"## Arti perubahan ini\n\n{changed(revisi, 'berkas data')} {counted(revisi)}"


def _file(file: Berkas) -> Iterator[str]:
    yield f"### {escaped(titled(file))}\n\n`{file.id}`"
    if file.total:
        yield _totals(file)
    for title, changes in groups(file):
        yield f"**{title}**"
        # In pieces, so that a cut loses the rest of a long list and not all of it.
        for start in range(0, len(changes), _TOGETHER):
            yield "\n".join(_change(change) for change in changes[start : start + _TOGETHER])
    for title, found in (
        ("Temuan baru", file.temuan_baru),
        ("Temuan yang selesai", file.temuan_selesai),
    ):
        if found:
            lines = [f"- {_value(text)}" for text in found[:_FINDINGS]]
            if len(found) > _FINDINGS:
                lines.append(f"- dan {len(found) - _FINDINGS} lagi")
            yield f"**{title}**\n\n" + "\n".join(lines)
    if file.tersentuh:
        lines = [f"- {reach.apa}: {_addresses(reach.alamat)}" for reach in file.tersentuh]
        what = "ikut hilang atau berubah" if file.keadaan == "dihapus" else "ikut berubah"
        yield (
            f"<details><summary>Halaman dan berkas yang {what}</summary>\n\n"
            + "\n".join(lines)
            + "\n\n</details>"
        )


def _totals(file: Berkas) -> str:
    rows = [[row.nama, _value(row.sebelum), _value(row.sesudah), row.selisih] for row in file.total]
    head = ["", "Sebelum", "Sesudah", "Selisih"]
    width = 4 if any(row[3] for row in rows) else 3
    lines = [head, ["---"] * 4, *rows]
    return "\n".join(f"| {' | '.join(line[:width])} |" for line in lines)


def _change(change: Perubahan) -> str:
    lines = [f"- {escaped(change.ringkas)}"]
    if not change.is_short:
        if change.sebelum is not None:
            lines.append(f"  - Sebelum: {_value(change.sebelum)}")
        if change.sesudah is not None:
            lines.append(f"  - Sesudah: {_value(change.sesudah)}")
    return "\n".join(lines)


def _value(text: str) -> str:
    return escaped(shortened(text, _VALUE))


def _addresses(found: tuple[str, ...]) -> str:
    shown = [f"`{address}`" for address in found[:_ADDRESSES]]
    rest = f" dan {len(found) - _ADDRESSES} lagi" if len(found) > _ADDRESSES else ""
    return ", ".join(shown) + rest


def _flow(file: Berkas, alur: Alur) -> str:
    parts = [f"<details><summary>Diagram alir: {escaped_in_html(file.nama)}</summary>"]
    for title, script in (("Sebelum", alur.sebelum), ("Sesudah", alur.sesudah)):
        if script:
            parts.append(f"**{title}**\n\n```mermaid\n{in_diagram(script).strip()}\n```")
    return "\n\n".join([*parts, "</details>"])
