"""One reader says where a sentence ends, where people met, and what is recalled; the others ask it."""

import pytest

from kaidan.lexicon.words import spelled
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.participants import who_met
from kaidan.text import BREAK
from kaidan.text.clauses import Sentences, first_meeting, is_recalled, meetings_told


def told(text: str) -> list[str]:
    return [text[each.start : each.end] for each in meetings_told(text) if not each.title]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("両首脳はローマで会見した。", ["会見し"]),
        ("外相と会合を行った。", ["会合を行"]),
        ("大統領と昼食をとりながら懇談した。", ["懇談し"]),
        ("率直な意見交換を行った。", ["意見交換を行"]),
        ("短時間の会談を持った。", ["会談を持"]),
        ("首相との会談を約2時間半実施した。", ["会談を約2時間半実施"]),
        ("首相との会談を40分間にわたり行いました。", ["会談を40分間にわたり行"]),
        ("首脳会談が開催された。", ["会談が開"]),
        ("空港で大統領と会った。", ["会った"]),
        ("会場で首相と会い、", ["会い"]),
        ("橋本総理がエリツィン大統領と会談。", ["会談"]),
        ("橋本総理とエリツィン大統領が会談（川奈）", ["会談"]),
        ("首相と懇談の機会を持った。", ["懇談の機会を持"]),
        ("会談は1時間半に及んだ。", ["会談は1時間半に及ん"]),
        ("廊下で首相と立ち話をした。", ["立ち話をし"]),
        ("首脳会談は、3月4日にローマで行われた。", ["行われ"]),
        ("両首脳は会談をローマで行いました。", ["会談をローマで行"]),
        ("両大臣は会合をテレビ会議形式で開催した。", ["会合をテレビ会議形式で開"]),
        ("次回会談をローマで行うことで一致した。", []),
        ("会談を昨年3月にローマで行って以来である。", []),
        ("外相会談が次のとおり開催されました。", ["開催され"]),
        ("首相主催の夕食会を行った。", ["夕食会を行"]),
        (
            "官邸で行われた総理と首相との会談の概要は以下のとおり。",
            ["会談の概要は以下のとおり"],
        ),
        ("東京で実施した外相会談の主な結果は、次の通りです。", ["会談の主な結果は、次の通り"]),
        ("これから行われる首脳会談の概要は以下のとおり。", []),
        ("昨年行われた首脳会談の概要は以下のとおり。", []),
        ("会談は行われなかった。", []),
        ("会談では、訓練が行われたことに触れた。", []),
        ("会談後に発表した。", []),
        ("会談を前に述べた。", []),
        ("共同記者会見を行った。", []),
        ("両大臣は、第3回協議（「2＋2」）をテレビ会議で行った。", ["協議"]),
        ("総理は、太平洋・島会合（PALM）首脳会議に出席し、首相と会談した。", ["会談し"]),
        ("大統領との会談、晩餐会に出席した。", []),
        ("前回の首脳会談において合意した。", []),
        ("会議を開いた。", []),
    ],
)
def test_where_people_met(text: str, words: list[str]) -> None:
    assert told(text) == words


@pytest.mark.parametrize("caption", ["日露首脳会談", "日露首脳会談（ソチ）", "第3回日米韓外相会合"])
def test_a_caption_is_no_verb(caption: str) -> None:
    assert first_meeting(caption) == -1
    assert first_meeting(f"{caption}{BREAK}総理は大統領と会談した。") > len(caption)


@pytest.mark.parametrize("noun", spelled("talks", "talks"))
@pytest.mark.parametrize(
    "held", ["した", "を行った", "を持った", "を約3時間実施した", "が行われた"]
)
def test_every_noun_of_talks_goes_with_every_verb(noun: str, held: str) -> None:
    text = f"総理はローマで大統領と{noun}{held}。その後、APEC首脳会議に出席した。"
    assert first_meeting(text) == text.index(noun)
    assert find_occasion(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "以前の訪日の際に述べたとおり、総理は大統領と会談した。",
        "かつてのAPECの際に合意した計画について、総理は大統領と会談した。",
        "過去の訪露の際の議論を踏まえ、総理は大統領と会談した。",
        "前々回のG20サミットの際に触れた問題について会談した。",
        "3年前のASEM首脳会合の際に述べた考えを会談で説明した。",
    ],
)
def test_what_was_at_another_time_is_no_occasion(text: str) -> None:
    assert find_occasion(text) is None


@pytest.mark.parametrize("word", spelled("recalled", "earlier", "before"))
def test_every_word_of_an_earlier_time_recalls(word: str) -> None:
    assert is_recalled(f"{word}の訪日", len(word) + 1)


def test_sentences_end_at_full_stops_and_breaks() -> None:
    text = f"訪露した。会談した{BREAK}共同声明を"
    sentences = Sentences(text)
    assert [text[slice(*sentences.span(at))] for at in (0, 4, 5, 9, 10, 14)] == [
        "訪露した",
        "訪露した",
        "会談した",
        "会談した",
        "共同声明を",
        "共同声明を",
    ]


def met(text: str, on: str, parties: tuple[str, ...]) -> list[str]:
    people = find_people(text, on=on)
    return [one[0].text for one in who_met(text, people, parties=parties, level="summit")]


@pytest.mark.parametrize(
    "text",
    [
        "小泉総理とプーチン大統領が会談。",
        "小泉総理とプーチン大統領が会談（モスクワ）",
        "小泉総理、プーチン大統領と会談",
        "小泉総理がプーチン大統領と会談。森前総理も訪露した。",
    ],
)
def test_stops_in_nouns_read_alike(text: str) -> None:
    assert met(text, "2003-01", ("JP", "RU")) == ["小泉総理", "プーチン大統領"]


@pytest.mark.parametrize(
    "text",
    [
        "小泉総理は、ブッシュ大統領、シラク大統領とともに朝食会に出席した。",
        "小泉総理、ブッシュ大統領及びシラク大統領が式典に参列した。",
    ],
)
def test_three_at_one_table_are_not_two_who_met(text: str) -> None:
    assert met(text, "2003-06", ("JP", "US")) == []
    assert met(f"{text}小泉総理はブッシュ大統領と会談した。", "2003-06", ("JP", "US")) == [
        "小泉総理",
        "ブッシュ大統領",
    ]


def test_three_parties_are_three_who_met() -> None:
    text = "小泉総理、ブッシュ大統領及び盧武鉉大統領は日米韓首脳会談を行った。"
    assert met(text, "2003-10", ("JP", "US", "KR")) == [
        "小泉総理",
        "ブッシュ大統領",
        "盧武鉉大統領",
    ]
    assert met("小泉総理とブッシュ大統領が会談。", "2003-10", ("JP", "US", "KR")) == []
