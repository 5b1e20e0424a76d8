"""What the site says of who does what, who pays and what is an exception: each kind, settled and open."""

from __future__ import annotations

from fractions import Fraction

import pytest

from clausier.emit.site.conduct import said
from clausier.rules.kinds import (
    Case,
    Classification,
    Competence,
    Conduct,
    CostSharing,
    Exemption,
    Fact,
    Facts,
    Lasting,
    Open,
    Procedure,
    Settled,
    Step,
)
from clausier.rules.values import Duration

ALWAYS = Facts("all", ())
PAID, URGENT = Fact(Settled("payante")), Fact(Settled("urgente"), holds=False)
EITHER: Open[tuple[str, ...]] = Open(
    "by", (Case("a", ("maire",), "le maire"), Case("b", ("bureau", "comite"), "les deux"))
)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Classification(classed="grosse", when=PAID), "Est «~grosse~», si payante."),
        (
            Classification(classed="grosse", when=PAID, otherwise="petite"),
            "Est «~grosse~», si payante. Sans aucun motif~: «~petite~».",
        ),
        (Classification(classed="grosse", when=ALWAYS), "Est «~grosse~», dans tous les cas."),
        (
            Classification(classed="grosse", when=Facts("any", (PAID, URGENT))),
            "Est «~grosse~», si (payante ou non urgente).",
        ),
        (
            Classification(classed="grosse", when=Fact(Open("fact", (Case("a", "x", ""), Case("b", "", ""))))),
            "Est «~grosse~», si x ou rien de plus.",
        ),
        (CostSharing(payers=Settled(()), when=ALWAYS), "À la charge de~: personne."),
        (Exemption(excepts=Settled(("a", "b")), when=PAID), "Ne s’applique pas~: a et b, si payante."),
        (Exemption(excepts=EITHER, when=ALWAYS), "Ne s’applique pas~: maire~; ou bureau et comite."),
        (Lasting(length=Settled(Duration(4, "year")), of="signature"), "Dure 4 ans à compter de signature."),
        (
            Competence(by=EITHER, gives=("opinion", "position"), when=PAID),
            "Avis ou position par maire ou bureau, comite, si payante.",
        ),
        (
            Procedure((Step(Settled("cst"), ("examination",)), Step(Settled("ag"), ("decision",)))),
            "cst~: instruction~; puis ag~: décision.",
        ),
    ],
)
def test_each_kind_is_said_in_a_sentence(rule: Conduct, words: str) -> None:
    shown = said(rule, lambda length: f"{Fraction(length.count)} ans", str)
    assert shown == words.replace("~", "\u00a0")
