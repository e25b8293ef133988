"""The rows of an edition's tables, read when somebody asks for them: what they state may be known without."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from workbook_builder.inputs.formats import FORMATS
from workbook_builder.inputs.tables import Row


class Rows(Mapping[str, tuple[Row, ...]]):
    """The rows by table, each of which is read once."""

    def __init__(self, tables: Iterable[str], read: Callable[[str], Iterable[Row]]) -> None:
        self._tables, self._read = tuple(tables), read
        self._known: dict[str, tuple[Row, ...]] = {}

    def __getitem__(self, table: str) -> tuple[Row, ...]:
        if table not in self._tables:
            raise KeyError(table)
        if table not in self._known:
            self._known[table] = tuple(self._read(table))
        return self._known[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


@dataclass(frozen=True)
class Sources:
    """The files of an edition's folder, which messages call `shown`, by what they hold when a table is read first."""

    folder: Path
    shown: str

    @cached_property
    def _known(self) -> dict[str, tuple[str, ...]]:
        return {}

    def of(self, table: str) -> tuple[str, ...]:
        """What tells the content of a table from any other."""
        if table not in self._known:
            self._known[table] = self._now(table)
        return self._known[table]

    def are_unchanged(self, table: str) -> bool:
        """Whether the files still hold what they held then."""
        return self.of(table) == self._now(table)

    def _now(self, table: str) -> tuple[str, ...]:
        files = [self.folder / format_.file(table) for format_ in FORMATS]
        sums = (part for file in files if file.is_file() for part in (file.name, _sum(file)))
        return table, self.shown, *sums


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
