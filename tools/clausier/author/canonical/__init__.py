"""Sources in their canonical form, step by step; a step is taken only where what is read stays the same.

What is read is the proof: the same keys and values, the same comments, the same lines of an act. So nothing here can change
a word, whatever a library does.
"""
