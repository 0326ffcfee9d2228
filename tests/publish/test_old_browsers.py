"""Scripts and styles hold to what Chrome 80, Safari 14 and any supported Firefox know.

An older browser reads the pages and prints the forms. What is newer and only adds something is
named here with what happens without it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tinycss2

from sop_terbuka.publish import assets
from sop_terbuka.publish.classic import bare

PAGES = Path(assets.__file__).parent / "pages"
SCRIPTS = sorted(path for path in (PAGES / "scripts").rglob("*js"))
SHEETS = sorted(PAGES.glob("*.css"))

NEWER_SCRIPT = re.compile(
    r"""
      \?\?= | \|\|= | &&=                                  # logical assignment
    | class\ [^{]*\{\s+(?:static\ |\#)?\w+\ =              # fields of a class
    | \bstatic\ \{ | \#\w+\ in\ | ^await\b | ^\s*for\ await
    | \(\?<[=!] | /[a-z]*[dv][a-z]*\.(?:test|exec)\(       # looking behind, newer flags
    | \.(?:replaceChildren|replaceAll|at|findLast|findLastIndex|toSorted|toReversed|toSpliced
        |with|requestSubmit|showModal|showPicker|hasOwn|groupBy|any|withResolvers|isWellFormed)\(
    | \b(?:structuredClone|reportError|WeakRef|AggregateError|CompressionStream
        |DecompressionStream|ResizeObserverEntry|requestIdleCallback|scheduler)\b
    | \b(?:randomUUID|canParse|fromAsync|submitter|dateStyle|timeStyle)\b
    | Intl\.(?:Segmenter|ListFormat|DisplayNames|DurationFormat)
    | AbortSignal\.(?:timeout|any)
    """,
    re.VERBOSE | re.MULTILINE,
)

# A whole rule is lost to these, or they are no more than a wish that some browsers grant.
NEWER_SELECTOR = re.compile(r":is\(|:where\(|:not\([^()]*,|:nth-child\([^()]* of|::part|&")
NEWER_PROPERTY = re.compile(
    r"inset(?:-.*)?|aspect-ratio|(?:margin|padding)-(?:inline|block)|translate|rotate|scale"
    r"|offset-path|object-view-box|field-sizing|zoom"
)
NEWER_VALUE = re.compile(
    r"underline \d|color-mix\(|light-dark\(|oklch|oklab|\blab\(|\blch\(|\d[dsl]v[hwib]\b"
    r"|\dcq[whib]\b|\bfit-content\("
)
# What a browser that knows none of it shows instead.
ADDED_SELECTOR = {
    ":has(": "every paper of a visit, and the officers' part as it is folded",
    ":focus-visible": "the browser's own ring around what has the focus",
}
ADDED_RULES = {"container": "the step table as on a narrow screen"}
KNOWN_RULES = {"media", "page", "supports", "font-face", "keyframes", "charset", *ADDED_RULES}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_hold_to_the_oldest_supported_browsers(script: Path) -> None:
    text = bare(script)
    found = {match[0] for match in NEWER_SCRIPT.finditer(text)}
    # What is asked for before it is used has another way beside it.
    assert {name for name in found if f'"{name}" in window' not in text} == set()


@pytest.mark.parametrize(
    "line",
    [
        "a ??= 1;", "class A {\n  b = 1;\n}", "[1].at(-1);", "x.replaceAll(1, 2)", "await load();",
        "/(?<=a)b/", "list.replaceChildren()", "Object.hasOwn(a, 1)", "{ dateStyle: 1 }",
    ],
)  # fmt: skip
def test_what_is_newer_would_be_found(line: str) -> None:
    assert NEWER_SCRIPT.search(line)


def rules(nodes: list[tinycss2.ast.Node]) -> Iterator[tuple[str, str, list[tinycss2.ast.Node]]]:
    """Each at-rule by name, each other rule by nothing, with its prelude and declarations."""
    for node in nodes:
        if node.type == "qualified-rule":
            yield "", tinycss2.serialize(node.prelude).strip(), node.content
        elif node.type == "at-rule":
            yield node.lower_at_keyword, tinycss2.serialize(node.prelude).strip(), []
            if node.content and node.lower_at_keyword not in ("page", "font-face"):
                inner = tinycss2.parse_rule_list(
                    node.content, skip_comments=True, skip_whitespace=True
                )
                yield from rules(inner)


def newer(css: str) -> list[str]:
    """What of a style sheet an old browser would lose a rule to."""
    found = []
    for name, prelude, content in rules(
        tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    ):
        if name:
            known = name in KNOWN_RULES and not re.search(r"[<>]=?", prelude)
            found += [] if known else [f"@{name} {prelude}"]
            continue
        bare_parts = [part for part in prelude.split(",") if not _added(part)]
        if NEWER_SELECTOR.search(prelude) or (_added(prelude) and bare_parts):
            found.append(prelude)
        for line in tinycss2.parse_declaration_list(
            content, skip_comments=True, skip_whitespace=True
        ):
            value = tinycss2.serialize(line.value).strip()
            if NEWER_PROPERTY.fullmatch(line.lower_name) or NEWER_VALUE.search(value):
                found.append(f"{prelude}: {line.name}: {value}")
    return found


def _added(selector: str) -> bool:
    return any(mark in selector for mark in ADDED_SELECTOR)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_styles_hold_to_the_oldest_supported_browsers(sheet: Path) -> None:
    assert newer(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "css",
    [
        "a :is(b,c){top:0}", "@layer x{a{top:0}}", "@media (width >= 3em){a{top:0}}",
        "a{inset:0}", "@media print{a{text-decoration:underline 1px}}", "a{height:100dvh}",
        # One selector that a browser does not know costs the others their rule.
        "a:hover,a:focus-visible{top:0}", "a:not(.b,.c){top:0}",
    ],
)  # fmt: skip
def test_a_newer_style_would_be_found(css: str) -> None:
    assert newer(css)
    assert not newer("a:focus-visible{outline:1px solid}.a:not(.b):not(.c){top:0}")
