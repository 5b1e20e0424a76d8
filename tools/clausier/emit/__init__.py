"""What a compiled project is told as: one output a file, each a pure function.

`NAME_json` is the answer of a command as data, `NAME_text` the same for a terminal, out of the first; `outputs` lists the files of a
build (`convention_json`, `rules_json`, `references_json`, `versions`), `contract` holds each to its schema, and `content` says where it
goes. `site` makes the pages. What several tell alike: `blocks`, `html` and `markdown` a provision, `dates` and `days` when,
`operations` what an amendment does, `changes` what differs, `cited` the ground of an answer.
"""
