"""SOP Terbuka: from one YAML file per SOP to pages, diagrams, documents and open data."""
