"""A PDF → its blocks: each sign by its place on the page, and from the places lines, columns, tables and paragraphs.

`glyphs` says in a process of its own where each sign stands, and no more (`opening` asks it, within bounds); `rows`, `margins`,
`columns`, `tables`, `hyphens` and `paragraphs` go from signs to alinéas. What places do not settle is a question.
"""
