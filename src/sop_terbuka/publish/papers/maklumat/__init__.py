"""The service pledge of an office on one sheet, in the office's own words and no others."""
