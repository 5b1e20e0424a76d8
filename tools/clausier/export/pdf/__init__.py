"""PDF by typst: what the documents say as data, and how it is set in `document.typ`. No word of an act becomes markup."""
