"""What comes from outside: starting files and readings of the office's own documents."""
