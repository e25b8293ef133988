"""What commands print, as text: findings page by page, counts, the report of problems."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal

from workbook_builder.findings import Finding
from workbook_builder.problems import Problem, grouped


def counts(numbers: Mapping[str, int]) -> str:
    """`12 GREEN, 3 RED`."""
    return ", ".join(f"{number} {word}" for word, number in numbers.items())


def warnings(still_open: int, accepted: int) -> str:
    """`3 open, 1 accepted`, or `none`."""
    return f"{still_open} open, {accepted} accepted" if still_open or accepted else "none"


def findings_report(findings: tuple[Finding, ...], as_json: bool, last: str) -> str:
    """The findings page by page with a `last` line, or as JSON without it."""
    if as_json:
        return json.dumps([as_data(finding) for finding in findings], indent=1, ensure_ascii=False)
    return f"{by_page(findings)}\n\n{last}" if findings else last


def as_data(finding: Finding) -> dict[str, object]:
    """The finding as other programs read it (`--json`): words, and numbers where it has them."""
    numbers = {name: _plain(getattr(finding, name)) for name in ("found_number", "expected_number")}
    return {**asdict(finding), "severity": finding.severity.value, **numbers}


def _plain(number: Decimal | None) -> int | float | None:
    """A number as JSON has it."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def by_page(findings: tuple[Finding, ...]) -> str:
    """The findings under the name of their page."""
    pages = dict.fromkeys(finding.page for finding in findings)
    blocks = [
        "\n".join([f"{page}", *(f"  {line}" for f in findings if f.page == page for line in str(f).splitlines())])
        for page in pages
    ]
    return "\n\n".join(blocks)


def problems_report(problems: tuple[Problem, ...]) -> str:
    """All problems as one text."""
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return f"{count}; nothing was written.\n\n" + "\n\n".join(map(str, grouped(problems)))
