"""The policy of a page lists the theme's own inline scripts by hash, and nothing else."""

import re

from sop_terbuka.generator.policy import _ROOT, _TEMPLATES, with_policy

HEAD = '<head><meta charset="utf-8"></head>'
THEME = (
    "<script>var target=document.getElementById(location.hash.slice(1));"
    'target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"))</script>'
)


def hashes(html: str) -> list[str]:
    made, _ = with_policy(html)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', made)
    assert policy
    return re.findall(r"'sha256-[^']+'", policy[1])


def test_a_script_of_the_theme_is_listed_once() -> None:
    assert len(hashes(HEAD + THEME + THEME)) == 1
    assert with_policy(HEAD + THEME)[1] == []


def test_any_other_script_is_not_listed_but_reported() -> None:
    for script in (
        "<script>alert(1)</script>",
        "<SCRIPT type=text/javascript>alert(1)</SCRIPT>",
        '<script type="module">alert(1)</script>',
        '<script data-x="application/json">alert(1)</script >',
        "<script>alert(1)</script\n>",
    ):
        assert hashes(HEAD + script) == []
        assert with_policy(HEAD + script)[1] == ["alert(1)"], script


def test_a_changed_script_of_the_theme_is_another_script() -> None:
    assert with_policy(HEAD + THEME.replace("target", "ziel"))[1] != []


def test_a_root_that_is_no_path_upwards_is_refused() -> None:
    scope = '<script>__md_scope=new URL("{}",location),alert(1)</script>'
    assert len(with_policy(HEAD + scope.format("../.."))[1]) == 1
    assert len(with_policy(HEAD + scope.format("https://jahat.id"))[1]) == 1


def test_data_and_files_are_no_inline_scripts() -> None:
    page = (
        HEAD + '<script type="application/json">{"a": 1}</script>'
        '<script id="x" type="application/ld+json">{}</script><script src="a.js"></script>'
    )
    assert with_policy(page)[1] == []


def test_the_policy_stands_before_what_it_rules() -> None:
    made, _ = with_policy(HEAD + THEME)
    assert made.index("Content-Security-Policy") < made.index("<script")
    assert "unsafe" not in made
    assert "default-src 'none'" in made


def test_a_site_below_a_path_knows_its_own_script_on_the_page_that_does_not_exist() -> None:
    base = (_TEMPLATES / "base.html").read_text(encoding="utf-8").replace(_ROOT, "/sub/jalur/")
    _, unknown = with_policy(HEAD + base)
    assert unknown == []


def test_only_diagrams_may_bring_a_style_of_their_own() -> None:
    head = '<html><head><meta charset="utf-8"></head><body>'
    drawn, _ = with_policy(f'{head}<pre class="mermaid"><code>a</code></pre>', ".a{}")
    assert "style-src 'self' 'unsafe-inline';" in drawn
    other, _ = with_policy(f"{head}<p>mermaid</p>", ".a{}")
    assert "unsafe-inline" not in other
    assert "style-src 'self' 'sha256-" in other
