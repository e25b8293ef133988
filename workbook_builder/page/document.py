"""The HTML of the page: its texts, and every part of it compressed, under a policy that lets nothing out or in."""

from __future__ import annotations

import gzip
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path

from workbook_builder import __version__
from workbook_builder.page.bundle import WEB, Bundle

_PREVIEWED = Path(__file__).parents[1] / "outputs" / "html" / "page.js"


def document(bundle: Bundle) -> str:
    """The text of the file, the same for the same bundle."""
    text = (WEB / "index.html").read_text(encoding="utf-8")
    script = bundle.script.replace("</script", "<\\/script")
    placed = {
        "policy": escape(_policy(script)),
        "version": escape(__version__),
        "style": (WEB / "page.css").read_text(encoding="utf-8"),
        "parts": "\n".join(_part(name, data) for name, data in bundle.parts.items()),
        "script": script,
    }
    for name, content in placed.items():
        text = text.replace(f"@{name}@", content)
    return text


def _policy(script: str) -> str:
    """Scripts of this page, of the previewed scorecard and of the parts; nothing may be fetched, sent or framed."""
    scripts = f"{_hash(script)} {_hash(_PREVIEWED.read_text(encoding='utf-8'))} blob: 'wasm-unsafe-eval'"
    return (
        f"default-src 'none'; script-src {scripts}; worker-src data:; style-src 'unsafe-inline'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


def _part(name: str, data: bytes) -> str:
    packed = b64encode(gzip.compress(data, 9, mtime=0)).decode("ascii")
    return f'<script type="text/plain" id="part-{name}">{packed}</script>'
