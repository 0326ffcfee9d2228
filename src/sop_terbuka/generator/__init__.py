"""The only room that knows MkDocs. In: a site's folder. Out: what MkDocs writes.

Read `plugin` (the events of one build), then what it calls: `whole` (the old site stays until the
new one is finished), `placed` (generated files, at once to their place), `theme` (the look of every
site), `macros` (what a hand-written page may hold) and `written` (whether it does), `frame` (which
pages need the theme's script), `style` (the sheets, cut to what pages hold, by `sheet`, `shared`
and `seldom`; what is asked for `early`), `policy` (which scripts may run), `links` (whether every
link leads somewhere), `lean` (empty lines out), `reading` (mended for screen readers), `sharing`
(what a head says to others), `folder` (the copy without a server), `serving` (what is wrong, in the
browser), `quick` (an edited SOP at once), `entries` (menu and titles), `sealed` (whether anything
changed since), `compiled` (templates kept), `icons`.
"""
