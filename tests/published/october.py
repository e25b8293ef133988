"""The edition of October 2024, as far as the November edition gives it: its trend columns and what had been released.

The rules, none of which knows an indicator or place:

- Monthly figures of May to October 2024 are those of the trend columns, which print no numerator and denominator.
- The last quarter, term or year of a series is October's too if the data sources page says that it had been released
  by November 2024. If not, October's is the quarter or term before it; a year is stated as to be supplied, because
  the annual tables show one year for all of their indicators.
- Months and terms that October's tables show and November's no longer do are not known: N/A.
- Outturns, targets and floors are November's. So are benchmarks, but for the years that are to be supplied.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from printed import EDITION as NEXT
from printed import MONTHS, NOT_AVAILABLE, Row, moved

OCTOBER, RELEASED_BY = "2024-10", "2024-11"
TO_BE_SUPPLIED = "to be supplied"
TERMS = ("Autumn", "Spring", "Summer")
ANNUAL = "year"

Files = Mapping[str, Sequence[Row]]


def earlier_files(files: Files) -> dict[str, list[Row]]:
    """October's input files, from November's."""
    released = {row["indicator"] for row in files["sources"] if is_released(row["released"])}
    observed = list(observations(files["observations"], released))
    awaited = {(row["indicator"], row["period"]) for row in observed if row.get("status") == TO_BE_SUPPLIED}
    return {
        "observations": observed,
        "targets": list(files["targets"]),
        "benchmarks": [row for row in files["benchmarks"] if (row["indicator"], row["period"]) not in awaited],
        "sources": [row for row in files["sources"] if row["indicator"] in released],
    }


def is_released(label: str) -> bool:
    """Whether `Nov 2024` or `Sept 2024` is not after the month by which October's figures had to be there."""
    month, _, year = label.partition(" ")
    return bool(year) and f"{year}-{MONTHS.index(month[:3]) + 1:02d}" <= RELEASED_BY


def observations(rows: Iterable[Row], released: set[str]) -> Iterator[Row]:
    """The rows of every series as October has them."""
    series: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        series[row["indicator"], row["area"]].append(row)
    for (indicator, _), stated in series.items():
        kind = next((kind for kind in map(kind_of, periods(stated)) if kind != ANNUAL), ANNUAL)
        own = [row for row in stated if kind_of(row["period"]) == kind]
        yield from (row for row in stated if row not in own)
        yield from one_edition_earlier(own, kind, kind == "month" or indicator not in released)


def one_edition_earlier(own: Sequence[Row], kind: str, last_is_new: bool) -> Iterator[Row]:
    """The figures of a series; if its last is new in November, as they were before."""
    first, last = own[0], own[-1]
    if not last_is_new:
        yield from own
        return
    if kind != ANNUAL:
        yield unknown(first, before(first["period"]), NOT_AVAILABLE)
    yield from own[:-1]
    if kind == ANNUAL:
        yield unknown(last, last["period"], TO_BE_SUPPLIED)


def unknown(row: Row, when: str, why: str) -> Row:
    """A row of the same series without a figure."""
    return {"indicator": row["indicator"], "area": row["area"], "period": when, "status": why}


def periods(rows: Iterable[Row]) -> Iterator[str]:
    """The period of each row."""
    return (row["period"] for row in rows)


def kind_of(when: str) -> str:
    """Month, quarter, term or year: `2024-05`, `2024-25 Q2`, `2023-24 Autumn`, `2023-24`."""
    year, _, part = when.partition(" ")
    if part:
        return "term" if part in TERMS else "quarter"
    return ANNUAL if int(year[5:]) == int(year[2:4]) + 1 else "month"


def before(when: str) -> str:
    """The month, quarter or term before."""
    year, _, part = when.partition(" ")
    if not part:
        return moved(when, -1)
    parts = TERMS if part in TERMS else ("Q1", "Q2", "Q3", "Q4")
    position = parts.index(part)
    started = int(year[:4]) - (position == 0)
    return f"{started}-{(started + 1) % 100:02d} {parts[position - 1]}"


def report_lines(files: Files, november: Files) -> list[str]:
    """What the report says of October's files."""
    printed = {tuple(row.items()) for row in november["observations"]}
    kept = [row for row in files["observations"] if tuple(row.items()) in printed]
    why = {
        NOT_AVAILABLE: "N/A, of a month or term that November's tables no longer show",
        TO_BE_SUPPLIED: "to be supplied, of a year that is not said to have been released by then",
    }
    added = [row["status"] for row in files["observations"] if tuple(row.items()) not in printed]
    lines = [f"{name}.csv: {len(rows)} rows" for name, rows in files.items()]
    lines.append(f"observations as in {NEXT}: {len(kept)}")
    return lines + [f"observations {words}: {added.count(status)}" for status, words in why.items()]
