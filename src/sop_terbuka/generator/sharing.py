"""What a page's head says to others: to messages that share it, and to machines that read it."""

from markupsafe import Markup


def with_card(html: str, title: str, description: str, url: str, picture: str) -> str:
    """The page with its Open Graph tags; an address or a picture that is not known is left out."""
    tags = {
        "og:type": "website",
        "og:locale": "id_ID",
        "og:title": title,
        "og:description": description,
        "og:url": url,
        "og:image": picture,
    }
    shown = Markup().join(
        Markup('<meta property="{}" content="{}">').format(name, value)
        for name, value in tags.items()
        if value
    )
    return html.replace("</head>", f"{shown}</head>", 1)


def with_data(html: str, data: str) -> str:
    """The page with its facts as JSON-LD, which no browser runs; `data` is safe in an element."""
    if not data:
        return html
    return html.replace("</head>", f'<script type="application/ld+json">{data}</script></head>', 1)


def with_new_address(html: str, address: str) -> str:
    """The page of an address that is no more, which leads to the new one by itself."""
    tags = Markup(
        '<meta http-equiv="refresh" content="0; url={}"><meta name="robots" content="noindex">'
    ).format(address)
    return html.replace("</head>", f"{tags}</head>", 1) if address else html
