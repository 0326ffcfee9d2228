"""What a message shows of a page when its address is shared: title, sentence and picture."""

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
