"""What a page loads is asked for where its first screen ends, all at once."""

from sop_terbuka.generator.early import asked_for

SHEET = '<link rel="stylesheet" href="../assets/situs.css">'
OWN = '<link rel="stylesheet" href="../assets/isian.css">'
ONE = '<script src="../assets/js/a.js" defer></script>'
TWO = '<script defer src="../assets/js/b.js"></script>'


def test_scripts_that_wait_come_before_the_sheets_in_their_order() -> None:
    page = f"<h1>a</h1><p>b</p>\n{ONE}\n{TWO}</body>"
    made = asked_for(page, page.index("<p>"), [SHEET])
    assert made == f"<h1>a</h1>{ONE}{TWO}{SHEET}<p>b</p></body>"


def test_of_several_sheets_the_later_ones_are_asked_for_first() -> None:
    made = asked_for("<p>b</p>", 0, [SHEET, OWN])
    preload = '<link rel="preload" as="style" href="../assets/isian.css">'
    assert made == f"{preload}{SHEET}{OWN}<p>b</p>"


def test_other_scripts_stay_where_they_are() -> None:
    for other in (
        '<script src="../assets/js/a.js"></script>',
        '<script src="https://contoh.go.id/a.js" defer></script>',
        "<script>defer = 1</script>",
        '<script type="application/json" data-a>{"defer": 1}</script>',
        f"{ONE[:-9]}x</script>",
    ):
        assert asked_for(f"<p>{other}", 0, [SHEET]) == f"{SHEET}<p>{other}"


def test_what_the_first_screen_asks_for_itself_stays_there() -> None:
    page = f"{ONE}<p>b</p>"
    assert asked_for(page, len(ONE), [SHEET]) == f"{ONE}{SHEET}<p>b</p>"
