"""Findings: places, codes, messages in two languages, renderers. Knows nothing of conventions."""

from clausier.diagnostics.diagnostic import (
    Code,
    Diagnostic,
    Filled,
    Label,
    Lang,
    Message,
    Miscalled,
    Refused,
    Severity,
    Span,
    Value,
    did_you_mean,
    has_errors,
    in_order,
    report,
)

__all__ = [
    "Code",
    "Diagnostic",
    "Filled",
    "Label",
    "Lang",
    "Message",
    "Miscalled",
    "Refused",
    "Severity",
    "Span",
    "Value",
    "did_you_mean",
    "has_errors",
    "in_order",
    "report",
]
