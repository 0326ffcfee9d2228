"""Papers: official documents, blank forms, checklists; how they are made and kept.

Read `jobs` (which papers there are, and what each is made from), `workshop` (many at once), `cache`
(kept by the hash of what goes in), `code` (which of our code counts), then `official`, `forms` and
`ceklis`.
"""
