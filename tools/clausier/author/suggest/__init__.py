"""Sentences that no rule accounts for → rules that they seem to state, written as a person would write them, to be read over.

`formulas` knows the turns of phrase; `suggest` walks the text, tries each rule on it, and leaves out what does not hold.
"""
