"""Problems are sorted, told once and printed safely in three forms."""

import json

from sop_terbuka.data.problem import DataError, Problem, as_github, as_json, as_text

SATU = Problem("sop_data/a/x.yml", 2, 5, "langkah 1", 'kunci "wktu" tidak dikenal.', "kunci-a")
DUA = Problem("sop_data/a/x.yml", 10, 1, "", "berkas kosong.", "berkas-kosong")


def test_text_has_one_line_for_each_problem_and_the_count() -> None:
    assert as_text([DUA, SATU]) == (
        'sop_data/a/x.yml:2:5: langkah 1: kunci "wktu" tidak dikenal. [kunci-a]\n'
        "sop_data/a/x.yml:10:1: berkas kosong. [berkas-kosong]\n"
        "2 masalah di 1 berkas. Penjelasan tiap aturan: panduan-penulis/masalah/ di situs."
    )


def test_no_problem_is_no_text() -> None:
    assert as_text([]) == ""


def test_the_same_problem_is_told_once() -> None:
    assert as_text([DUA, DUA]).splitlines()[-1].startswith("1 masalah di 1 berkas.")


def test_json_has_the_fields_of_each_problem() -> None:
    assert json.loads(as_json([SATU])) == [
        {
            "berkas": "sop_data/a/x.yml",
            "baris": 2,
            "kolom": 5,
            "tempat": "langkah 1",
            "pesan": 'kunci "wktu" tidak dikenal.',
            "aturan": "kunci-a",
        }
    ]


def test_no_problem_is_an_empty_json_list() -> None:
    assert json.loads(as_json([])) == []


def test_github_shows_the_problem_beside_its_line() -> None:
    assert as_github([SATU]) == (
        "::error file=sop_data/a/x.yml,line=2,col=5,title=kunci-a::"
        'langkah 1: kunci "wktu" tidak dikenal.'
    )


def test_a_value_cannot_begin_a_workflow_command_of_its_own() -> None:
    problem = Problem("a,line=9:b.yml", 1, 1, "", "isi 100%\n::set-env name=X::y\r", "aturan")

    assert as_github([problem]) == (
        "::error file=a%2Cline=9%3Ab.yml,line=1,col=1,title=aturan::"
        "isi 100%25%0A::set-env name=X::y%0D"
    )


def test_a_value_cannot_steer_the_terminal() -> None:
    problem = Problem("x.yml", 1, 1, "", 'nilai "\x1b[31m\n\u202e".', "aturan")

    assert as_text([problem]).splitlines()[0] == 'x.yml:1:1: nilai "�[31m��". [aturan]'
    assert "\x1b" not in as_github([problem])
    assert "\x1b" not in as_json([problem])


def test_a_file_name_that_is_no_text_can_be_printed() -> None:
    problem = Problem("\udcff.yml", 1, 1, "", "nama \udcff salah.", "aturan")

    as_text([problem]).encode("utf-8")
    as_json([problem]).encode("utf-8")
    as_github([problem]).encode("utf-8")


def test_json_does_not_change_the_problem() -> None:
    problem = Problem("\udcff.yml", 1, 1, "", "x", "aturan")
    as_json([problem])

    assert problem.berkas == "\udcff.yml"


def test_a_data_error_says_every_problem_in_order() -> None:
    error = DataError([DUA, SATU, DUA])

    assert error.problems == [SATU, DUA]
    assert str(error) == as_text([SATU, DUA])
