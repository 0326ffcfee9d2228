"""What a change of the data means for people: two states in, changes grouped by effect out."""

from .comment import as_comment, as_refusal
from .compare import Findings, compare
from .data import as_data
from .record import DAMPAK, Alur, Baris, Berkas, Dampak, Perubahan, Revisi, Sentuhan
from .state import State, of_catalog, of_commit, of_draft, of_folder
from .terminal import as_text

__all__ = [
    "DAMPAK",
    "Alur",
    "Baris",
    "Berkas",
    "Dampak",
    "Findings",
    "Perubahan",
    "Revisi",
    "Sentuhan",
    "State",
    "as_comment",
    "as_data",
    "as_refusal",
    "as_text",
    "compare",
    "of_catalog",
    "of_commit",
    "of_draft",
    "of_folder",
]
