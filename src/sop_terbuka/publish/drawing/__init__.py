"""Drawings of a flow: `matrix` is the official table laid out and drawn, `diagram` Mermaid."""
