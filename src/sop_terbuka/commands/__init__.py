"""The commands of `sop`, one module each: arguments in, library called, text out.

To add one, write a module with the names that `Command` lists, and put it in the table.
"""

from . import (
    baru,
    beda,
    gabung,
    impor,
    instansi_baru,
    instansi_lepas,
    migrasi,
    periksa,
    riwayat,
    situs_baru,
    skema,
    usulan,
)
from .command import Command

__all__ = ["COMMANDS", "Command"]

# In the order of `sop --help`.
COMMANDS: tuple[Command, ...] = (
    periksa,
    impor,
    beda,
    usulan,
    baru,
    situs_baru,
    instansi_baru,
    instansi_lepas,
    riwayat,
    gabung,
    migrasi,
    skema,
)
