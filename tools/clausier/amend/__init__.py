"""One operation on a text: the only code that changes words."""

from clausier.amend.apply import Applied, apply
from clausier.amend.fingerprint import fingerprint

__all__ = ["Applied", "apply", "fingerprint"]
