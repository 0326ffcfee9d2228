"""What was written: YAML files in, one catalogue or every problem out. Knows no other room."""
