"""What few pages use of a style sheet stands in sheets of its own, which those pages name.

Called by style. Such sheets come after the common one, as the theme's and ours did before them; a
page gets one where it holds everything that some rule in it needs.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from . import sheet

# What only text written by hand holds, and what only the theme's script adds to a page.
_WRITTEN = frozenset(
    {
        "blockquote", "code", "figcaption", "figure", "kbd", "pre", "table!",
        ".admonition", ".admonition-title", ".annotate", ".arithmatex", ".caption", ".critic",
        ".footnote", ".footnote-ref", ".grid", ".headerlink", ".highlight", ".highlighttable",
        ".linenos", ".mermaid", ".tabbed-block", ".tabbed-control", ".tabbed-labels", ".tabbed-set",
        ".task-list-item", ".task-list-control", ".md-annotation", ".md-typeset__scrollwrap",
        ".md-typeset__table", "[role=columnheader",
    }
)  # fmt: skip
# The theme's script alone hides tabs and header, tab after tab.
_MOVED = re.compile(r"\.md-tabs__item:nth-child|\.md-(?:tabs|header)\[hidden\]")


def divided(parts: Iterable[sheet.Part]) -> tuple[list[sheet.Part], list[sheet.Part]]:
    """The rules that most pages use, and those that few do."""
    parts = list(parts)
    often = sheet.chosen(parts, lambda one: not is_seldom(one))
    seldom = sheet.chosen(parts, is_seldom)
    return often, [one for one in seldom if not isinstance(one, sheet.Plain) or one.name]


def is_seldom(selector: sheet.Selector) -> bool:
    """Whether few pages hold what a selector is about."""
    return not selector.needs.isdisjoint(_WRITTEN) or bool(_MOVED.search(selector.text))


def asked(parts: Iterable[sheet.Part]) -> frozenset[frozenset[str]]:
    """What a page must hold, all of one of these, to need some rules."""
    found: set[frozenset[str]] = set()
    for part in parts:
        if isinstance(part, sheet.Rule):
            found.update(one.needs for one in part.selectors if not _MOVED.search(one.text))
        elif isinstance(part, sheet.Group):
            found |= asked(part.parts)
    return frozenset(found)


def definitions(parts: Iterable[sheet.Part], but: frozenset[str]) -> list[sheet.Part]:
    """The custom properties that rules define, without those that are known already."""
    found: list[sheet.Part] = []
    for part in parts:
        if isinstance(part, sheet.Rule):
            defined = [one for one in part.declarations if one[0].startswith("--")]
            if left := tuple(one for one in defined if one[0] not in but):
                found.append(replace(part, declarations=left))
        elif isinstance(part, sheet.Group) and (inner := definitions(part.parts, but)):
            found.append(sheet.Group(part.condition, tuple(inner)))
    return found


def settled(parts: Iterable[sheet.Part]) -> list[sheet.Part]:
    """The rules without what a later one with the same selectors says otherwise."""
    return _settled(list(parts), {}, frozenset())


def _settled(
    parts: list[sheet.Part],
    inner: dict[str, set[tuple[str, str]]],
    always: frozenset[tuple[str, str]],
) -> list[sheet.Part]:
    """`inner` is what is said later below each condition, `always` what is said without one."""
    found: list[sheet.Part] = []
    said = inner.setdefault("", set())
    for part in reversed(parts):
        if isinstance(part, sheet.Group):
            below = {"": inner.setdefault(part.condition, set())}
            left = _settled(list(part.parts), below, always | said)
            found.append(sheet.Group(part.condition, tuple(left)))
        elif isinstance(part, sheet.Rule):
            later = said | always
            kept = tuple(
                (name, value)
                for name, value in part.declarations
                if "!important" in value or any((s.text, name) not in later for s in part.selectors)
            )
            # What is important beats later words without being repeated there.
            plain = [name for name, value in part.declarations if "!important" not in value]
            said |= {(one.text, name) for one in part.selectors for name in plain}
            if kept:
                found.append(replace(part, declarations=kept))
        else:
            found.append(part)
    return found[::-1]
