"""An order of a sentence, on a text in plain lines → the operations that carry it out: one sequence for each reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clausier.author.apply.added import after_words, begun, completed, inserted, lengthened, put_between, single_line
from clausier.author.apply.brought import needed_text, quoted_text
from clausier.author.apply.created import created, shifted
from clausier.author.apply.each import LINES, each_line, each_place
from clausier.author.apply.lines import Unsure, common_of, replaced, target_of
from clausier.author.apply.moved import both_ways, moved, put_first, rows_only
from clausier.author.apply.payloads import NewText, by_article, cut_short, may_be_part, new_text
from clausier.author.apply.renamed import renumbered, retitled
from clausier.author.apply.reworded import Operations, reworded, whole_article, worded_lines
from clausier.author.apply.substituted import line_with, substituted, to_the_end
from clausier.author.apply.together import SEVERAL, together
from clausier.french import Order, Part, Said
from clausier.french.counted import told_otherwise
from clausier.model.operation import (
    AddWords,
    Common,
    Delete,
    Repeal,
    Substitute,
    TextOperation,
)
from clausier.model.provision import Provision
from clausier.model.target import Target
from clausier.refs.each_article import of_the_whole
from clausier.refs.lines.headings import same_heading
from clausier.refs.lines.likeness import likeness, says_again, the_line
from clausier.refs.lines.section import LABEL, Section, Sought, is_whole, lines_of
from clausier.refs.lines.sections import sections
from clausier.source.headings import number_key
from clausier.text.sentences import sentences

_SUB_ARTICLE = re.compile(r"\d+(?:[.-]\d+)+")  # « L'article 6 est complété par un article 6.3 »
_NUMBER = r"\d+(?:[.-]\d+)*"
_ARTICLES = re.compile(rf"\barticles\s+{_NUMBER}(?:\s*(?:,|et|à)\s*{_NUMBER})+", re.IGNORECASE)
_WITHIN = 2  # parts: an article, and one of it
_OF_ONE_ARTICLE = 0.4  # two wordings of an article share so many of their words


def operations(order: Order, said: Said, text: Provision, name: str) -> Iterator[Operations | Unsure]:
    """Each way to carry `order` out on `text`; an Unsure where it must be asked about, whatever the other readings."""
    common = common_of(name, order.verb)
    whole = of_the_whole(order, said.quotations, text)
    if whole is None:
        yield Unsure("hors des articles aussi, le texte a ces mots")
        return
    order = whole
    new = [line for one in said.payload for line in one.split("\n") if line.strip()] if len(said.orders) == 1 else []
    if why := told_otherwise(said.sentence, new):
        yield Unsure(why)
        return
    try:
        if order.everywhere and not order.place:
            yield (_everywhere(order, said, common, text),)
        elif order.verb == "modify_each":
            yield _each_article(said, common, text)
        elif order.verb == "create" or (order.verb == "complete" and _SUB_ARTICLE.fullmatch(order.made)):
            yield (*(shifted(order, common, text) if order.again else ()), created(order, said, common, text))
        elif order.verb == "renumber":
            yield renumbered(order, common, text, said)
        elif order.verb == "insert_after" and order.anchor:
            for one in both_ways(order, said, text):
                yield from operations(one, said, text, name)
        elif len(places := [one for place in each_place(order.place, text) for one in each_line(order, place)]) > 1:
            yield from _several(order, places, said, common, text)
        else:
            sought = _sought(order, said)
            is_heading = bool(places) and len(places[0]) > 1 and places[0][-1].unit == "HEADING"
            place = places[0][:-1] if is_heading else places[0] if places else ()
            for section in sections(place, said.quotations, text, sought) or _by_its_wording(place, said, text, sought):
                rows_only(order, said, section)
                if order.verb in {"move_after", "move_before"}:
                    yield (moved(order, said, common, text, section),)
                elif is_heading:
                    yield (retitled(order, said, common, section),)
                elif order.verb == "replace" and SEVERAL.search(said.sentence) and _by_several(said, section):
                    yield (together(common, (target_of(section),), quoted_text(order, said), text, said.sentence),)
                else:
                    yield _carried(order, said, common, section)
    except Unsure as unsure:
        yield unsure


def _by_several(said: Said, section: Section) -> bool:
    """Whether several articles are quoted in place of one."""
    return is_whole(section) and bool(by_article(said.payload)[1:])


def _everywhere(order: Order, said: Said, common: Common, text: Provision) -> TextOperation:
    if order.verb == "replace":
        return together(common, (Target("*", ()),), quoted_text(order, said), text, said.sentence)
    if not order.words:
        raise Unsure("le texte entier prend fin, et aucun mot n’en change")
    words, new = (*(said.quotations[n] for n in order.words), "")[:2]
    return Substitute(common=common, targets=(Target("*", ()),), words=words, new=new, count=None)


def _by_its_wording(place: tuple[Part, ...], said: Said, text: Provision, sought: Sought) -> list[Section]:
    """The lines of the article that a place names which the new wording nearly says again, where the place names none in it."""
    if amiss := _named_amiss(place, said, text, sought):
        return amiss
    found = sections(place[:1], said.quotations, text)
    new = new_text((sought.wording,), "").lines if sought.wording else ()
    if len(place) < _WITHIN or len(found) != 1 or not new or place[-1].unit not in LINES:
        return []
    where = the_line(new, lines_of(found[0].article)[found[0].start : found[0].end])
    if where is None:
        return []
    start, end = (found[0].start + n for n in where)
    if end - start < max(place[-1].several, len(place[-1].numbers)):
        return []  # « les deux alinéas » are no single one
    label = LABEL.match(lines_of(found[0].article)[start])
    return [replace(found[0], start=start, end=end, label=label["label"] if label else "")]


def _named_amiss(place: tuple[Part, ...], said: Said, text: Provision, sought: Sought) -> list[Section]:
    """The article of that number, though its heading is another than is quoted, where the new wording is nearly its own."""
    if not place or place[0].named is None or not place[0].numbers:
        return []
    found = sections((replace(place[0], named=None), *place[1:]), said.quotations, text, sought)
    new = new_text((sought.wording,), "").lines
    return [s for s in found if new and says_again(new, lines_of(s.article)[s.start : s.end])]


def _sought(order: Order, said: Said) -> Sought:
    if order.words and (order.verb.endswith("_words") or order.verb.startswith("added")):
        return Sought(words=said.quotations[order.words[0]])
    if order.verb in {"replace", "modify"}:
        return Sought(wording="\n".join(said.payload or said.after or (said.quotations[n] for n in order.words)))
    return Sought()


def _several(
    order: Order, places: list[tuple[Part, ...]], said: Said, common: Common, text: Provision
) -> Iterator[Operations]:
    sought = _sought(order, said)
    found = [sections(place, said.quotations, text, sought) for place in places]
    if any(len(one) != 1 for one in found):
        raise Unsure("aucune lecture ne convient au texte")
    every = [one[0] for one in found]
    if order.verb in {"delete", "repeal", "replace_words", "delete_words"}:
        made = tuple(op for section in every for op in _carried(order, said, common, section))
        words = [op for op in made if isinstance(op, Substitute)]
        yield (replace(words[0], targets=tuple(t for op in words for t in op.targets)),) if words else made
        return
    texts = {number_key(t.number): t for t in by_article(quoted_text(order, said))}
    keys = [number_key(place[0].numbers[0]) for place in places]
    if order.verb == "replace" and set(texts) != set(keys) and len(places[0]) == 1 and all(map(is_whole, every)):
        targets = tuple(target_of(section) for section in every)
        yield (together(common, targets, quoted_text(order, said), text, said.sentence),)
        return
    if order.verb not in {"replace", "modify"} or set(texts) != set(keys) or len(places[0]) > 1:
        raise Unsure("le texte nouveau de chaque article n’est pas distingué")
    yield tuple(
        replaced(common, target_of(s), worded_lines(texts[k], s, lines_of(s.article)))
        for s, k in zip(every, keys, strict=True)
    )


def _each_article(said: Said, common: Common, text: Provision) -> Operations:
    """« Les articles ci-dessous sont modifiés comme suit : » each article quoted with its number takes its new wording."""
    if not said.payload:
        raise Unsure("le texte nouveau n’est pas trouvé")
    done: list[TextOperation] = []
    told = set(re.findall(r"\d+(?:\.\d+)*", said.sentence))
    named = re.search(r"\barticles?\s+\W?\d", said.sentence, re.IGNORECASE) is not None
    texts = by_article(said.payload)
    lists = ({*re.findall(_NUMBER, run[0])} for run in _ARTICLES.finditer(said.sentence))
    if any(own & keys and not own <= keys for keys in [{number_key(t.number) for t in texts}] for own in lists):
        raise Unsure(
            "le texte nouveau de chaque article n’est pas distingué"
        )  # « les articles 3 et 4 »: and the text of 3
    for new in texts:
        if named and number_key(new.number) not in told:
            raise Unsure("le texte nouveau n’est pas celui d’un article nommé")
        order = Order("replace", (Part("ARTICLE", (new.number,)),))
        found = sections(order.place, said.quotations, text)
        partly = len(found) == 1 and may_be_part(new.lines, lines_of(found[0].article))
        if len(found) != 1 or not is_whole(found[0]) or cut_short(new.lines) or partly or _is_unlike(new, found[0]):
            raise Unsure("le texte nouveau de chaque article n’est pas distingué")
        done.extend(whole_article(order, common, found[0], new))
    if not done:
        raise Unsure("le texte nouveau de chaque article n’est pas distingué")
    return tuple(done)


def _is_unlike(new: NewText, section: Section) -> bool:
    """Whether a new text has another heading than the article of its number, and hardly any of its words."""
    heading = section.heading
    if not new.title or not heading or same_heading(new.title, heading):
        return False
    return likeness("\n".join(new.lines), "\n".join(lines_of(section.article))) < _OF_ONE_ARTICLE


def _carried(order: Order, said: Said, common: Common, section: Section) -> Operations:
    targets = (target_of(section),)
    words = tuple(said.quotations[n] for n in order.words)
    match order.verb:
        case "replace" | "modify" | "restore":
            return reworded(order, said, common, section)
        case "delete" | "repeal":
            if section.sentence and sentences(lines_of(section.article)[section.start])[1:] == ():
                targets = (target_of(replace(section, sentence=0, last=0)),)  # nothing of the alinéa is left
            whole = is_whole(section)
            return (Repeal(common=common, targets=targets) if whole else Delete(common=common, targets=targets),)
        case "replace_words" | "delete_words":
            return substituted(order, said, common, section, words)
        case "tail" | "tail_cut":
            return (to_the_end(order, said, common, section),)
        case "added_after" | "added_before":
            where = line_with(section, words[0])
            before = order.verb == "added_before"
            return (AddWords(common=common, targets=(where,), anchor=words[0], new=words[1], before=before),)
        case "added_between":
            return (put_between(common, section, words),)
        case "words_at_end" | "complete_sentence":
            new = words[0] if words else " ".join(single_line(needed_text(order, said)))
            return (lengthened(common, section, new, inside=order.verb == "words_at_end"),)
        case "words_at_start" if len(words) == 1:
            return (begun(common, section, words[0]),)
        case "prepend":
            return (put_first(order, said, common, section),)
        case "complete" | "complete_lines" | "complete_rows":
            return (completed(order, said, common, section),)
        case "line_after_words":
            return (after_words(order, said, common, section),)
        case "insert_after" | "insert_before":
            return (inserted(order, said, common, section),)
        case "retitle":
            return (retitled(order, said, common, section),)
        case _:
            raise Unsure("cette modification n’est pas de celles qui sont faites")
