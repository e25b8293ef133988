"""`observations.csv`: what each indicator's figure was, for an area or team and a period."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.figures import Figure, Missing, Number, Origin, as_written, by_law, rounded
from workbook_builder.inputs.judgements import Judgement, read_judgement, refuse_figures
from workbook_builder.inputs.tables import Row, TableForm
from workbook_builder.periods import Frequency, Period
from workbook_builder.problems import quoted
from workbook_builder.specs.catalogue import Indicator, Making
from workbook_builder.specs.model import Spec

FORM = TableForm.described(
    "observations",
    "what was measured",
    {
        "indicator": "its id in the spec",
        "area": "the area or team",
        "period": "the month, quarter, term or year; a year of a monthly or quarterly indicator is its outturn",
        "measure": "the figure; it is shown and judged with the decimals of its indicator (62 is shown as 62.0); may "
        "be left out where numerator and denominator make it",
        "numerator": "what the figure is made of; a number, `N/A`, or nothing",
        "denominator": "the same",
        "status": "why there is no figure: `N/A`, `to be supplied`, `new indicator`, `suppressed`. A suppressed row "
        "states no numbers, nor does anything tell what earlier editions stated of it",
        "decimals": "decimals to show, where the indicator's are not meant: 0 for a figure published as 62",
        "provisional": "where the figure may still change: why, in words (`not yet validated`), or `yes`; "
        "`provisional` as the status of a figure says the same. It is rated as any other, and marked with ‡ wherever "
        "it stands; a note below its table says why",
        "rating": "the rating that somebody has judged, where the indicator is rated so (`rating: judged`): RED, "
        "AMBER, GREEN or BLUE",
        "reason": "why it was judged so, in words; printed below the table",
    },
    needed=4,
)
Key = tuple[str, str, Period]
PARTS = ("measure", "numerator", "denominator")
PROVISIONAL = "provisional"
_SUPPRESSED = Missing.SUPPRESSED.value
_YES, _NO = ("yes", "y", "p", "true", PROVISIONAL), ("no", "n", "false", "final")
_FILL_IN = "fill it in, or write the reason in `status`; delete the row only if its period is not due yet"


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure, and the numerator and denominator behind it where they are stated.

    `provisional` is why the figure is not final yet, in words; "" where nothing says why, None where it is final.
    `judged` is the rating that somebody gave it.
    """

    measure: Figure
    numerator: Figure | None
    denominator: Figure | None
    origin: Origin
    provisional: str | None = None
    judged: Judgement | None = None


def read_observation(row: Row, spec: Spec, reader: Reader) -> tuple[Key, Observation] | None:
    """The figure a row states, by indicator, area or team, and period; None where it cannot be read."""
    name = reader.name(row, "indicator", spec.indicator_by_id, "indicator")
    place = reader.place(row, spec)
    indicator = spec.indicator_by_id.get(name or "")
    if not indicator or not place:
        return None
    period = reader.period(row, "period", (indicator.data_period.frequency, Frequency.YEAR))
    if not spec.exists(indicator, place):
        reader.refuse_place(row, indicator, place)
        return None
    observation = _observation(row, indicator, reader)
    return ((indicator.id, place, period), observation) if period and observation else None


def _observation(row: Row, indicator: Indicator, reader: Reader) -> Observation | None:
    before = len(reader.report.problems)
    _refuse_beside_suppressed(row, reader)
    if len(reader.report.problems) > before:
        return None
    stated = reader.figure(row, "measure", indicator.decimals)
    numerator = as_written(reader.figure(row, "numerator", 0), indicator.decimals)
    denominator = as_written(reader.figure(row, "denominator", 0), indicator.decimals)
    _refuse_negative(row, indicator, numerator, denominator, reader)
    provisional = _provisional(row)
    reason = None if provisional is not None and _is_status(row) else reader.reason(row, "status")
    decimals = reader.whole(row, "decimals")
    judged = read_judgement(row, indicator, reader)
    if indicator.measure is Making.SHARE_MET:
        refuse_figures(row, (stated, numerator, denominator), reader)
        reason = reason or Missing.NOT_AVAILABLE
    if len(reader.report.problems) > before:
        return None
    places = indicator.decimals if decimals is None else decimals
    measure = (
        by_law(stated, indicator.decimals, decimals) or reason or _made(indicator, numerator, denominator, places)
    )
    if measure is None or (stated and reason and stated != reason):
        _refuse(row, stated, reader)
        return None
    before_it, after_it = indicator.unit.dress
    if isinstance(measure, Number) and (before_it or provisional is not None):
        measure = replace(measure, is_provisional=provisional is not None, before=before_it, after=after_it)
    elif provisional is not None:
        found, allowed = "provisional, and no figure", "provisional only beside a figure"
        reader.report.add(row.where("provisional"), found, allowed, "fill in the figure, or empty the cell")
        return None
    return Observation(measure, numerator, denominator, row.origin, provisional, judged)


def _provisional(row: Row) -> str | None:
    """Why a figure is provisional: "" where `yes`, or its status, says no more; None where it is final."""
    text = row.cells.get("provisional", "")
    if text.casefold() in ("", *_NO):
        return "" if _is_status(row) and not text else None
    return "" if text.casefold() in _YES else text


def _is_status(row: Row) -> bool:
    """Whether the status says that the figure beside it is provisional."""
    return row.cells.get("status", "").casefold() == PROVISIONAL


def _refuse_beside_suppressed(row: Row, reader: Reader) -> None:
    """A row that is suppressed states no numbers: they would be held, and what is held may be told.

    The problem names the columns only, for a report is passed on as well.
    """
    hidden = _SUPPRESSED
    if hidden not in (row.cells.get("status", "").casefold(), row.cells.get("measure", "").casefold()):
        return
    cells = {part: row.cells.get(part, "") for part in PARTS}
    reasons = {"", *(reason.value.casefold() for reason in Missing)}
    stated = [part for part, cell in cells.items() if cell.casefold() not in reasons]
    if stated:
        found = f"{hidden}, and beside it a {' and a '.join(stated)}"
        allowed = f"no measure, numerator or denominator in a row that is {hidden}"
        remedy = f"empty {' and '.join(stated)}; or, where the figure may be told, empty the status"
        reader.report.add(row.where(stated[0]), found, allowed, remedy)


def _refuse_negative(
    row: Row, indicator: Indicator, numerator: Figure | None, denominator: Figure | None, reader: Reader
) -> None:
    """What is counted cannot be fewer than none; a numerator that is no count may be negative."""
    part = numerator if indicator.measure is Making.PERCENTAGE else None
    for column, figure in (("numerator", part), ("denominator", denominator)):
        if isinstance(figure, Number) and figure.value < 0:
            reader.report.add(row.where(column), quoted(row.cells[column]), "0 or more", "correct the cell")


def _refuse(row: Row, stated: Figure | None, reader: Reader) -> None:
    figure = "two reasons" if isinstance(stated, Missing) else "a figure and a reason"
    found = f"{figure} why it is missing" if stated else "no figure and no reason why"
    allowed = "a measure, or a numerator and denominator that make it, or a status: " + ", ".join(
        reason.value for reason in Missing
    )
    remedy = "remove one of the two" if stated else _FILL_IN
    reader.report.add(row.where("measure"), found, allowed, remedy)


def _made(indicator: Indicator, numerator: Figure | None, denominator: Figure | None, decimals: int) -> Number | None:
    """The measure that numerator and denominator make, rounded as it is displayed."""
    if indicator.measure is Making.NONE or not isinstance(numerator, Number) or not isinstance(denominator, Number):
        return None
    if not denominator.value:
        return None
    value = indicator.measure.factor * numerator.value / denominator.value
    return Number(rounded(value, decimals), decimals)
