"""Generated files that are no pages, written to their place at once instead of held in memory.

Called by plugin: MkDocs copies what is elsewhere, and leaves alone what already is in its place.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from ..publish.addresses import Content, parts_of


def placed(config: MkDocsConfig, address: str, content: Content) -> File:
    """The file of MkDocs for an address."""
    path = content if isinstance(content, Path) else Path(config.site_dir, address)
    if not isinstance(content, Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(parts_of(content))
    made = File.generated(config, address, abs_src_path=str(path))
    # MkDocs itself leaves out names that begin with a dot.
    made.inclusion = InclusionLevel.INCLUDED
    return made
