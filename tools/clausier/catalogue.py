"""Every code that a finding may bear: the list behind `clausier explain` and the site's page of checks."""

from __future__ import annotations

from clausier.check.every import CODES as CHECKS
from clausier.diagnostics import (
    Code,
    codes_amd,
    codes_dec,
    codes_files,
    codes_markdown,
    codes_out,
    codes_ref,
    codes_rul,
    codes_schema,
    codes_tim,
    codes_yaml,
)

_FAMILIES = (
    codes_yaml,
    codes_markdown,
    codes_files,
    codes_ref,
    codes_amd,
    codes_rul,
    codes_dec,
    codes_schema,
    codes_tim,
    codes_out,
)
_DECLARED = (value for family in _FAMILIES for value in vars(family).values() if isinstance(value, Code))
CODES: tuple[Code, ...] = tuple(sorted({*CHECKS, *_DECLARED}, key=lambda code: code.id))
