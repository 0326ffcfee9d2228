"""The pages of the site as plain values: an address, a title and the HTML of its content.

Read `site` (all of them), `paging` (long lists over several pages), `dinas`, `office`, `lists` and
`regulations` (the lists that grow with the offices), `service`, `officers`, `mutu` and `forms`.
"""

from ..page import Page
from .base import Tools
from .site import pages

__all__ = ["Page", "Tools", "pages"]
