"""The font of pictures that are drawn here: our own files, so that every machine gives the same."""

from pathlib import Path

FAMILY = "Noto Sans"
FOLDER = Path(__file__).parent / "fonts"
FILES = {"normal": FOLDER / "NotoSans-Regular.ttf", "bold": FOLDER / "NotoSans-Bold.ttf"}
