"""The feed against RFC 4287, and against a reader."""

import feedparser
import pytest
from lxml import etree

import chronicle
from faults import answer
from kaidan.job import change_files, feed
from kaidan.job.change_files import Change
from mornings import Job

# RFC 4287 section 4.1, what this feed uses of it: which elements, how many, with which attributes, in any order.
ATOM = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="feed"><attribute name="xml:lang"/><interleave>
    <ref name="common"/>
    <oneOrMore><element name="author"><element name="name"><ref name="said"/></element></element></oneOrMore>
    <optional><element name="generator"><ref name="said"/></element></optional>
    <zeroOrMore><element name="entry"><interleave>
      <ref name="common"/>
      <zeroOrMore><element name="category"><attribute name="term"/></element></zeroOrMore>
      <element name="content"><attribute name="type"><value>html</value></attribute><text/></element>
    </interleave></element></zeroOrMore>
  </interleave></element></start>
  <define name="common">
    <element name="id"><data type="anyURI"><param name="pattern">tag:[a-z0-9.-]+,[0-9]{4}:[!-~]+</param></data></element>
    <element name="title"><ref name="said"/></element>
    <element name="updated"><data type="dateTime"><param name="pattern">.*Z</param></data></element>
    <element name="link">
      <attribute name="rel"><value>alternate</value></attribute><attribute name="href"><data type="anyURI"/></attribute>
    </element>
  </define>
  <define name="said"><data type="string"><param name="minLength">1</param></data></define>
</grammar>
"""

URL = "http://www8.cao.go.jp/hoppo/shisaku/01.html"
CHANGE = Change(
    feed.tag(URL, "1"),
    feed.tag(URL),
    "2026-11-23T06:30:00Z",
    "source",
    "nothing",
    "f" * 64,
    "e" * 64,
    "A & B",
    "<b>1</b>\n",
)


def assert_valid(data: bytes) -> None:
    tree = etree.fromstring(data)
    etree.RelaxNG(etree.fromstring(ATOM)).assertValid(tree)
    ids = [element.text for element in tree.iter("{*}id")]
    assert len(set(ids)) == len(ids)


def test_the_feed_of_a_folder_is_valid_and_says_what_changed(job: Job) -> None:
    for body in (chronicle.reworded(), chronicle.page(), chronicle.reworded()):
        job.run(answer(body))
    data = (job.folder / "feed.xml").read_bytes()
    assert_valid(data)
    read = feedparser.parse(data)
    assert not read.bozo
    assert (read.feed.title, read.feed.updated) == (
        "近年の主な動き: changes",
        "2026-11-27T06:30:00Z",
    )
    assert [entry.updated for entry in read.entries] == [
        f"2026-11-{day}T06:30:00Z" for day in (27, 26, 25, 24)
    ]
    assert read.entries[0].title.startswith("2014-10-milan: body, 1 edit")
    assert "<del>行い" in read.entries[0].content[0].value
    assert read.entries[-1].title == "4 meetings, the first result"


def test_an_entry_keeps_its_id_and_no_clock_is_in_it(job: Job) -> None:
    job.run(answer(chronicle.reworded()))
    told = change_files.recent(job.folder / "changes", 9)
    again = Job(job.folder.parent / "again", job.site)
    again.now = again.now.replace(year=2036)
    for body in (chronicle.page(), chronicle.reworded(), chronicle.page()):
        again.run(answer(body))
    later = change_files.recent(again.folder / "changes", 9)
    assert [change.id for change in later[1:]] == [change.id for change in told]


def test_the_feed_is_made_again_when_it_is_lost_or_spoiled(job: Job) -> None:
    path = job.folder / "feed.xml"
    made = path.read_bytes()
    path.unlink()
    job.run()
    assert path.read_bytes() == made
    path.write_bytes(made[:99])
    job.run()
    assert path.read_bytes() == made


def test_a_change_that_somebody_rewrote_is_left_alone_and_passed_over(job: Job) -> None:
    (path,) = (job.folder / "changes").iterdir()
    path.write_text("mine", encoding="utf-8")
    job.run(answer(chronicle.reworded()))
    assert path.read_text(encoding="utf-8") == "mine"
    assert len(feedparser.parse((job.folder / "feed.xml").read_bytes()).entries) == 1


def test_a_long_history_has_a_feed_of_its_end(job: Job) -> None:
    folder = job.folder / "changes"
    for number in range(60):
        change = CHANGE._replace(id=feed.tag(URL, str(number)))
        change_files.next_path(folder, change.when).write_text(change.markdown(), encoding="utf-8")
    job.run()
    entries = feedparser.parse((job.folder / "feed.xml").read_bytes()).entries
    assert [entry.id for entry in entries] == [
        feed.tag(URL, str(number)) for number in range(59, 9, -1)
    ]
    job.run(answer(chronicle.reworded()))
    entries = feedparser.parse((job.folder / "feed.xml").read_bytes()).entries
    assert [entry.id for entry in entries][1:] == [
        feed.tag(URL, str(number)) for number in range(59, 10, -1)
    ]


@pytest.mark.parametrize("text", ["\x00\x0b\ufffe", "<script>&", "]]>", "\ud800"])
def test_no_text_spoils_the_feed(text: str) -> None:
    assert_valid(feed.render([CHANGE._replace(title=f"A{text}", text=text)], URL, f"T{text}"))


def test_only_del_and_ins_are_markup() -> None:
    data = feed.render([CHANGE._replace(text="<del>1</del><script>2</script>&lt;b&gt;")], URL, "T")
    content = etree.fromstring(data).findtext(".//{*}content")
    assert content == "<p><del>1</del>&lt;script&gt;2&lt;/script&gt;&lt;b&gt;</p>\n"


@pytest.mark.parametrize(
    "change", [CHANGE, CHANGE._replace(text=""), CHANGE._replace(text="---\n\n# x\n")]
)
def test_a_change_is_read_as_it_was_written(change: Change) -> None:
    assert Change.parse(change.markdown()) == change


@pytest.mark.parametrize("host", ["www8.cao.go.jp", "127.0.0.1:8080", "[::1]:8080"])
def test_a_tag_names_its_host_without_a_port(host: str) -> None:
    assert feed.tag(f"http://{host}/会談.html").count(":") == 2
    assert feed.tag(f"http://{host}/会談.html").isascii()
