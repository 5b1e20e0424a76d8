"""What machines that pass by read of a page: schema.org's `Legislation` with terms of ELI, and a feed of versions (RFC 4287).

What is not certain is left out: no date stands here that the text does not bear.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

from clausier.consolidate import Version
from clausier.digest import sha256
from clausier.emit.html import escape, in_text
from clausier.emit.site.atlas import ActEntry, Atlas, Unit, title
from clausier.emit.site.page import Page, relative
from clausier.model.dates import Date, When
from clausier.text.words import capitalised

FEED = "feed.xml"
_CONTEXT = ["https://schema.org", {"eli": "http://data.europa.eu/eli/ontology#"}]


def of_version(page: Page, version: Version, atlas: Atlas) -> str:
    """The whole text of a version."""
    in_force = version.first is not None and version.last is None
    return _script(
        {
            "@type": ["Legislation", "eli:LegalResource"],
            "@id": relative(page.path, atlas.version_path(version)),
            "name": atlas.corpus.convention.title,
            "inLanguage": "fr",
            "legislationDateVersion": version.first.isoformat() if version.first else None,
            "legislationLegalForce": "https://schema.org/InForce" if in_force else None,
            "legislationDate": _day(atlas.corpus.convention.signed),
            "legislationConsolidates": [
                {"@type": "Legislation", "@id": relative(page.path, e.path), "name": e.name}
                for act in version.acts
                if (e := atlas.acts[act]).rank
            ],
            "eli:version": version.id,
        }
    )


def of_article(page: Page, unit: Unit, atlas: Atlas) -> str:
    """An article of the text in force."""
    return _script(
        {
            "@type": ["Legislation", "eli:LegalResourceSubdivision"],
            "@id": page.path.rpartition("/")[2],
            "name": title(unit.provision),
            "inLanguage": "fr",
            "legislationIdentifier": unit.provision.number or None,
            "isPartOf": {
                "@type": "Legislation",
                "@id": relative(page.path, atlas.version_path(atlas.latest)),
                "name": atlas.corpus.convention.title,
            },
        }
    )


def of_act(page: Page, entry: ActEntry, atlas: Atlas) -> str:
    """An amendment as signed."""
    never = "https://schema.org/NotInForce" if entry.act.draft or entry.in_force is None else None
    return _script(
        {
            "@type": ["Legislation", "eli:LegalResource"],
            "@id": page.path.rpartition("/")[2],
            "name": entry.name,
            "inLanguage": "fr",
            "legislationDate": _day(entry.act.signed),
            "legislationLegalForce": never,
            "legislationChanges": {
                "@type": "Legislation",
                "name": atlas.corpus.convention.title,
            },
            "legislationPassedBy": [
                {"@type": "Organization", "name": atlas.parties.get(s.party, s.party)} for s in entry.act.signatories
            ],
        }
    )


def _day(date: Date | None) -> str | None:
    return date.first.isoformat() if isinstance(date, When) and date.exact and not date.presumed else None


def _script(thing: Mapping[str, Any]) -> str:
    said = {"@context": _CONTEXT, **{key: value for key, value in thing.items() if value}}
    # « </script> » in a heading would end it.
    return f'<script type="application/ld+json">{json.dumps(said, ensure_ascii=False).replace("<", chr(92) + "u003c")}</script>'


def feed(atlas: Atlas) -> bytes:
    """The versions as an Atom feed, the newest first, each dated by the first day on which it is certain, or else possible."""
    name = atlas.corpus.convention.title
    entries = [(begun, v) for v in atlas.timeline.versions if (begun := _begun(v, atlas))]
    entries.sort(key=lambda e: e[0], reverse=True)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
        f"<title>{in_text(name)}\u00a0: versions</title>",
        f"<id>{_id(name)}</id>",
        f"<updated>{entries[0][0].isoformat()}T00:00:00Z</updated>",
        f"<author><name>{in_text(name)}</name></author>",
        '<link href="index.html"/>',
    ]
    for begun, version in entries:
        days = atlas.days(version)
        lines += [
            "<entry>",
            f"<title>{in_text(capitalised(atlas.called(version)))}</title>",
            f"<id>{_id(name, version.id)}</id>",
            f"<updated>{begun.isoformat()}T00:00:00Z</updated>",
            f'<link href="{escape(atlas.version_path(version))}"/>',
            f"<summary>{in_text(capitalised(days))}.</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""]).encode()


def _begun(version: Version, atlas: Atlas) -> datetime.date | None:
    possible = [p.first for p in atlas.timeline.periods if version.id in p.candidates]
    return version.first or min(possible, default=None)


def _id(*names: str) -> str:
    """A UUID of version 8 (RFC 9562), from the names alone: the same at every build."""
    digits = sha256("/".join(names).encode())
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"
