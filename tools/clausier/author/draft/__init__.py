"""Edited clauses → the amendment that makes the edits: its articles in the French of the drafting guides, with their operations.

`lay` lays the text in force; `compare` and `passages` compare what was edited with it, by structure (`edits` has their types);
`sentences` and `article` word each change by the table of `clausier.french.write`; `proof` proves the whole before anything is
written. The act is compiled as if signed: each article of the result must be the edited one, and each sentence must be read back
as its operation. Where that fails the change is made coarser, words, then lines, then the article, and refused at last.
"""
