"""The pages of the site as plain values: an address, a title and the HTML of its content."""

from ..page import Page
from .base import Tools
from .site import pages

__all__ = ["Page", "Tools", "pages"]
