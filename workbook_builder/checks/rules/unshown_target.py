"""A target that an edition states and no page shows."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.checks.rule import About, Context, Rule
from workbook_builder.findings import Finding, Severity
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Frequency, YearBasis


def _check(context: Context) -> Iterator[Finding]:
    for target in context.scorecard.unshown:
        if _is_not_due(context, target):
            continue
        indicator = context.scorecard.catalogue.indicator_by_id[target.indicator]
        page, place = _place(context, target)
        where = f" for {target.area}" if target.area else ""
        yield Finding(
            rule="",
            page=page,
            indicator=indicator.id,
            title=indicator.title,
            place=place,
            period=target.label,
            where=str(target.origin),
            found=f"a target{where} that no page shows",
            expected=f"a row{where} in a table with the target or rating of {target.label}",
            difference="nothing is rated by it",
        )


def _is_not_due(context: Context, target: Target) -> bool:
    """Whether its year has begun, and the rows it is for are still rated by an earlier year's.

    That of a month, quarter or term is part of a path: it is due once its rows are of a later year.
    """
    spec = context.scorecard.catalogue
    now = context.inputs.edition.month.year_of(spec.year_bases.get(target.indicator, YearBasis.FINANCIAL))
    rows = [row for _, row in context.table_rows if row.indicator.id == target.indicator]
    years = [row.year for row in rows if target.area in ("", row.place)]
    if target.year.frequency is not Frequency.YEAR:
        basis = spec.year_bases.get(target.indicator, YearBasis.FINANCIAL)
        return any(year <= target.year.year_of(basis) for year in years)
    return target.year <= now and any(year < target.year for year in years)


def _place(context: Context, target: Target) -> tuple[str, str]:
    """The page and place of a row of its indicator; without one the page that lists targets, or the first."""
    rows = [(page, place) for (name, place), (page, _) in context.measured.items() if name == target.indicator]
    if own := [row for row in rows if target.area in ("", row[1])]:
        return own[0]
    pages = context.scorecard.pages
    listing = [page.name for page in pages if page.spec.kind == "targets"]
    return (*listing, pages[0].name)[0], target.area


RULE = Rule(
    "unshown_target",
    "A target of a mistyped year, or of an indicator that no table shows, rates nothing.",
    "A target of 2019-20 in an edition whose tables show later years.",
    _check,
    about=About.INPUTS,
    finds=(
        "a target that the edition states and no page shows; not one whose year has begun while its rows are still "
        "rated by the year before"
    ),
    remedy="Correct the year or the indicator of the row, or add the indicator to a table of the spec.",
    severity=Severity.NOTE,
)
