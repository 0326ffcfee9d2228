"""The pages of the site as plain values: an address, a title and the HTML of its content."""

from .base import Page, Tools
from .site import pages

__all__ = ["Page", "Tools", "pages"]
