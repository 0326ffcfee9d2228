"""The rules of the findings, in files of their families."""
