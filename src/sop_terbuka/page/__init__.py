"""The pages of the site as plain values: an address, a title and the HTML of its content."""

from .site import Page, Tools, pages

__all__ = ["Page", "Tools", "pages"]
