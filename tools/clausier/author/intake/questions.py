"""What is asked of an act, the answers among which a person may choose, and who is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from clausier.french.orders import Keys


class Choice(Struct, frozen=True, kw_only=True):
    """One answer: its words, and what it writes: operations of the article, or a line of `avenant.yml`, or nothing.

    `effect` is a small redline of what it does to the text, "" where it changes no word.
    """

    words: str
    operations: tuple[Keys, ...] = ()
    line: str = ""
    effect: str = ""


class Question(Struct, frozen=True, kw_only=True):
    """Words of the act that are not certain, why (in French), and what they may mean.

    `readings` are all that was thought of, as the files show it; `choices` those of them that can be written.
    """

    sentence: str
    why: str
    readings: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()


class Answer(Struct, frozen=True, kw_only=True):
    """What a person has chosen: the file of the act, the sentence asked about and the words of the choice."""

    file: str
    sentence: str
    words: str


Ask = Callable[[str, Question], Choice | None]  # the file, the question → the choice; None: it stays in the file

# What a person may always say of words that were read, but not for certain.
AS_READ = Choice(words="le texte est bien celui-ci")


def nobody(file: str, question: Question) -> Choice | None:
    """Nobody is asked: every question stays in its file."""
    del file, question
    return None


def as_answered(answers: Iterable[Answer], otherwise: Ask = nobody) -> Ask:
    """The choices that were made before; `otherwise` is asked what was not answered."""
    known = {(a.file, a.sentence): a.words for a in answers}

    def ask(file: str, question: Question) -> Choice | None:
        words = known.get((file, question.sentence))
        found = next((c for c in question.choices if c.words == words), None)
        return found or otherwise(file, question)

    return ask
