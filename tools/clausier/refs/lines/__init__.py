"""The lines of an article that a sentence names by what stands there: their number, label, heading or count.

`section` is a stretch of lines and what a line looks like; `counting` finds alinéas by rank, `items` by label, `likeness` by their
words; `sections` finds all that a place may name, and `ranked` says it by the ranks that our targets have. `itself` tells a text that is an annex, `bearing` a
sentence that orders nothing and bears on the text all the same: an import, `apply` and the check pass none over.
"""
