"""Checks that find what is wrong with an act, or with what acts make together, one a file. None knows any convention."""
