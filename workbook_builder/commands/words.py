"""What commands print, as text: findings page by page, counts, the report of problems."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

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
        return json.dumps([asdict(finding) for finding in findings], indent=1, ensure_ascii=False)
    return f"{by_page(findings)}\n\n{last}" if findings else last


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
