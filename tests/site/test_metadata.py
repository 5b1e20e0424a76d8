"""What machines read of the pages: JSON-LD that says no more than is certain, a feed that RFC 4287 allows, the head's terms."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from clausier.compile import Compiled
from support.paged import site_pages

ATOM = "{http://www.w3.org/2005/Atom}"


def linked(page: str) -> dict[str, Any]:
    (found,) = re.findall(r'^<script type="application/ld\+json">(.*)</script>$', page, re.MULTILINE)
    thing: dict[str, Any] = json.loads(found)
    return thing


def test_a_version_says_its_days_and_the_acts_that_it_consolidates(real_pages: dict[str, str]) -> None:
    thing = linked(real_pages["versions/avenant-1.md"])
    assert thing["@context"][0] == "https://schema.org"
    assert thing["@type"] == ["Legislation", "eli:LegalResource"]
    assert thing["legislationDate"] == "2018-03-19"  # signed, as the amendment's article 1 says
    assert thing["legislationDateVersion"] == "2022-12-31"  # the first day on which it is certain
    assert thing["legislationLegalForce"] == "https://schema.org/InForce"
    assert [e["name"] for e in thing["legislationConsolidates"]] == ["Avenant n°\u00a01"]
    former = linked(real_pages["versions/convention.md"])
    assert "legislationLegalForce" not in former
    assert "legislationConsolidates" not in former


def test_a_date_that_the_act_leaves_blank_is_not_stated(real_pages: dict[str, str]) -> None:
    thing = linked(real_pages["avenants/avenant-1.md"])
    assert "legislationDate" not in thing
    assert len(thing["legislationPassedBy"]) == 10
    assert thing["legislationPassedBy"][0] == {"@type": "Organization", "name": "Région Grand Est"}


def test_an_article_is_a_part_of_the_text_in_force(real_pages: dict[str, str]) -> None:
    thing = linked(real_pages["articles/8.md"])
    assert thing["name"] == "Article\u00a08 – La Gouvernance"
    assert thing["legislationIdentifier"] == "8"
    assert thing["isPartOf"]["@id"] == "../versions/avenant-1.html"


def test_no_heading_ends_the_script(essai: Compiled, essai_root: Path) -> None:
    for path, text in site_pages(essai, essai_root).items():
        for script in re.findall(rb'ld\+json">(.*)</script>$', text, re.MULTILINE):
            assert b"<" not in script, path


def test_the_feed_gives_every_version_the_newest_first(essai: Compiled, essai_root: Path) -> None:
    files = site_pages(essai, essai_root)
    feed = ElementTree.fromstring(files["docs/feed.xml"])  # noqa: S314 - our own file
    assert feed.tag == f"{ATOM}feed"
    for needed in ("id", "title", "updated", "author"):
        assert len(feed.findall(f"{ATOM}{needed}")) == 1
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(essai.timeline.versions)
    days = [e.findtext(f"{ATOM}updated") or "" for e in entries]
    assert days == sorted(days, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", day) for day in days)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    ids = [e.findtext(f"{ATOM}id") or "" for e in entries]
    assert len({*ids, feed.findtext(f"{ATOM}id")}) == len(ids) + 1
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert f"docs/{link.attrib['href'].removesuffix('.html')}.md" in files
