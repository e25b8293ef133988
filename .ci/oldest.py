"""Prints the oldest release of each library that pyproject.toml allows, as constraints for pip."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"

for dependency in tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]:
    found = re.match(r"([\w.-]+)>=([\w.]+)", dependency)
    assert found, f"no oldest release in {dependency!r}"
    print(f"{found[1]}=={found[2]}")
