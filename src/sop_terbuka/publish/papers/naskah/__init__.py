"""The document of a service standard, a health SOP or another kind: sections, no blank matrix.

Read `content` (what it says, section by section), then `pdf` and `word` (how it is written).
"""
