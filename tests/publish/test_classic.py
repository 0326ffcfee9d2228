"""Scripts of the pages as classic scripts, which also load from a folder."""

import re

import pytest

from sop_terbuka.publish import assets
from sop_terbuka.publish.classic import classic


def test_no_script_of_a_page_is_a_module() -> None:
    scripts = {name: made for name, made in assets.files().items() if name.endswith("js")}
    assert {"assets/js/halaman.js", "assets/js/kapan.js", "assets/js/usul.js"} <= set(scripts)
    for name, made in scripts.items():
        text = made.decode() if isinstance(made, bytes) else made.read_text("utf-8")
        assert not re.search(r"^(?:import|export)\b|\bimport\(", text, re.MULTILINE), name


def test_a_module_keeps_its_names_to_itself(tmp_path) -> None:
    source = tmp_path / "a.mjs"
    source.write_text("// Why.\nexport const one = 1;\nexport async function two() {}\n")
    made = '"use strict";\n(() => {\nconst one = 1;\nasync function two() {}\n})();\n'
    assert classic(source).decode() == made


def test_a_module_that_needs_another_is_refused(tmp_path) -> None:
    source = tmp_path / "a.mjs"
    for line in ('import { a } from "./b.mjs";', "export { a };", "export default 1;"):
        source.write_text(f"{line}\n")
        with pytest.raises(ValueError, match="needs another module"):
            classic(source)
