"""Which heads a table's cell has, written into a tagged PDF for those who hear the table.

Typst knows heads of columns only. A template marks the head of a row as a quotation that fills its
cell (`kepala` of dasar.typ); what heads a cell has is worked out here from the spans alone.
"""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


def associate(pdf: Pdf) -> None:
    """Give every head of every table an id and a scope, and every cell its heads."""
    root = pdf.Root.StructTreeRoot
    _mark_row_heads(root)
    names: list[tuple[str, Object]] = []
    for n, table in enumerate(_elements(root, "/Table")):
        names += _associated(table, f"t{n:03}")
    # Readers find a head by its id in this tree.
    leaves = Array([part for name, head in sorted(names) for part in (String(name), head)])
    if names:
        root.IDTree = Dictionary(Names=leaves)


def scope(pdf: Pdf) -> None:
    """Say of every head only whether it is one of a row or of a column: enough for plain tables."""
    root = pdf.Root.StructTreeRoot
    _mark_row_heads(root)
    for table in _elements(root, "/Table"):
        rows = list(_elements(table, "/TR"))
        heads = _head_rows(rows)
        for r, row in enumerate(rows):
            for cell in _cells(row):
                if "/Headers" in cell.A:
                    del cell.A.Headers
                if cell.S == Name.TH:
                    cell.A.Scope = Name.Column if r < heads else Name.Row
                elif len(cell.A) == 1:
                    del cell.A
                if "/ID" in cell:
                    del cell.ID
    if "/IDTree" in root:
        del root.IDTree


def _mark_row_heads(root: Object) -> None:
    """Make the marked cells heads, and leave of every cell's attributes those of the table."""
    heads = {}
    rows = (row for table in _elements(root, "/Table") for row in _elements(table, "/TR"))
    for cell in (cell for row in rows for cell in _cells(row)):
        _keep_spans(cell)
        inner = list(_kids(cell))
        if cell.S == Name.TD and len(inner) == 1 and Name.Quote == inner[0].S:
            heads[inner[0].objgen] = cell
            for kid in _kids(inner[0]):
                kid.P = cell
            cell.S, cell.K = Name.TH, inner[0].K
            # A number of content counts on its element's page.
            if "/Pg" in inner[0]:
                cell.Pg = inner[0].Pg
    if not heads:
        return
    numbers = root.ParentTree.Nums
    for owners in numbers.as_list()[1::2]:
        if isinstance(owners, Array):
            for n, owner in enumerate(owners.as_list()):
                if isinstance(owner, Dictionary) and owner.objgen in heads:
                    owners[n] = heads[owner.objgen]


def _keep_spans(cell: Object) -> None:
    found = cell.get("/A", Array())
    kinds = found.as_list() if isinstance(found, Array) else [found]
    cell.A = next((kind for kind in kinds if Name.Table == kind.O), Dictionary(O=Name.Table))


def _associated(table: Object, prefix: str) -> Iterator[tuple[str, Object]]:
    rows = list(_elements(table, "/TR"))
    heads = _head_rows(rows)
    above: dict[int, list[str]] = {}
    for r, row in enumerate(_placed(rows)):
        beside: list[str] = []
        for column, cell in row:
            wide = _span(cell, "/ColSpan")
            over = [name for k in range(column, column + wide) for name in above.get(k, ())]
            own = Array([String(name) for name in dict.fromkeys((*beside, *over))])
            attributes = cell.get("/A") or Dictionary(O=Name.Table)
            if "/Headers" in attributes:
                del attributes.Headers
            if len(own):
                attributes.Headers = own
            if cell.S == Name.TH:
                name = f"{prefix}-{r:03}-{column:02}"
                cell.ID = String(name)
                is_row_head = r >= heads
                attributes.Scope = Name.Row if is_row_head else Name.Column
                if is_row_head:
                    beside.append(name)
                else:
                    for k in range(column, column + wide):
                        above.setdefault(k, []).append(name)
                yield name, cell
            cell.A = attributes


def _head_rows(rows: list[Object]) -> int:
    """The number of rows at the top that hold heads only."""
    for n, row in enumerate(rows):
        if any(cell.S == Name.TD for cell in _cells(row)):
            return n if n else 0
    return len(rows)


def _placed(rows: list[Object]) -> Iterator[list[tuple[int, Object]]]:
    """Every row's cells with their columns, past what cells of earlier rows reach down to."""
    held: dict[int, int] = {}
    for row in rows:
        column = 0
        found = []
        for cell in _cells(row):
            while held.get(column, 0):
                column += 1
            found.append((column, cell))
            for k in range(column, column + _span(cell, "/ColSpan")):
                held[k] = _span(cell, "/RowSpan")
            column += _span(cell, "/ColSpan")
        held = {k: left - 1 for k, left in held.items() if left > 1}
        yield found


def _span(cell: Object, key: str) -> int:
    attributes = cell.get("/A")
    return int(attributes.get(key, 1)) if attributes is not None else 1


def _cells(row: Object) -> Iterator[Object]:
    for kid in _kids(row):
        if kid.get("/S") in (Name.TH, Name.TD):
            yield kid


def _elements(root: Object, kind: str) -> Iterator[Object]:
    """The elements of a kind below another; tables within tables come by themselves."""
    for kid in _kids(root):
        if kid.get("/S") == Name(kind):
            yield kid
        elif kind != "/TR" or kid.get("/S") != Name.Table:
            yield from _elements(kid, kind)


def _kids(element: Object) -> Iterator[Object]:
    kids = element.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
