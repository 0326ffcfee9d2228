"""What stands in every page need not stand in the style sheet again.

Called by style. A rule that every page holds may leave the sheet where nothing that stays could
take its place: no earlier rule of the same weight that may be about the same elements says the same
thing. What pages hold comes before the sheet, so all other rules win and lose as before.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from . import sheet

# A selector of a rule, as pages hold it.
Key = tuple[int, str]

# Those whose weight depends on what matches, or is none.
_UNCLEAR = re.compile(r":(?:is|where|has)\(|:not\([^()]*,")
# What these hold weighs as if it stood beside them.
_NOT = re.compile(r":not\(([^()]*)\)")
_NTH = re.compile(r"(:nth-[\w-]+)\([^()]*\)")
_ELEMENT = re.compile(r"::[\w-]+|:(?:before|after|first-line|first-letter)\b")
_COUNTED = re.compile(r"#[\w-]+|(\.[\w-]+|\[[^\]]*\]|:[\w-]+)|((?:^|(?<=[\s>+~]))[a-zA-Z][\w-]*)")
_LAST = re.compile(r"[^\s>+~]*$")
_TAG = re.compile(r"[a-zA-Z][\w-]*")
_CLASS = re.compile(r"\.([\w-]+)")
_PART_OF = {
    "line": "font", "row": "gap", "column": "gap", "grid": "gap",
    "top": "inset", "right": "inset", "bottom": "inset", "left": "inset",
}  # fmt: skip


@dataclass(frozen=True)
class Together:
    """Which classes may be on one element: by the lists that pages hold; scripts add any."""

    lists: Iterable[str]
    added: frozenset[str]

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every two classes of one list."""
        lists = [text.split() for text in self.lists]
        return frozenset((one, two) for names in lists for one in names for two in names)


@dataclass(frozen=True)
class _Place:
    """What a selector is about: weight, pseudo-element, and name and classes of elements."""

    weight: tuple[int, int, int]
    element: str
    tag: str
    classes: frozenset[str]


@dataclass
class _Staying:
    """What the rules that stay say, and of which elements."""

    pairs: frozenset[tuple[str, str]]
    added: frozenset[str]
    said: dict[tuple[object, ...], list[_Place]] = field(default_factory=dict)
    # What is said with a weight that is hard to tell.
    unclear: set[str] = field(default_factory=set)

    def add(self, selector: str, declarations: Iterable[tuple[str, str]]) -> None:
        """Take note of a rule that stays."""
        if _UNCLEAR.search(selector):
            self.unclear.update(_root(name) for name, _ in declarations)
            return
        place = _place(selector)
        for name, value in declarations:
            self.said.setdefault(_about(place, name, value), []).append(place)

    def contradicts(self, selector: str, name: str, value: str) -> bool:
        """Whether a declaration would lose to a rule that stays, having won before."""
        if _UNCLEAR.search(selector) or _root(name) in self.unclear:
            return True
        place = _place(selector)
        return any(self._meet(place, one) for one in self.said.get(_about(place, name, value), ()))

    def _meet(self, one: _Place, two: _Place) -> bool:
        if one.tag and two.tag and one.tag != two.tag:
            return False
        return all(
            (a, b) in self.pairs or a in self.added or b in self.added
            for a in one.classes
            for b in two.classes
        )


def keys(parts: Iterable[sheet.Part]) -> Iterator[Key]:
    """Every selector of some rules."""
    for part in parts:
        if isinstance(part, sheet.Rule):
            yield from ((part.order, one.text) for one in part.selectors)
        elif isinstance(part, sheet.Group):
            yield from keys(part.parts)


def without(
    parts: Iterable[sheet.Part], held: frozenset[Key], together: Together
) -> list[sheet.Part]:
    """The rules without what every page holds and nothing that stays could replace."""
    return list(_staying(parts, held, _Staying(together.pairs(), together.added)))


def _staying(
    parts: Iterable[sheet.Part], held: frozenset[Key], staying: _Staying
) -> Iterator[sheet.Part]:
    for part in parts:
        if isinstance(part, sheet.Group):
            if inner := tuple(_staying(part.parts, held, staying)):
                yield sheet.Group(part.condition, inner)
        elif isinstance(part, sheet.Rule):
            yield from _rule(part, held, staying)
        else:
            yield part


def _rule(rule: sheet.Rule, held: frozenset[Key], staying: _Staying) -> Iterator[sheet.Rule]:
    """A rule as it stays: with those of its declarations that some selector still needs."""
    left: dict[tuple[tuple[str, str], ...], list[sheet.Selector]] = {}
    for selector in rule.selectors:
        declarations = rule.declarations
        if (rule.order, selector.text) in held:
            declarations = tuple(
                (name, value)
                for name, value in declarations
                if not _is_in_pages(name) or staying.contradicts(selector.text, name, value)
            )
        left.setdefault(declarations, []).append(selector)
    for declarations, selectors in left.items():
        for one in selectors:
            staying.add(one.text, declarations)
        if declarations:
            yield replace(rule, selectors=tuple(selectors), declarations=declarations)


def _is_in_pages(name: str) -> bool:
    # A page names only those custom properties that it uses itself.
    return sheet.is_painted(name) and not name.startswith("--")


def _about(place: _Place, name: str, value: str) -> tuple[object, ...]:
    return (place.weight, place.element, "!important" in value, _root(name))


def _root(name: str) -> str:
    """The property of which others, as margin-left of margin, are parts."""
    root = name.removeprefix("-webkit-").partition("-")[0]
    return _PART_OF.get(root, root)


def _place(selector: str) -> _Place:
    element = _ELEMENT.search(selector)
    plain = _NTH.sub(r"\1", _ELEMENT.sub("", selector))
    weight = [0, 0, 0]
    for found in _COUNTED.finditer(_NOT.sub(r"\1", plain)):
        weight[1 if found[1] else 2 if found[2] else 0] += 1
    last = _LAST.search(_NOT.sub("", plain))
    compound = last[0] if last else ""
    tag = _TAG.match(compound)
    return _Place(
        (weight[0], weight[1], weight[2]),
        element[0].lstrip(":") if element else "",
        tag[0] if tag else "",
        frozenset(_CLASS.findall(compound)),
    )
