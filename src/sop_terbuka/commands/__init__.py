"""The commands of `sop`, one module each: arguments in, library called, text out."""
