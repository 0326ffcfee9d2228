"""The fonts of the documents: our own files and no others, so that every machine gives the same."""

from pathlib import Path

FAMILY = "Noto Sans"
FOLDER = Path(__file__).parent / "fonts"
FILES = {"normal": FOLDER / "NotoSans-Regular.ttf", "bold": FOLDER / "NotoSans-Bold.ttf"}
