"""What other programs read: open data, findings, Atom, calendars, the search index."""
