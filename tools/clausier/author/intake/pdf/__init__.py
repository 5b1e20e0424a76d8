"""A PDF → its blocks: each sign by its place on the page, and from the places lines, columns, tables and paragraphs."""
