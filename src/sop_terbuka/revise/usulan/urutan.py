"""A step comes or goes: the arrows of its neighbours follow."""

from .. import edit

_DRAWN = "langkah SOP ini digambar simbol demi simbol; mintalah pengelola mengubahnya di berkasnya."


def with_step(text: str, behind: str | None, new: edit.Plain) -> str:
    """The text with a step after another, or at the very beginning."""
    steps = _steps(text)
    assert isinstance(new, dict)
    if not steps:
        raise edit.EditError("SOP ini belum punya tabel langkah; isi langsung di berkasnya.")
    n = 1 + [step.get("id") for step in steps].index(behind) if behind else 0
    following = steps[n].get("id") if n < len(steps) else None
    if n:
        before = steps[n - 1]
        if target := before.get("berikut"):
            text = edit.change(text, ("langkah", n - 1, "berikut"), str(new["id"]))
            new = new | {"berikut": target}
        decision = before.get("keputusan")
        for way in ("ya", "tidak"):
            # Otherwise nothing would lead to the new step.
            if isinstance(decision, dict) and decision.get(way) == following and following:
                path = ("langkah", n - 1, "keputusan", way)
                text = edit.change(text, path, str(new["id"]))
                break
    return edit.put(text, ("langkah", n), new)


def without_step(text: str, path: edit.Path) -> str:
    """The text without a step: what led to it leads on, and notes about it go."""
    steps = _steps(text)
    n = path[1]
    assert isinstance(n, int)
    if len(steps) == 1:
        raise edit.EditError("ini satu-satunya langkah; mintalah pengelola mengubah berkasnya.")
    gone = steps[n]
    name = str(gone["id"])
    following = str(steps[n + 1]["id"]) if n + 1 < len(steps) else "selesai"
    onward = str(gone.get("berikut") or following)
    for at_step, step in enumerate(steps):
        if step.get("berikut") == name:
            text = edit.change(text, ("langkah", at_step, "berikut"), onward)
        decision = step.get("keputusan")
        for way in ("ya", "tidak"):
            if isinstance(decision, dict) and decision.get(way) == name:
                text = edit.change(text, ("langkah", at_step, "keputusan", way), onward)
    text = _without_notes(text, f"langkah[{name}]")
    for place in _bases(edit.plain(text), name):
        text = edit.change(text, place, None)
    return edit.change(text, path, None)


def _bases(value: edit.Plain, step: str, path: edit.Path = ()) -> list[edit.Path]:
    """Where a basis names the step beside the line that says the same."""
    found = []
    if isinstance(value, dict):
        if value.get("langkah") == step and "baris" in value and "jenis" in value:
            found.append((*path, "langkah"))
        for key, item in value.items():
            found += _bases(item, step, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            found += _bases(item, step, (*path, n))
    return found


def _without_notes(text: str, place: str) -> str:
    for key in ("koreksi", "perubahan"):
        notes = edit.at(edit.plain(text), (key,))
        listed = notes if isinstance(notes, list) else []
        about = [
            n for n, note in enumerate(listed)
            if isinstance(note, dict) and str(note.get("pada")).startswith(f"{place}.")
        ]  # fmt: skip
        if listed and len(about) == len(listed):
            text = edit.change(text, (key,), None)
            continue
        for n in reversed(about):
            text = edit.change(text, (key, n), None)
    return text


def _steps(text: str) -> list[dict[str, edit.Plain]]:
    found = edit.at(edit.plain(text), ("langkah",))
    steps = [step for step in found if isinstance(step, dict)] if isinstance(found, list) else []
    if any("simbol" in step for step in steps):
        raise edit.EditError(_DRAWN)
    return steps
