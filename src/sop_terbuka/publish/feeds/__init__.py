"""What other programs read: open data, Atom, calendars, the search index."""
