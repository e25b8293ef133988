"""`accessibility`: what the checklist for spreadsheets says of any workbook."""

from __future__ import annotations

import json
from pathlib import Path

from workbook_builder.accessibility import judge_and_report
from workbook_builder.accessibility.telling import as_data, in_words
from workbook_builder.commands import Outcome


def judge(file: Path, as_json: bool = False, report: Path | None = None) -> Outcome:
    """Each point of the checklist; something is left to mend where an essential one fails.

    Raises `ProblemsFound` where the file cannot be read or the report cannot be written.
    """
    judgement = judge_and_report(file, report)
    if as_json:
        said = json.dumps(as_data(judgement), indent=1, ensure_ascii=False)
    else:
        said = "\n".join([in_words(judgement), *([f"Written:   {report}"] if report else [])])
    return Outcome(said, is_done=judgement.passes)
