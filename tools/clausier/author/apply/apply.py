"""Plain texts and their amendments as signed → the consolidated text, and a query for each sentence that is not certain.

Each way in which a sentence may be meant is tried on the text; it is followed where all that fit make the same text, and asked
about otherwise. Nothing is guessed.
"""

from __future__ import annotations

from msgspec.structs import replace

from clausier.author.apply.amendment import amended
from clausier.author.apply.document import hold
from clausier.author.apply.plain import evened, plain_articles, plain_document
from clausier.author.apply.sentence import Article, Query
from clausier.refs.lines.itself import itself_of
from clausier.schemas import Object


def apply(document: Object) -> Object:
    """The text of `base` with its `avenants` applied in order: `case`, `articles` (`num`, `title`, `text`) and `queries`.

    Raises DocumentError where a key is missing or of another kind.
    """
    hold(document)
    base, title = document["base"]["articles"], document["title"]
    text = plain_document(base)
    every = [
        [
            Article(
                name=f"{a['id']}/{n}",
                number=str(b.get("num") or ""),
                heading=evened(b.get("title") or ""),
                words=evened(b["text"] or ""),
                by=str(a.get("title") or ""),
                of=title,
            )
            for n, b in enumerate(a["articles"])
        ]
        for a in document["avenants"]
    ]
    queries: list[Query] = []
    for articles in every:
        itself = itself_of(title, text)
        text, asked = amended([replace(a, itself=itself) for a in articles], text)
        queries.extend(asked)
    return {
        "case": document.get("case"),
        "articles": list(plain_articles(text, base)),
        "queries": [{"sentence": q.sentence, "message": q.message} for q in queries],
    }
