"""An act as signed (text, Markdown, Word, PDF) → its files in our formats, with a question wherever it is not certain.

`reading` turns a signed file into blocks, by `text`, `marked`, `word` or `pdf`. `parts` (by its `head_lines`), `quoting`, `identity` and `formalities`
find the parts of the act in them. `orders` reads an article: its sentences (`sentences`, `other_texts`), each followed
(`following`) to the places that it names, what is not certain asked (`amiss`, `headed`, `unread`), each way to write it
tried on the text in force (`choosing`, `trial`); `making` and `writing` make the files of its folder. `record` and `own` keep from one import to the next
what a person has done; `intake` is the whole.
"""
