"""Style sheets as rules that can be chosen from: by what pages hold, without a browser.

Called by style and what it calls. A selector needs the classes, ids, tags and attributes that it
names; where one of them is on no page, nothing can match it. Pseudo-classes are never judged, nor
what stands within :not(), :is() and the like: such a selector is kept; only `table:not([class])`
asks for `table!`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

import tinycss2

# Rules within these at-rules are chosen one by one; what stands in others is not about elements.
_GROUPS = frozenset({"media", "supports", "container"})
_PROPERTY = re.compile(r"--[\w-]+")
_NAME = re.compile(r"[\w-]+")
_UNSEEN = re.compile(
    r"transition|animation|cursor|outline|scroll|touch-action|user-select|overscroll|will-change"
    r"|(?:-webkit-)?(?:tap-highlight-color|backface-visibility)|-(?:webkit|moz|ms)-user-select"
)
_STATES = frozenset({"hover", "active", "focus", "focus-visible", "focus-within", "target"})


@dataclass(frozen=True)
class Selector:
    """One selector of a rule; `acted` where it only matches what somebody touches."""

    text: str
    needs: frozenset[str]
    acted: bool


@dataclass(frozen=True)
class Rule:
    """What some elements look like: declarations as name and text."""

    selectors: tuple[Selector, ...]
    declarations: tuple[tuple[str, str], ...]
    # By which a rule is known again when only some of its selectors are chosen.
    order: int = field(default_factory=count().__next__)


@dataclass(frozen=True)
class Group:
    """Rules below a condition such as a width of the screen."""

    condition: str
    parts: "tuple[Part, ...]"


@dataclass(frozen=True)
class Plain:
    """A rule that no element is needed for; `name` where others must ask for it, as keyframes."""

    text: str
    name: str


Part = Rule | Group | Plain
Wanted = Callable[[Selector], bool]


def parsed(text: str) -> tuple[Part, ...]:
    """The rules of a style sheet, in its order."""
    return tuple(_parts(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def chosen(parts: Iterable[Part], wanted: Wanted, *, printed: bool = True) -> list[Part]:
    """The rules whose selectors are wanted; without those for paper where nothing is printed."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Rule):
            selectors = tuple(one for one in part.selectors if wanted(one))
            if selectors:
                found.append(replace(part, selectors=selectors))
        elif isinstance(part, Group):
            is_paper = part.condition.startswith("@media print")
            inner = chosen(part.parts, wanted, printed=printed) if printed or not is_paper else []
            if inner:
                found.append(Group(part.condition, tuple(inner)))
        elif printed or part.name:
            found.append(part)
    return found


def painted(parts: Iterable[Part]) -> list[Part]:
    """The rules without what changes no first picture: movement, pointers and the like."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Rule):
            shown = tuple(one for one in part.declarations if is_painted(one[0]))
            if shown:
                found.append(replace(part, declarations=shown))
        elif isinstance(part, Group):
            found.append(Group(part.condition, tuple(painted(part.parts))))
        else:
            found.append(part)
    return found


def is_painted(name: str) -> bool:
    """Whether a property shows in a first picture."""
    return not _UNSEEN.match(name)


def written(parts: Sequence[Part], used_elsewhere: frozenset[str] = frozenset()) -> str:
    """The rules as CSS, without the custom properties and the keyframes that none of them uses."""
    return "".join(_lines(parts, used(parts, used_elsewhere)))


def needed(parts: Iterable[Part]) -> frozenset[str]:
    """Everything that some selector needs."""
    found: set[str] = set()
    for part in parts:
        if isinstance(part, Rule):
            for selector in part.selectors:
                found |= selector.needs
        elif isinstance(part, Group):
            found |= needed(part.parts)
    return frozenset(found)


def used(parts: Sequence[Part], elsewhere: frozenset[str]) -> frozenset[str]:
    """The names that rules use: custom properties, those that these are made of, and keyframes."""
    made: dict[str, set[str]] = {}
    found = set(elsewhere)
    for name, value in _all_declarations(parts):
        if name.startswith("--"):
            made.setdefault(name, set()).update(_PROPERTY.findall(value))
        else:
            found.update(_PROPERTY.findall(value))
            if name.endswith(("animation", "animation-name")):
                found.update(_NAME.findall(value))
    left = list(found)
    while left:
        for name in made.get(left.pop(), set()) - found:
            found.add(name)
            left.append(name)
    return frozenset(found)


def properties(text: str) -> frozenset[str]:
    """The custom properties that a text names."""
    return frozenset(_PROPERTY.findall(text))


def _parts(rules: Iterable[Any]) -> Iterator[Part]:
    for rule in rules:
        if rule.type == "qualified-rule":
            declarations = tuple(_declarations(rule.content))
            if declarations:
                yield Rule(tuple(_selectors(rule.prelude)), declarations)
        elif rule.type == "at-rule":
            yield from _at_rule(rule)


def _at_rule(rule: Any) -> Iterator[Part]:
    head = f"@{rule.at_keyword} {_text(rule.prelude)}".strip()
    if rule.lower_at_keyword in _GROUPS:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        yield Group(head, tuple(_parts(inner)))
    elif rule.content is not None:
        name = _text(rule.prelude) if rule.lower_at_keyword.endswith("keyframes") else ""
        yield Plain(f"{head}{{{_text(rule.content)}}}", name)
    # What has no block, as @charset, is about the file that the rules no longer stand in.


def _declarations(content: Any) -> Iterator[tuple[str, str]]:
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if item.type == "declaration":
            mark = "!important" if item.important else ""
            yield item.name, f"{_text(item.value)}{mark}"


def _selectors(prelude: Sequence[Any]) -> Iterator[Selector]:
    one: list[Any] = []
    for token in [*prelude, None]:
        if token is None or token == ",":
            if text := _text(one):
                needs, acted = _needs(one)
                yield Selector(text, needs, acted)
            one = []
        else:
            one.append(token)


def _needs(tokens: Sequence[Any]) -> tuple[frozenset[str], bool]:
    found: set[str] = set()
    acted = False
    before = element = ""
    for token in tokens:
        if token.type == "ident" and before == ".":
            found.add(f".{token.value}")
        elif token.type == "ident" and before == ":":
            acted = acted or token.lower_value in _STATES
        elif token.type == "ident":
            found.add(element := token.lower_value)
        elif token.type == "function" and element and _is_without_class(token):
            found.add(f"{element}!")
        elif token.type == "hash":
            found.add(f"#{token.value}")
        elif token.type == "[] block":
            found.add(_attribute(token.content))
        if token.type not in ("literal", "ident", "function") or token in ("+", ">", "~", ","):
            element = ""
        before = token.value if token.type == "literal" else ""
    return frozenset(found), acted


def _is_without_class(function: Any) -> bool:
    """`:not([class])`, which asks for an element that has none."""
    return bool(function.lower_name == "not" and _text(function.arguments) == "[class]")


def _attribute(content: Sequence[Any]) -> str:
    """`[name` or, where a whole value is asked for, `[name=value`."""
    solid = [token for token in content if token.type not in ("whitespace", "comment")]
    if len(solid) >= 3 and solid[1] == "=":
        return f"[{solid[0].value}={solid[2].value}"
    return f"[{solid[0].value}"


def _text(tokens: Any) -> str:
    """Tokens as CSS, with one space wherever there is some."""
    return str(tinycss2.serialize(list(_packed(tokens)))).strip()


def _packed(tokens: Iterable[Any]) -> Iterator[Any]:
    after_comma = False
    for token in tokens:
        if token.type == "comment":
            continue
        if token.type == "whitespace":
            if after_comma:
                continue
            token.value = " "
        elif token.type == "function":
            token.arguments = list(_packed(token.arguments))
        elif token.type in ("() block", "[] block", "{} block"):
            token.content = list(_packed(token.content))
        yield token
        after_comma = token.type == "literal" and token.value in (",", ";")


def _all_declarations(parts: Iterable[Part]) -> Iterator[tuple[str, str]]:
    for part in parts:
        if isinstance(part, Rule):
            yield from part.declarations
        elif isinstance(part, Group):
            yield from _all_declarations(part.parts)
        else:
            yield "", part.text


def _lines(parts: Iterable[Part], used: frozenset[str]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Rule):
            body = ";".join(
                f"{name}:{value}"
                for name, value in part.declarations
                if not name.startswith("--") or name in used
            )
            if body:
                yield f"{','.join(one.text for one in part.selectors)}{{{body}}}"
        elif isinstance(part, Group):
            if inner := "".join(_lines(part.parts, used)):
                yield f"{part.condition}{{{inner}}}"
        elif not part.name or part.name in used:
            yield part.text
