"""Figures as they are stated, and where they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbook_builder.figures import Figure, Missing, Number, Withheld, rounded

__all__ = ["Figure", "Missing", "Number", "Origin", "Withheld", "rounded"]
MOST_DECIMALS = 6
"""The most that an indicator may have (`decimals` in the spec): what states more was calculated, not written."""


def by_law(figure: Figure | None, law: int, own: int | None = None) -> Figure | None:
    """A figure displayed with its indicator's decimals (`law`), or with its `own`, where its row states any.

    So 10, which Excel made of 10.0, is 10.0 again, and 59.9666666666667 is 60.0.
    """
    if not isinstance(figure, Number):
        return figure
    if own is not None:
        return replace(figure, decimals=own, stated=None)
    if figure.decimals == law and figure.stated is None:
        return figure
    stated = figure.decimals if figure.stated is None else figure.stated
    return replace(figure, decimals=law, stated=None if stated == law else stated)


def as_written(figure: Figure | None, law: int) -> Figure | None:
    """A standard, numerator or denominator: exact however it is written, 60 as well as 60.0 or 60.25.

    With more decimals than any indicator may have it was calculated, and is displayed by its indicator's `law`.
    """
    if not isinstance(figure, Number):
        return figure
    stated = figure.decimals if figure.stated is None else figure.stated
    decimals = stated if stated <= MOST_DECIMALS else law
    if (figure.decimals, figure.stated) == (decimals, None if stated == law else stated):
        return figure
    return replace(figure, decimals=decimals, stated=None if stated == law else stated)


def dressed(figure: Figure | None, dress: tuple[str, str]) -> Figure | None:
    """A figure with what its unit prints before and after it."""
    return replace(figure, before=dress[0], after=dress[1]) if isinstance(figure, Number) and any(dress) else figure


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement stands in the inputs."""

    file: str
    row: int

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}"
