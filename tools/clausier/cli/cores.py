"""How much a command may do at once."""

from __future__ import annotations

import os
import sys


def cores() -> int:
    """How many processes can work at once on this machine."""
    if sys.platform != "linux":
        return os.cpu_count() or 1
    return len(os.sched_getaffinity(0))
