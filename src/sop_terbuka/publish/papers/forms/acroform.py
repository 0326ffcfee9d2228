"""Turns the boxes that the layout left for fields into real form fields.

Typst knows no fields. Each is laid out as a link with the field's name in its address, tied to its
page and to the structure tree; the link then becomes the field.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from ..typeset import pack
from .fieldfont import embedded_font
from .naming import ON, Field
from .tree import settle

_REQUIRED = 1 << 1
_MULTI_LINE, _NO_TOGGLE, _RADIO, _COMB = 1 << 12, 1 << 14, 1 << 15, 1 << 24
_PRINT = 1 << 2
_FONT = "/NotoSans"
# Where the links of the layout lead; no such address can exist.
_ADDRESS = "https://isian.invalid/"
# Size 0: whoever draws the answer fits it to its box, so that long answers shrink before they end.
_STYLE = f"{_FONT} 0 Tf 0 g"
# A digit has a cell of its own; fitted to the field as a whole, Chrome's viewer makes it tiny.
_COMB_STYLE = f"{_FONT} 11 Tf 0 g"
# Half the distance of a circle's control points, for four curves that make a circle.
_KAPPA = 0.5523


def placeholder(field: Field, option: str = "") -> str:
    """What the layout calls the box of a field, or of one option of a radio group."""
    return f"{field.name}={option}" if option else field.name


@dataclass
class _Branch:
    """A name's part: the field itself, or the kids below it."""

    kids: dict[str, "_Branch"] = default(default_factory=dict)
    leaf: Object | None = None


def add_fields(layout: bytes, fields: Sequence[Field]) -> bytes:
    """Make a laid-out PDF fillable; its boxes must be those of the fields, each once."""
    with Pdf.open(BytesIO(layout)) as pdf:
        found = list(_boxes(pdf))
        widgets = dict(found)
        if sorted(name for name, _ in found) != sorted(_expected(fields)):
            odd = sorted(set(widgets) ^ set(_expected(fields)))
            raise ValueError(f"the layout and the fields differ: {odd}")
        writer = _Writer(pdf)
        root = _Branch()
        for field in fields:
            branch = root
            for part in field.name.split("."):
                branch = branch.kids.setdefault(part, _Branch())
            branch.leaf = writer.field(field, widgets)
        names = [pdf.make_indirect(_tree(pdf, part, kid)) for part, kid in root.kids.items()]
        pdf.Root.AcroForm = Dictionary(
            Fields=Array(names),
            DA=String(_STYLE),
            DR=Dictionary(Font=Dictionary({_FONT: writer.font})),
        )
        for page in pdf.pages:
            page.obj.Tabs = Name.S
        settle(pdf)
        return pack(pdf)


def _boxes(pdf: Pdf) -> Iterator[tuple[str, Object]]:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", Array()):
            yield str(annotation.A.URI).removeprefix(_ADDRESS), annotation


def _expected(fields: Sequence[Field]) -> Iterator[str]:
    for field in fields:
        if field.options:
            yield from (placeholder(field, option) for option, _ in field.options)
        else:
            yield placeholder(field)


def _tree(pdf: Pdf, part: str, branch: _Branch, parent: Object | None = None) -> Object:
    if branch.leaf is not None:
        made = branch.leaf
    else:
        made = pdf.make_indirect(Dictionary())
        made.Kids = Array([_tree(pdf, name, kid, made) for name, kid in branch.kids.items()])
    made.T = String(part)
    if parent is not None:
        made.Parent = parent
    return made


class _Writer:
    """Writes the fields of one document.

    Each text has an appearance of its own: a program that fills a field writes into the one that it
    finds, and would write into every field that shares it. Marks of boxes are only chosen, never
    written, so equal ones are kept once.
    """

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.font = embedded_font(pdf)
        self.fonts = pdf.make_indirect(Dictionary(Font=Dictionary({_FONT: self.font})))
        self.none = pdf.make_indirect(Dictionary())
        self.marks: dict[tuple[float, float, str], Object] = {}

    def field(self, field: Field, widgets: Mapping[str, Object]) -> Object:
        """The field's object, with its widgets set up."""
        if field.kind == "radio":
            return self._group(field, widgets)
        widget = widgets[placeholder(field)]
        _clear(widget)
        widget.TU = String(field.tooltip)
        if field.kind == "centang":
            widget.FT = Name.Btn
            self._tickable(widget, ON, "tick")
            widget.V = Name.Off
        else:
            self._text(widget, field)
        flags = _flags(field)
        if flags:
            widget.Ff = flags
        return widget

    def _group(self, field: Field, widgets: Mapping[str, Object]) -> Object:
        group = self.pdf.make_indirect(
            Dictionary(FT=Name.Btn, Ff=_flags(field), TU=String(field.tooltip), V=Name.Off)
        )
        kids = []
        for option, label in field.options:
            widget = widgets[placeholder(field, option)]
            _clear(widget)
            widget.Parent = group
            widget.TU = String(f"{field.tooltip}: {label}")
            self._tickable(widget, option, "dot")
            kids.append(widget)
        group.Kids = Array(kids)
        return group

    def _text(self, widget: Object, field: Field) -> None:
        widget.FT = Name.Tx
        widget.DA = String(_COMB_STYLE if field.comb else _STYLE)
        if field.max_length:
            widget.MaxLen = field.max_length
        widget.AP = Dictionary(N=self._appearance(widget, ""))

    def _tickable(self, widget: Object, value: str, shape: str) -> None:
        widget.AS = Name.Off
        # The sign for viewers that draw the mark themselves: Zapf Dingbats' tick and dot.
        widget.MK = Dictionary(CA=String("4" if shape == "tick" else "l"))
        states = {
            f"/{value}": self._appearance(widget, shape),
            "/Off": self._appearance(widget, "off"),
        }
        widget.AP = Dictionary(N=Dictionary(states))

    def _appearance(self, widget: Object, shape: str) -> Object:
        left, bottom, right, top = sorted_rectangle(widget)
        width, height = round(right - left, 2), round(top - bottom, 2)
        key = (width, height, shape)
        if key in self.marks:
            return self.marks[key]
        drawing = {"tick": _tick, "dot": _dot, "off": _nothing, "": _no_text}[shape]
        stream = Stream(self.pdf, drawing(width, height).encode())
        stream.Type, stream.Subtype = Name.XObject, Name.Form
        stream.BBox = Array([0, 0, width, height])
        stream.Resources = self.none if shape else self.fonts
        made = self.pdf.make_indirect(stream)
        if shape:
            self.marks[key] = made
        return made


def _flags(field: Field) -> int:
    flags = _REQUIRED if field.is_required else 0
    if field.kind == "paragraf":
        flags |= _MULTI_LINE
    if field.comb:
        flags |= _COMB
    if field.kind == "radio":
        # An answer that is not asked for can be taken back; a required one cannot.
        flags |= _RADIO | (_NO_TOGGLE if field.is_required else 0)
    return flags


def _clear(widget: Object) -> None:
    """Leave what ties the link to page and structure tree, and make it a widget."""
    del widget.A
    del widget.Contents
    widget.Subtype = Name.Widget
    widget.Rect = Array([round(side, 2) for side in sorted_rectangle(widget)])
    widget.F = _PRINT
    widget.Border = Array([0, 0, 0])


def sorted_rectangle(widget: Object) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a widget."""
    x1, y1, x2, y2 = (float(side) for side in widget.Rect.as_list())
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _no_text(width: float, height: float) -> str:
    return "/Tx BMC EMC"


def _nothing(width: float, height: float) -> str:
    # Not empty: readers warn of a packed stream without content.
    return "q Q"


def _tick(width: float, height: float) -> str:
    return (
        f"{width * 0.14:.2f} w 1 J 1 j {width * 0.2:.2f} {height * 0.5:.2f} m "
        f"{width * 0.42:.2f} {height * 0.24:.2f} l {width * 0.82:.2f} {height * 0.8:.2f} l S"
    )


def _dot(width: float, height: float) -> str:
    x, y, radius = width / 2, height / 2, width * 0.28
    turn = radius * _KAPPA

    def curve(*points: tuple[float, float]) -> str:
        return " ".join(f"{x + dx:.2f} {y + dy:.2f}" for dx, dy in points) + " c"

    return (
        f"{x + radius:.2f} {y:.2f} m "
        f"{curve((radius, turn), (turn, radius), (0, radius))} "
        f"{curve((-turn, radius), (-radius, turn), (-radius, 0))} "
        f"{curve((-radius, -turn), (-turn, -radius), (0, -radius))} "
        f"{curve((turn, -radius), (radius, -turn), (radius, 0))} f"
    )
