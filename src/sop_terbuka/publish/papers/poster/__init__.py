"""The wall poster of a service: the standard that an office must display, on one sheet."""
