"""A link is held against what is published, wherever the site lies and whoever wrote the link."""

import pytest

from sop_terbuka.generator.links import Links

PUBLISHED = {"", "kota/", "kota/kartu/", "kota/kartu/ceklis.pdf", "assets/situs.css"}
WRITTEN = {"": ("docs/index.md", "# Beranda\n\n[x](kota/hilang/) {{ tautan('lain/') }}\n")}


def dead(address: str, content: str) -> list[str]:
    links = Links(PUBLISHED)
    links.add("kota/kartu/", '<h2 id="alur">Alur</h2><a name="lama"></a>')
    links.add(address, content)
    return [str(problem) for problem in links.problems(WRITTEN)]


@pytest.mark.parametrize(
    "link",
    [
        "../", "./", "#sini", "../../", "../../kota/kartu/#alur", "../kartu/#lama",
        "../kartu/ceklis.pdf", "../kartu/index.html", "../kartu/?q=1", "../../assets/situs.css",
        "https://contoh.go.id/hilang/", "//contoh.go.id/", "mailto:a@contoh.go.id", "data:,x",
        "../k%61rtu/", "",
    ],
)  # fmt: skip
def test_what_is_published_or_outside_is_no_problem(link: str) -> None:
    content = f'<p id="sini"><a href="{link}">x</a></p>'
    assert dead("kota/kartu/", f'<h2 id="alur"></h2><a name="lama"></a>{content}') == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("hilang/", 'menuju "kota/kartu/hilang/", yang tidak diterbitkan.'),
        ("../kartu2/", 'menuju "kota/kartu2/", yang tidak diterbitkan. Maksud Anda "kota/kartu/"?'),
        ("../kartu", 'menuju "kota/kartu", yang tidak diterbitkan.'),
        ("#tidak", 'tidak ada bagian "tidak" pada "kota/kartu/".'),
        ("../../../luar/", 'menuju "luar/", yang tidak diterbitkan.'),
    ],
)
def test_a_dead_link_is_a_problem_that_says_where_it_leads(link: str, said: str) -> None:
    (problem,) = dead("kota/kartu/", f'<a href="{link}">x</a>')
    assert said in problem
    assert problem.startswith("halaman kota/kartu/:1:1: ")
    assert problem.endswith("[tautan-mati]")


def test_a_dead_link_of_a_hand_written_page_is_told_at_its_own_place() -> None:
    found = dead("", '<a href="kota/hilang/">x</a><img src="lain/">')
    assert [problem.partition(": ")[0] for problem in found] == [
        "docs/index.md:3:5",
        "docs/index.md:3:30",
    ]


def test_what_a_text_quotes_is_no_link() -> None:
    assert dead("kota/", "<code>&lt;a href=&quot;hilang/&quot;&gt;</code>") == []


def test_in_the_copy_for_folders_a_link_starts_beside_its_file() -> None:
    assert dead("kota/panduan.html", '<a href="kartu/index.html">x</a>') == []
    (said,) = dead("kota/panduan.html", '<a href="lain.html">x</a>')
    assert 'menuju "kota/lain.html", yang tidak diterbitkan.' in said


def test_of_a_large_site_only_links_that_may_be_dead_are_held() -> None:
    links = Links(PUBLISHED)
    for n in range(1000):
        links.add(f"kota/{n}/", '<a href="../kartu/">x</a><a href="../kartu/#alur">y</a>')
    assert sum(map(len, links._doubtful.values())) == 20
    links.add("kota/kartu/", '<h2 id="alur">Alur</h2>')
    assert list(links.problems({})) == []


def test_a_place_on_an_earlier_page_is_seen_at_once() -> None:
    links = Links(PUBLISHED)
    links.add("kota/kartu/", '<a href="#alur">x</a><h2 id="alur">Alur</h2>')
    links.add("kota/", '<a href="kartu/#alur">x</a><a href="kartu/#lain">y</a>')
    assert list(links._doubtful) == ["kota/kartu/#lain"]
    (problem,) = links.problems({})
    assert 'tidak ada bagian "lain" pada "kota/kartu/"' in problem.pesan
