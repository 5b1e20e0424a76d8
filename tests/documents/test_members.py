"""Who the members are: the parties recorded, the signatories, the voters, and the words of the act agree."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import yaml

from clausier.consolidate.consolidate import consolidate
from clausier.source.acts import read_project
from support.projects import ROOT

ACT = ROOT / "amendments/2022-avenant-1"


def plain(words: str) -> str:
    """`words` in lower case, with one sort of space, of apostrophe and of hyphen."""
    return " ".join(words.replace("’", "'").replace("-", " ").lower().split())


def texts(path: Path) -> Any:
    """A YAML file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes texts alone


def parties() -> dict[str, str]:
    """The members before the merger, by id."""
    return {party["id"]: party["nom"] for party in texts(ROOT / "convention/convention.yml")["parties"]}


def merger() -> dict[str, Any]:
    """The operation by which two members became one."""
    front_matter = (ACT / "01-objet.md").read_text(encoding="utf-8").split("---\n")[1]
    (operation,) = yaml.load(front_matter, yaml.BaseLoader)["opérations"]  # noqa: S506 - it makes texts alone
    assert isinstance(operation, dict)
    return operation


def members() -> dict[str, str]:
    """The members since the merger, by id."""
    operation = merger()
    left = {key: name for key, name in parties().items() if key not in operation["fusion"]}
    return {**left, operation["en"]: operation["nom"]}


def test_eleven_members_became_ten() -> None:
    assert (len(parties()), len(members())) == (11, 10)
    assert set(merger()["fusion"]) < set(parties())


def test_the_merger_has_the_date_and_the_source_of_its_law() -> None:
    assert merger()["en-vigueur"] == "2021-01-01"
    assert merger()["source"].startswith("loi n° 2019-816 du 2 août 2019")
    assert merger()["dit"] in " ".join((ACT / "01-objet.md").read_text(encoding="utf-8").split("---\n")[2].split())


def test_every_member_signs_and_nobody_else() -> None:
    signatories = texts(ACT / "avenant.yml")["signataires"]
    assert {signatory["partie"] for signatory in signatories} == set(members())
    assert len(signatories) == 10


def test_a_signatory_is_named_in_the_words_of_the_opening() -> None:
    opening = (ACT / "00-ouverture.md").read_text(encoding="utf-8")
    lines = [plain(line) for line in re.split(r"(?m)^- ", opening)[1:]]
    for signatory, line in zip(texts(ACT / "avenant.yml")["signataires"], lines, strict=True):
        assert plain(members()[signatory["partie"]]) in line
        assert plain(f"{signatory['représentée-par']}, {signatory['qualité']}") in line


def test_every_member_has_a_row_in_the_table_of_votes() -> None:
    article = (ACT / "05-article-8.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^> \| (.*?) \| [\d,]+ \|$", article)
    assert sorted(plain(row) for row in rows) == sorted(plain(name) for name in members().values())


def test_the_compiled_members_are_eleven_until_the_day_before_the_merger_and_ten_from_it() -> None:
    corpus, _ = read_project(ROOT)
    assert corpus
    timeline, _ = consolidate(corpus)
    eleven, ten = timeline.members
    assert (eleven.first, eleven.last) == (datetime.date(2018, 3, 19), datetime.date(2020, 12, 31))
    assert (ten.first, ten.last) == (datetime.date(2021, 1, 1), None)
    assert {party.id: party.name for party in eleven.parties} == parties()
    assert {party.id: party.name for party in ten.parties} == members()
