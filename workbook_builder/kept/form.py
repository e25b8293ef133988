"""How frozen data is written down: as JSON, every different thing once, after all that it is made of.

Only data is written and read: no code is. What is read makes nothing but texts, numbers and frozen dataclasses and
words (Enum) of this package. It is read in one loop, since there are very many things.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib import import_module
from itertools import chain
from operator import attrgetter
from typing import Any

_PACKAGE = __name__.partition(".")[0]
_PLAIN = {str, int, float, bool, type(None)}
_LISTED = {"rating.scheme.Scheme": "rating.schemes.SCHEMES"}  # what is known by its id, and where it is found by that
_MAKERS: Mapping[str, Callable[..., Any]] = {
    "tuple": lambda *parts: parts,
    "list": lambda *parts: list(parts),
    "set": lambda *parts: set(parts),
    "frozenset": lambda *parts: frozenset(parts),
    "dict": lambda *parts: dict(zip(parts[::2], parts[1::2], strict=True)),
    "Decimal": Decimal,
    "date": date.fromisoformat,
}
_NEVER_SHARED = {list, set, dict, float}  # what may change; and 0.0, which equals -0.0


def written(value: Any) -> bytes:
    """The value as bytes. Raises TypeError where it is no plain frozen data."""
    kinds: dict[str, int] = {}
    things: list[Any] = []
    places: dict[Any, int] = {}
    apart: dict[type, tuple[int, Callable[[Any], Iterable[Any]]]] = {}

    def put(value: Any) -> int:
        """Write a thing down after its parts, unless it stands there; its place."""
        kind = value.__class__
        if kind in _PLAIN:
            key, thing = (kind, value), value
        else:
            if kind not in apart:
                name, parts_of = _taken_apart(kind)
                apart[kind] = put(kinds.setdefault(name, len(kinds))), parts_of
            number, parts_of = apart[kind]
            key = thing = (number, *map(put, parts_of(value)))
        place = places.get(key)
        if place is None or kind in _NEVER_SHARED:
            place = places[key] = len(things)
            things.append(thing)
        return place

    put(value)
    return json.dumps([list(kinds), things], ensure_ascii=False, separators=(",", ":")).encode()


def read(data: bytes) -> Any:
    """What was written. Raises one of many errors where that was nothing of ours."""
    kinds, things = json.loads(data)
    makers = [_maker(kind) for kind in kinds]
    made: list[Any] = []
    add = made.append
    for thing in things:
        if thing.__class__ is list:
            parts = [made[n] for n in thing]
            add(makers[parts[0]](*parts[1:]))
        else:
            add(thing)
    return made[-1]


@cache
def _maker(kind: str) -> Callable[..., Any]:
    """What makes a thing of its parts."""
    if kind in _MAKERS:
        return _MAKERS[kind]
    module, _, name = kind.rpartition(".")
    found = getattr(import_module(f"{_PACKAGE}.{module}"), name)
    if kind in _LISTED.values():
        listed: Callable[..., Any] = found.__getitem__
        return listed
    if not isinstance(found, type) or not (issubclass(found, Enum) or is_dataclass(found)):
        raise TypeError(f"{kind} is no data")
    return found


def _taken_apart(kind: type) -> tuple[str, Callable[[Any], Iterable[Any]]]:
    """What things of a kind are called, and how they are taken apart."""
    if kind in (tuple, list, set, frozenset):
        return kind.__name__, iter
    if kind is dict:
        return "dict", lambda value: chain.from_iterable(value.items())
    if kind in (Decimal, date):
        return kind.__name__, lambda value: (str(value),)
    package, _, module = kind.__module__.partition(".")
    name = f"{module}.{kind.__qualname__}"
    if package != _PACKAGE or "<" in name:
        raise TypeError(f"{kind} is none of ours")
    if name in _LISTED:
        return _LISTED[name], lambda value: (value.id,)
    if issubclass(kind, Enum):
        return name, lambda value: (value.value,)
    if not is_dataclass(kind):
        raise TypeError(f"{kind} is no plain data")
    names = [field.name for field in fields(kind)]
    return name, attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]
