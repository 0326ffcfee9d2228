"""Changes one value in YAML text and leaves every other character as the author wrote it."""

import copy
import json
import textwrap
from collections.abc import Iterator, Sequence

import yaml

from ..data.problem import SopTerbukaError
from ..data.syntax import is_word_quoted
from ..data.yamltext import sequence_text, text_of

Path = tuple[int | str, ...]
Plain = str | list["Plain"] | dict[str, "Plain"]
_WIDTH = 120
# The C loader is ten times faster; both give the same nodes.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class EditError(SopTerbukaError):
    """The value cannot be changed by itself; the message says why, in the author's words."""


def change(text: str, path: Path, value: str | None) -> str:
    """The text with the value at a path replaced, added (a new key or last item) or, None, removed.

    The result is read again: unless exactly this one value differs, nothing is changed.
    """
    parents = list(_walk(_compose(text), path))
    parent = parents[-1]
    node = _child(parent, path[-1])
    if value is None:
        made = _removed(text, parent, path[-1])
    elif node is None:
        made = _added(text, parent, path[-1], value)
    elif isinstance(node, yaml.ScalarNode):
        made = _replaced(text, parents, node, value)
    else:
        raise EditError("di sana ada daftar, bukan satu nilai; sebut butirnya.")
    if plain(made) != _expected(plain(text), path, value):
        raise EditError("tidak dapat diubah tanpa mengubah bagian lain berkas.")
    return made


def put(text: str, path: Path, value: Plain, order: Sequence[str] = ()) -> str:
    """The text with a new key, or a new item before the one that stands at that place of a list.

    `order` is in which keys follow each other; a new one goes behind the nearest one before it.
    The result is read again: unless exactly this was added, nothing is changed.
    """
    parent = list(_walk(_compose(text), path))[-1]
    last = path[-1]
    if isinstance(parent, yaml.MappingNode) and isinstance(last, str):
        made = _new_key(text, parent, last, value, order)
    elif isinstance(parent, yaml.SequenceNode) and isinstance(last, int):
        made = _new_item(text, parent, last, value)
    else:
        raise EditError(f'"{last}" tidak ada.')
    expected = copy.deepcopy(plain(text))
    holder = expected
    for part in path[:-1]:
        holder = holder[part]  # type: ignore[index]  # _walk has shown that it is there
    if isinstance(holder, list) and isinstance(last, int):
        holder.insert(last, value)
    elif isinstance(holder, dict):
        holder[str(last)] = value
    if plain(made) != expected:
        raise EditError("tidak dapat ditambahkan tanpa mengubah bagian lain berkas.")
    return made


def swap(text: str, path: Path, value: Plain) -> str:
    """The text with the whole value of a key, be it a list or a record, in place of the old one."""
    holder: Plain = plain(text)
    for part in path[:-1]:
        holder = holder[part]  # type: ignore[index]  # change() below says what is not there
    names = list(holder) if isinstance(holder, dict) else []
    without = change(text, path, None)
    order = names[: names.index(str(path[-1])) + 1]
    return put(without, path, value, order)


def _new_key(
    text: str, parent: yaml.MappingNode, key: str, value: Plain, order: Sequence[str]
) -> str:
    if not parent.value or _child(parent, key) is not None:
        raise EditError(f'"{key}" sudah ada.' if parent.value else "daftarnya kosong.")
    if parent.flow_style:
        end = parent.end_mark.index - 1
        kept = text[:end].rstrip().rstrip(",")
        return f"{kept}, {key}: {_flow(value)}{text[end:]}"
    names = [str(name.value) for name, _ in parent.value]
    before = order[: order.index(key)] if key in order else []
    behind = max((names.index(name) for name in before if name in names), default=len(names) - 1)
    if not before:
        behind = len(names) - 1
    column = parent.value[0][0].start_mark.column
    lines = textwrap.indent(text_of({key: value}), " " * column, lambda _: True)
    return _behind(text, parent.value[behind][1], lines)


def _new_item(text: str, parent: yaml.SequenceNode, at: int, value: Plain) -> str:
    if not parent.value or not 0 <= at <= len(parent.value):
        raise EditError("daftarnya kosong; isi langsung di berkasnya.")
    if parent.flow_style:
        if at == len(parent.value):
            end = parent.end_mark.index - 1
            return f"{text[:end].rstrip().rstrip(',')}, {_flow(value)}{text[end:]}"
        start = parent.value[at].start_mark.index
        return f"{text[:start]}{_flow(value)}, {text[start:]}"
    dash = text.rfind("-", 0, parent.value[0].start_mark.index)
    column = dash - text.rfind("\n", 0, dash) - 1
    lines = sequence_text([value], " " * column)
    if at > 0:
        return _behind(text, parent.value[at - 1], lines)
    start = text.rfind("\n", 0, dash) + 1
    return text[:start] + _ends(text, lines) + text[start:]


def _behind(text: str, node: yaml.Node, lines: str) -> str:
    at = _line_end(text, _leaf_end(text, node))
    newline = "\r\n" if "\r\n" in text else "\n"
    return f"{text[:at]}{newline}{_ends(text, lines).removesuffix(newline)}{text[at:]}"


def _ends(text: str, lines: str) -> str:
    return lines.replace("\n", "\r\n") if "\r\n" in text else lines


def _flow(value: Plain) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _inline(value, True)


def plain(text: str) -> Plain:
    """The values of YAML text as texts, lists and mappings."""
    return _plain(_compose(text))


def at(record: Plain, path: Path) -> Plain | None:
    """What stands at a path; None where nothing does."""
    current: Plain | None = record
    for part in path:
        if isinstance(current, dict):
            current = current.get(str(part))
        elif isinstance(current, list) and isinstance(part, int) and part < len(current):
            current = current[part]
        else:
            return None
    return current


def _compose(text: str) -> yaml.Node:
    root = yaml.compose(text, Loader=_Loader)
    if root is None:
        raise EditError("berkasnya kosong.")
    return root


def _plain(node: yaml.Node) -> Plain:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return str(node.value).strip()


def _expected(before: Plain, path: Path, value: str | None) -> Plain:
    made = copy.deepcopy(before)
    holder = made
    for part in path[:-1]:
        holder = holder[part]  # type: ignore[index]  # _walk has shown that it is there
    last = path[-1]
    if value is None:
        del holder[last]  # type: ignore[arg-type,union-attr]
    elif isinstance(holder, list) and last == len(holder):
        holder.append(value)
    else:
        holder[last] = value  # type: ignore[index]
    return made


def _walk(root: yaml.Node, path: Path) -> Iterator[yaml.CollectionNode]:
    """The collections on the way to a value, the one that holds it last."""
    node: yaml.Node | None = root
    for part in path:
        if not isinstance(node, yaml.CollectionNode):
            raise EditError(f'"{part}" tidak ada.')
        yield node
        node = _child(node, part)


def _child(node: yaml.Node | None, part: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        found: yaml.Node = node.value[part]
        return found
    return None


def _replaced(
    text: str, parents: list[yaml.CollectionNode], node: yaml.ScalarNode, value: str
) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    flow = any(parent.flow_style for parent in parents)
    if node.style in ("|", ">"):
        old = text[start:end]
        tail = old[len(old.rstrip()) :]
        header = old.splitlines()[0]
        indent = next(
            len(line) - len(line.lstrip()) for line in old.splitlines()[1:] if line.strip()
        )
        return text[:start] + _block(header, value, indent, text) + tail + text[end:]
    before, after = _line_around(text, start, end)
    inline = _inline(value, flow, node.style)
    long = len(before) + len(inline) + len(after) > _WIDTH
    if long and not flow and not after.strip():
        key_column = len(before) - len(before.lstrip(" -"))
        return text[:start] + _block(">-", value, key_column + 2, text) + text[end:]
    return text[:start] + inline + text[end:]


def _line_around(text: str, start: int, end: int) -> tuple[str, str]:
    line_end = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : start], text[
        end : line_end if line_end >= 0 else len(text)
    ]


def _block(header: str, value: str, indent: int, text: str) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = textwrap.wrap(
        value, max(40, _WIDTH - indent), break_long_words=False, break_on_hyphens=False
    )
    return newline.join([header, *(" " * indent + line for line in lines)])


def _inline(value: str, flow: bool, style: str | None = None) -> str:
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and _reads_back(value, value, flow):
        return value
    # JSON's quoted text is YAML's, and holds whatever may come.
    return json.dumps(value, ensure_ascii=False)


def _reads_back(written: str, value: str, flow: bool) -> bool:
    """Whether a plain text is read as itself where it will stand."""
    if is_word_quoted(value):
        return False
    frames = ("{{a: {}}}", "[{}]") if flow else ("a: {}", "- {}")
    for frame in frames:
        try:
            root = _compose(frame.format(written) + "\n")
        except yaml.YAMLError:
            return False
        inner = root.value[0]
        node = inner[1] if isinstance(inner, tuple) else inner
        if not isinstance(node, yaml.ScalarNode) or node.value != value or len(root.value) != 1:
            return False
    return True


def _added(text: str, parent: yaml.CollectionNode, last: int | str, value: str) -> str:
    is_list = isinstance(parent, yaml.SequenceNode)
    if is_list != isinstance(last, int) or (is_list and last != len(parent.value)):
        raise EditError(f'"{last}" tidak ada.')
    if not parent.value:
        raise EditError("daftarnya kosong; isi langsung di berkasnya.")
    if parent.flow_style:
        end = parent.end_mark.index - 1
        kept = text[:end].rstrip()
        written = _inline(value, True)
        return f"{kept.rstrip(',')}, {written if is_list else f'{last}: {written}'}{text[end:]}"
    first = parent.value[0] if is_list else parent.value[0][0]
    column = first.start_mark.column - (2 if is_list else 0)
    head = " " * column + ("- " if is_list else f"{last}: ")
    written = _inline(value, False)
    if len(head) + len(written) > _WIDTH:
        written = _block(">-", value, column + 2, text)
    newline = "\r\n" if "\r\n" in text else "\n"
    at = _line_end(text, _leaf_end(text, parent))
    return f"{text[:at]}{newline}{head}{written}{text[at:]}"


def _removed(text: str, parent: yaml.CollectionNode, last: int | str) -> str:
    if _child(parent, last) is None:
        raise EditError(f'"{last}" tidak ada.')
    if len(parent.value) == 1:
        raise EditError("ini satu-satunya isi; hapus kunci di atasnya.")
    names = [item[0].value if isinstance(item, tuple) else i for i, item in enumerate(parent.value)]
    n = names.index(last)
    spans = [_span(text, item) for item in parent.value]
    start, end = spans[n]
    if parent.flow_style:
        # With its comma: the one behind it, or for the last one the one before it.
        if n + 1 < len(spans):
            return text[:start] + text[spans[n + 1][0] :]
        return text[: spans[n - 1][1]] + text[end:]
    line_start = text.rfind("\n", 0, start) + 1
    if text[line_start:start].strip() not in ("", "-") or (
        isinstance(last, str) and text[line_start:start].strip()
    ):
        raise EditError("berbagi baris dengan nilai lain; ubah langsung di berkasnya.")
    line_end = _line_end(text, end)
    return text[:line_start] + text[line_end + 1 :].lstrip("\r")


def _span(text: str, item: object) -> tuple[int, int]:
    key, value = item if isinstance(item, tuple) else (item, item)
    return key.start_mark.index, _leaf_end(text, value)


def _leaf_end(text: str, node: yaml.Node) -> int:
    """Where a value's last character stands; a block collection's own end lies behind comments."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    if found < 0:
        return len(text)
    return found - 1 if text[found - 1] == "\r" else found
