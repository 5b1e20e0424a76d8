"""Edited clauses → the amendment that makes the edits: its articles in the French of the drafting guides, with their operations."""
