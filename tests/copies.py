"""A large site made from a small one by honest copying: other offices, regions, names and texts.

What is public stays public: every copied office has its own SOPs, forms, regional regulations and
source text, and its services are the counterparts of those of all other offices. Two copies of an
office share a region, and with it the region's regulations.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

_START = ("Bara", "Cala", "Dura", "Gala", "Jara", "Kara", "Lara", "Mara", "Nara", "Para", "Rara")
_END = ("bang", "dang", "gung", "jati", "kula", "lang", "mas", "nang", "pura", "sari", "tama")
# The key with what it holds: on its line, or as items below it.
_FORMS = re.compile(r"^ *(?:- )?formulir:(?: .*)?(?:\n *- [\w-]+$)*", re.MULTILINE)

# A copied SOP never stood at another address.
_MOVED = re.compile(r"^alamat_lama:.*\n(?: *- .*\n)*", re.MULTILINE)


@dataclass(frozen=True)
class _Copy:
    """One copy of all offices: its region's word, and what tells it from the region's first."""

    region: str
    suffix: str

    def office(self, office: str) -> str:
        """The id of this copy of an office such as `kota-contoh`."""
        return f"{office.split('-')[0]}-{self.region.lower()}{self.suffix}"


def copied(site: Path, target: Path, copies: int) -> None:
    """Write `sop_data/` and `forms/` of a site below a folder, its offices `copies` times."""
    data = target / "sop_data"
    shutil.copytree(site / "sop_data", data)
    shutil.copytree(site / "forms", target / "forms")
    offices = sorted(path.parent.name for path in data.glob("*/instansi.yml"))
    forms = sorted(path.stem for path in (site / "forms").glob("*.yml"))
    sources = sorted(path.stem for path in (data / "sumber").glob("*.txt"))
    made = [_copy(n) for n in range(copies - 1)]
    for copy in made:
        change = _renamer(copy, offices, forms, sources)
        for office in offices:
            _write_all(site / "sop_data" / office, data / copy.office(office), change)
        _write_all(site / "forms", target / "forms", change, f"-{_tag(copy)}")
        for path in (site / "sop_data" / "sumber").glob("*.txt"):
            text = change(path.read_text(encoding="utf-8"))
            (data / "sumber" / f"{path.stem}-{_tag(copy)}.txt").write_text(text, encoding="utf-8")
        for path in (site / "sop_data" / "peraturan").glob("*.yml"):
            own = data / "peraturan" / f"{change(path.stem)}.yml"
            if own.stem != path.stem and not own.exists():
                own.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
        for office in offices:
            _call(data / copy.office(office) / "instansi.yml", copy)
    _widen(data / "istilah.yml", made)


def _copy(number: int) -> _Copy:
    half = number // 2
    start, end = _START[half % len(_START)], _END[half // len(_START) % len(_END)]
    more = "" if half < len(_START) * len(_END) else _END[half // len(_START) // len(_END)]
    return _Copy(start + end + more, "-dua" if number % 2 else "")


def _tag(copy: _Copy) -> str:
    return f"{copy.region.lower()}{copy.suffix}"


def _renamer(
    copy: _Copy, offices: list[str], forms: list[str], sources: list[str]
) -> Callable[[str], str]:
    """What turns any text of the site into that of a copy."""
    # Longer names first, and an office's own id before its region's word, which is a part of it.
    own = re.compile("|".join(rf"(?<![\w-]){o}(?![\w-])" for o in offices))
    words = [office.partition("-")[2] for office in offices]
    pairs = [
        (form(word), form(copy.region))
        for word in words
        for form in (str.lower, str.upper, str.capitalize)
    ]
    form_ids = re.compile(
        rf"(?<![\w/-])({'|'.join(sorted(forms, key=len, reverse=True))})(?![\w-])"
    )
    texts = re.compile(rf"\b({'|'.join(map(re.escape, sources))})(?=\.txt\b)")

    def change(text: str) -> str:
        text = _MOVED.sub("", text)
        text = texts.sub(lambda found: f"{found[0]}-{_tag(copy)}", text)
        text = own.sub(lambda found: copy.office(found[0]), text)
        for before, after in pairs:
            text = text.replace(before, after)
        return _FORMS.sub(
            lambda found: form_ids.sub(lambda one: f"{one[0]}-{_tag(copy)}", found[0]), text
        )

    return change


def _write_all(folder: Path, target: Path, change: Callable[[str], str], ending: str = "") -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.yml"):
        text = change(path.read_text(encoding="utf-8"))
        (target / f"{path.stem}{ending}.yml").write_text(text, encoding="utf-8")


def _call(path: Path, copy: _Copy) -> None:
    """Two offices of one region have names of their own."""
    if copy.suffix:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"^(nama: .*|singkatan: .*)$", r"\1 Dua", text, count=2, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")


def _widen(path: Path, made: list[_Copy]) -> None:
    """A term names the services of every office that has them."""
    if not path.is_file():
        return

    # As text only: what a value means is the program's to say.
    made_of = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    for term in made_of["istilah"]:
        own = [sop.partition("/") for sop in term.get("sop", ())]
        term["sop"] = [f"{office}/{slug}" for office, _, slug in own]
        term["sop"] += [f"{copy.office(office)}/{slug}" for copy in made for office, _, slug in own]
        if not own:
            del term["sop"]
    path.write_text(yaml.safe_dump(made_of, allow_unicode=True), encoding="utf-8")
