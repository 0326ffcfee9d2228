"""What a change means: differences in words, history, proposals, edits in place. Knows meaning/."""
