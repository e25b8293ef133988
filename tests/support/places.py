"""Where things stand in the checkout, said once."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
PUBLISHED = TESTS / "published"
EDITIONS = TESTS / "editions"
SUPPORT = TESTS / "support"
