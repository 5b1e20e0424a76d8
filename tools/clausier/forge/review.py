"""What a forge shows of a proposal: a page, Word files, and a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from clausier.diagnostics import Diagnostic, Lang, Message
from clausier.diagnostics.render import apart, as_text, counts, summary
from clausier.emit.besides import besides
from clausier.emit.redline import UNCHANGED, Redline, redline_markdown, redlines_html
from clausier.export.composed import changes_composed
from clausier.export.identity import TRACKED
from clausier.export.word.document import word as word_of
from clausier.forge.comment import MARK
from clausier.forge.effect import Effect, Faulty, Unshown

NO_RULES: Mapping[str, str] = MappingProxyType({})
COMMENT, PAGE, DRAFTED = "comment.md", "redline.html", "drafted"
# A forge cuts or refuses a comment beyond 65,536 characters.
_MOST_OF_EFFECTS, _MOST_OF_FILES, _MOST_OF_FINDINGS, _MOST_OF_STANDING = 25_000, 10_000, 10_000, 5_000

_NEW = Message(
    fr="## Une convention nouvelle\n\nElle n’existait pas encore\u00a0: il n’y a pas de texte en vigueur auquel la comparer.",
    en="## A new convention\n\nIt did not exist yet: there is no text in force to compare it with.",
)
_FAULTY = Message(
    fr="## La proposition ne peut pas être comparée au texte en vigueur\n\nElle a des erreurs. Les vérifications, ci-dessous, "
    "disent lesquelles, où, et que faire.",
    en="## The proposal cannot be compared with the text in force\n\nIt has errors. The checks below say which, where, and "
    "what to do.",
)
_FAULTY_BEFORE = Message(
    fr="## La proposition ne peut pas être comparée au texte en vigueur\n\nLe texte dont elle part avait des erreurs\u00a0:",
    en="## The proposal cannot be compared with the text in force\n\nThe text that it starts from had errors:",
)
_UNSHOWN = Message(
    fr="Cet acte a des erreurs\u00a0: son effet ne peut pas être montré. Les vérifications, ci-dessous, disent lesquelles.",
    en="This act has errors: its effect cannot be shown. The checks below say which.",
)
_AHEAD = Message(
    fr="## L’avenant que demande le brouillon ({act})", en="## The amendment that the draft asks for ({act})"
)
_DRAFTED = Message(
    fr="Le brouillon dit autre chose que l’avenant. Celui qu’il demande est ici, et parmi les fichiers de cette vérification, à "
    "déposer dans `{folder}`\u00a0; «\u00a0clausier draft {act}\u00a0» l’y écrit. Ce qui est montré plus haut en tient compte.",
    en="The draft says something else than the amendment. The one that it asks for is here, and among the files of this check, "
    "to be put into `{folder}`; “clausier draft {act}” writes it there. What is shown above takes it into account.",
)
_NOT_DRAFTED = Message(
    fr="Le brouillon ne donne pas d’avenant\u00a0: {why}.", en="The draft does not make an amendment: {why}."
)
_GONE = Message(
    fr="À enlever, car devenus sans objet\u00a0: {files}.", en="To be taken away, being without object: {files}."
)
_NO_EFFECT = Message(
    fr="Il ne changerait rien au texte en vigueur.", en="It would change nothing in the text in force."
)
_TOO_LONG = Message(
    fr="Les changements sont trop nombreux pour un commentaire\u00a0: la page les montre tous.",
    en="There are too many changes for a comment: the page shows them all.",
)
_PAGE = Message(fr="[La même comparaison, en une page]({page})", en="[The same comparison, as a page]({page})")
_WORD = Message(
    fr="En Word, avec des modifications suivies\u00a0: {files}, parmi les fichiers de cette vérification.",
    en="In Word, with tracked changes: {files}, among the files of this check.",
)
_MENDED = Message(
    fr="## À recopier\n\nCes fichiers, avec ce que les vérifications ci-dessous disent d’y écrire\u00a0: à relire, puis à coller à la place "
    "de ce qu’ils contiennent.",
    en="## To be copied\n\nThese files, with what the checks below say to write in them: to be read again, then pasted in place of "
    "what they hold.",
)
_BEFORE = Message(fr="Déjà là avant la proposition\u00a0: {counts}", en="There before the proposal: {counts}")
_OFFERED = Message(
    fr="## Règles à proposer\n\nDes phrases nouvelles semblent énoncer des règles. Ces fichiers les ont, avec ce qu’ils contiennent déjà\u00a0: "
    "relire chaque règle, puis coller le fichier à la place de l’ancien, ou sous ce nom s’il n’existe pas encore.",
    en="## Rules to propose\n\nNew sentences seem to state rules. These files have them, beside what they already hold: read each rule "
    "again, then paste the file in place of the old one, or under that name where there is none yet.",
)
_CHECKS = Message(fr="Vérifications\u00a0: {counts}", en="Checks: {counts}")
_CUT = Message(fr="… la suite est dans le journal de cette vérification.", en="… the rest is in the log of this check.")


class Ahead(Struct, frozen=True, kw_only=True):
    """What an edited draft makes of its amendment's `folder`: files by name, and those it takes away; or `why` it makes nothing."""

    act: str
    folder: str
    files: dict[str, bytes] = {}
    gone: tuple[str, ...] = ()
    why: Message | None = None


def reviewed(
    told: tuple[Effect | Unshown, ...] | Faulty | None,
    found: Sequence[Diagnostic],
    lang: Lang,
    *,
    page: str = "",
    ahead: Sequence[Ahead] = (),
    before: Sequence[Diagnostic] = (),
    rules: Mapping[str, str] = NO_RULES,
) -> dict[str, bytes]:
    """What to show of a proposal that does `told` (None: the project is new), of which the checks say `found`: files by name.

    What is said on the proposal, as Markdown that forges render, is the file `COMMENT`.
    `before` is what they said of the state that it started from; `page` is the address of the page for people, where it has one; `ahead` what drafts make that wait to be written; `rules` the files of rules that its new sentences ask for.
    """
    files: dict[str, bytes] = {}
    parts = [MARK]
    match told:
        case None:
            parts.append(_NEW.text(lang))
        case Faulty(before=True, errors=errors):
            parts += [_FAULTY_BEFORE.text(lang), _fenced(as_text(errors, lang), lang, _MOST_OF_FINDINGS)]
        case Faulty():
            parts.append(_FAULTY.text(lang))
        case _:
            shown = [effect for effect in told if isinstance(effect, Effect)]
            every = [(e, besides(e.former, e.timeline, lang, dated=not e.act)) for e in shown]
            redlines = [
                Redline(e.title.text(lang), e.changes, UNCHANGED, members)
                for e, members in every
                if e.changes or members or not e.act
            ]
            files[PAGE] = redlines_html(redlines, lang).encode()
            word = {
                _word(e): word_of(changes_composed(e.timeline, e.before, e.after, TRACKED, proposal=not e.act))
                for e in shown
                if e.changes
            }
            files |= word
            parts += _redlines(redlines, lang)
            parts += [
                f"## {e.title.text(lang)}\n\n{_NO_EFFECT.text(lang)}"
                for e, members in every
                if e.act and not (e.changes or members)
            ]
            parts += [f"## {e.title.text(lang)}\n\n{_UNSHOWN.text(lang)}" for e in told if isinstance(e, Unshown)]
            if page:
                parts.append(_PAGE.fill(page=page).text(lang))
            if word:
                parts.append(_WORD.fill(files=", ".join(f"`{name}`" for name in word)).text(lang))
    for one in ahead:
        files |= {f"{DRAFTED}/{one.act}/{name}": data for name, data in one.files.items()}
        parts += _ahead(one, lang)
    mended = {d.span.path: d.mended for d in found if d.mended and d.span.path not in rules}
    parts += _to_paste(_MENDED, mended, lang)
    parts += _to_paste(_OFFERED, rules, lang)
    brought, standing = apart(found, before)
    parts.append(_checks(_CHECKS, brought, lang, _MOST_OF_FINDINGS))
    if standing:
        parts.append(_checks(_BEFORE, standing, lang, _MOST_OF_STANDING))
    files[COMMENT] = ("\n\n".join(parts).replace(f"{MARK}\n\n", f"{MARK}\n", 1) + "\n").encode()
    return files


def _word(effect: Effect) -> str:
    return f"redline-{effect.act}.docx" if effect.act else "redline.docx"


def _redlines(redlines: Sequence[Redline], lang: Lang) -> Iterator[str]:
    """Each redline as Markdown; those that go beyond what a comment holds, by their title alone."""
    left = _MOST_OF_EFFECTS
    for redline in redlines:
        shown = redline_markdown(redline, lang).rstrip("\n")
        if len(shown) > left:
            shown = f"## {redline.title}\n\n{_TOO_LONG.text(lang)}"
        left -= len(shown)
        yield shown


def _ahead(one: Ahead, lang: Lang) -> Iterator[str]:
    """What a draft makes, each file to be copied as it is; by its name alone where that would be too long."""
    head = _AHEAD.fill(act=one.act).text(lang)
    if one.why is not None:
        yield f"{head}\n\n{_NOT_DRAFTED.fill(why=one.why).text(lang)}"
        return
    yield f"{head}\n\n{_DRAFTED.fill(act=one.act, folder=one.folder).text(lang)}"
    left = _MOST_OF_FILES
    for name, data in one.files.items():
        words = data.decode().rstrip("\n")
        left -= len(words)
        yield _folded(name, words) if left >= 0 else f"- `{name}`"
    if one.gone:
        yield _GONE.fill(files=", ".join(f"`{name}`" for name in one.gone)).text(lang)


def _to_paste(title: Message, files: Mapping[str, str], lang: Lang) -> Iterator[str]:
    """Files as they would be: as many as a comment holds."""
    left, shown = _MOST_OF_FILES, []
    for path, words in files.items():
        left -= len(words)
        if left >= 0:
            shown.append(_folded(path, words.rstrip("\n")))
    if shown:
        yield "\n\n".join([title.text(lang), *shown])


def _folded(name: str, words: str) -> str:
    return f"<details><summary>{name}</summary>\n\n{_quoted(words)}\n\n</details>"


def _checks(title: Message, found: Sequence[Diagnostic], lang: Lang, most: int) -> str:
    """The findings, folded unless one of them is an error."""
    state = " open" if counts(found)[0] else ""
    head = f"<details{state}><summary>{title.fill(counts=summary(found, lang)).text(lang)}</summary>"
    said = [_fenced(as_text(found, lang), lang, most)] if found else []
    return "\n\n".join([head, *said, "</details>"])


def _fenced(words: str, lang: Lang, most: int) -> str:
    """Words as they are, cut at the end of a line where they are too many."""
    if len(words) > most:
        kept = words[:most].rpartition("\n")[0]
        words = f"{kept}\n{_CUT.text(lang)}"
    return _quoted(words)


def _quoted(words: str) -> str:
    """Words as they are, whatever marks are in them."""
    fence = "`" * max([4, *(len(run) + 1 for run in re.findall("`+", words))])
    return f"{fence}text\n{words}\n{fence}"
