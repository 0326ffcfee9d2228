"""What a change means. In: two states of the data or a stranger's file. Out: words, a new state.

Read `revisi` (differences as effects on people), `riwayat` (what changed when), `kapan` (the day of
each file), `usulan` (a proposal from somebody without Git), `migrasi` (to a newer vocabulary).
`edit` changes one value and leaves every other character alone, `gittree` reads and writes Git
without a checkout, `safe_markdown` makes the text of strangers harmless, `gate` reads a comment
before it is posted. Knows `meaning` and `data`.
"""
