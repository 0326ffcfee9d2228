"""What people get: pages, drawings, papers, feeds, and the whole site as values."""
