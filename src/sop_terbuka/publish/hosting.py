"""What a host and a search engine ask of a site besides its pages: headers and robots.txt.

A page carries its own Content-Security-Policy; who may frame it, what a link tells the next site,
and how long a copy is good can only be said by headers. GitHub Pages lets nobody set them.
"""

from urllib.parse import urlsplit

ROBOTS = "robots.txt"
NETLIFY = "_headers"
APACHE = ".htaccess"

# A corrected fact must reach people the same hour; a style can wait for a day.
_PAGES = "public, max-age=600"
_ASSETS = "public, max-age=86400"
_ALL = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
# The open data is for every program, also for those in another site's page.
_OPEN = {"Access-Control-Allow-Origin": "*"}


def files(site_url: str) -> dict[str, bytes]:
    """These files by address; the site's own address, where known, says what path it lies below."""
    path = urlsplit(site_url).path.rstrip("/")
    missing = f"ErrorDocument 404 {path}/404.html\n" if site_url else ""
    sitemap = f"Sitemap: {site_url}sitemap.xml\n" if site_url else ""
    return {
        ROBOTS: f"User-agent: *\nDisallow:\n{sitemap}".encode(),
        NETLIFY: _netlify(path).encode(),
        APACHE: (missing + _apache()).encode(),
    }


def _netlify(path: str) -> str:
    """For Netlify, Cloudflare Pages and others that read the same file."""
    blocks = [
        (f"{path}/*", _ALL | {"Cache-Control": _PAGES}),
        (f"{path}/assets/*", {"! Cache-Control": "", "Cache-Control": _ASSETS}),
        (f"{path}/api/*", _OPEN),
    ]
    lines = []
    for place, headers in blocks:
        lines.append(place)
        lines += [f"  {name}: {value}" if value else f"  {name}" for name, value in headers.items()]
    return "\n".join(lines) + "\n"


def _apache() -> str:
    """For Apache, which most Indonesian hosts run."""
    headers = [f'  Header always set {name} "{value}"' for name, value in _ALL.items()]
    # Only what a host lets every site say: one line too many there, and no page is shown at all.
    return "\n".join(
        [
            "<IfModule mod_headers.c>",
            *headers,
            f'  Header set Cache-Control "{_PAGES}"',
            "  <IfModule mod_setenvif.c>",
            '    SetEnvIf Request_URI "/assets/" aset',
            f'    Header set Cache-Control "{_ASSETS}" env=aset',
            '    SetEnvIf Request_URI "/api/v1/" data',
            *(f'    Header set {name} "{value}" env=data' for name, value in _OPEN.items()),
            "  </IfModule>",
            "</IfModule>",
            "<IfModule mod_filter.c>",
            "  <IfModule mod_deflate.c>",
            "    AddOutputFilterByType DEFLATE text/html text/css text/javascript",
            "    AddOutputFilterByType DEFLATE application/javascript application/json",
            "    AddOutputFilterByType DEFLATE image/svg+xml application/xml",
            "  </IfModule>",
            "</IfModule>",
            "",
        ]
    )
