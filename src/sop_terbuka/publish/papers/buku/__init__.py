"""The book of an office: cover, contents and the documents of all its SOPs, with one numbering."""
