"""The version that is printed beside a text is read again when a copy comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.commented import commented, paragraphs
from tests.support.small import SmallProject
from workbook_builder.periods import month
from workbook_builder.scorecards.versions import checksum, read_version, version_of


@pytest.mark.parametrize("is_draft", [True, False])
def test_what_is_written_is_read(small: SmallProject, is_draft: bool) -> None:
    for paragraph in paragraphs(commented(small)):
        printed = version_of(month(2024, 11), replace(paragraph, is_draft=is_draft))
        assert printed.split()[1] == ("draft" if is_draft else "text")
        assert read_version(printed) == ("2024-11", checksum(paragraph.text))


@pytest.mark.parametrize("text", ["", "2024-11", "2024-11 draft", "2024-11 note 7c1e09ab", "2024-11 text 7c1e09ab."])
def test_what_is_no_version_is_not_read(text: str) -> None:
    assert read_version(text) is None


@given(st.text(), st.text())
def test_checksums_differ_with_the_words_only(one: str, other: str) -> None:
    assert (checksum(one) == checksum(other)) == (one.split() == other.split())
