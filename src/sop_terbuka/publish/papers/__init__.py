"""Papers: official documents, blank forms, checklists; how they are made and kept.

Read `jobs` (the blank papers and what each is made from; those of an SOP stand in `outputs`),
`workshop` (many, one after the other), `cache` (kept by the hash of what goes in), `code` (which of
our code counts), `typeset` (Typst, its words as data; `heads` for who hears a table), then one room
for each paper: what stands on it in `content`, how it is written in `pdf`, `word` or `png`.
"""
