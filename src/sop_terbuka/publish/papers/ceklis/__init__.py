"""The checklist of a service on paper: facts in, one PDF out."""

from .content import Ceklis, checklist

__all__ = ["Ceklis", "checklist"]
