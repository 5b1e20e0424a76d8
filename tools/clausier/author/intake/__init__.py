"""An act as signed (text, Markdown, Word) → its files in our formats, with a question wherever it is not certain."""
