"""What an editor can drop into a hand-written page; macros of this site's own may follow here."""

from sop_terbuka.generator.macros import define_env

__all__ = ["define_env"]
