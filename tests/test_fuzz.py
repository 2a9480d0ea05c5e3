"""A fixed number of pages and texts that nobody wrote; ``fuzzing`` says what must hold, and tries others by the hour."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fuzzing
from kaidan.errors import KaidanError
from kaidan.job import log, sidecar
from kaidan.job.change_files import Change
from kaidan.output import load

fixed = settings(
    max_examples=150, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
steps = st.lists(
    st.tuples(st.integers(0, 99), st.floats(0, 1), st.floats(0, 1), st.integers(0, 999)),
    min_size=1,
    max_size=8,
)

BROKE: list[bytes | str] = [
    "会談5年1",
    "ぐ\u3099の5月3日",
    "プーチン・ロシ・・ア大統領",
    b'<!"<![$',
    "<h3>日露首脳会談（東京・平成26年10月～）</h3><p>会談。".encode(),
    "<h3>日露首脳会談（東京・平成26年10月）</h3><p>".encode()
    + b"\xe4\xbc\x9a\xe8\xab\x875\xe5\xb9\xb41",
    "会談<table><tr><td>".encode(),
    "<p>日露</</body>会談".encode(),
    "<p>日露<</html>/<会談".encode(),
    "<p><im</body>g alt=日露>会談".encode(),
    "<h3><p><noscript><h3>会談".encode(),
    "<h3>日露首脳会談</h3>月\n皇紀200年代に会談".encode(),
    (
        "<table><tr><th><th>日露首脳会談<th><tr><th>年月日<td>2015年1月9日<td>2016年5月4日"
        "<tr><th>場所<td>東京<td>モスクワ</table>"
    ).encode(),
]
"""What broke once, each by the first input that did."""


@pytest.mark.parametrize("given_", BROKE, ids=range(len(BROKE)))
def test_what_broke_once_holds(given_: bytes | str) -> None:
    if isinstance(given_, bytes):
        fuzzing.assert_page_holds(given_)
    else:
        fuzzing.assert_text_holds(given_)


@fixed
@given(st.sampled_from(fuzzing.seeds()), steps)
def test_a_page_that_nobody_wrote_keeps_all_promises(
    page: bytes, done: list[tuple[int, float, float, int]]
) -> None:
    fuzzing.assert_page_holds(fuzzing.mutated(page, done))


@fixed
@given(st.lists(st.integers(0, 999), max_size=9))
def test_a_text_that_nobody_wrote_has_mentions_that_are_its_slices(pieces: list[int]) -> None:
    fuzzing.assert_text_holds(fuzzing.text_of(pieces))


@fixed
@given(st.text(max_size=60))
def test_any_text_has_mentions_that_are_its_slices(text: str) -> None:
    fuzzing.assert_text_holds(text)


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
FIELDS = "when decision why asked came counts stands failing overruled url sha256 headers".split()


@settings(fixed, max_examples=60)
@given(st.dictionaries(st.sampled_from(FIELDS), json_like), st.binary(max_size=30))
def test_whatever_stands_in_the_folder_is_read_or_passed_over(
    tmp_path_factory: pytest.TempPathFactory, fields: dict[str, object], rest: bytes
) -> None:
    folder = tmp_path_factory.mktemp("odd")
    line = json.dumps(fields).encode()
    (folder / "runs.jsonl").write_bytes(line + b"\n" + rest + b"\n" + line)
    log.failing(folder / "runs.jsonl")
    log.standing(folder / "runs.jsonl")
    (folder / "1.html").write_bytes(rest)
    (folder / "1.html.http.json").write_bytes(line)
    assert sidecar.read_kept(folder / "1.html") is None
    for data in (line, rest):
        with pytest.raises(KaidanError):
            load(data, "here")
        with pytest.raises(ValueError, match=r"values|field|argument|element"):
            Change.parse(data.decode("utf-8", "replace"))
