"""Drawings of a flow: the official matrix and Mermaid."""
