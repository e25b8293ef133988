"""Shares that are counted from ratings: no kind of the spec, but what a latest figure may follow."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.live.following import ShareMet
from workbook_builder.live.references import RATING, Ref, RowId
from workbook_builder.rating.schemes import SCHEMES, in_order, ratings_given
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.catalogue import Making
from workbook_builder.specs.columns import YearColumn
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import ColumnSet, TablesPage, TableSpec


def share_met(table: Table, id: RowId, row: Row, spec: Spec) -> ShareMet | None:
    """What a share follows: the ratings of its indicators, where tables of its page show them all."""
    if row.indicator.measure is not Making.SHARE_MET or not row.exists:
        return None
    kind, page, *_ = id
    found = dict(_rated(table, row, spec))
    counted = [name for name in row.indicator.of if spec.exists(spec.indicator_by_id[name], row.place)]
    if not counted or not set(counted) <= found.keys():
        return None
    cells = tuple(Ref((kind, page, found[name], name, row.place), RATING) for name in counted)
    words = {spec.indicator_by_id[name].rating for name in counted}
    judged = {rating for word in words if word for rating in SCHEMES[word].judgements}
    ratings = in_order({*ratings_given(words), *judged})
    return ShareMet(cells, tuple(one for one in ratings if one.meets_target), ratings, row.indicator.decimals)


def _rated(table: Table, row: Row, spec: Spec) -> Iterator[tuple[str, str]]:
    """The indicators that tables of the same page rate for the row's place, each with the id of such a table."""
    for other in _tables_beside(table, spec):
        if _rates_latest(spec.column_set_by_id[other.columns]):
            for section in (section for section in other.sections if not section.teams):
                entries = (entry for entry in section.rows if not entry.areas or table.area.name in entry.areas)
                yield from ((entry.indicator, other.id) for entry in entries if row.place == table.area.name)


def _tables_beside(table: Table, spec: Spec) -> tuple[TableSpec, ...]:
    pages = (page for scorecard in spec.scorecards for page in scorecard.pages if isinstance(page, TablesPage))
    return next((page.tables for page in pages if any(one is table.spec for one in page.tables)), ())


def _rates_latest(columns: ColumnSet) -> bool:
    return any(isinstance(one, YearColumn) and one.kind == "rag" and one.is_this for one in columns.columns)
