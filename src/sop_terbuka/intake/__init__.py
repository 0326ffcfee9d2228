"""What comes from outside. In: an office's own files, or nothing. Out: readings, drafts.

Read `reading` (the neutral shape of what was found), `readers` (which reader takes which file),
then one reader: `text`, `xlsx`, `word` or `pdf`. They share `grid`, `matrix`, `identity`, `heads`,
`flow` and `folding`. `draft` turns a reading into files of the site, `sheet` shows both side by
side, `carried` reads back what our own papers carry. `scaffold` starts a new office or SOP from
nothing, `situs_baru` a whole site. Knows `data` and `meaning` only.
"""
