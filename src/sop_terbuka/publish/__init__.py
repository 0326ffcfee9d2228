"""What people get. In: a catalogue and its facts. Out: `site.Site`, the whole site as values.

Read `site`, then `pages` (HTML and its templates), `papers` (PDF and DOCX), `drawing` (flows),
`feeds` (what programs read), `gabungan` (a portal over many sites). `output` says what a file of
every SOP is and `outputs` lists them, `offices` those of an office. A template stands beside the
module that fills it; `render` is its one environment, `page` a page as a value, `words` the site's
words for the data's own values, `assets` what every page loads. Works no fact out: those come from
`meaning`.
"""
