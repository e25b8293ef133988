"""What commands print, as text: summaries, findings page by page, the report of problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING

from workbook_builder.findings import Finding
from workbook_builder.problems import Problem, grouped

if TYPE_CHECKING:
    from workbook_builder.build import Summary


def summary_lines(summary: Summary) -> str:
    """What was built, a line each."""
    lines = {
        "Pages": str(summary.pages),
        "Rows": str(summary.rows),
        "Rated": counts(summary.ratings),
        "Missing": counts(summary.missing) or "none",
        "Commentary": counts(summary.commentary) or "none",
        "Warnings": warnings(len(summary.open_findings), summary.accepted_findings),
        "Written": str(summary.file),
    }
    return "\n".join(f"{name + ':':<12}{what}" for name, what in lines.items())


def to_know(summary: Summary) -> Iterator[str]:
    """What whoever publishes the workbook must know, a paragraph each."""
    if summary.not_compared:
        yield summary.not_compared
    if summary.is_final and summary.open_findings:
        yield "This edition is final, and nobody has accepted these warnings:"
        yield by_page(summary.open_findings)


def counts(numbers: Mapping[str, int]) -> str:
    """`12 GREEN, 3 RED`."""
    return ", ".join(f"{number} {word}" for word, number in numbers.items())


def warnings(still_open: int, accepted: int) -> str:
    """`3 open, 1 accepted`, or `none`."""
    return f"{still_open} open, {accepted} accepted" if still_open or accepted else "none"


def by_page(findings: tuple[Finding, ...]) -> str:
    """The findings under the name of their page."""
    pages = dict.fromkeys(finding.page for finding in findings)
    blocks = [
        "\n".join([f"{page}", *(f"  {line}" for f in findings if f.page == page for line in str(f).splitlines())])
        for page in pages
    ]
    return "\n\n".join(blocks)


def as_data(finding: Finding) -> dict[str, object]:
    """The finding as other programs read it (`--json`): words, and numbers where it has them."""
    numbers = {name: _plain(getattr(finding, name)) for name in ("found_number", "expected_number")}
    return {**asdict(finding), "severity": finding.severity.value, **numbers}


def _plain(number: Decimal | None) -> int | float | None:
    """A number as JSON has it."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def problems_report(problems: tuple[Problem, ...]) -> str:
    """All problems as one text."""
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return f"{count}; nothing was written.\n\n" + "\n\n".join(map(str, grouped(problems)))
