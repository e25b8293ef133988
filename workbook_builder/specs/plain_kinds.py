"""The kinds of page: those that the builder lays out by itself, of which a spec states the names only, and all."""

from __future__ import annotations

from typing import Literal

_First = Literal["cover", "contents", "exceptions", "all_exceptions", "districts", "changes", "all_changes"]
_Last = Literal["targets", "sources", "definitions", "checks"]
PlainKind = Literal[_First, _Last]
AnyKind = Literal[PlainKind, "guidance", "commentary", "tables", "activity"]
