"""Blank papers of the forms: an accessible fillable PDF and a DOCX with content controls."""
