"""Figures as they are stated, and where they are."""

from __future__ import annotations

from dataclasses import dataclass

from workbook_builder.figures import Figure, Missing, Number, rounded

__all__ = ["Figure", "Missing", "Number", "Origin", "rounded"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement stands in the inputs."""

    file: str
    row: int

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}"
