"""An act as signed (text, Markdown, Word, PDF) → its files in our formats, with a question wherever it is not certain."""
