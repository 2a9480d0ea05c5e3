"""Every rendering tells all changes, the source's first, and lets nothing that a page holds out of its text."""

from html.parser import HTMLParser
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edit_scripts import PAGE, Record, chronicle, document, edit_anything, plain
from kaidan.differ import Changes, diff, summary, to_html, to_markdown, to_text
from kaidan.pipeline import extract

HOSTILE = (
    "</ins><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "&lt;b&gt; & <!-- ",
    "]]> </p></main>",
    "**bold** _it_ ~~gone~~ [link](javascript:x) `code` | $x$",
    "# heading",
    "\x1b[2J\x1b]0;title\x07",
    "\u202e逆\u2066",
)


class _Reader(HTMLParser):
    """Reads a page: its elements with their attributes, its visible text, and the text within ins and del."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: dict[str, str] = {"": "", "ins": "", "del": ""}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in ("ins", "del"):
            if tag in self.open:
                self.text[tag] += data
        self.text[""] += data

    def names(self) -> list[str]:
        return [name for name, _ in self.elements]


def changed_by(text: str) -> Changes:
    """Put ``text`` wherever a page or an extractor could put it, and tell the changes."""
    record = plain(chronicle())
    first, second, third = record["meetings"][:3]
    first["body"] = [
        {"type": "paragraph", "marker": None, "text": first["body"][0]["text"][:20] + text}
    ]
    second |= {
        "heading": text,
        "title": text,
        "photos": [{"url": text, "alt": text, "credit": text}],
    }
    third["mentions"]["people"].append(
        {"name": {"ja": text, "en": text}, "country": None, "office": text, "text": text} | _NOBODY
    )
    record["warnings"] = [{"code": "odd", "meeting": third["id"], "message": text, "text": text}]
    record["remainder"] = [{"text": text}]
    record["source"]["title"] = text
    record["meetings"].append(
        third
        | {
            "id": "1990-01-x",
            "heading": text + "新",
            "body": [{"type": "item", "marker": "1)", "text": text}],
        }
    )
    return diff(chronicle(), document(record | {"generator": f"kaidan {text}"}))


_NOBODY: Record = {"wikidata": None, "evidence": []}


@pytest.mark.parametrize("text", HOSTILE)
def test_html_holds_no_markup_but_its_own(text: str) -> None:
    page = to_html(changed_by(text), title=text)
    read = _Reader(page)
    assert read.open == []
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "section",
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "li",
        "ins",
        "del",
        "span",
    }
    assert {*read.names()} <= allowed
    assert {name for _, attributes in read.elements for name in attributes} <= {
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "class",
    }
    assert text[:20] in read.text["ins"].replace("⏎", "\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_control_reaches_a_terminal(text: str) -> None:
    plainly, coloured = to_text(changed_by(text)), to_text(changed_by(text), color=True)
    for control in ("\x1b]", "\x07", "\x1b[2J", "\u202e", "\u2066"):
        assert control not in plainly + coloured
    assert "\x1b" not in plainly


@pytest.mark.parametrize("text", HOSTILE[:6])
def test_markdown_holds_no_markup_but_its_own(text: str) -> None:
    told = to_markdown(changed_by(text))
    for line in told.splitlines():
        bare = (
            line.replace("<del>", "")
            .replace("</del>", "")
            .replace("<ins>", "")
            .replace("</ins>", "")
        )
        assert "<" not in bare
        assert not line.startswith("# ")
    for markup in ("**bold**", "~~gone~~", "[link](", "`code`"):
        assert markup not in told


def test_a_screen_reader_is_told_what_came_and_went_and_in_which_language() -> None:
    read = _Reader(
        to_html(
            diff(chronicle(), extract(PAGE.replace("継続を重視している旨を述べ", "継続を強調し")))
        )
    )
    assert read.text["ins"] == "inserted: 強調し"
    assert read.text["del"] == "deleted: 重視している旨を述べ"
    assert ("p", {"lang": "ja"}) in read.elements
    assert ("html", {"lang": "en"}) in read.elements
    assert ("span", {"class": "hidden", "lang": "en"}) in read.elements
    assert [name for name in read.names() if name in {"h1", "h2", "h3"}] == ["h1", "h2", "h3"]


def test_the_page_is_one_file_made_for_a_phone() -> None:
    page = to_html(changed_by("x"))
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in page
    assert "prefers-color-scheme: dark" in page
    assert "default-src 'none'" in page
    assert not {"script", "link", "img", "iframe"} & {*_Reader(page).names()}


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_one_change_is_one_line_and_every_form_tells_the_sources_first(rng: Random) -> None:
    record = plain(chronicle())
    edit_anything(record, rng)
    found = diff(chronicle(), document(record))
    lines = summary(found)
    assert len(lines) == len(found.roots())
    assert not any("\n" in line for line in lines)
    for told in (to_text(found), to_markdown(found), to_html(found)):
        places = [told.find(title) for title in ("Source: ", "Extractor (")]
        assert (places[0] >= 0, places[1] >= 0) == (
            bool(found.by("source")),
            bool(found.by("extractor")),
        )
        assert -1 in places or places == sorted(places)


def _told(before: str, after: str) -> list[str]:
    return summary(diff(chronicle(), extract(PAGE.replace(before, after))))


def test_the_summary_says_it_as_a_historian_would() -> None:
    assert _told("継続を重視している旨を述べ", "継続を強調し") == [
        "2014-10-milan: body, 1 edit: …重視している旨を述べ → 強調し…"
    ]
    assert _told("img/03.jpg", "img/33.jpg") == ["2013-10-bali: photo: url img/03.jpg → img/33.jpg"]
    assert _told("10月17日（現地時間）", "10月17日(現地時間)") == [
        "2014-10-milan: body, 2 edits (width): …（ → (…; …） → )…"
    ]
    meetings = PAGE.split("<h3>")
    swapped = "<h3>".join([*meetings[:2], meetings[3], meetings[2], *meetings[4:]])
    assert "2013-10-bali: moved: below 2014-02-sochi → below 2014-10-milan" in summary(
        diff(chronicle(), extract(swapped))
    )
    gone = "<h3>".join([*meetings[:2], *meetings[3:]])
    assert summary(diff(chronicle(), extract(gone))) == [
        "2014-02-sochi: removed: 日露首脳会談\u3000（ロシア・ソチ・平成26年2月）"
    ]
