import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kaidan.differ.changed_words import cut, edits, fold, is_quiet
from kaidan.differ.texts import edited
from kaidan.normalizers.dates.find import find_dates

texts = st.lists(
    st.sampled_from(
        [
            "平成26年10月17日",
            "10月",
            "ＡＳＥＭ",
            "ASEM",
            "を",
            "の",
            "、",
            "。",
            "（",
            "(",
            "首脳会談",
            "プーチン",
            " ",
            "\u3000",
            "\n",
            "25年ぶり",
            "x",
        ]
    )
    | st.text(max_size=3),
    max_size=12,
).map("".join)


@given(texts)
def test_the_words_of_a_text_are_the_text(text: str) -> None:
    assert "".join(cut(text)) == text


@given(texts)
def test_no_date_is_cut_in_two(text: str) -> None:
    borders, at = {0}, 0
    for word in cut(text):
        borders.add(at := at + len(word))
    for mention in find_dates(text):
        assert not borders & set(range(mention.start + 1, mention.end))


@given(texts, texts)
@example("平成26年10月17日:10月", ":10月")  # 10月 is cut otherwise where no year was named before
def test_edits_lead_there_and_their_mirrors_back(old: str, new: str) -> None:
    found = edits(old, new)
    assert edited(old, found) == new
    assert edited(new, [edit.mirror() for edit in found]) == old
    assert all(edit.before != edit.after for edit in found)


@given(texts, texts)
def test_what_stands_around_an_edit_stands_there_on_both_sides(old: str, new: str) -> None:
    for edit in edits(old, new):
        for text, at, words in ((old, edit.old, edit.before), (new, edit.new, edit.after)):
            assert text[:at].endswith(edit.left)
            assert text[at + len(words) :].startswith(edit.right)


@given(texts, texts)
def test_texts_that_fold_alike_differ_quietly(old: str, new: str) -> None:
    assert all(map(is_quiet, edits(old, new))) == (fold(old) == fold(new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("継続を重視している旨を述べ、", "継続を強調し、", [("重視している旨を述べ", "強調し")]),
        (
            "平成25年10月7日、総理は",
            "平成25年10月8日、総理は",
            [("平成25年10月7日", "平成25年10月8日")],
        ),
        ("昭和31年の日ソ共同宣言", "1956年の日ソ共同宣言", [("昭和31年", "1956年")]),
        ("安倍総理は、会談した。", "安倍総理は、モスクワで会談した。", [("", "モスクワで")]),
        ("協力の強化を確認した。", "連携の推進を確認した。", [("協力の強化", "連携の推進")]),
        (
            "ソチで会談。交渉を進める。",
            "リマで会談。協議を進める。",
            [("ソチ", "リマ"), ("交渉", "協議")],
        ),
        ("ASEM第10回", "ＡＳＥＭ第１０回", [("ASEM", "ＡＳＥＭ"), ("10", "１０")]),
        ("首脳会談 （ペルー）", "首脳会談\u3000(ペルー)", [(" （", "\u3000("), ("）", ")")]),
        ("A国。\nB国。", "A国。B国。", [("\n", "")]),
        ("らーめんと", "拉麺と", [("らーめんと", "拉麺と")]),
        ("同じ文。", "同じ文。", []),
    ],
)
def test_an_edit_is_the_words_that_changed(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert [(edit.before, edit.after) for edit in edits(old, new)] == expected


def test_circled_and_squared_signs_are_no_mere_width() -> None:
    assert fold("①㈱") == "①㈱"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("の、" * 40_000, "、の" * 39_000),
        ("会談。" * 30_000, "協議。" * 30_000),
        ("x" * 100_000, "ｘ" * 99_999),
    ],
    ids=["nothing stands once", "every other word", "one word"],
)
def test_no_text_is_too_long_to_compare(old: str, new: str) -> None:
    found = edits(old, new)
    assert edited(old, found) == new
