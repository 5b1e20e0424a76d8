"""Words that name acts, and words that only say what a thing is about: neither says anything of the change."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.french.dated import says_since_when
from clausier.french.itself import is_annexed_to
from clausier.french.joining import NUMBERS, UNITS
from clausier.french.lexicon import OTHER_ACTS
from clausier.french.quotations import OWN
from clausier.french.tokens import Token, folded
from clausier.text.regex import regex

_NAMED = UNITS | NUMBERS | {"QUOTE", "THUS", "EVERY", "BECOME"}
_PLAIN = frozenset(
    "W NUM ORD OF A DET AND LABEL MARK CARD ACT BETWEEN ALONE BEGIN START CHANGES LIST BRING RENUMBER".split()
)
_IN_A_NAME = _PLAIN | {"ARTICLE", "ANNEX"}
_IN_A_SUBJECT = _PLAIN | {"TABLE", "WORDS"}
_NAMED_BY_ITS_MATTER = frozenset({"ROW", "DASH", "POINT", "ALINEA", "PARAGRAPH", "SENTENCE", "LIST"})
_AS_AMENDED = regex(r",[ \u00a0]+modifiée? par\b")  # and by what, which is another act
_ITSELF = regex(rf"{OWN}\s*")  # of « l'annexe II de la convention », the act is the convention
# « relatif à la durée » after a number says what the article is about, and names nothing.
_ABOUT = ("relatif", "relati", "concernant", "portant", "consacre", "afferent")


def of_another_kind(act: str, title: str) -> bool:
    """Whether an act is of a kind (statutes, rules, a contract) that the title of a text does not say to be its own.

    An annex is another text than the convention that it is annexed to.
    """
    if is_annexed_to(act, title):
        return True
    kind = next((one for one in OTHER_ACTS if folded(act).startswith(one.replace("-", " "))), "")
    return bool(kind) and kind.replace("-", " ") not in folded(title)


def without_acts(found: list[Token], sentence: str) -> tuple[list[Token], tuple[Token, ...]]:
    """The tokens without the names of acts; and those names, as written, of the acts of which a place is said to be."""
    kept: list[Token] = []
    acts: list[Token] = []
    index = 0
    while index < len(found):
        probe = index
        while probe < len(found) and found[probe].kind in {"OF", "A", "DET"}:
            probe += 1
        if probe < len(found) and found[probe].kind == "ACT" and (probe > index or not kept):
            end = _end_of_name(found, probe)
            if not kept:  # « L'accord étant échu, l'article 3 … »
                end = next((n for n in range(probe, end) if found[n].value in {"etant", "ayant"}), end)
                end = _starting(found, probe, end)
            while end > probe + 1 and found[end - 1].kind in {"AND", "OF", "A", "DET"}:
                end -= 1
            first, last = found[probe], found[end - 1]
            name = _ITSELF.sub("", _AS_AMENDED.split(sentence[first.start : last.end])[0])
            if name and (
                (kept and kept[-1].kind in _NAMED) or (_tells_itself(name) and _is_changed(kept, found, index, end))
            ):
                acts.append(replace(first, value=name, end=last.end))
            index = end
            of_the_article = found[probe].value == "convention" and kept and kept[-1].kind in NUMBERS
            comma = bool(found[index : index + 1]) and found[index].kind == "COMMA"
            if of_the_article and [t.value for t in found[index + comma : index + comma + 1]] == ["intitule"]:
                index += comma
                kept.append(replace(found[index], kind="THAT_IS"))  # « l'article 8 de la convention intitulé « Prix » »
                index += 1
            continue
        kept.append(found[index])
        index += 1
    return kept, tuple(acts)


def _tells_itself(act: str) -> bool:
    """Whether the name of an act tells it from others: by its day or number, or as one of another kind than agreements are."""
    return any(c.isdigit() for c in act) or folded(act).startswith(tuple(o.replace("-", " ") for o in OTHER_ACTS))


def _is_changed(kept: list[Token], found: list[Token], start: int, end: int) -> bool:
    """Whether an act is what a sentence changes: « Dans l'accord du …, », « est inséré dans l'accord du … », « L'accord du … est complété par »."""
    before = [t.kind for t in kept[-2:] if t.kind != "COMMA"]
    if found[start].value in {"dans", "a", "au", "aux"}:
        return not kept or before[-1:] == ["INSERT"] or before[-1:] == ["COMPLETE"]
    behind = [t.kind for t in found[end : end + 3]]
    return not kept and behind[:1] == ["BE"] and bool({"MODIFY", "COMPLETE"} & {*behind[1:]})


def _starting(found: list[Token], start: int, end: int) -> int:
    """Where « prenant effet au 1er janvier 2022, » begins behind a name: it says since when; else `end`."""
    aside = [t.kind for t in found[end : end + 1]] == ["COMMA"]
    begins = (n for n in range(start, end if aside else start) if found[n].value.endswith("ant") and n > start)
    return next((n for n in begins if says_since_when(found[n:end])), end)


def _end_of_name(found: list[Token], at: int) -> int:
    """Where the name of an act that begins at `at` ends: before the verb, or the comma, that goes on with the sentence."""
    index = at + 1
    while index < len(found):
        kind, value = found[index].kind, found[index].value
        following = found[index + 1] if index + 1 < len(found) else None
        if _is_past(found, index) or (kind == "AND" and _is_a_place(found[index + 1 : index + 4])):
            return index
        as_amended = (
            kind == "COMMA"
            and following is not None
            and following.value in {"tel", "telle", "modifie", "modifiee", "dans"}
        )
        of_the_act = kind == "MODIFY" and following is not None and following.kind in {"BY", "BE", "COMMA", "STOP"}
        if as_amended or (of_the_act and found[index - 1].kind != "BE" and following and following.kind == "BY"):
            index += (
                3
                if kind == "COMMA" and found[index + 1 : index + 3] and _modified_by(found[index + 1 : index + 3])
                else 2
            )
        elif of_the_act and found[index - 1].kind in {"NUM", "W"}:
            index += 1  # « l’accord du 2 avril 1998 modifié est … »
        elif kind == "QUOTE" and (following is None or following.kind in {"OF", "BE", "A", "COMMA", "LABEL", "NUM"}):
            index += 1  # « l’avenant « Ouvriers » du 6 février »
        elif kind == "BY" and following is not None and following.kind in {"DET", "W"} and found[index - 1].kind == "W":
            index += 1  # « relatif à la promotion par l’alternance »
        elif kind == "CARD" and following is not None and following.kind in UNITS | {"NEW", "LABEL"}:
            return index  # « à la convention un article 12 », « un 4° »
        elif value == "ou" and _is_of_a_subject(found[at:index], found[index + 1 :]):
            index += 1  # « l’accord relatif à la reconversion ou à la promotion du 20 janvier 2020 »
        elif value.startswith(_ABOUT) and value.endswith("s") and _narrows(found[index], found[:at]):
            return index  # « les dispositions de l'article 3 de la convention relatives au prix »
        elif kind in _IN_A_NAME or value == "titre" or value in {"tel", "telle", "que", "qu'"}:
            index += 1
        else:
            return index
    return index


def _is_of_a_subject(name: list[Token], behind: list[Token]) -> bool:
    """Whether « ou » stands among the words that say what an act is about: behind it no unit is named before the sentence goes on."""
    end = next((n for n, t in enumerate(behind) if t.kind not in (_PLAIN | {"BY"}) - {"LABEL", "ACT"}), len(behind))
    goes_on = [t.kind for t in behind[end : end + 1]] in (["COMMA"], ["BE"])
    return goes_on and any(t.value.startswith(_ABOUT) for t in name)


def _is_past(found: list[Token], index: int) -> bool:
    """Whether « ont », « a été » goes on with the sentence behind a name: what it says was done before."""
    return found[index].value == "ont" or [t.value for t in found[index : index + 2]] == ["a", "ete"]


def _is_a_place(found: list[Token]) -> bool:
    """Whether « et » goes on with another place behind a name: « de la convention et l'article 4 »."""
    return [t.kind in UNITS for t in found if t.kind not in {"DET", "OF", "A"}][:1] == [True]


def _modified_by(found: list[Token]) -> bool:
    return [t.kind for t in found] == ["MODIFY", "BY"]


def without_subjects(found: list[Token]) -> list[Token]:
    """Without « relatif à … » behind a number or a name, up to what goes on with the sentence."""
    kept: list[Token] = []
    index = 0
    while index < len(found):
        token = found[index]
        end, link = _end_of_name_of_lines(kept, found, index)
        if end > index:
            name = " ".join(t.value for t in found[index + 1 : end])
            kept += [replace(token, kind="ABOUT", value=name, end=found[end - 1].end), *link]
            index = end
            continue
        about = token.kind == "W" and token.value.startswith(_ABOUT) and not _narrows(token, kept)
        about = about and not _is_told_by_its_matter(kept)
        if kept and (
            (about and kept[-1].kind in NUMBERS | UNITS | {"QUOTE"}) or _says_what_is_shown(kept[-1], found, index)
        ):
            index += 1
            while index < len(found) and found[index].kind in _IN_A_SUBJECT and not _is_past(found, index):
                index += 1
            # « le tableau des primes de l'article 5 »: what it shows ends before the place that it is of.
            if index < len(found) and found[index].kind in UNITS and not about:
                while found[index - 1].kind in {"OF", "DET"}:
                    index -= 1
            continue
        kept.append(token)
        index += 1
    return kept


def _is_told_by_its_matter(kept: list[Token]) -> bool:
    """Whether a row, an item, an alinéa … stands last that no number tells from others: « la ligne », « les tirets »."""
    return len(kept) > 1 and kept[-1].kind in _NAMED_BY_ITS_MATTER and kept[-2].kind in {"DET", "OF", "A"}


def _end_of_name_of_lines(kept: list[Token], found: list[Token], start: int) -> tuple[int, list[Token]]:
    """Where what one row, item or list is said to be of ends (« relative à l'incinération », « des missions »), and what leads to the place behind it.

    `start` where no such words begin there.
    """
    if not _is_told_by_its_matter(kept) or kept[-1].value.endswith("s"):
        return start, []
    of_a_list = kept[-1].kind == "LIST" and found[start].kind == "OF"
    told = found[start].kind == "W" and found[start].value.startswith((*_ABOUT, "correspondant"))
    if not (of_a_list or told):
        return start, []
    end = start + 1
    while end < len(found) and (found[end].kind in _IN_A_SUBJECT - {"TABLE"} or found[end].value == "ou"):
        if _is_past(found, end):
            return start, []
        end += 1
    if end < len(found) and found[end].kind in UNITS:
        while end > start + 1 and found[end - 1].kind in {"OF", "DET", "CARD", "ORD"}:
            end -= 1
        if found[end - 1].kind == "A" and found[end].kind == "DET":  # « énumérées à l'article 3 »
            return end - 1, [replace(found[end - 1], kind="FOUND", end=found[end - 1].start)]
    words = any(t.kind != "OF" for t in found[start + 1 : end])
    of_units = end < len(found) and found[end].kind == "PROVISIONS"  # « la liste des dispositions »
    return (end, []) if words and not of_units else (start, [])


def _narrows(about: Token, before: list[Token]) -> bool:
    """Whether « relatives à … » says which of « les dispositions de l'article 3 » are meant, and not what the article is about."""
    return not about.value.endswith(("if", "ive", "re", "ree", "rent", "rente")) and any(
        t.value in {"dispositions", "stipulations"} for t in before
    )


def _says_what_is_shown(before: Token, found: list[Token], index: int) -> bool:
    """Whether « de … » begins what a table shows (« le tableau des garanties »), which names nothing."""
    following = found[index + 1 : index + 3]
    return (
        before.kind in {"TABLE", "LIST"}
        and found[index].kind == "OF"
        and any(t.kind == "W" for t in following)
        and not any(t.kind in UNITS | {"PROVISIONS"} for t in following)
    )


def _end_of_origin(found: list[Token], start: int) -> int:
    """Where « , tel que modifié par [an act] », « issu de [an act] » behind a number ends; `start` where it is none."""
    at = start + (found[start].kind == "COMMA")
    at += 2 * (found[at + 1 : at + 2] != [] and found[at].value[:3] == "tel" and found[at + 1].value in {"que", "qu'"})
    made = [t.kind for t in found[at : at + 2]] in (["MODIFY", "BY"], ["INSERT", "BY"])
    end = at + 2 if made else at + (found[at : at + 1] != [] and found[at].value in {"issu", "issue"})
    then = found[end : end + 1]
    named = end > at and bool(then) and then[0].kind in {"COMMA", "BE"} and then[0].start - found[end - 1].end > 1
    return end if named else start


def without_wording(found: list[Token]) -> list[Token]:
    """Without « dans sa rédaction issue de … », « , tel que modifié par …, », « créé par … » (the act's name is gone already)."""
    kept = list(found)
    for index in range(1, len(kept)):
        end = _end_of_origin(kept, index) if kept[index - 1].kind in NUMBERS | {"QUOTE"} else index
        if end > index:
            aside = kept[index].kind == kept[end].kind == "COMMA"
            return [*kept[:index], *kept[end + aside :]]
    for index, token in enumerate(kept):
        if token.value == "redaction" and index >= 2 and kept[index - 2].value == "dans":
            end = index + 1
            while end < len(kept) and kept[end].value in {"issu", "issue", "resultant", "en", "vigueur", "de", "du"}:
                end += 1
            start = index - 2 - (kept[index - 3].kind == "COMMA" if index > 2 else 0)
            end += end < len(kept) and kept[end].kind == "COMMA"
            return kept[:start] + kept[end:]
    return kept
