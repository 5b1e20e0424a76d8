"""Of what sort a matter is and what follows: worked out by hand on a small text, and on the real convention."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from clausier.decide.alternatives import MOST_ANSWERS, Question, answers
from clausier.decide.assume import ManyReadingsError
from clausier.decide.consequences import World, worlds
from clausier.decide.partly import Holds, partly
from clausier.decide.qualify import Assumed, Described, Sort, facts_asked, read_described, sorts
from clausier.rules.bound import BoundRule
from clausier.rules.conditions import Compare, Condition, Constant, Joined, Not, Number, Stated
from clausier.rules.evaluation import Facts
from rules.timelines import article, bound, codes, timeline, version
from support.calling import answer_of, called
from support.projects import ROOT

NOTHING: Assumed = {}
WORDS = (
    "Sont gros les travaux payants, sauf urgence. Sont gros ceux qui touchent le toit ou la cave. Les autres sont petits. "
    "Le maire qualifie les travaux. Le conseil ou le maire décide des gros travaux. Le bureau en débat. Tous les paient. "
    "Le voisin qui les demande les paie seul. Il est alors dérogé à cette règle. Ils sont votés aux deux tiers des voix."
)
YAML = """\
règles:
  - id: payants
    nature: qualification
    article: "1"
    citation: "gros les travaux payants, sauf urgence"
    objet: travaux
    comme: gros
    toutes: [{fait: payants}, {fait: urgents, est: non}]
  - id: toit
    nature: qualification
    article: "1"
    citation: "ceux qui touchent le toit ou la cave. Les autres sont petits"
    objet: travaux
    comme: gros
    sinon: petits
    interprétations: {fait: {toit: {libellé: "le toit", valeur: toit}, cave: {libellé: "la cave", valeur: cave}}}
  - {id: maire, nature: compétence, article: "1", citation: "Le maire qualifie", objet: travaux, par: maire, donne: qualification}
  - id: decide
    nature: compétence
    article: "1"
    citation: "Le conseil ou le maire décide"
    objet: travaux-gros
    donne: décision
    interprétations: {par: {conseil: "le conseil", maire: "le maire"}}
  - {id: debat, nature: compétence, article: "1", citation: "Le bureau en débat", objet: travaux-gros, par: bureau, donne: débat}
  - {id: tous, nature: financement, article: "1", citation: "Tous les paient", objet: travaux-gros, payeurs: membres}
  - {id: voisin, nature: financement, article: "1", citation: "Le voisin qui les demande", objet: travaux-gros, payeurs: voisin, fait: demandes}
  - id: derogation
    nature: exception
    article: "1"
    citation: "Il est alors dérogé à cette règle"
    objet: travaux-gros
    fait: demandes
    interprétations: {déroge-à: {paiement: {libellé: "au paiement", valeur: tous}, vote: {libellé: "au vote", valeur: vote}}}
  - {id: vote, nature: majorité, article: "1", citation: "aux {seuil:fraction} des voix", objet: travaux-gros, assiette: ensemble}
  - id: chemin
    nature: procédure
    article: "1"
    citation: "Le bureau en débat. Tous"
    objet: travaux-gros
    étapes: [{par: bureau, donne: débat}, {par: conseil, donne: décision}]
"""


def rules(yaml: str = YAML) -> tuple[BoundRule, ...]:
    found, problems = bound(yaml, timeline(version("convention", article("1", WORDS), first="2020-01-01")))
    assert [c for c in codes(problems) if c != "RUL301"] == []
    return found.of("convention")


def sort(facts: Mapping[str, bool], qualified: str = "", assumed: Assumed = NOTHING) -> Sort:
    (found,) = sorts(rules(), Described(matter="travaux", facts=facts, qualified=qualified), assumed)
    return found


def world(assumed: Assumed = NOTHING, **facts: bool) -> World:
    (found,) = worlds(rules(), Described(matter="travaux-gros", facts=facts), (), assumed)
    return found


BIG = {"payants": True, "urgents": False}
ALL_FALSE = {"payants": False, "urgents": False, "toit": False, "cave": False}


@pytest.mark.parametrize(
    ("facts", "value", "because", "grounds"),
    [
        ({"payants": True, "urgents": False}, True, "ground", (True, None)),
        ({"payants": False, "toit": True, "cave": True}, True, "ground", (False, True)),
        ({"payants": True, "urgents": True, "toit": True, "cave": False}, None, "readings", (False, None)),
        ({"payants": True}, None, "missing-facts", (None, None)),
        ({"urgents": True, "toit": False, "cave": False}, None, "not-qualified", (False, False)),
        (ALL_FALSE, None, "not-qualified", (False, False)),
    ],
)
def test_one_ground_is_enough_and_what_is_not_known_is_not_false(
    *, facts: dict[str, bool], value: bool | None, because: str, grounds: tuple[bool | None, ...]
) -> None:
    found = sort(facts)
    assert (found.value, found.because) == (value, because)
    assert tuple(ground.value for ground in found.grounds) == grounds
    assert found.otherwise == "petits"


def test_the_facts_that_are_missing_are_those_that_would_settle_the_ground() -> None:
    found = sort({"payants": True})
    assert [ground.missing for ground in found.grounds] == [("urgents",), ("toit", "cave")]
    assert facts_asked(rules()) == ("cave", "demandes", "payants", "toit", "urgents")


def test_where_no_ground_holds_the_word_of_who_qualifies_counts() -> None:
    assert (sort(ALL_FALSE, "gros").value, sort(ALL_FALSE, "gros").because) == (True, "qualified")
    assert (sort(ALL_FALSE, "petits").value, sort(ALL_FALSE, "petits").because) == (False, "qualified")
    assert [rule.id for rule in sort({}).qualifiers] == ["maire"]
    assert sort({}, "gros").value is True  # whether a ground holds does not matter then
    assert sort({}, "petits").value is None  # it does then


def test_a_ground_prevails_over_the_word_of_who_qualifies() -> None:
    found = sort(BIG, "petits")
    assert (found.value, found.because, found.overruled) == (True, "ground", True)
    assert sort(BIG, "gros").overruled is False


def test_without_anyone_to_qualify_it_no_ground_settles_it() -> None:
    lines = YAML.replace("donne: qualification", "donne: débat")
    (found,) = sorts(rules(lines), Described(matter="travaux", facts=ALL_FALSE), NOTHING)
    assert (found.value, found.because) == (False, "no-ground")


def test_an_assumed_reading_settles_a_ground() -> None:
    facts = {"payants": False, "toit": True, "cave": False}
    assert sort(facts).value is None
    assert sort(facts, assumed={("toit", "fact"): "toit"}).value is True
    assert sort(facts, assumed={("toit", "fact"): "cave"}).because == "not-qualified"
    assert sort(facts, assumed={("payants", "fact"): "toit"}).value is None  # the reading of another rule


def test_what_follows_is_told_for_each_sort_that_is_open() -> None:
    described = Described(matter="travaux", also=("chantier",))
    found = worlds(rules(), described, sorts(rules(), described, NOTHING), NOTHING)
    assert [w.matters for w in found] == [
        ("travaux", "travaux-gros", "chantier"),
        ("travaux", "travaux-petits", "chantier"),
    ]
    big, small = found
    assert [rule.id for rule in big.path] == ["chemin"]
    assert [rule.id for rule in big.others] == ["debat"]
    assert (small.path, small.others, small.votes) == ((), (), ())
    assert small.decides.outcome == small.pays.outcome == "unsaid"


def test_what_is_not_of_a_sort_is_of_none_where_the_words_name_none() -> None:
    yaml = YAML.replace("    sinon: petits\n", "")
    (found,) = sorts(rules(yaml), Described(matter="travaux", facts=ALL_FALSE, qualified="petits"), NOTHING)
    assert (found.value, found.otherwise) == (False, "")
    (one,) = worlds(rules(yaml), Described(matter="travaux"), (found,), NOTHING)
    assert one.matters == ("travaux",)


def test_a_fact_that_the_words_leave_open_counts_under_the_reading_that_asks_for_it() -> None:
    opened = (
        "interprétations: {fait: {demande: {libellé: demande, valeur: voisins}, seul: {libellé: seul, valeur: seuls}}}"
    )
    yaml = YAML.replace("payeurs: voisin, fait: demandes", f"payeurs: voisin, {opened}")
    described = Described(matter="travaux-gros", facts={"demandes": False, "voisins": True, "seuls": False})
    (found,) = worlds(rules(yaml), described, (), NOTHING)
    everybody, neighbour = ("", ("members",)), ("", ("voisin",))
    assert [(a.assumes, a.says) for a in found.pays.answers] == [
        ({"voisin.fact": "demande"}, (everybody, neighbour)),
        ({"voisin.fact": "seul"}, (everybody,)),
    ]


def test_who_decides_is_undetermined_exactly_when_readings_differ() -> None:
    found = world(demandes=False).decides
    assert found.outcome == "undetermined"
    assert [(a.assumes, a.understood, a.says) for a in found.answers] == [
        ({"decide.by": "conseil"}, ("le conseil",), (("decision", ("conseil",)),)),
        ({"decide.by": "maire"}, ("le maire",), (("decision", ("maire",)),)),
    ]
    settled = world({("decide", "by"): "maire"}, demandes=False).decides
    assert settled.outcome == "determined"
    assert [a.says for a in settled.answers] == [(("decision", ("maire",)),)]


def test_who_pays_follows_from_the_exception_under_each_reading_of_it() -> None:
    found = world(demandes=True).pays
    assert found.outcome == "undetermined"
    assert [(dict(a.assumes), a.says) for a in found.answers] == [
        ({"derogation.excepts": "paiement"}, (("", ("voisin",)),)),
        ({"derogation.excepts": "vote"}, (("", ("members",)), ("", ("voisin",)))),
    ]
    assert world({("derogation", "excepts"): "paiement"}, demandes=True).pays.outcome == "determined"
    # Two rules that apply together and name others contradict each other: no answer, though no reading is open.
    assert world({("derogation", "excepts"): "vote"}, demandes=True).pays.outcome == "undetermined"


def test_a_case_that_does_not_hold_asks_nothing() -> None:
    found = world(demandes=False)
    assert found.pays.outcome == "determined"
    assert [a.says for a in found.pays.answers] == [(("", ("members",)),)]
    assert [w.rule.id for w in found.pays.rules] == ["tous"]
    assert found.exceptions == ()


def test_a_fact_that_is_missing_is_settled_alike_for_every_rule_that_asks_for_it() -> None:
    found = world().pays
    assert found.missing == ("demandes",)
    assert [(dict(a.assumes), a.says) for a in found.answers] == [
        ({"demandes": "yes", "derogation.excepts": "paiement"}, (("", ("voisin",)),)),
        ({"demandes": "yes", "derogation.excepts": "vote"}, (("", ("members",)), ("", ("voisin",)))),
        ({"demandes": "no"}, (("", ("members",)),)),
    ]
    assert [a.understood for a in found.answers] == [("au paiement",), ("au vote",), ()]


def test_a_majority_is_set_aside_as_the_exception_is_read() -> None:
    def excepted(assumed: Assumed = NOTHING, **facts: bool) -> bool | None:
        (vote,) = world(assumed, **facts).votes
        return vote.excepted

    assert excepted(demandes=False) is False
    assert excepted(demandes=True) is None
    assert excepted({("derogation", "excepts"): "vote"}, demandes=True) is True
    assert excepted({("derogation", "excepts"): "paiement"}, demandes=True) is False


def test_more_open_questions_than_can_be_answered_one_by_one_are_refused() -> None:
    cases = (("yes", ""), ("no", ""))
    many = tuple(Question(f"q{n}", cases, (("", f"q{n}"),)) for n in range(13))
    assert MOST_ANSWERS == 2**12
    assert len(list(answers(many[:12], lambda _: (), NOTHING))) == 1
    with pytest.raises(ManyReadingsError):
        list(answers(many, lambda _: (), NOTHING))


def test_readings_of_one_name_with_the_same_cases_are_one_question() -> None:
    yaml = """\
règles:
  - {id: a, nature: financement, article: "1", citation: "Tous les paient", objet: x, interprétations: {payeurs: {membres: tous, voisin: lui}}}
  - {id: b, nature: financement, article: "1", citation: "Le voisin qui les", objet: x, interprétations: {payeurs: {membres: tous, voisin: lui}}}
"""
    (found,) = worlds(rules(yaml), Described(matter="x"), (), NOTHING)
    assert [(dict(a.assumes), a.says) for a in found.pays.answers] == [
        ({"a.payers": "membres"}, (("", ("members",)),)),
        ({"a.payers": "voisin"}, (("", ("voisin",)),)),
    ]


A, B = (Compare("=", Stated("given", name), Number(1)) for name in "ab")  # type: ignore[arg-type]  # 1 is exact


@pytest.mark.parametrize(
    ("condition", "given", "value", "missing"),
    [
        (Joined("all", (A, B)), {"a": 1}, None, ("b",)),
        (Joined("all", (A, B)), {"a": 0}, False, ()),
        (Joined("all", (B, A)), {"a": 0}, False, ()),
        (Joined("any", (A, B)), {"a": 0}, None, ("b",)),
        (Joined("any", (B, A)), {"a": 1}, True, ()),
        (Joined("any", (A, B)), {"a": 0, "b": 0}, False, ()),
        (Joined("all", ()), {}, True, ()),
        (Not(A), {}, None, ("a",)),
        (Not(A), {"a": 1}, False, ()),
        (Constant(holds=False), {}, False, ()),
        (Joined("all", (A, Joined("any", (A, B)))), {}, None, ("a", "b")),
    ],
)
def test_a_condition_is_settled_by_the_facts_that_suffice(
    *, condition: Condition, given: dict[str, Any], value: bool | None, missing: tuple[str, ...]
) -> None:
    assert partly(condition, Facts(given=given)) == Holds(value, missing)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("matter: travaux\nfacts: {a: oui, b: non, c: true, d: false, e: yes, f: no}\n", "abcdef"),
        (
            '{"matter": "travaux", "facts": {"a": true, "b": false, "c": true, "d": false, "e": true, "f": false}}',
            "abcdef",
        ),
    ],
)
def test_a_matter_is_described_in_yaml_or_in_json(text: str, said: str) -> None:
    described, problems = read_described("t.yml", text)
    assert problems == ()
    assert described is not None
    assert described.facts == dict(zip(said, (True, False, True, False, True, False), strict=True))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("matter: [a]\n", "SRC405"),
        ("facts: {a: oui}\n", "SRC402"),
        ("matter: a\nfacts: {a: peut-être}\n", "SRC403"),
        ("matter: a\nfait: {a: oui}\n", "SRC401"),
        ("matter: a\ndate: 2023-02-30\n", "RUL121"),
        ("matter: a\ndate: 2023-02-20\nversion: b\n", "SRC4"),
        ("matter: a\nmatter: b\n", "SRC"),
        ("", "SRC"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(text: str, code: str) -> None:
    described, problems = read_described("t.yml", text)
    assert described is None
    assert any(problem.code.id.startswith(code) for problem in problems)


def asked(text: str, *arguments: str) -> Any:
    return answer_of("qualify", "-", *arguments, project=ROOT, typed=text)


@pytest.mark.parametrize(
    ("facts", "holds", "ground"),
    [
        ("payante: oui", True, "structurante-payante"),
        ("fonctionnement-global-de-l-etablissement: oui", True, "structurante-etablissement"),
        (
            "repercussions-sur-l-architecture: oui, repercussions-sur-les-usages: oui, regressions-potentielles: oui",
            True,
            "structurante-repercussions",
        ),
        (
            "payante: non, evolution-du-fonctionnement-technique: oui, impact-sur-une-integration-forte: oui",
            True,
            "structurante-technique",
        ),
        ("payante: non", None, ""),
    ],
)
def test_each_of_the_four_grounds_of_the_real_convention_is_enough(
    *, facts: str, holds: bool | None, ground: str
) -> None:
    answer = asked(f"matter: evolution\ndate: 2023-06-20\nfacts: {{{facts}}}\n")
    (found,) = answer["sorts"]
    assert found["holds"] is holds
    assert [g["rule"] for g in found["grounds"] if g["holds"]] == ([ground] if ground else [])
    assert len(found["grounds"]) == 4


NO_GROUND = (
    "payante: non, fonctionnement-global-de-l-etablissement: non, regressions-potentielles: non, evolution-de-l-architecture: {a}, "
    "evolution-du-cadre-technique: non, evolution-du-fonctionnement-technique: non, impact-sur-une-integration-forte: non"
)


def test_what_only_a_reading_makes_structuring_is_undetermined_until_it_is_settled() -> None:
    text = f"matter: evolution\nfacts: {{{NO_GROUND.format(a='oui')}}}\n"
    assert asked(text)["sorts"][0]["because"] == "readings"
    assert asked(text, "--assume", "structurante-technique.fact=dernière")["sorts"][0]["holds"] is True
    assert asked(text, "--assume", "fait=toutes")["sorts"][0]["because"] == "not-qualified"


def test_where_no_ground_holds_the_pilot_says() -> None:
    text = f"matter: evolution\nfacts: {{{NO_GROUND.format(a='non')}}}\n"
    open_ = asked(text)
    assert (open_["outcome"], open_["sorts"][0]["because"]) == ("undetermined", "not-qualified")
    assert open_["sorts"][0]["qualifiers"][0]["value"]["by"] == ["pilote"]
    assert [case["matters"][-1] for case in open_["cases"]] == ["evolution-structurante", "evolution-mineure"]
    minor = asked(text + "qualified: mineure\n")
    assert (minor["outcome"], minor["sorts"][0]["holds"]) == ("determined", False)
    assert [case["matters"] for case in minor["cases"]] == [["evolution", "evolution-mineure"]]


def test_who_decides_and_who_pays_for_a_structuring_evolution_is_left_open_by_the_text() -> None:
    (case,) = asked("matter: evolution\nfacts: {payante: oui, individualisable: non}\n")["cases"]
    assert [a["says"] for a in case["decides"]["answers"]] == [
        [{"gives": "decision", "by": ["ag"]}],
        [{"gives": "decision", "by": ["cogouv"]}],
    ]
    assert [a["says"] for a in case["pays"]["answers"]] == [
        [{"payers": ["members"]}],
        [{"payers": ["membres-favorables"]}],
    ]
    assert [(vote["rule"], vote["excepted"]) for vote in case["votes"]] == [("cogouv-majorite", False)]
    (settled,) = asked(
        "matter: evolution\nfacts: {payante: oui, individualisable: non}\n", "--assume", "payeurs=membres"
    )["cases"]
    assert settled["pays"]["outcome"] == "determined"


def test_what_one_member_finances_is_read_in_each_way_that_the_exception_allows() -> None:
    text = "matter: evolution\nfacts: {payante: oui, individualisable: oui, formalisation-engageante: oui}\n"
    (case,) = asked(text)["cases"]
    assert case["pays"]["outcome"] == "undetermined"
    assert case["votes"][0]["excepted"] is None
    (case,) = asked(text, "--assume", "déroge-à=les-deux")["cases"]
    assert [a["says"] for a in case["pays"]["answers"]] == [[{"payers": ["membre-financeur"]}]]
    assert case["votes"][0]["excepted"] is True


def test_each_step_quotes_its_sentence() -> None:
    (case,) = asked("matter: evolution-structurante\n")["cases"]
    assert [[f"{s['by']}: {' '.join(s['gives'])}" for s in rule["value"]["steps"]] for rule in case["path"]] == [
        ["cst: examination", "autorites-academiques: opinion position", "cogouv: approval"],
        ["cst: examination", "autorites-academiques: opinion position", "cogouv: preparation", "ag: decision"],
    ]
    assert case["path"][1]["sentence"].endswith("La préparation de la décision à prendre en AG sera réalisée en COGOUV")


def test_while_the_date_is_open_each_candidate_answers_and_before_it_nothing_is_known() -> None:
    answer = asked("matter: evolution\ndate: 2022-08-01\nfacts: {payante: oui}\n")
    assert [(c["version"], c["outcome"]) for c in answer["candidates"]] == [
        ("convention", "unknown"),
        ("avenant-1", "determined"),
    ]
    code, out, _ = called("qualify", "-", "--at", "2020-01-01", typed="matter: evolution\n", project=ROOT)
    assert code == 1
    assert "Inconnu" in out
    # The day of the call is taken in place of the version that is named.
    typed = "matter: evolution\nversion: avenant-1\n"
    answer = answer_of("qualify", "-", "--at", "2020-01-01", project=ROOT, typed=typed, code=1)
    assert answer["version"] == "convention"


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        (
            "matter: revolution\n",
            (),
            "erreur[RUL123] : aucune règle de la version avenant-1 ne connaît «~revolution~» (objet)\n  --> -:1:1\n  aide : voulait-on dire «~evolution~»~?",
        ),
        ("matter: evolution\nalso: [rien]\n", (), "«~rien~» (objet)\n  --> -:2:8\n  aide : il y a~: groupement, "),
        (
            "matter: evolution\nfacts: {rouge: oui}\n",
            (),
            "«~rouge~» (fait)\n  --> -:2:9\n",
        ),
        (
            "matter: evolution\nqualified: rouge\n",
            (),
            "«~rouge~» (sorte)\n  --> -:2:1\n  aide : il y a~: structurante, mineure",
        ),
        ("matter: evolution\n", ("--assume", "x=y"), "evolution-structurante-decision.by"),
        ("matter: evolution\nversion: avenant-9\n", (), "avenant-9"),
        ("matter: [a]\n", (), "SRC405"),
        (
            "matter: evolution\n",
            ("--lang", "en", "--assume", "payeurs=rouge"),
            "membres, favorables",
        ),
    ],
)
def test_what_no_rule_knows_is_refused_and_what_they_know_is_named(
    text: str,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    code, out, err = called("qualify", "-", *arguments, typed=text, project=ROOT)
    assert (code, out) == (1, "")
    assert said.replace("~", " ") in err.replace("\u00a0", " ")


def test_each_word_that_no_rule_knows_is_told() -> None:
    text = "matter: evolution\nalso: [rien, evolution-annuelle]\nfacts: {payant: oui, payante: oui, x: non}\n"
    answer = answer_of("qualify", "-", schema="check", typed=text, project=ROOT, code=1)
    told = [(d["code"], d["line"], d["column"], d["help"][:30]) for d in answer["diagnostics"]]
    assert [place for _, *place, _ in told] == [[2, 8], [3, 9], [3, 36]]
    assert told[1][3].replace("\u00a0", " ") == "voulait-on dire « payante » ?"


def test_a_file_is_read_and_one_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "evolution.yml"
    path.write_text("matter: evolution\nfacts: {payante: oui}\nqualified: mineure\n", encoding="utf-8")
    lines = called("qualify", path, project=ROOT, code=0).words.split("\n")
    assert lines[0] == "evolution, version avenant-1"
    assert lines[2:4] == [
        "structurante : oui (un motif suffit)",
        "  qualifiée autrement (« mineure »), mais le motif l’emporte",
    ]
    assert "  qui qualifie : pilote (8.4, pilote-qualifie)" in lines
    assert "Ce qui s’ensuit pour : evolution, evolution-structurante" in lines
    assert (
        "    - cst (instruction) → autorites-academiques (avis ou position) → cogouv (approbation) (8.3, evolution-structurante-vote)"
        in lines
    )
    assert "        si evolution-structurante-decision.par = ag" in lines
    assert "  Qui paie — indéterminé (à dire : individualisable, formalisation-engageante)" in lines
    assert "absent.yml" in called("qualify", tmp_path / "absent.yml", project=ROOT, code=2).stderr


def test_the_answer_is_said_in_english_too() -> None:
    text = "matter: evolution\nfacts: {payante: oui, individualisable: oui, formalisation-engageante: oui}\n"
    code, out, _ = called("qualify", "-", "--lang", "en", "--assume", "excepts=majorité", typed=text, project=ROOT)
    assert code == 0
    lines = out.split("\n")
    assert lines[:2] == ["evolution, version avenant-1", "Assuming: excepts=majorité"]
    assert "structurante: yes (one ground is enough)" in lines
    assert "    - cogouv — set aside by an exception" in lines
    assert "    - the members / membre-financeur — the rules contradict each other" in lines
    assert "        if evolution-partage.payers = membres" in lines


def test_what_is_open_is_said_with_what_would_settle_it() -> None:
    text = f"matter: evolution\ndate: 2022-08-01\nfacts: {{{NO_GROUND.format(a='oui')}}}\n"
    code, out, _ = called("qualify", "-", typed=text, project=ROOT)
    assert code == 0
    lines = out.replace("\u00a0", " ").split("\n")
    assert lines[0].startswith(
        "Indéterminé du 21 juin 2022 au 30 décembre 2022 : une date n’est pas connue (avenant-1)."
    )
    assert "Inconnu : aucune règle connue n’en parle, et le texte n’est pas disponible en entier." in lines
    assert "structurante : indéterminé (les mots se comprennent de plusieurs façons)" in lines
    assert "      si fait = toutes : non" in lines
    assert "      si fait = dernière : oui" in lines
    assert "Si c’est : evolution, evolution-structurante" in lines
    assert "Si c’est : evolution, evolution-mineure" in lines
    assert "  Qui décide — aucune règle connue ne le dit" in lines
    assert (
        "    - on ne sait pas, écarte : evolution-financement, evolution-partage | cogouv-majorite | evolution-financement, evolution-partage, cogouv-majorite"
        in lines
    )


def test_what_nobody_pays_is_said_so() -> None:
    code, out, _ = called("qualify", "-", typed="matter: mission-du-pilote\n", project=ROOT)
    assert code == 0
    assert out.replace("\u00a0", " ").split("\n")[2:6] == [
        "Ce qui s’ensuit pour : mission-du-pilote",
        "  Qui décide — aucune règle connue ne le dit",
        "  Qui paie",
        "    - personne",
    ]


def test_a_day_that_does_not_exist_is_told_where_it_stands() -> None:
    _, problems = read_described("t.yml", "matter: a\ndate: 2023-02-30\n")
    assert [(p.code.id, p.span.line, p.span.column) for p in problems] == [("RUL121", 2, 7)]


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\nmatter: \xff\n", ("SRC304", 2, 9)), (b"# " + b"x" * 2_000_000 + b"\nmatter: a\n", ("SRC306", 1, 1))],
)
def test_a_file_that_is_too_long_or_not_in_utf_8_is_refused(
    data: bytes, said: tuple[str, int, int], tmp_path: Path
) -> None:
    path = tmp_path / "e.yml"
    path.write_bytes(data)
    (found,) = answer_of("qualify", path, schema="check", project=ROOT, code=1)["diagnostics"]
    assert (found["code"], found["line"], found["column"]) == said
