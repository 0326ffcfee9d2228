"""Papers of the site: official documents, blank forms, checklists; how they are made and kept."""
