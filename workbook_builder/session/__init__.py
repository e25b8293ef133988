"""What the page in a browser asks of the builder: a question as JSON, an answer as JSON, with the report in parts.

The recipes are those of the command line, and so is every word: `said` and `to_know` are what a command prints, the
problems and findings the same once more, apart, to be shown as cards.
"""

from __future__ import annotations

import json
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbook_builder import __version__
from workbook_builder.commands.rubbish import none_collected
from workbook_builder.commands.stages import Done
from workbook_builder.commands.words import as_data, problems_report
from workbook_builder.problems import ProblemsFound, grouped
from workbook_builder.session.answer import Answer
from workbook_builder.session.recipes import RECIPES

DONE, USER_CAN_FIX, OUR_BUG = 0, 1, 3


def ask(question: str, done: Done, project: Path = Path()) -> str:
    """The answer to a question, whose `action` names the recipe."""
    asked = json.loads(question)
    before = _files(project)
    try:
        with none_collected():
            answer = _told(RECIPES[asked["action"]](project, asked, done))
    except ProblemsFound as found:
        answer = _refused(found)
    except Exception as error:
        answer = _at_fault(error)
    changed = sorted(str(name) for name, stamp in _files(project).items() if before.get(name) != stamp)
    return json.dumps({**answer, "changed": changed}, ensure_ascii=False)


def _told(answer: Answer) -> dict[str, Any]:
    outcome = answer.outcome
    return {
        "code": DONE if outcome.is_done else USER_CAN_FIX,
        "said": outcome.said,
        "to_know": outcome.to_know,
        "problems": [],
        "findings": [as_data(finding) for finding in answer.findings],
        "more": answer.more,
    }


def _refused(found: ProblemsFound) -> dict[str, Any]:
    """The report of problems: the text of the command line, and each problem apart."""
    problems = [asdict(problem) for problem in grouped(found.problems)]
    each = [asdict(problem) for problem in found.problems]
    report = problems_report(found.problems)
    return {
        "code": USER_CAN_FIX,
        "said": report,
        "to_know": [],
        "problems": problems,
        "findings": [],
        "more": {"each": each},
    }


def _at_fault(error: Exception) -> dict[str, Any]:
    """A fault of ours: where it arose, without a word of the user's files."""
    lines = [f"{frame.filename}, line {frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    said = [f"This is a fault of workbook-builder {__version__}, not of your files.", type(error).__name__, *lines]
    return {"code": OUR_BUG, "said": "\n".join(said), "to_know": [], "problems": [], "findings": [], "more": {}}


def _files(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """Every file, with what changes when it is written."""
    stats = ((path.relative_to(folder), path.stat()) for path in folder.rglob("*") if path.is_file())
    return {name: (stat.st_ino, stat.st_mtime_ns, stat.st_size) for name, stat in stats}
