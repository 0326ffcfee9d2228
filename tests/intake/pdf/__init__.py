"""Tests of the PDF reader, on pages drawn by the tests themselves."""
