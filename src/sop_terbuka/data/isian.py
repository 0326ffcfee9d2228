"""What every form may use but no form defines: the names that its papers keep for themselves."""

# First parts of names that belong to the document itself; no field of a form may be called so.
RESERVED = frozenset({"lampiran", "surat", "ttd"})
