"""What was read before is not read again, unless its content, name or kind is another."""

from pathlib import Path

from sop_terbuka.data.draft import read
from sop_terbuka.data.remembered import Memory
from tests.contoh_revisi import SOP, copied


def test_only_a_changed_file_is_read_again(tmp_path: Path) -> None:
    copied(tmp_path / "situs")
    data, forms = tmp_path / "situs" / "sop_data", tmp_path / "situs" / "forms"
    memory = Memory()
    with memory.used():
        first, _ = read(data, forms)
    path = tmp_path / "situs" / SOP
    path.write_text(path.read_text("utf-8").replace("50000", "60000"), encoding="utf-8")
    with memory.used():
        second, problems = read(data, forms)
    changed = {key for key, entry in second.sop.items() if entry is not first.sop[key]}
    assert changed == {SOP.removeprefix("sop_data/").removesuffix(".yml")}
    assert all(second.instansi[key] is entry for key, entry in first.instansi.items())
    assert problems == read(data, forms)[1]


def test_the_same_content_under_another_name_is_another_record(tmp_path: Path) -> None:
    copied(tmp_path / "situs")
    path = tmp_path / "situs" / SOP
    path.with_name("salinan.yml").write_bytes(path.read_bytes())
    with Memory().used():
        draft, _ = read(tmp_path / "situs" / "sop_data", tmp_path / "situs" / "forms")
    office = path.parent.name
    assert draft.sop[f"{office}/salinan"].record.id == f"{office}/salinan"


def test_a_problem_is_told_again(tmp_path: Path) -> None:
    copied(tmp_path / "situs")
    path = tmp_path / "situs" / SOP
    path.write_text("nama: [\n", encoding="utf-8")
    memory = Memory()
    told = []
    for _ in range(2):
        with memory.used():
            told.append(read(tmp_path / "situs" / "sop_data", tmp_path / "situs" / "forms")[1])
    assert told[0]
    assert told[0] == told[1]


def test_without_a_memory_everything_is_read(tmp_path: Path) -> None:
    copied(tmp_path / "situs")
    one, two = (read(tmp_path / "situs" / "sop_data")[0] for _ in range(2))
    assert all(two.sop[key] is not entry for key, entry in one.sop.items())
