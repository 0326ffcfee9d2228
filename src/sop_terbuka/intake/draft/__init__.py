"""From a reading to a draft: YAML that passes the rules, its source text, and what is left over."""

from .known import Known
from .make import Made, drafts

__all__ = ["Known", "Made", "drafts"]
