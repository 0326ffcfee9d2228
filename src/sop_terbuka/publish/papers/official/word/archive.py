"""The same bytes for the same parts: a zip without the clock and in one order."""

import io
import zipfile

# The earliest time that a zip can hold.
_TIME = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"


def repacked(package: bytes) -> bytes:
    """The package with fixed times; the list of types first, as readers expect."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            info = zipfile.ZipInfo(name, _TIME)
            # The system that a zip was made on is written into it too.
            info.create_system = 0
            kind = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name), kind, 9)
    return buffer.getvalue()
