"""The accessibility audit: a workbook, ours or another's, held against the Analysis Function's checklist."""

from __future__ import annotations

from workbook_builder.accessibility.judging import Found, Judged, Judgement, judge, judge_file
from workbook_builder.accessibility.point import Point, Source, Verdict
from workbook_builder.accessibility.points import POINTS

__all__ = ["POINTS", "Found", "Judged", "Judgement", "Point", "Source", "Verdict", "judge", "judge_file"]
