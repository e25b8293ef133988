"""What pydantic is to know of a field, noted until it is asked.

To import pydantic takes as long as half of what most commands do, and it is asked only for what is not known already
(`kept`). The names are pydantic's own, and mean what they mean there; `told` puts its own in place of the notes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib import import_module
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True)
class Note:
    """Something of pydantic's, by its name there, and how it is made."""

    name: str
    positional: tuple[Any, ...]
    named: tuple[tuple[str, Any], ...]

    def made(self) -> Any:
        """The thing itself."""
        return getattr(import_module("pydantic"), self.name)(*self.positional, **dict(self.named))


def _noting(name: str) -> Callable[..., Any]:
    return lambda *positional, **named: Note(name, positional, tuple(named.items()))


Field, AfterValidator, Discriminator, Tag, StringConstraints = map(
    _noting, ("Field", "AfterValidator", "Discriminator", "Tag", "StringConstraints")
)
STRICT = {"extra": "forbid", "strict": True}
"""Nothing but what a class names, and nothing that would have to be converted."""


@cache
def told(model: type[Any]) -> type[Any]:
    """The dataclass, of which pydantic can now read what was noted, and so of all that it is made of."""
    hints = get_type_hints(model, include_extras=True)
    for field in fields(model):
        field.type = _meant(hints[field.name])
    return model


def _meant(hint: Any) -> Any:
    """A type without notes."""
    if is_dataclass(hint):
        return told(hint) if isinstance(hint, type) else hint
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        noted = (note.made() if isinstance(note, Note) else note for note in parts[1:])
        return Annotated[(_meant(parts[0]), *noted)]
    if origin in (Union, UnionType):
        return Union[tuple(map(_meant, parts))]  # noqa: UP007  # of parts that are known only now
    return origin[tuple(map(_meant, parts))] if origin in (tuple, dict) else hint
