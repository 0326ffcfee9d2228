"""What a host and a search engine are told, below a path and at a host's root."""

from sop_terbuka.publish import hosting


def test_search_engines_may_read_everything_and_find_the_sitemap() -> None:
    made = hosting.files("https://contoh.example/sub/")
    assert made[hosting.ROBOTS] == (
        b"User-agent: *\nDisallow:\nSitemap: https://contoh.example/sub/sitemap.xml\n"
    )
    assert hosting.files("")[hosting.ROBOTS] == b"User-agent: *\nDisallow:\n"


def test_hosts_are_told_what_a_page_cannot_say_itself() -> None:
    for name in (hosting.NETLIFY, hosting.APACHE):
        text = hosting.files("https://contoh.example/sub/")[name].decode()
        for word in ("frame-ancestors 'none'", "same-origin", "nosniff", "max-age=600"):
            assert word in text


def test_rules_for_folders_know_the_path_that_the_site_lies_below() -> None:
    below = hosting.files("https://contoh.example/sub/")[hosting.NETLIFY]
    assert b"\n/sub/assets/*\n" in below
    root = hosting.files("https://contoh.example/")[hosting.NETLIFY]
    assert b"\n/assets/*\n" in root
    apache = hosting.files("https://contoh.example/sub/")[hosting.APACHE]
    assert b"ErrorDocument 404 /sub/404.html" in apache
    assert b"ErrorDocument" not in hosting.files("")[hosting.APACHE]


def test_the_open_data_may_be_read_by_pages_of_other_sites() -> None:
    netlify = hosting.files("")[hosting.NETLIFY].decode()
    assert "/api/*\n  Access-Control-Allow-Origin: *" in netlify
