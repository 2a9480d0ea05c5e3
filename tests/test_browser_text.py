"""What is read beside what a browser shows: ``innerText`` in Chromium, character by character, white space apart.

Ruby readings, which are no text of the page, are taken out before, but for the text that a forgotten end left in one; what is folded
counts as text, so it is unfolded. The page that a script writes is left out: kaidan runs none.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kaidan.parser.display.tree import read
from kaidan.parser.source.page import decode
from test_seen import SEEN

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright, of the extra browser, is not installed"
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")

FIXTURES = Path(__file__).parents[1] / "fixtures"
ODD = [
    "<p>一<wbr>二&shy;三",
    "<table><caption>題</caption><tr><th rowspan=2>一<td>二<tr><td>三</table>",
    "<table>外<tr><td>内</table>",
    "<ul><li>一<ul><li>二</ul><li>三</ul>",
    "<dl><dt>一<dd>二<dt>三<dd>四</dl>",
    "<pre>一\n二\n</pre>",
    "<p>一<p>二</div>三</p>四",
    "<b><p>一</b>二<i>三</p>四",
    "<a href=1>一<a href=2>二</a>三",
    "<h3>一<h4>二</h3>三",
    "<div hidden><p>隠<div>隠</div></div>見",
    "<span style=display:none><b>隠</span>見</b>見",
    "<div style=visibility:hidden>隠<span style=visibility:visible>見<b>見</b></span>隠</div>",
    "<p style='display:none'><span>隠</span></p><span>見</span>",
    "<p><font style='display:none'>隠<p>見",
    "<svg><text>図</text><title>題</title></svg>後",
    "<button>押す</button><label>名</label>",
    "<object data=a.swf><embed src=a.swf><p>代わり</p></object>後",
    "<audio>隠</audio><video>隠</video><canvas>隠</canvas>後",
    "<iframe src=about:blank>隠</iframe>後",
    "<p>&amp;lt;&nbsp;&hearts;&#12354;&nosuch;",
]
PAGES = [
    *(markup for markup, _ in SEEN),
    *ODD,
    *(
        decode(page.read_bytes()).text
        for page in sorted(FIXTURES.glob("*/page.html"))
        if page.parent.name not in {"refused-empty", "refused-pdf", "refused-no-text"}
    ),
]
PREPARE = """() => {
  document.querySelectorAll('rp, select, textarea').forEach(e => e.remove());
  document.querySelectorAll('ruby rt').forEach(e => e.querySelector('p, h3') || e.remove());
  document.querySelectorAll('details').forEach(e => { e.open = true; });
  return document.body ? document.body.innerText : '';
}"""


@pytest.fixture(scope="module")
def tab() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(offline=True)
        yield context.new_page()
        browser.close()


def test_there_are_pages_enough() -> None:
    assert len(PAGES) >= 60


@pytest.mark.parametrize("markup", PAGES, ids=lambda markup: markup[:40])
def test_what_is_read_is_what_a_browser_shows(
    tab: Any,  # noqa: ANN401  Playwright's
    markup: str,
) -> None:
    tab.set_content(
        f"<!DOCTYPE html><title>題</title>{markup}" if "<html" not in markup else markup
    )
    shown = Counter("".join(tab.evaluate(PREPARE).split()))
    lines = Counter("".join("".join(line.text.split()) for line in read(markup).lines))
    assert lines - Counter("ろ") == shown - Counter("ろ")  # the reading itself, beside that text
