"""Text of strangers in a comment: what we write is let through, what acts is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_terbuka.revise.gate import reasons_against
from sop_terbuka.revise.safe_markdown import MARK, escaped, escaped_in_html, in_diagram


def posted(line: str) -> list[str]:
    return reasons_against(f"{MARK}\n{line}\n")


@given(st.text(max_size=300))
def test_whatever_is_escaped_is_let_through(text: str) -> None:
    for line in (f"- {escaped(text)}", f"| {escaped(text)} | x |", f"### SOP: {escaped(text)}"):
        assert posted(line) == []


# Characters that act, in every order, are likelier here than in random text.
@given(st.text("@#&<>[]()`~$|\\:/.!*_-wh0a\n ", max_size=60))
def test_markup_in_any_order_is_let_through_once_escaped(text: str) -> None:
    assert posted(f"- {escaped(text)}") == []


@given(st.text("@#&<>[]()`~$|\\:/.!*_-wh0a\n ", max_size=60))
def test_markup_between_tags_is_let_through_once_escaped(text: str) -> None:
    summary = f"<details><summary>{escaped_in_html(text)}</summary>"
    assert posted(f"{summary}\n\nx\n\n</details>") == []


@given(st.text(st.sampled_from("@#&<>[]()`~$|\\:/.%w\"'a;\n "), max_size=60))
def test_markup_in_a_diagrams_label_is_let_through(text: str) -> None:
    label = text.replace('"', "").replace("<", "").replace("`", "").replace("~", "")
    line = in_diagram(f'  l1["{" ".join(label.split())}"]')
    assert posted(f"```mermaid\n{line}\n```") == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("halo @orang", "ada sebutan nama (@)"),
        ("halo \\@orang", "ada sebutan nama (@)"),
        ("halo &#64;orang", "ada sebutan nama (@)"),
        ("halo &commat;orang", "ada sebutan nama (@)"),
        ("halo *@*orang @*o*rang @orang", "ada sebutan nama (@)"),
        ("lihat #12", "ada rujukan ke nomor"),
        ("lihat \\#12", "ada rujukan ke nomor"),
        ("lihat gh-12", "ada rujukan ke nomor"),
        ("lihat a/b#3", "ada rujukan ke nomor"),
        ("lihat &#35;12", "ada rujukan ke nomor"),
        ("https://jahat.invalid", "ada alamat"),
        ("https&colon;//jahat.invalid", "ada alamat"),
        ("<https://jahat.invalid>", "ada tautan"),
        ("<a@jahat.invalid>", "ada tautan"),
        ("[klik][x]\n\n[x]: /jahat", "ada tautan"),
        ("[x]: /jahat", "ada tautan"),
        ("[^1]: catatan kaki yang panjang", "ada catatan kaki"),
        ("> [!NOTE]\n> Sudah diperiksa pengelola.", "ada kutipan"),
        ("WWW.jahat.invalid", "ada alamat"),
        ("[klik](/jahat)", "ada tautan"),
        ("\\\\[klik](/jahat)", "ada tautan"),
        ("`\\`[klik](/jahat)", "ada tautan"),
        ("![gambar](x)", "ada tautan"),
        ("[^1]: catatan", "ada tautan"),
        ("<img src=x>", "ada HTML"),
        # An HTML block goes on to the next empty line, where no backslash escapes.
        ("<details>\n\\<a href=//jahat.invalid>x\\</a>", "ada HTML"),
        ("<details><summary>x</summary>\n\\<a href=//jahat.invalid>x\\</a>", "ada HTML"),
        ("<details><summary><b>x</b></summary>", "ada HTML"),
        ("<details><summary>@orang</summary>", "ada sebutan nama (@)"),
        ("<details><summary>&#64;orang</summary>", "ada sebutan nama (@)"),
        ("x <br onload=x>", "ada HTML"),
        ("    <a href=//jahat.invalid>", "ada pagar kode yang tidak dikenal"),
        ("<details open>", "ada HTML"),
        ("<!-- sop-beda -->", "ada HTML"),
        ("$\\href{x}{y}$", "ada rumus"),
        ("```js", "ada pagar kode yang tidak dikenal"),
        ("    ```", "ada pagar kode yang tidak dikenal"),
        ("~~~", "ada pagar kode yang tidak dikenal"),
        ("```mermaid", "pagar kode tidak berpasangan"),
        ("```mermaid\n```mermaid\n```", "pagar kode tidak berpasangan"),
        ('```mermaid\nclick a "b"\n```', "diagram memuat sesuatu yang aktif"),
        ('```mermaid\nA["x"]; click A call f()\n```', "diagram memuat sesuatu yang aktif"),
        ("```mermaid\n%%{init: {}}%%\n```", "diagram memuat sesuatu yang aktif"),
        ('```mermaid\nA["<img src=x>"]\n```', "diagram memuat sesuatu yang aktif"),
        ('```mermaid\nA["@orang"]\n```', "diagram memuat sesuatu yang aktif"),
        ("a\x07b", "ada aksara kendali"),
        ("a\u202eb", "ada aksara kendali"),
        ("x" * 70_000, "terlalu panjang"),
    ],
)
def test_what_acts_is_held_back(line: str, reason: str) -> None:
    assert reason in posted(line)


def test_a_text_without_our_mark_is_held_back() -> None:
    assert reasons_against("halo") == ["tidak diawali penanda"]
