"""The accessibility audit: a workbook, ours or another's, held against the Analysis Function's checklist."""

from __future__ import annotations

from pathlib import Path

from workbook_builder.accessibility.judging import Found, Judged, Judgement, judge, judge_file
from workbook_builder.accessibility.point import Point, Source, Verdict
from workbook_builder.accessibility.points import POINTS
from workbook_builder.files import replacing
from workbook_builder.problems import Problem, ProblemsFound

__all__ = [
    "POINTS",
    "Found",
    "Judged",
    "Judgement",
    "Point",
    "Source",
    "Verdict",
    "judge",
    "judge_and_report",
    "judge_file",
]


def judge_and_report(file: Path, report: Path | None) -> Judgement:
    """The judgement on a file, written as a workbook, too, where asked for.

    Raises `ProblemsFound` where the file cannot be read or the report cannot be written.
    """
    if report and report.resolve() == file.resolve():
        found = "the file that is audited"
        raise ProblemsFound([Problem("--xlsx", found, "a file of its own for the report", "choose another name")])
    judgement = judge_file(file)
    if report:
        from workbook_builder.accessibility.report import report as as_workbook

        with replacing(report, "--xlsx") as temporary:
            temporary.write_bytes(as_workbook(judgement))
    return judgement
