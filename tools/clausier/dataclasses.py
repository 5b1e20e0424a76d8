"""The standard library's dataclasses, made in a quarter of the time.

Before Python 3.13 the standard decorator compiles six methods for each class. Here are some two hundred classes, and a
command lasts a fifth of a second, of which that took a third. Only `__init__` differs from class to class: the other
methods are shared. What comes out is a dataclass all the same: `fields`, `replace`, `match`, `copy` and `pickle` work.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import MISSING, FrozenInstanceError, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field", "replace"]


def _dataclass(*, frozen: bool = False, slots: bool = False, kw_only: bool = False, order: bool = False) -> Any:
    """What `dataclasses.dataclass` makes with these options."""
    if order:
        return dataclasses.dataclass(frozen=frozen, slots=slots, kw_only=kw_only, order=True)

    def decorate(cls: Any) -> Any:
        cls.__doc__ = cls.__doc__ or cls.__name__  # else its signature is worked out, at the cost of all the rest
        made: Any = dataclasses.dataclass(cls, init=not frozen, repr=False, eq=False, slots=slots, kw_only=kw_only)
        found = dataclasses.fields(made)
        made.__values__ = _values([f.name for f in found])
        made.__repr__, made.__eq__, made.__hash__ = _repr, _eq, _hash if frozen else None
        if frozen:
            made.__init__ = _later(made, found, kw_only=kw_only)
            made.__setattr__ = made.__delattr__ = _refuse
            made.__getstate__, made.__setstate__ = _getstate, _setstate
        return made

    return decorate


def _values(names: Sequence[str]) -> Callable[[Any], Any]:
    """What reads the values of those fields off an instance; one of a single field stands alone."""
    return staticmethod(attrgetter(*names)) if names else staticmethod(type)


def _later(cls: Any, found: Sequence[dataclasses.Field[Any]], *, kw_only: bool) -> Any:
    """An `__init__` that makes the real one when it is first called: most commands need half of the classes."""

    def __init__(self: object, *args: object, **named: object) -> None:  # noqa: N807 - it is to be known as that
        cls.__init__ = _init(found, kw_only=kw_only)
        cls.__init__(self, *args, **named)

    return __init__


def _init(found: Sequence[dataclasses.Field[Any]], *, kw_only: bool) -> Any:
    """The `__init__` of a frozen class, which fills it past its own `__setattr__`."""
    names: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    arguments, lines = ["self"], ["pass"]
    if kw_only and found:
        arguments.append("*")
    for f in found:
        argument = value = f.name
        if f.default is not MISSING:
            names[f"_{f.name}"] = f.default
            argument = f"{f.name}=_{f.name}"
        elif f.default_factory is not MISSING:
            names[f"_{f.name}"] = f.default_factory
            argument = f"{f.name}=_missing"
            value = f"_{f.name}() if {f.name} is _missing else {f.name}"
        arguments.append(argument)
        lines.append(f"_set(self, {f.name!r}, {value})")
    exec(f"def __init__({', '.join(arguments)}):\n {'; '.join(lines)}", names)  # noqa: S102 - as the standard one does
    return names["__init__"]


def _repr(self: Any) -> str:
    shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self))
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: Any) -> bool:
    return self.__values__(self) == self.__values__(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self.__values__(self))


def _refuse(_self: object, name: str, *_value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in dataclasses.fields(self)]


def _setstate(self: Any, state: Sequence[Any]) -> None:
    for f, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass
