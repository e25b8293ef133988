"""The facts of rated rows, for the tests of drafted paragraphs."""

from __future__ import annotations

from workbook_builder.commentary.facts import Facts, facts_of
from workbook_builder.inputs import Inputs
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards import Scorecard


def rated_facts(scorecard: Scorecard, inputs: Inputs) -> list[Facts]:
    """Those of every rated row of every page."""
    tables = [table for page in scorecard.pages for table in page.tables]
    known = (facts_of(scorecard.catalogue, inputs, table, row) for table in tables for row in table.rows)
    return [facts for facts in known if facts.rating is not Rag.NOT_RATED]
