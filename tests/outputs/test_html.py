"""The output `html` as a file: what it says, what it may do, and that no text in it is ever taken for markup."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.commented import commented
from tests.support.recipes import scorecard_of
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.outputs.html.anchors import row_anchor
from workbook_builder.outputs.html.charts import chart_html
from workbook_builder.outputs.html.colours import lightened, variables
from workbook_builder.outputs.html.markup import tag, text
from workbook_builder.outputs.prose import text_of
from workbook_builder.outputs.xlsx import left_out
from workbook_builder.pages import make_pages
from workbook_builder.pages.blocks import Chart
from workbook_builder.pages.publication import Publication
from workbook_builder.pages.values import Number
from workbook_builder.styles import Looks, contrast

HOSTILE = "<img src=x onerror=alert(1)> & </script><b>\"=1+1' -->"


class Seen(HTMLParser):
    """The elements of a document, with their attributes, and its texts outside scripts and styles."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.within: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.within.append(tag)

    def handle_data(self, data: str) -> None:
        if self.within[-1:] not in (["script"], ["style"]):
            self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self.within and self.within.pop() != tag:
            pass

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == name]


def html_of(small: SmallProject) -> str:
    return build(Order(small.folder, "2024-11", to="html")).file.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def publication(root: Path, looks: Looks) -> Publication:
    """The November 2024 edition as pages."""
    scorecard, _ = scorecard_of(root, "2024-11")
    return make_pages(scorecard, left_out(looks, scorecard.edition.is_draft))


@pytest.fixture(scope="session")
def november(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """The November 2024 edition as HTML."""
    file = tmp_path_factory.mktemp("html") / "scorecard.html"
    return Seen(build(Order(root, "2024-11", output=file, to="html")).file.read_text(encoding="utf-8"))


def test_every_text_of_every_cell_is_shown(november: Seen, publication: Publication) -> None:
    shown = Counter(" ".join(said.strip("⇧⇩⇔").split()) for said in november.texts)
    cells = Counter(
        " ".join(text_of(cell, column).split())
        for page in publication.pages
        for table in page.tables
        for row in table.rows
        for cell, column in zip(row.cells, table.columns, strict=False)
    )
    assert len(cells) > 1000
    assert {said: count for said, count in cells.items() if said and shown[said] < count} == {}


def test_every_id_is_one_elements_and_every_link_leads_to_one(november: Seen) -> None:
    ids = Counter(one["id"] for _, one in november.elements if "id" in one)
    links = [str(one["href"]) for one in november.all("a")]
    assert [id_ for id_, count in ids.items() if count > 1] == []
    assert len(links) > 500
    assert [link for link in links if not link.startswith("#") or link[1:] not in ids] == []


def test_a_row_is_found_by_its_indicator_and_place(november: Seen) -> None:
    assert row_anchor(("row", "Ashford", "social_care", "SCS03", "Ashford CSWT")) in {
        one.get("id") for one in november.all("tr")
    }


names = st.text(alphabet="aB1 -_.+~/:é%#&'", max_size=6)


@given(one=st.tuples(names, names, names), other=st.tuples(names, names, names))
def test_two_rows_never_share_an_id(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    alike = row_anchor(("row", *one)) == row_anchor(("row", *other))
    assert alike == (one == other)


def test_headings_say_what_they_are_of(november: Seen) -> None:
    assert {one["scope"] for one in november.all("th")} == {"col", "colgroup", "row", "rowgroup"}
    assert len(november.all("caption")) == len(november.all("table")) == len(november.all("thead"))
    assert november.all("html") == [{"lang": "en-GB"}]


def test_nothing_is_loaded_and_only_what_is_known_by_its_hash_runs(small: SmallProject) -> None:
    document = html_of(small)
    seen = Seen(document)
    policy = next(str(m["content"]) for m in seen.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    for name in ("script", "style"):
        content = re.findall(rf"<{name}>(.*?)</{name}>", document, re.S)
        hashed = b64encode(sha256(content[0].encode()).digest()).decode()
        assert len(content) == 1
        assert f"{name}-src 'sha256-{hashed}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert not {"img", "iframe", "object", "base"} & {name for name, _ in seen.elements}
    loaded = [value for _, one in seen.elements for key, value in one.items() if key in ("src", "srcset", "action")]
    assert loaded == []
    assert [one for _, one in seen.elements if "style" in one or any(key.startswith("on") for key in one)] == []


def test_text_that_looks_like_markup_stays_text(small: SmallProject) -> None:
    quoted = HOSTILE.replace('"', '\\"')
    small.change("indicator_specs.yaml", "title: Percentage of plans issued in time", f'title: "{quoted}"')
    small.change("indicator_specs.yaml", "notes: [A note.]", f'notes: ["{quoted}"]')
    seen = Seen(html_of(commented(small, 'County,Plans,PLANS,"' + HOSTILE.replace('"', '""') + '",,')))
    assert sum(HOSTILE in said for said in seen.texts) > 5
    assert not {"img", "b"} & {name for name, _ in seen.elements}
    assert len(seen.all("script")) == 2


@given(st.text())
def test_a_text_is_one_text(said: str) -> None:
    document = tag("p", said, title=said)
    seen = Seen(document)
    assert [name for name, _ in seen.elements] == ["p"]
    assert text(text(said)) == text(said)


def test_what_is_said_of_live_cells_is_left_out(small: SmallProject) -> None:
    document = html_of(commented(small))
    assert "every page that shows it is rated anew" not in document
    assert "Type over the cells" not in document
    assert "An inferred floor standard or band was never published" in document


def test_a_draft_says_so_on_every_page(small: SmallProject) -> None:
    seen = Seen(html_of(small))
    pages = [one for one in seen.all("section") if str(one.get("class")).startswith("page ")]
    assert sum(said.startswith("DRAFT - not for publication") for said in seen.texts) == len(pages) + 1


def test_the_same_inputs_give_the_same_bytes(small: SmallProject) -> None:
    assert html_of(small) == html_of(small)


def test_everything_is_read_as_well_by_night(looks: Looks) -> None:
    assert all(contrast(lightened(f"#{n:06X}"), "#15181D") >= 4.5 for n in range(0, 0xFFFFFF, 99991))
    assert "@media screen and (prefers-color-scheme:dark)" in variables(looks)


def test_a_chart_has_its_finding_and_all_of_its_figures(publication: Publication, looks: Looks) -> None:
    charts = [block for page in publication.pages for block in page.blocks if isinstance(block, Chart)]
    assert charts
    for chart in charts:
        seen = Seen(chart_html(chart, looks))
        figures = [f.text for line in chart.lines for f in line.figures if isinstance(f, Number)]
        assert chart.finding in seen.texts
        assert Counter(figures) <= Counter(seen.texts)
        if chart.has_bars:
            assert len([path for path in seen.all("path") if "v" in str(path).lower()]) >= len(figures)
        else:
            assert len(seen.all("polyline")) >= len(chart.lines)
