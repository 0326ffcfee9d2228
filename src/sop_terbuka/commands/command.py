"""What a module is that stands in the table of commands."""

import argparse
from pathlib import Path
from typing import Protocol


class Command(Protocol):
    """One command of `sop`: its words, its arguments, and what it does."""

    NAME: str
    HELP: str
    DESCRIPTION: str
    # Whether it makes no sense outside a folder with data.
    NEEDS_SITE: bool

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be written behind the command."""

    def run(self, options: argparse.Namespace, site: Path) -> int:
        """Do it and print; gives the exit code. What cannot be done is a SopTerbukaError."""
