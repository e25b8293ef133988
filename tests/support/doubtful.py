"""The small project with two warnings, and what `check` prints of them, for the tests of checks."""

from __future__ import annotations

from tests.support.reading import FOLDER, OBSERVATIONS
from tests.support.small import SmallProject

EDITION = f"{FOLDER}/edition.yaml"
REASON = "The team has corrected the system since."
COUNTY = f"""\
County
  ratio: PLANS Percentage of plans issued in time (Shire, Nov-24)
      found:      28.1
      expected:   29.0, from 9 / 31
      difference: 0.88 more than rounding explains
      stands in:  {OBSERVATIONS}, row 4"""
EASTHAM = f"""\
Eastham
  numerator_above_denominator: PLANS Percentage of plans issued in time (Eastham, Nov-24)
      found:      a numerator of 131
      expected:   at most 113, the denominator
      difference: 18 more
      stands in:  {OBSERVATIONS}, row 8"""


def make_doubtful(small: SmallProject) -> SmallProject:
    """The project with a warning on each of two pages."""
    small.change(OBSERVATIONS, "PLANS,Shire,2024-11,61.5,123,200", "PLANS,Shire,2024-11,28.1,9,31")
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-11,41.0,41,100", "PLANS,Eastham,2024-11,115.9,131,113")
    return small


def accept(small: SmallProject, *entries: str) -> None:
    """Let the edition accept warnings: `rule: ratio, indicator: PLANS`, each with the reason."""
    lines = "".join(f"  - {{{entry}, reason: {REASON}}}\n" for entry in entries)
    small.write(EDITION, f"{small.text(EDITION)}accepted:\n{lines}")
