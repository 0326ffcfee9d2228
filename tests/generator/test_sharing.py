"""What a message shows of a shared page: only what is known, and nothing that breaks out."""

from sop_terbuka.generator.sharing import with_card

PAGE = "<html><head><title>x</title></head><body></head></body></html>"


def test_a_shared_page_has_a_title_a_sentence_and_a_picture() -> None:
    made = with_card(
        PAGE, "Kartu", "Untuk warga.", "https://a.test/k/", "https://a.test/k/kartu.png"
    )
    assert '<meta property="og:title" content="Kartu">' in made
    assert '<meta property="og:url" content="https://a.test/k/">' in made
    assert '<meta property="og:image" content="https://a.test/k/kartu.png"></head><body>' in made
    assert made.count("og:title") == 1


def test_what_is_not_known_is_left_out() -> None:
    made = with_card(PAGE, "Kartu", "", "", "")
    assert "og:image" not in made
    assert "og:url" not in made
    assert "og:description" not in made


def test_words_of_the_data_cannot_leave_their_tag() -> None:
    made = with_card(PAGE, '"><script>alert(1)</script>', "", "", "")
    assert "<script>" not in made
