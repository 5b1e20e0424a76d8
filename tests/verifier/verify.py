"""Every character of every version stands in the source where its run says: checked by code that shares nothing with the compiler.

The verifier does not apply amendments. It reads the sources, gathers under each origin the lines that it brings (the
convention's own; a quotation; `par`, `mots`, `intitulé`, `cellules`), and lays the runs of each version over them:

- in the order of the source, each line of the version in a line of its own, no character twice;
- what lies between two runs is *lost*, and every lost character must be one that an operation in force may take away:
  `remplacer`, `abroger`, `supprimer` … all of what stands under their target, `remplacer-mots` and `supprimer-mots` the
  words that they quote, through typography (spaces, apostrophes, dashes, quotation marks, ligatures);
- the text begins when the convention does, and until that is certain there may be none;
- an operation speaks in a version only if the sources hold it, and it has begun, and has not ended, on its days.

Words themselves are compared as typed. Two liberties are the specification's: the space that joins inserted words to
their neighbours, and the guillemets that enclose a quotation.
Where an act moves or joins provisions, or writes its words several times, order is not asked for, and each line stands
for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from verifier.laying import Brought, Piece, Slot, lay, stands, through
from verifier.sources import BEFORE_WORDS, DIVISION, RANK, RANKS, Act, Line, Operation, plain_key

Json = dict[str, Any]
WHOLE = {"remplacer", "abroger", "supprimer", "retablir"}
TAKE_AWAY = {
    "line": WHOLE,
    "words": WHOLE,
    "cell": WHOLE | {"remplacer-ligne", "supprimer-ligne"},
    "heading": WHOLE | {"renommer", "reunir"},
    "title": WHOLE | {"renommer", "reunir"},
}
WORDS = {"remplacer-mots", "supprimer-mots"}
DISORDER = {"deplacer", "reunir"}
RENAME = {"renumeroter", "scinder", "reunir", "deplacer"}
MEMBERS = {"adhesion", "retrait", "fusion", "denomination", "representation"}
STATUS = {"repealed": {"abroger"}, "suspended": {"suspendre"}, "expired": {"expirer"}}
INCOMPLETE = "il peut exister des stipulations que personne ici ne connaît (complète: non)"
_ADVERB = r"\s(?:bis|ter|quat[eo]r|[a-z]+ies)"
_SEVERAL = re.compile(r"\s(?:à|et)\s")
_INSIDE = re.compile(r"al|phr|tiret|tableau", re.IGNORECASE)
_LABEL = re.compile(rf"(?:«\s*)?\(?\w{{1,4}}(?:{_ADVERB}[.)]|[.)°º]+(?:{_ADVERB})?[.)]*)(\s+)")


def verify(
    sources: dict[str, Act], convention: Json, versions: dict[str, Json] | None = None, drafts: Iterable[str] = ()
) -> list[str]:
    """What is wrong with the provenance in `convention` (a `convention.json`), by the sources (`read_sources`).

    `versions` are the `versions/ID/convention.json` of the same build, to be compared with it; `drafts` are the acts
    that were asked for as if they were signed.
    """
    check = _Check(sources, convention, frozenset(drafts))
    faults = [*check.records(), *check.acts(), *check.periods(), *check.members(), *check.states()]
    for rank, version in enumerate(convention["versions"]):
        faults += check.version(rank, version, (versions or {}).get(version["id"]))
    return faults


class _Check:
    def __init__(self, sources: dict[str, Act], convention: Json, drafts: frozenset[str]) -> None:
        self.sources, self.json, self.drafts = sources, convention, drafts
        written = [o for a in sources.values() for o in a.operations]
        by_place = {(o.path, o.rank): o for o in written}
        self.operations: dict[str, Operation] = {}
        self.records_: dict[str, Json] = {}
        self.strangers: list[str] = []
        for record in convention["operations"]:
            rank = record["id"].rpartition("#")[2]
            found = by_place.pop((record["path"], int(rank) if rank.isdigit() else -1), None)
            if found is None:
                self.strangers.append(f"{record['id']}: no such operation in {record['path']}")
            else:
                self.operations[record["id"]] = found
                self.records_[record["id"]] = record
        ignored = {a.id for a in sources.values() if a.index.get("etat") == "projet"} - drafts
        left = (o for o in by_place.values() if o.act not in ignored)
        self.strangers += [f"{o.path}: its operation {o.rank} is in no record" for o in left]
        brought = [line for a in sources.values() for line in (*a.lines, *(x for o in a.operations for x in o.brings))]
        self.rows = {line.named for line in brought if line.named}
        self.renamed = any(o.verb in RENAME for o in written)
        self.states_ = {p["id"]: p["states"] for p in convention["provisions"]}

    # Records: what the file says of operations, acts and members is what the sources say.

    def records(self) -> Iterator[str]:
        yield from self.strangers
        for name, record in self.records_.items():
            source = self.operations[name]
            number = re.sub(r" \(\d+\)$", "", record["article"])
            head = BEFORE_WORDS.match(source.article)
            if record["act"] != source.act or name != f"{source.act}/{record['article']}#{source.rank}":
                yield f"{name}: is of {source.act}, operation {source.rank}"
            number = re.sub(r"^(?:annex|division|opening|closing|preamble|term)\b ?", "", number)
            if number.startswith("«"):  # an article without a number goes by its heading
                number, head = re.sub(r"^«\s*|\s*»$", "", number), re.match(r".*", source.article)
            if number.lower() not in (head[0] if head else "").replace("\u00a0", " ").lower():
                yield f"{name}: its article is « {source.article} »"
            if plain_key(record["verb"]) != source.verb:
                yield f"{name}: the source says {source.verb}"
            if "targets" in record and _atoms(record["targets"]) != _atoms(source.targets):
                yield f"{name}: the source names {source.targets}"
            if record["sentence"] is not None and record["sentence"] not in source.sentences:
                yield f"{name}: its sentence is not in {source.path}"
            own = _span(source.keys.get("en-vigueur"))
            moved = [_span({"lendemain": o.keys["jusqu-au"]}) for o in self.prolonging(source)]
            days = [own, *(moved if source.verb == "expirer" else ())]
            if own and None not in days and record["in_force"] not in [_edtf(day) for day in days if day]:
                yield f"{name}: the source puts it in force on {_edtf(own)}"
            for key, said in (("note-d-edition", "editorial_note"), ("note", "note"), ("source", "source")):
                if record.get(said) != (source.keys.get(key) or None):
                    yield f"{name}: its {key} is not the source’s"

    def acts(self) -> Iterator[str]:
        annulled: set[str] = set()
        for act in reversed(self.json["acts"]):
            if act["id"] not in self.sources:
                yield f"{act['id']}: no such act"
            elif self.sources[act["id"]].folder != act["folder"]:
                yield f"{act['id']}: its folder is {self.sources[act['id']].folder}"
            elif self.sources[act["id"]].index.get("etat") == "projet" and act["id"] not in self.drafts:
                yield f"{act['id']}: a draft"
            else:
                operations = (n for n, o in self.operations.items() if o.act == act["id"] and o.verb == "annuler")
                annulled |= {self.operations[n].keys["annuler"] for n in operations if self.has_come(n)}
                if act["id"] in annulled:
                    yield f"{act['id']}: annulled"
        known = [a["id"] for a in self.json["acts"]]
        for version in self.json["versions"]:
            yield from (f"{version['id']}: no act {name}" for name in version["acts"] if name not in known)
            begins = self.begins(version)
            for act in version["acts"][1:]:
                first = [self.days(n, o)[0] for n, o in self.operations.items() if o.act == act]
                if begins and not any(day and day <= begins for day in first):
                    yield f"{version['id']}: {act} has not begun"

    def periods(self) -> Iterator[str]:
        """There may be no text yet (null) on the days on which the convention may have begun, until it certainly has."""
        index = self.sources["convention"].index
        found = _span(index.get("en-vigueur"), index.get("signature"))
        if found is None:
            return
        for period in self.json["periods"]:
            if period["from"] < found[0]:
                yield f"{period['from']}: the convention begins on {found[0]} at the earliest"
            if (None in period["versions"]) != (period["from"] < found[1]):
                yield f"{period['from']}: whether there is a text is open until {found[1]} alone"
        begun = [v["valid"]["from"] for v in self.json["versions"] if v["valid"]["from"]]
        yield from (f"certain from {day}, the convention from {found[1]}" for day in begun if day < found[1])

    def members(self) -> Iterator[str]:
        """The members, replayed: each change is that of the operations in force since the change before."""
        told = self.json["members"]
        parties = {p["id"]: p["nom"] for p in self.sources["convention"].index.get("parties", ())}
        changes = sorted(
            ((self.last_day(n), i, n) for i, n in enumerate(self.operations) if self.operations[n].verb in MEMBERS),
            key=lambda change: change[:2],
        )
        alive = {a["id"] for a in self.json["acts"]}
        due = [(day, name) for day, _, name in changes if day and self.operations[name].act in alive]
        opened = [
            (self.first_day(n), day)
            for day, n in due
            if self.operations[n].verb in MEMBERS - {"denomination", "representation"}
        ]
        for one in told:
            while due and due[0][0] <= one["from"]:
                _change(parties, self.operations[due.pop(0)[1]])
            settled = one["members"] is not None
            lists = [one["members"]] if settled else [c["members"] for c in one["candidates"]]
            within = [
                first <= one["from"] < last and (settled or (one["to"] and one["to"] < last)) for first, last in opened
            ]
            if any(within) == settled:
                yield f"members from {one['from']}: {'certain' if settled else 'open'}, and the dates do not say so"
            if lists and parties not in [{m["id"]: m["name"] for m in listed} for listed in lists]:
                yield f"members from {one['from']}: not those that the sources give"
        if told and due:
            yield f"members: {due[0][1]} is left out"

    def first_day(self, name: str) -> str:
        date = self.records_[name]["in_force"] or ""
        return str(date.partition("/")[0])

    def last_day(self, name: str) -> str:
        date = self.records_[name]["in_force"] or ""
        return str(date.rpartition("/")[2])

    def states(self) -> Iterator[str]:
        """Each version has exactly one state of each provision that it reaches, and every state is reached."""
        reached: set[tuple[str, int, int]] = set()
        for rank, version in enumerate(self.json["versions"]):
            for name, index, _ in self.walk(version["root"], rank):
                if index is None:
                    yield f"{version['id']}: no single state of {name}"
                elif (name, rank, index) in reached:
                    yield f"{version['id']}: {name} stands twice"
                else:
                    reached.add((name, rank, index))
        for name, states in self.states_.items():
            for index, state in enumerate(states):
                for first, last in state["versions"]:
                    for rank in range(first, last + 1):
                        if (name, rank, index) not in reached:
                            yield f"{name}: its state {index} is not reached in version {rank}"

    def walk(self, name: str, rank: int) -> Iterator[tuple[str, int | None, Json]]:
        """The provision and those below it in a version, with the rank of its state (None: not exactly one)."""
        states = self.states_.get(name, [])
        holding = [i for i, s in enumerate(states) if any(a <= rank <= b for a, b in s["versions"])]
        if len(holding) != 1:
            yield name, None, {}
            return
        state = states[holding[0]]
        yield name, holding[0], state
        for child in state["children"]:
            yield from self.walk(child, rank)

    # One version.

    def version(self, rank: int, version: Json, shown: Json | None) -> Iterator[str]:
        name = version["id"]
        begins = self.begins(version)
        speaking = {n for n, o in self.operations.items() if self.speaks(n, o, version, begins)}
        slots: list[tuple[str, Slot]] = []
        for provision, _, state in self.walk(version["root"], rank):
            if state:
                yield from (f"{name}: {provision}: {fault}" for fault in self.frame(state, speaking))
                slots += [(provision, slot) for slot in _slots(state)]
        origins = dict.fromkeys(p.origin for _, slot in slots for p in slot)
        wrong = [o for o in origins if o != "convention" and o not in speaking]
        yield from (f"{name}: {origin} does not speak in it" for origin in wrong)
        certain = {n for n in speaking if self.certain(n, version, begins)}
        for origin in ("convention", *(n for n in self.operations if n in speaking)):
            parts = ((p, tuple(x for x in slot if x.origin == origin)) for p, slot in slots)
            laid = [(p, slot) for p, slot in parts if slot]
            if laid or origin in certain or origin == "convention":
                yield from (f"{name}: {origin}: {fault}" for fault in self.laid(origin, laid, speaking))
        if shown is not None:
            yield from (f"{name}: {fault}" for fault in self.compared(version, rank, shown))

    def begins(self, version: Json) -> str:
        """The first day on which the version is, or may be, the text in force; "" where there is none."""
        return min((p["from"] for p in self.json["periods"] if version["id"] in p["versions"]), default="")

    def speaks(self, name: str, operation: Operation, version: Json, begins: str) -> bool:
        """Whether the operation may have written in the version, which certainly or possibly holds from `begins`."""
        of_other = self.act_named(operation)
        if operation.act not in version["acts"] and of_other not in version["acts"]:
            return False
        first, _ = self.days(name, operation)
        until = self.until(operation)
        prolonged = bool(self.prolonging(operation))
        ended = bool(begins and until and until[1] < begins and not prolonged)
        return first is not None and not (begins and first > begins) and not ended

    def prolonging(self, operation: Operation) -> list[Operation]:
        """What may have moved the end of the operation."""
        return [
            o
            for n, o in self.operations.items()
            if o.verb == "proroger" and self.has_come(n) and set(_atoms(o.targets)) & set(_atoms(operation.targets))
        ]

    def until(self, operation: Operation) -> tuple[str, str] | None:
        """The first and the last of the days that may be its last."""
        return _span(operation.keys.get("jusqu-au")) if operation.verb != "proroger" else None

    def has_come(self, name: str) -> bool:
        """Whether the operation waits for nothing that has not come."""
        return self.records_[name]["in_force"] is not None

    def certain(self, name: str, version: Json, begins: str) -> bool:
        """Whether the operation certainly has written in the version."""
        operation = self.operations[name]
        until = self.until(operation)
        if until and until[0] < begins:
            return False
        first, last = self.days(name, operation)
        dated = bool(begins and first and last and last <= begins)
        return dated and operation.act in version["acts"] and not self.act_named(operation) and operation.once

    def days(self, name: str, operation: Operation) -> tuple[str | None, str | None]:
        """The first and the last day on which the operation may enter into force; None while it is pending.

        Dates that rest on an event or on formalities are taken as the compiler has them.
        """
        act = self.sources[operation.act]
        found = _span(operation.keys.get("en-vigueur"))
        if found is None and "en-vigueur" not in operation.keys:
            postponed = [
                o.keys["au"]
                for n, o in self.operations.items()
                if o.keys.get("reporter") == act.id and self.has_come(n)
            ]
            found = _span(postponed[-1] if postponed else act.index.get("en-vigueur"), act.index.get("signature"))
        if found is None:
            date = self.records_[name]["in_force"]
            found = (date.partition("/")[0], date.rpartition("/")[2]) if date else None
        return found or (None, None)

    def act_named(self, operation: Operation) -> str:
        """The other act that its targets name, if they name one."""
        heads = {t.partition(",")[0].strip() for t in operation.targets}
        return next((h for h in heads if h in self.sources and h != "convention"), "")

    def frame(self, state: Json, speaking: set[str]) -> Iterator[str]:
        """What stands around the words: number, status, gaps."""
        for owner in (state, *(b for b in state["blocks"] if b["type"] == "alinea")):
            origin, status = owner.get("status_origin"), owner["status"]
            if owner is state and (status == "in-force") != (origin is None):
                yield f"{status} by {origin}"
            if owner is state and origin is not None:
                source = self.operations.get(origin)
                if source is None or origin not in speaking or source.verb not in STATUS.get(status, ()):
                    yield f"not {status} by {origin}"
            made = any(self.operations[n].verb in STATUS.get(status, ()) for n in speaking)
            if owner is not state and status != "in-force" and not made:
                yield f"nothing made an alinéa {status}"
        origin, number = state["number_origin"], state["number"]
        if number and not origin:
            yield f"numbered {number} by nobody"
        if origin and origin != "convention" and origin not in speaking:
            yield f"numbered by {origin}, which does not speak in it"
        elif number and origin and not self.numbers(origin, state["prefix"], number):
            yield f"{origin} does not give the number {number}"
        for block in state["blocks"]:
            if block["type"] == "lacuna":
                gaps = {g for act in self.sources.values() for g in act.gaps}
                known = self.sources["convention"].index.get("complete") == "non"
                if block["reason"] not in gaps and not (known and block["reason"] == INCOMPLETE):
                    yield f"no such gap: {block['reason']}"
            for mark in block.get("marks", ()):
                if mark["text"] not in "".join(r["text"] for r in block["runs"]):
                    yield f"a mark on other words: {mark['text']}"

    def numbers(self, origin: str, prefix: str, number: str) -> bool:
        source = self.operations.get(origin)
        if source and source.verb in RENAME:
            return any(number == n or _below(number, n) for n in source.given)
        if source and number in source.given:
            return True
        lines = source.brings if source else self.sources["convention"].lines
        headings = (h for x in lines if x.numbers for h in (x.text, re.sub(r"^[«“\"]\s*", "", x.text)))
        begin = (prefix + number).replace("\u00a0", " ")
        return any(h.replace("\u00a0", " ").startswith(begin) for h in headings)

    def laid(self, origin: str, laid: list[tuple[str, Slot]], speaking: set[str]) -> Iterator[str]:
        """The runs of one origin over the lines that it brings."""
        source = self.operations.get(origin)
        lines = list(source.brings if source else self.sources["convention"].lines)
        removers = [self.operations[n] for n in speaking if self.may_remove(n, origin)]
        touched = [self.touched(remover, lines, source) for remover in removers]
        brought = [
            Brought(line.text, _loose(line, source, [r for r, hit in zip(removers, touched, strict=True) if hit[at]]))
            for at, line in enumerate(lines)
        ]
        cut = any(o.verb == "scinder" for o in removers)
        if self.in_order(source, removers):
            stuck = lay([slot for _, slot in laid], brought, cut=cut)
            if stuck is not None:
                where, slot = laid[stuck] if stuck < len(laid) else ("the end", ())
                yield f"does not say « {_words(slot)} » there ({where}), or more is lost before it than may be"
            return
        for where, slot in laid:
            # What is written several times may be so in one line.
            parts = [slot] if source is None or source.once else [slot, *((piece,) for piece in slot)]
            found = [any(stands(part, line, cut=cut) for line in brought) for part in parts]
            if not found[0] and not (found[1:] and all(found[1:])):
                yield f"does not say « {_words(slot)} » ({where})"
        for line in brought:
            if source is None and not all(line.loose) and not any(stands(slot, line, cut=cut) for _, slot in laid):
                yield f"« {line.text} » is lost"

    def may_remove(self, name: str, origin: str) -> bool:
        """Whether an operation comes late enough to take away what the origin brings."""
        if origin == "convention":
            return True
        source = self.operations[origin]
        first, last = self.days(origin, source)[0], self.days(name, self.operations[name])[1]
        late = not (first and last and last < first) or bool(self.act_named(self.operations[name]))
        return late and (name != origin or not source.once)

    def in_order(self, source: Operation | None, removers: list[Operation]) -> bool:
        """Whether what an origin brings stands once, and in the order of the source."""
        return (source is None or source.once) and not any(o.verb in DISORDER for o in removers)

    def touched(self, remover: Operation, lines: list[Line], source: Operation | None) -> list[bool]:
        """For each line, whether a target of the operation names it, or what it stands under, by number or label."""
        if self.renamed or self.act_named(remover):
            return [True] * len(lines)
        hit = [False] * len(lines)
        for target in remover.targets:
            head, *steps = (step.strip() for step in target.split(","))
            under = [
                head[:1] in {"*", "«", '"', "“"}
                or bool(_SEVERAL.search(target))
                or _stands_under(line, head, steps, source)
                for line in lines
            ]
            label = steps[0] if steps and re.fullmatch(r"\(?\w{1,4}(?:\s\w+)?[.)°º]+", steps[0]) else ""
            named = _with_label(lines, under, label) if label else self.in_row(lines, under, target)
            hit = [a or b for a, b in zip(hit, named, strict=True)]
        return hit

    def in_row(self, lines: list[Line], under: list[bool], target: str) -> list[bool]:
        """Of the lines `under` an article, the row that the target names; all of them where no source has such a row."""
        row = re.search(r"\bligne\s+(?:«\s*(.*?)\s*»|[\"“](.*?)[\"”])", target)
        name = through(row[1] or row[2]) if row else None
        if name is None or not any(name.fullmatch(known) for known in self.rows):
            return under
        return [here and bool(name.fullmatch(line.named)) for here, line in zip(under, lines, strict=True)]

    def compared(self, version: Json, rank: int, shown: Json) -> Iterator[str]:
        """The version’s own file has the same words, under the same origins, and they are the joined runs."""
        mine = [_runs(slot) for _, _, state in self.walk(version["root"], rank) if state for slot in _slots(state)]
        theirs: list[list[tuple[str, str]]] = []
        for provision in _all(shown["provision"]):
            texts = [(provision["heading"], provision["heading_runs"])] if provision["heading"] else []
            texts += [((a["label"] or "") + a["text"], a["label_runs"] + a["runs"]) for a in provision["alineas"]]
            for table in provision["tables"]:
                texts += [
                    (c, r)
                    for row, runs in zip(table["rows"], table["runs"], strict=True)
                    for c, r in zip(row, runs, strict=True)
                ]
            for text, runs in texts:
                if text != "".join(r["text"] for r in runs):
                    yield f"the runs of « {text} » do not make it"
            theirs += [[(r["text"], r["origin"]) for r in runs] for _, runs in texts if runs]
        # A version’s own file keeps tables beside alinéas: the order of the two is not its business.
        if sorted(map(str, mine)) != sorted(map(str, theirs)):
            yield "its own file has other runs"


def _loose(line: Line, source: Operation | None, removers: list[Operation]) -> list[bool]:
    """For each character of the line, whether it need not stand in the version: who may take it away is `removers`."""
    text = line.text
    loose = [False] * len(text)

    def free(start: int, end: int) -> None:
        loose[start:end] = [True] * (end - start)

    if line.numbers:
        head = BEFORE_WORDS.match(text)
        free(0, head.end() if head else 0)
    elif label := _LABEL.match(text):
        free(label.start(1), label.end(1))
    if source is not None:
        for enclosing in (r"\A[«“\"]\s*", r"\s*[»”\"]\s*[;.,]?\s*\Z"):
            if line.quote and (found := re.search(enclosing, text)):
                free(*found.span())
        if line.header and source.verb in {"remplacer-ligne", "ajouter-ligne"}:
            free(0, len(text))
    for remover in removers:
        if remover.verb in TAKE_AWAY[line.kind]:
            free(0, len(text))
        elif remover.verb == "renumeroter" and (label := _LABEL.match(text)):
            free(0, label.end())
        elif remover.verb == "scinder":
            for blank in re.finditer(r"\s+", text):
                free(*blank.span())
        elif remover.verb in WORDS:
            words = remover.keys.get("mots", "").strip()
            found_words = list(through(words).finditer(text))
            if not found_words:  # what it struck may have been written by several
                found_words = [m for w in re.findall(r"\w+|[^\w\s]", words) for m in through(w).finditer(text)]
            for found in found_words:
                free(*found.span())
                before, after = found.start() - 1, found.end()
                if before >= 0 and text[before].isspace():
                    free(before, before + 1)
                if after < len(text) and text[after].isspace():
                    free(after, after + 1)
    return loose


def _stands_under(line: Line, head: str, steps: list[str], source: Operation | None) -> bool:
    """Whether the line stands under the article of a target, by the headings above it, or what its operation names."""
    under = [_number(h) for h in line.under]
    named = [_number(target.partition(",")[0]) for target in (source.targets if source else ())]
    if not under and not named:
        return True
    heading = bool(steps and re.match(r"titre|intitulé", steps[0], re.IGNORECASE))
    inside = bool(steps and _INSIDE.match(steps[0]))
    titled = line.kind in {"heading", "title"}
    if (heading and not titled) or (inside and titled):
        return False
    # What names an alinéa or a table of an article names none of its sub-articles.
    candidates = under[-1:] if (heading or inside) and source is None else under + named
    return any(_below(one, _number(head)) for one in candidates)


def _with_label(lines: list[Line], under: list[bool], label: str) -> list[bool]:
    """Of the lines `under` an article, the item that bears the label and its sub-items; all of them where none does."""
    found = [False] * len(lines)
    level: int | None = None
    for index, line in enumerate(lines):
        if under[index] and any(text.startswith(label) for text in (line.text, *line.under)):
            found[index], level = True, line.level
        elif level is not None and line.kind == "line" and line.level > level:
            found[index] = True
        else:
            level = None
    return found if any(found) else under


def _all(provision: Json) -> Iterator[Json]:
    yield provision
    for child in provision["children"]:
        yield from _all(child)


def _slots(state: Json) -> Iterator[Slot]:
    """The lines of a state, each with its pieces: heading, alinéas (their labels first), cells."""
    if state["heading"]:
        yield tuple(Piece(r["text"], r["origin"]) for r in state["heading"])
    for block in state["blocks"]:
        if block["type"] == "alinea":
            label = [Piece(r["text"], r["origin"]) for r in block["label"] or ()]
            yield (*label, *(Piece(r["text"], r["origin"]) for r in block["runs"]))
        elif block["type"] == "table":
            for cell in (cell for row in block["rows"] for cell in row if cell):
                yield tuple(Piece(r["text"], r["origin"]) for r in cell)


def _runs(slot: Slot) -> list[tuple[str, str]]:
    return [(p.text, p.origin) for p in slot]


def _words(slot: Slot) -> str:
    return " … ".join(p.text for p in slot)


@cache
def _number(heading: str) -> str:
    """The number of a heading, or of a target: `article 8`, `8`, `Annexe 2`, `1er` → `8`, `8`, `annexe 2`, `1`."""
    head = BEFORE_WORDS.match(heading.strip())
    found = re.sub(r"[«\s.–—:-]*$|^«\s*", "", (head[0] if head else heading).replace("\u00a0", " ")).lower().strip()
    found = re.sub(r"^(?:article|art\.)\s*", "", found).removeprefix("n°").strip()
    found = re.sub(r"^([lrda])\*?\.?\s*\*?(?=\d)", r"\1", found)
    found = re.sub(rf"^({RANK})\s({DIVISION})$", r"\2 \1", found)  # « première partie » is « partie première »
    found = re.sub(rf"(?<!\w){RANK}$", lambda rank: str(RANKS[rank[0]]), found)
    return plain_key(re.sub(r"(?<=[\divxlcdm])\s?(?:er|ère|ème|e)\b", "", found))


def _below(number: str, target: str) -> bool:
    return number == target or number.startswith((target + ".", target + "-"))


def _atoms(targets: Iterable[str]) -> set[str]:
    """The words of targets: `al. 2 et 4` is recorded as two."""
    return {w for t in targets for w in re.findall(r"[^\s,]+", t)} - {"et", "article", "articles"}


def _span(value: Any, signature: Any = None) -> tuple[str, str] | None:
    """The first and last day of a date as the sources write it; None for what rests on events or formalities."""
    if isinstance(value, dict):
        if "lendemain" in value:
            days = _span(value["lendemain"])
            return days and (_next_day(days[0]), _next_day(days[1]))
        if value.get("presumee") == "signature":
            return _span(signature)
        if "pas-avant" in value and "pas-apres" in value:
            low, high = _span(value["pas-avant"]), _span(value["pas-apres"])
            return (low[0], high[1]) if low and high else None
        return None
    if value is None and signature is not None:
        return _span(signature)
    if not isinstance(value, str) or not (found := re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)):
        return None
    year, month, day = found.groups()
    if day:
        return value, value
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    long = 31 if month in {"01", "03", "05", "07", "08", "10", "12"} else 30
    leap = int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
    return f"{value}-01", f"{value}-{(29 if leap else 28) if month == '02' else long}"


def _next_day(day: str) -> str:
    return str(date.fromisoformat(day) + timedelta(days=1))


def _edtf(span: tuple[str, str]) -> str:
    return span[0] if span[0] == span[1] else f"{span[0]}/{span[1]}"


def _change(parties: dict[str, str], operation: Operation) -> None:
    """What an operation does to the members."""
    keys, verb = operation.keys, operation.verb
    match verb:
        case "adhesion":
            parties[keys[verb]] = keys.get("nom") or keys[verb]
        case "retrait":
            parties.pop(keys[verb], None)
        case "denomination":
            parties[keys[verb]] = keys["nom"]
        case "fusion":
            for name in keys[verb]:
                parties.pop(name, None)
            parties[keys["en"]] = keys.get("nom") or keys["en"]
        case _:
            pass
