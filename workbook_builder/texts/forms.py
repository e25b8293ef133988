"""Regular expressions that are compiled when a text first needs them: reading the package compiles none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Form:
    """A regular expression, whatever the capitals of the text unless they count."""

    source: str
    capitals_count: bool = False

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, re.NOFLAG if self.capitals_count else re.IGNORECASE)

    def search(self, text: str, position: int = 0) -> re.Match[str] | None:
        """The first match from a position on."""
        return self._compiled.search(text, position)

    def match(self, text: str, position: int = 0) -> re.Match[str] | None:
        """The match at a position."""
        return self._compiled.match(text, position)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole text."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """Every match, from a position to another if those are given."""
        return self._compiled.finditer(text, *span)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with each match replaced."""
        return self._compiled.sub(by, text)

    def split(self, text: str) -> list[str]:
        """The text between the matches."""
        return self._compiled.split(text)
