"""A convention as signed (text, Markdown, Word, PDF) → the files of `convention/`, with a question wherever it is not certain.

The signed file is read into blocks as that of an amendment is (`intake.reading`). `contents` leaves out its table of contents,
`headings` finds which lines are headings, `outline` cuts the blocks at them and says how they nest, `members` finds between
whom it is, and `making` makes the files. `filling` puts them into a project whose convention was missing until then.
"""
