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

CODES: tuple[Code, ...] = tuple(
    sorted(
        {
            *codes_yaml.CODES,
            *codes_markdown.CODES,
            *codes_files.CODES,
            *codes_ref.CODES,
            *codes_amd.CODES,
            *codes_rul.CODES,
            *codes_dec.CODES,
            *codes_schema.CODES,
            *codes_tim.CODES,
            *codes_out.CODES,
            *CHECKS,
        },
        key=lambda code: code.id,
    )
)
