"""`clausier.dataclasses` makes what the standard library makes; only sooner."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

import pytest

from clausier import dataclasses as ours

T = TypeVar("T")
Decorator = Callable[..., Any]


def classes(dataclass: Decorator) -> dict[str, Any]:
    """The shapes that the package uses, made by `dataclass`."""

    @dataclass(frozen=True, slots=True)
    class Placed:
        first: int
        second: str = "b"
        third: tuple[str, ...] = ()

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        optional: int = 3
        required: str
        made: list[int] = dataclasses.field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class Single:
        only: object

    @dataclass(frozen=True, slots=True)
    class Nothing:
        """Without a field."""

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        rank: int

    @dataclass(slots=True)
    class Changing:
        count: int
        seen: list[int] = dataclasses.field(default_factory=list)

        def again(self) -> int:
            self.count += 1
            return self.count

    @dataclass(frozen=True, slots=True)
    class Of(Generic[T]):
        value: T

    made = (Placed, Named, Single, Nothing, Ordered, Changing, Of)
    return {c.__name__: c for c in made}


OURS, STANDARD = classes(ours.dataclass), classes(dataclasses.dataclass)
BOTH = pytest.mark.parametrize("name", list(OURS))
INSTANCES: dict[str, tuple[Callable[[Any], Any], ...]] = {
    "Placed": (lambda c: c(1), lambda c: c(1, "c", ("x",)), lambda c: c(first=1, third=("y",))),
    "Named": (lambda c: c(required="r"), lambda c: c(required="r", optional=4, made=[1])),
    "Single": (lambda c: c((1, 2)), lambda c: c(1)),
    "Nothing": (lambda c: c(),),
    "Ordered": (lambda c: c(1), lambda c: c(2)),
    "Changing": (lambda c: c(1), lambda c: c(1, [2])),
    "Of": (lambda c: c("v"), lambda c: c(None)),
}


def answer(how: Callable[[], Any]) -> Any:
    """What comes of a call: its value, or the kind of its error."""
    try:
        return how()
    except Exception as error:  # noqa: BLE001 - whatever the standard one raises
        return type(error)


@BOTH
def test_an_instance_shows_itself_as_the_standard_one_does(name: str) -> None:
    for make in INSTANCES[name]:
        assert repr(make(OURS[name])) == repr(make(STANDARD[name]))


@BOTH
def test_fields_and_patterns_are_the_standard_ones(name: str) -> None:
    def shape(cls: Any) -> Any:
        return [(f.name, f.type, f.default, f.default_factory, f.kw_only) for f in dataclasses.fields(cls)]

    assert shape(OURS[name]) == shape(STANDARD[name])
    assert OURS[name].__match_args__ == STANDARD[name].__match_args__
    assert not hasattr(INSTANCES[name][0](OURS[name]), "__dict__")


@BOTH
def test_two_are_equal_and_hash_alike_when_the_standard_ones_do(name: str) -> None:
    def compared(cls: Any) -> list[Any]:
        made = [make(cls) for make in (*INSTANCES[name], *INSTANCES[name])]
        hashes = [answer(partial(hash, one)) for one in made]
        return [
            (one == other, h == k)
            for one, h in zip(made, hashes, strict=True)
            for other, k in zip(made, hashes, strict=True)
        ]

    assert compared(OURS[name]) == compared(STANDARD[name])


def test_another_class_of_the_same_values_is_not_equal() -> None:
    assert OURS["Single"]("v") != OURS["Of"]("v")
    assert OURS["Single"](1) != 1


@BOTH
def test_nothing_frozen_can_be_set_or_deleted(name: str) -> None:
    def tried(cls: Any) -> list[Any]:
        made = INSTANCES[name][0](cls)
        names = [f.name for f in dataclasses.fields(cls)]
        setting = [answer(partial(setattr, made, n, 0)) for n in names]
        return setting + [answer(partial(delattr, made, n)) for n in names]

    assert tried(OURS[name]) == tried(STANDARD[name])


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("Placed", lambda c: c()),
        ("Placed", lambda c: c(1, 2, 3, 4)),
        ("Placed", lambda c: c(1, fourth=4)),
        ("Named", lambda c: c("r")),
        ("Named", lambda c: c(optional=1)),
    ],
)
def test_a_wrong_call_is_refused_as_the_standard_one_refuses_it(name: str, call: Callable[[Any], Any]) -> None:
    assert answer(lambda: call(OURS[name])) is answer(lambda: call(STANDARD[name])) is TypeError


def test_a_default_that_is_made_is_made_for_each() -> None:
    first, second = OURS["Named"](required="a"), OURS["Named"](required="b")
    first.made.append(1)
    assert second.made == []


@BOTH
def test_replacing_and_copying_give_an_equal_one(name: str) -> None:
    for make in INSTANCES[name]:
        made = make(OURS[name])
        assert ours.replace(made) == made
        assert copy.deepcopy(made) == copy.copy(made) == made


@ours.dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    value: tuple[int, ...]
    name: str = ""


def test_a_frozen_one_survives_pickling() -> None:
    kept = Kept(value=(1, 2), name="n")
    assert pickle.loads(pickle.dumps(kept)) == kept  # noqa: S301 - pickled a moment ago
