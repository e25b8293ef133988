"""The small project with a small count, as its public edition is built; and all that stands in its files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pdfplumber

from tests.support.reading import OBSERVATIONS
from tests.support.small import SmallProject

EDITION = "inputs/2024-11/edition.yaml"
RECORD = "inputs/2024-11/public.csv"
STEM = "Small_Scorecard_2024-11"
ONLY_SMALL = "suppress: {preset: dfe, unknown_numerators: show}\n"
SECRETS = ("0.04", "7919", "7,919", "0.03788")
"""What the withheld row of Eastham states: 3 of 7,919."""


def public(small: SmallProject, rules: str = ONLY_SMALL, status: str = "final") -> SmallProject:
    """The project with rules, a status, and 3 of 7,919 plans in Eastham: numbers that stand nowhere else."""
    small.write("indicator_specs.yaml", small.text("indicator_specs.yaml") + rules)
    small.change(EDITION, "status: draft", f"status: {status}")
    small.change(OBSERVATIONS, "2024-11,41.0,41,100,,", "2024-11,0.04,3,7919,,2")
    small.change(OBSERVATIONS, "2024-11,61.5,123,200,,", "2024-11,60.0,6000,10000,,")
    return small


def second_district(small: SmallProject) -> None:
    """Westham, with 3 plans of 2,081, so that the districts add up to the county."""
    district = "  - {name: Eastham, level: district}\n"
    small.change("indicator_specs.yaml", district, f"{district}  - {{name: Westham, level: district}}\n")
    exists = "    exists: [county, district]\n"
    small.change(
        "indicator_specs.yaml", exists, f"{exists}    adds_up: {{over: district, numerator: 0, denominator: 0}}\n"
    )
    rows = "PLANS,Westham,2024-09,40.0,,,,\nPLANS,Westham,2024-10,41.0,,,,\nPLANS,Westham,2024-11,0.14,3,2081,,2\n"
    small.write(OBSERVATIONS, small.text(OBSERVATIONS) + rows)


def next_edition(small: SmallProject, *rows: str, month: str = "2024-12") -> None:
    """Another edition of the project, with these rows of figures of its own."""
    folder = f"inputs/{month}"
    small.write(f"{folder}/edition.yaml", f"month: {month}\npublished: 2025-02-22\nstatus: final\n")
    head = small.text(OBSERVATIONS).splitlines()[0]
    small.write(f"{folder}/observations.csv", "\n".join([head, *rows]) + "\n")


def everything_in(place: Path) -> Iterator[tuple[str, bytes]]:
    """Every part of a file or folder, by name: what archives hold, and what these hold, as it is."""
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if path.is_file():
            yield from _parts(path.name, path.read_bytes())


def _parts(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"%PDF"):
        with pdfplumber.open(io.BytesIO(data)) as document:
            yield name, " ".join(page.extract_text() for page in document.pages).encode()
            yield f"{name}/properties", str(document.metadata).encode()
        return
    if not data.startswith(b"PK\x03\x04"):
        yield name, data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            yield from _parts(f"{name}/{part}", archive.read(part))


def secrets_in(place: Path) -> set[str]:
    """What of the withheld row stands in any part of a file or folder."""
    return {secret for _, data in everything_in(place) for secret in SECRETS if secret.encode() in data}
