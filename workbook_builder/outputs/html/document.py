"""The whole document: what it may load (nothing), ways to every page, filters, and one page after the other."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from workbook_builder.outputs.html.anchors import anchors, page_anchor
from workbook_builder.outputs.html.cells import Drawing
from workbook_builder.outputs.html.charts import chart_html
from workbook_builder.outputs.html.colours import pasted, variables
from workbook_builder.outputs.html.markup import Html, joined, tag, verbatim
from workbook_builder.outputs.html.tables import table_html
from workbook_builder.pages.blocks import Block, Chart, Heading, Imprint, Paragraph, Table, Terms
from workbook_builder.pages.publication import DRAFT, Page, Publication
from workbook_builder.pages.values import Rag, Travel
from workbook_builder.styles import Looks

_HERE = Path(__file__).parent
_LANGUAGE = "en-GB"


def document(publication: Publication, looks: Looks) -> str:
    """The text of the file, the same for the same publication and looks."""
    style = variables(looks) + (_HERE / "page.css").read_text(encoding="utf-8")
    script = (_HERE / "page.js").read_text(encoding="utf-8")
    drawing = Drawing(looks, anchors(publication))
    copied = json.dumps(pasted(looks), sort_keys=True).replace("<", "\\u003c")
    body = tag(
        "body",
        tag("a", "Skip to the pages", href="#pages", class_="skip"),
        _top(publication),
        tag("div", _navigation(publication), _main(publication, drawing), class_="sides"),
        tag("footer", f"{publication.footer}. {publication.author}, {_date(publication)}."),
        verbatim("script", copied, type="application/json", id="pasted"),
        verbatim("script", script),
    )
    page = tag("html", _head(publication, style, script), body, lang=_LANGUAGE)
    return f"<!DOCTYPE html>\n{page}\n"


def _date(publication: Publication) -> str:
    return f"{publication.published.day} {publication.published:%B %Y}"


def _head(publication: Publication, style: str, script: str) -> Html:
    allowed = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    said = (("author", publication.author), ("description", publication.subject), *publication.properties)
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=allowed),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        *(tag("meta", name=name, content=content) for name, content in said),
        tag("title", publication.title),
        tag("link", rel="icon", href="data:,"),
        verbatim("style", style),
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


def _top(publication: Publication) -> Html:
    """The name of the whole and the filters, which are of use only where a script may run."""
    draft = tag("p", DRAFT, class_="draft") if publication.is_draft else Html()
    return tag("header", tag("p", publication.title, class_="name"), draft, _filters(publication), class_="top")


def _filters(publication: Publication) -> Html:
    ratings = [rating.value for rating in publication.ratings]
    pages = [page.name for page in publication.pages if any(table.rows for table in page.tables)]
    choices = joined(tag("option", name, value=f"page:{name}") for name in pages)
    fields = (
        _choice("Rating", "rating", joined(tag("option", rating, value=rating) for rating in ratings)),
        _choice("Page, area or team", "area", tag("optgroup", choices, label="Pages")),
        tag("label", "Words ", tag("input", id="words", type="search", autocomplete="off")),
        _columns(),
        tag("button", "Show all", type="button", id="all"),
        tag("p", id="found", role="status"),
    )
    return tag("form", *fields, class_="filters", role="search", aria_label="Filter the rows", hidden="")


def _choice(label: str, name: str, options: Html) -> Html:
    return tag("label", f"{label} ", tag("select", tag("option", "all", value=""), options, id=name))


def _columns() -> Html:
    options = joined(tag("option", word, value=word) for word in ("all", "main"))
    return tag("label", "Columns ", tag("select", options, id="columns"))


def _navigation(publication: Publication) -> Html:
    links = (tag("li", tag("a", page.name, href=f"#{page_anchor(page.name)}")) for page in publication.pages)
    opened = tag("details", tag("summary", "Pages"), tag("ul", *links), open="")
    return tag("nav", opened, aria_label="Pages")


def _main(publication: Publication, drawing: Drawing) -> Html:
    name = tag("h1", publication.title, class_="unseen")
    nothing = tag("p", "No row is like that.", id="none", hidden="")
    pages = (_page(page, drawing) for page in publication.pages)
    return tag("main", name, nothing, *pages, id="pages", tabindex=-1)


def _page(page: Page, drawing: Drawing) -> Html:
    """A page under its title; the ways to others."""
    goals = [(page.way_back, page.back), (page.beside, page.beside)]
    ways = [tag("a", words, href=f"#{page_anchor(goal)}") for words, goal in goals if goal]
    blocks = [_block(block, page, drawing) for block in page.blocks]
    draft = "draft" if page.is_draft else "standing"
    heading = tag("h2", page.title)
    standing = tag("p", page.standing, class_=draft)
    led = tag("p", *ways, class_="ways") if ways else Html()
    section = tag("section", heading, standing, led, *blocks, class_=f"page {page.kind}", id=page_anchor(page.name))
    return section


def _block(block: Block, page: Page, drawing: Drawing) -> Html:
    match block:
        case Imprint(titles, facts):
            said = [tag("p", title, class_="imprint") for title in titles]
            return tag("div", *said, *(tag("p", fact) for fact in facts))
        case Heading(text):
            return tag("h3", text)
        case Paragraph():
            said_here = block.said(is_live=False)
            return tag("p", drawing.marked(said_here), class_="text") if said_here else Html()
        case Terms(rows):
            return tag("dl", *(_term(term, meaning, drawing) for term, meaning in rows))
        case Chart():
            return chart_html(block, drawing.looks)
        case Table():
            return table_html(block, page, drawing)


def _term(term: str | Rag | Travel, meaning: str, drawing: Drawing) -> Html:
    """A word, drawn as on the pages, and what it means."""
    match term:
        case Rag():
            word = tag("dt", tag("span", term.value, class_=f"rag {term.value.lower()}"))
        case Travel():
            word = tag("dt", tag("span", drawing.travel(term), class_=f"travel {term.value}"))
        case _:
            word = tag("dt", drawing.marked(term))
    return joined([word, tag("dd", meaning)])
