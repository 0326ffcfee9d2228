"""A site is replaced whole: built beside the old one, which stays until the new one is finished.

Called by the plugin. Whatever stops a build, be it bad data, a full disk or a lost process, the
earlier site is as it was.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Beside:
    """Where a site is built, next to where it will stand, so that moving it is one step."""

    final: Path

    @property
    def new(self) -> Path:
        """The folder that is built into."""
        return self.final.with_name(f".{self.final.name}.baru")

    @property
    def _old(self) -> Path:
        return self.final.with_name(f".{self.final.name}.lama")

    def begin(self) -> Path:
        """An empty folder to build into; what an interrupted build left is put right first."""
        if self._old.exists() and not self.final.exists():
            # Stopped between the two moves below: the old site goes back to its place.
            self._old.rename(self.final)
        self.drop()
        self.new.mkdir(parents=True)
        return self.new

    def finish(self) -> None:
        """Put the new site in the old one's place."""
        if self.final.exists():
            self.final.rename(self._old)
        self.new.rename(self.final)
        self.drop()

    def drop(self) -> None:
        """Remove what is not the site."""
        for folder in (self.new, self._old):
            shutil.rmtree(folder, ignore_errors=True)
