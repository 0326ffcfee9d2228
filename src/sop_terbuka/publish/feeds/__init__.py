"""What other programs read: open data, findings, Atom, calendars, the search index.

Read `opendata`, its shapes in `terbitan` and its lists in `table`, `temuan` and `register`;
`tertaut` (for machines that know no Indonesian keys), `feed`, `kalender`; then the search: `search`
(what can be found), `entri`, `kata` (its words), `indeks` (one file) and `bagian` (in parts).
"""
