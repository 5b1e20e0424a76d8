"""What the site says of who does what, who pays and what is an exception: each kind, settled and open."""

from __future__ import annotations

from fractions import Fraction

import pytest

from clausier.emit.site.conduct import said
from clausier.rules import kinds
from clausier.rules.settled import Case, Open, Settled
from clausier.rules.values import Duration

ALWAYS = kinds.Facts("all", ())
PAID, URGENT = kinds.Fact(Settled("payante")), kinds.Fact(Settled("urgente"), holds=False)
EITHER: Open[tuple[str, ...]] = Open(
    "by", (Case("a", ("maire",), "le maire"), Case("b", ("bureau", "comite"), "les deux"))
)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (kinds.Classification(classed="grosse", when=PAID), "Est «~grosse~», si payante."),
        (
            kinds.Classification(classed="grosse", when=PAID, otherwise="petite"),
            "Est «~grosse~», si payante. Sans aucun motif~: «~petite~».",
        ),
        (kinds.Classification(classed="grosse", when=ALWAYS), "Est «~grosse~», dans tous les cas."),
        (
            kinds.Classification(classed="grosse", when=kinds.Facts("any", (PAID, URGENT))),
            "Est «~grosse~», si (payante ou non urgente).",
        ),
        (
            kinds.Classification(
                classed="grosse", when=kinds.Fact(Open("fact", (Case("a", "x", ""), Case("b", "", ""))))
            ),
            "Est «~grosse~», si x ou rien de plus.",
        ),
        (kinds.CostSharing(payers=Settled(()), when=ALWAYS), "À la charge de~: personne."),
        (kinds.Exemption(excepts=Settled(("a", "b")), when=PAID), "Ne s’applique pas~: a et b, si payante."),
        (kinds.Exemption(excepts=EITHER, when=ALWAYS), "Ne s’applique pas~: maire~; ou bureau et comite."),
        (kinds.Lasting(length=Settled(Duration(4, "year")), of="signature"), "Dure 4 ans à compter de signature."),
        (
            kinds.Competence(by=EITHER, gives=("opinion", "position"), when=PAID),
            "Avis ou position par maire ou bureau, comite, si payante.",
        ),
        (
            kinds.Procedure((kinds.Step(Settled("cst"), ("examination",)), kinds.Step(Settled("ag"), ("decision",)))),
            "cst~: instruction~; puis ag~: décision.",
        ),
    ],
)
def test_each_kind_is_said_in_a_sentence(rule: kinds.Conduct, words: str) -> None:
    shown = said(rule, lambda length: f"{Fraction(length.count)} ans", str)
    assert shown == words.replace("~", "\u00a0")
