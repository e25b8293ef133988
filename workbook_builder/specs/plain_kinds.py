"""The kinds of page that the builder lays out by itself, so that a spec states their names and no more."""

from __future__ import annotations

from typing import Literal

_First = Literal["cover", "contents", "exceptions", "all_exceptions", "districts", "changes", "all_changes"]
_Last = Literal["targets", "sources", "definitions", "checks"]
PlainKind = Literal[_First, _Last]
