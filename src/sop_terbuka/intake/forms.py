"""The titles that the form itself prints, which name no SOP."""

from .grid import spaced


def is_form_name(text: str) -> bool:
    """Whether a title is only the form's own."""
    return spaced(text).casefold().rstrip(" :") in {
        "standar operasional prosedur", "standard operasional prosedur", "sop",
        "standar operasional prosedur (sop)", "standard operating procedure", "bagan alir",
        "standar operasional prosedur administrasi pemerintahan", "flowchart", "diagram alir",
    }  # fmt: skip
