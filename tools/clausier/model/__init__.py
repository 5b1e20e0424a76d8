"""Frozen types: acts, provisions, operations, targets, dates. No behaviour beyond reading itself."""
