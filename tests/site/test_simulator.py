"""The simulator: its outcomes are those of `clausier decide`, its form is used by keyboard, its address shares a vote."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from decide.stage import AA, TEN, put
from support.browsing import opened, violations
from support.projects import real_convention

BODIES = ("ag", "costrat", "cogouv", "cogouv")
VOTES = ("for", "for", "for", "against", "abstain", "blank", "void")
DESIGNATED = ("designe-aa-1", "designe-aa-2")


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    page = opened(browser, 360)
    page.goto((site / "simuler.html").as_uri())
    yield page
    page.context.close()


def some_vote(dice: random.Random) -> dict[str, Any]:
    """A vote in one round: any presence, any ballots of those present, any pupils."""
    body = dice.choice(BODIES)
    seats = [*TEN, *{"ag": AA, "costrat": DESIGNATED}.get(body, ())]
    likely = dice.choice((0.5, 0.8, 1))
    present = [seat for seat in seats if dice.random() < likely]
    leaning = dice.choice((VOTES, ("for",), ("for", "for", "for", "against")))
    ballots = {seat: dice.choice(leaning) for seat in present if dice.random() < 0.97}
    pupils = {seat: str(dice.choice((10, dice.randint(0, 90)))) for seat in TEN}
    total = sum(map(int, pupils.values())) + dice.choice((0, 0, dice.randint(0, 40)))
    vote: dict[str, Any] = {
        "body": body,
        "date": "2023-06-20",
        "present": present,
        "ballots": ballots,
        "data": {"eleves": {"by": pupils, "total": str(total)}},
    }
    if body == "cogouv" and dice.random() < 0.8:
        vote["matter"] = "evolution-structurante"
    if body == "costrat":
        vote["designated"] = {"aa": [seat for seat in DESIGNATED if seat in present]}
    return vote


def test_ten_thousand_votes_come_out_in_the_page_as_the_command_says(page: Page) -> None:
    real_convention()
    dice = random.Random(20230620)  # noqa: S311 - votes to try, no secrets
    votes = [some_vote(dice) for _ in range(10_000)]
    shown: list[str] = page.evaluate(
        "votes => { const { outcomes } = document.querySelector('.simulator'); return votes.map((v) => outcomes(v).outcome); }",
        votes,
    )
    seen: Counter[str] = Counter()
    for vote, outcome in zip(votes, shown, strict=True):
        decision, problems = put(vote)
        assert decision is not None, [p.message.text("en") for p in problems]
        assert outcome == decision.outcome, vote
        seen[outcome] += 1
    # A run in which one outcome never came up would prove nothing of it.
    assert min(seen[one] for one in ("adopted", "rejected", "no-quorum", "undetermined")) >= 200, seen


def said(page: Page) -> str:
    return page.locator(".result").inner_text().replace("\u00a0", " ")


def test_a_vote_is_tried_by_keyboard_and_its_address_tells_it_again(page: Page, site: Path) -> None:
    page.goto((site / "simuler.html").as_uri())
    page.get_by_label("Instance").select_option("cogouv")
    page.get_by_label("Objet").select_option("evolution-structurante")
    page.get_by_label("Jour").fill("2023-06-20")
    for seat in (*TEN[:6], "moselle", "collectivite-europeenne-alsace"):  # 4,5 + 5 + 1,5 + 2 = 13 of 15
        page.locator(f"#vote-{seat}").select_option("for")
    page.get_by_role("button", name="Calculer").focus()
    page.keyboard.press("Enter")
    assert said(page).startswith("Indéterminé")
    assert "« aucun : 8.3 n’énonce pas de quorum » : adopté" in said(page)
    assert "« celui du COSTRAT (8.2), par analogie » : indéterminé (il manque : élèves)" in said(page)
    assert "8.3 : « doivent être votées à la majorité qualifiée de 80% des voix »" in said(page)
    first = said(page)
    page.goto(page.url)
    assert said(page) == first
    page.locator("#vote-moselle").select_option("against")  # 11,5 of 15 in favour, of 13 cast
    page.get_by_role("button", name="Calculer").click()
    assert "des voix de tous les membres » : rejeté" in said(page)
    assert "des suffrages exprimés » : adopté" in said(page)


def test_a_body_without_a_stated_majority_has_an_outcome_under_each(page: Page, site: Path) -> None:
    page.goto((site / "simuler.html").as_uri())
    page.get_by_label("Instance").select_option("ag")
    page.get_by_label("Jour").fill("2023-06-20")
    page.locator("details.data").evaluate("fold => fold.open = true")
    for seat in TEN:
        page.locator(f"#vote-{seat}").select_option("for")
        page.locator(f"#data-eleves-{seat}").fill("10")
    page.locator("#total-eleves").fill("100")
    page.get_by_role("button", name="Calculer").click()
    assert said(page).startswith("Indéterminé")
    assert "plus de voix pour que contre » : adopté" in said(page)
    assert "l’unanimité de toutes les voix » : rejeté" in said(page)  # the academic authorities have not voted


def test_the_used_form_is_accessible_and_keeps_within_a_telephone(page: Page) -> None:
    page.get_by_role("button", name="Calculer").click()
    expect(page.locator(".result .outcome")).to_be_visible()
    assert violations(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_a_result_goes_with_the_vote_that_it_was_of(page: Page, site: Path) -> None:
    page.goto((site / "simuler.html").as_uri())
    page.get_by_role("button", name="Calculer").click()
    assert said(page)
    page.get_by_label("Jour").fill("2001-01-01")
    page.get_by_label("Jour").blur()
    assert said(page) == ""
    page.get_by_role("button", name="Calculer").click()
    assert said(page) == "Ce jour-là, il n’y avait pas encore de texte."
