"""The report in a real browser: what is marked, filtered, focused and printed, and that nothing is asked of any server."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from edit_scripts import PAGE
from kaidan.pipeline import extract
from kaidan.report import pictures
from kaidan.report.compose import report
from kaidan.sourced import SourcedDocument

playwright = pytest.importorskip("playwright.sync_api", reason="the extra browser is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

DOCUMENT = extract(PAGE, url="http://www8.cao.go.jp/hoppo/shisaku/01.html")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(report([SourcedDocument("page.html", DOCUMENT)], "en"), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Any, file: Path) -> Iterator[Any]:  # noqa: ANN401  Playwright's
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    shown = context.new_page()
    errors: list[str] = []
    shown.on("pageerror", lambda error: errors.append(str(error)))
    shown.goto(file.as_uri())
    yield shown
    assert [url for url in asked if not url.startswith("file:")] == []
    assert errors == []
    context.close()


def test_all_meetings_are_drawn_and_marked(page: Any) -> None:  # noqa: ANN401
    if pictures.is_drawable():
        for kind in ("timeline", "map"):
            titles = page.locator(f"figure.{kind} svg title")
            assert titles.count() == len(DOCUMENT.meetings)
    words = page.evaluate(
        """() => [...document.querySelectorAll("mark")].every((mark) => {
            const own = mark.textContent.length, said = mark.dataset;
            return [...mark.textContent].length === said.end - said.start && own > 0;
        })"""
    )
    assert words


def test_filters_sort_and_the_back_button(page: Any) -> None:  # noqa: ANN401
    shown = page.locator("#rows tbody tr:visible")
    assert shown.count() == len(DOCUMENT.meetings)
    page.select_option("select[name=year]", "2013")
    in_2013 = sum(str(meeting.date.start)[:4] == "2013" for meeting in DOCUMENT.meetings)
    assert shown.count() == in_2013
    assert f"{in_2013} of {len(DOCUMENT.meetings)}" in page.text_content("#count")
    page.locator("th[data-key=date] button").click()
    first = page.locator("#rows tbody tr:visible td").first.text_content()
    assert first == min(
        str(meeting.date.edtf) for meeting in DOCUMENT.meetings if "2013" in str(meeting.date.start)
    )
    page.go_back()
    page.go_back()
    assert shown.count() == len(DOCUMENT.meetings)


def test_a_value_shows_on_focus_by_keyboard(page: Any) -> None:  # noqa: ANN401
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("mark").first.focus()
    content = page.evaluate("getComputedStyle(document.activeElement, '::after').content")
    assert page.locator("mark").first.get_attribute("data-tip") in content


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_of_a_narrow_window(page: Any, width: int, scheme: str) -> None:  # noqa: ANN401
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_print_the_values_stand_beside_the_words(page: Any) -> None:  # noqa: ANN401
    page.emulate_media(media="print")
    leaf = page.locator("mark:not(:has(mark))").first
    content = leaf.evaluate("(mark) => getComputedStyle(mark, '::after').content")
    assert leaf.get_attribute("data-tip") in content
    assert page.locator("#filters").is_hidden()


def test_it_is_readable_without_javascript(browser: Any, file: Path) -> None:  # noqa: ANN401
    context = browser.new_context(java_script_enabled=False)
    shown = context.new_page()
    shown.goto(file.as_uri())
    assert shown.locator("article.meeting").count() == len(DOCUMENT.meetings)
    assert shown.locator("#filters").is_hidden()
    context.close()


def test_axe_finds_nothing(page: Any) -> None:  # noqa: ANN401
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not there")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = axe.Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


def test_a_hostile_page_stays_text(browser: Any, tmp_path: Path) -> None:  # noqa: ANN401
    hostile = "&lt;script&gt;window.owned=1&lt;/script&gt;&lt;img src=x onerror=window.owned=1&gt;\"'\u202e\x1b[2J"
    document = extract(PAGE.replace("安倍総理大臣は", f"{hostile}安倍総理大臣は", 1))
    path = tmp_path / "hostile.html"
    path.write_text(report([SourcedDocument("page.html", document)], "ja"), encoding="utf-8")
    shown = browser.new_page()
    shown.goto(path.as_uri())
    assert shown.evaluate("window.owned") is None
    assert shown.locator("img").count() == 0
    assert "<script>window.owned=1</script>" in shown.text_content("main")
    shown.close()
