"""What comes from outside. In: an office's own files, or nothing. Out: readings, starting files.

Read `reading` (the neutral shape of what was found), `readers` (which reader takes which file),
then one reader: `text`, `xlsx` or `pdf`. They share `grid`, `matrix`, `identity`, `heads`, `flow`
and `folding`. `scaffold` starts a new office or SOP. Knows `data` and `meaning` only.
"""
