"""The file `figures`: a line for each figure that a page shows, with what it is made of, judged by, compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbook_builder.live.following import Same
from workbook_builder.live.references import Role, RowId
from workbook_builder.outputs.data.resource import Field, Line, Resource, number, status, text, word
from workbook_builder.outputs.data.standards import limits_of
from workbook_builder.outputs.prose import heading_of
from workbook_builder.pages.blocks import Cell, Column, Row, Table
from workbook_builder.pages.publication import Publication
from workbook_builder.pages.values import MARK, Absent, Number

_KEY = ("page", "table", "area", "indicator", "period", "benchmark")
_TICKED = "qpr"
_FIRST = (
    Field("edition", "string", "The month of the edition"),
    Field("edition_status", "string", "draft or final"),
    Field("page", "string", "The page"),
    Field("table", "string", "The id of the table on its page"),
    Field("table_title", "string", "What the table is called"),
    Field("group", "string", "The team or heading that the row stands under"),
    Field("area", "string", "The area or team whose figure it is"),
    Field("indicator", "string", "The id of the indicator"),
    Field("code", "string", "The code that is printed, where there is one"),
    Field("title", "string", "What the indicator is called there"),
    Field("in_quarterly_report", "boolean", "Whether it is in the council's quarterly report"),
    Field("period", "string", "The month, quarter, term or year; of a benchmark, as it is headed"),
    Field("benchmark", "string", "Which other councils' figure it is, shown beside the row; empty: the row's own"),
    Field("is_latest", "boolean", "Whether it is the row's latest figure, to which rating and direction belong"),
    Field("measure", "number", "The figure, as displayed"),
    Field(
        "status", "string", "shown, provisional, or why there is no figure; empty: only its year's target is shown"
    ),
    Field("rated_on_few", "boolean", "Whether it is marked as rated on a small denominator"),
    Field("numerator", "number", "What the latest figure is made of, where that is shown"),
    Field("denominator", "number", "What the latest figure is made of, where that is shown"),
    Field("target", "number", "The target that the figure is judged by, where it is shown beside it"),
    Field("target_sign", "string", "What is printed before the target, such as <="),
)
_LAST = (
    Field(
        "rating",
        "string",
        "The word of the rating (GREEN, AMBER, RED) or not rated; empty: the page shows no rating of it",
    ),
    Field("direction", "string", "Direction of travel since the period before: improved, worsened, same, unknown"),
    Field("trend_direction", "string", "Where the figures shown are going, where the page says it"),
    Field("to_green", "integer", "How many more (or, negative, fewer) in the numerator would make it GREEN"),
)


def figures(publication: Publication, standards: Mapping[str, str]) -> Resource:
    """A line for each figure of each row."""
    limits = (Field(name, "number", f"{heading} of that target") for name, heading in standards.items())
    labels = (Field(kind, "string", heading) for kind, heading in _labels(publication).items())
    fields = (*_FIRST, *limits, *_LAST, *labels)
    return Resource("figures", "Every figure that is shown", fields, tuple(_lines(publication)), _KEY)


def _labels(publication: Publication) -> Mapping[str, str]:
    """The kinds of column that say in a word what a row's figures are, and how they are headed."""
    columns = (column for page in publication.pages for table in page.tables for column in table.columns)
    return {column.kind: heading_of(column) for column in columns if _is_label(column)}


def _is_label(column: Column) -> bool:
    return column.holds == "label" and column.shows is not None and column.kind != _TICKED


def _lines(publication: Publication) -> Iterator[Line]:
    limits = limits_of(publication)
    edition, _, edition_status = dict(publication.properties).get("Edition", "").partition(" ")
    of_edition = {"edition": edition, "edition_status": edition_status or None}
    for page in publication.pages:
        for table in page.tables:
            for group in table.groups:
                named = {"table_title": text(table.title), "group": text(group.title) or None}
                for row in group.rows:
                    if row.id and row.id[0] == "row":
                        yield from _Row(row, table, limits).lines(of_edition | named)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row whose cells are told period by period."""

    row: Row
    table: Table
    limits: Mapping[RowId, Mapping[str, str | None]]

    def lines(self, context: Line) -> Iterator[Line]:
        """A line for each period of which it shows a figure, target or rating, and for each benchmark beside it."""
        _, page, table, indicator, place = self.row.id
        where = {"page": text(page), "table": table, "area": text(place), "indicator": indicator}
        latest, of_the_row = self._latest(), dict(self._of_the_row())
        found: dict[str, dict[str, str | None]] = {}
        for cell, column, roles in self._cells():
            for period, said in self._said(cell, column, roles, latest):
                found.setdefault(period, {}).update(said)
        for period, said in found.items():
            is_latest = word(period == latest)
            yield {**context, **where, **of_the_row, "period": period, "is_latest": is_latest, **said}
        for cell, column, _ in self._cells():
            if _is_benchmark(column) and cell.value is not None:
                yield {**context, **where, **of_the_row, "is_latest": word(False), **_benchmark(cell, column)}

    def _cells(self) -> Iterator[tuple[Cell, Column, tuple[Role, ...]]]:
        roles = self.row.roles or ((),) * len(self.row.cells)
        return zip(self.row.cells, self.table.columns, roles, strict=True)

    def _latest(self) -> str:
        """The period of the latest figure; of a table without ratings that of its last one."""
        dated = [(column.kind, role.when) for _, column, roles in self._cells() for role in roles if _is_figure(role)]
        headed = [when for kind, when in dated if kind in ("measure", "latest")]
        return (headed or [when for _, when in dated] or [""])[-1]

    def _of_the_row(self) -> Iterator[tuple[str, str | None]]:
        for cell, column, _ in self._cells():
            if column.holds == "code":
                yield "code", None if isinstance(cell.value, Absent) else word(cell.value)
            elif column.holds == "title":
                yield "title", word(cell.value)
            elif _is_label(column):
                yield column.kind, word(cell.value)
            elif column.kind == _TICKED:
                yield "in_quarterly_report", word(bool(cell.value))

    def _said(
        self, cell: Cell, column: Column, roles: tuple[Role, ...], latest: str
    ) -> Iterator[tuple[str, dict[str, str | None]]]:
        """What a cell says, and of which period."""
        if cell.value is None:
            return
        for role in roles:
            if _is_figure(role):
                yield role.when, _figure(cell)
            elif role.name in ("numerator", "denominator"):
                yield role.when, {role.name: number(cell.value)}
            elif role.name == "target" and (period := _judged(column, latest)):
                yield period, self._target(cell)
        if column.holds == "rating" and (period := _judged(column, latest)):
            yield period, {"rating": word(cell.value)}
        elif column.holds == "travel":
            yield latest, {"direction": word(cell.value)}
        elif column.kind == "direction":
            yield latest, {"trend_direction": word(cell.value)}
        elif column.kind == "to_green":
            yield latest, {"to_green": number(cell.value)}

    def _target(self, cell: Cell) -> dict[str, str | None]:
        """The target, and what stands beside it where it is stated."""
        stated = cell.live.ref.row if isinstance(cell.live, Same) else ()
        return {"target": number(cell.value), "target_sign": cell.sign or None, **self.limits.get(stated, {})}


def _is_figure(role: Role) -> bool:
    return role.name == "figure"


def _is_benchmark(column: Column) -> bool:
    return column.kind == "benchmark" or column.holds == "aside"


def _benchmark(cell: Cell, column: Column) -> dict[str, str | None]:
    """Whose figure and of when, as the column is headed, and the figure itself."""
    whose, *when = map(str, column.heading)
    return {"benchmark": text(whose), "period": " ".join(when).removeprefix("as at ") or None, **_figure(cell)}


def _judged(column: Column, latest: str) -> str:
    """The period of the figure that a target or rating is about: the latest, or the year before that heads it.

    "" for a target of a year to come, which judges no figure yet.
    """
    if column.is_past:
        return " ".join(str(part) for part in column.heading[1:])
    return latest if column.shows is None or column.shows.back == 0 else ""


def _figure(cell: Cell) -> dict[str, str | None]:
    value = cell.value
    return {
        "measure": number(value),
        "decimals": str(value.decimals) if isinstance(value, Number) else None,
        "status": status(value),
        "rated_on_few": word(MARK in cell.mark),
    }
