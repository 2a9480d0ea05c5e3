"""Random edit scripts: what a chronicle and its extractor may do to a document, with the truth of which meeting is which kept."""

import copy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from kaidan.differ.changed_words import cut
from kaidan.models import Document
from kaidan.pipeline import extract

Record = dict[str, Any]

PAGE = (Path(__file__).parents[1] / "fixtures/reference/page.html").read_text(encoding="utf-8")
WORDS = (
    "また、",
    "両首脳は",
    "協力",
    "ＡＳＥＡＮ",
    "プーチン大統領",
    "3月18日",
    "を",
    "\u3000",
    " ",
    "（現地時間）",
    "1956年",
    "署名した。",
)
SENTENCES = (
    "両首脳は、経済分野での協力を進めることで一致した。",
    "これに先立ち、外相会談が行われた。",
    "安倍総理から、墓参の円滑な実施を求め、プーチン大統領はこれに応じた。",
    "次官級協議を年内に開くこととなった。",
    "12月15日、山口県長門市において首脳会談が行われ、共同経済活動に関する協議の開始で合意した。",
    "夕食会では、文化交流年の行事について話し合われた。",
)
PLACES = (
    ("長門", "nagato"),
    ("ウラジオストク", "vladivostok"),
    ("シンガポール", "singapore"),
    ("大阪", "osaka"),
    ("ダナン", "da-nang"),
)


@cache
def chronicle() -> Document:
    """Return the reference page as data."""
    return extract(PAGE)


def plain(document: Document) -> Record:
    """Return a document as plain data."""
    return document.model_dump(mode="json", by_alias=True)


def document(record: Record) -> Document:
    """Return the document of plain data whose texts were edited: evidence that no longer fits goes, clashing ids get a number."""
    record = copy.deepcopy(record)
    used: set[str] = set()
    for meeting in record["meetings"]:
        plain_id, number = meeting["id"], 1
        while meeting["id"] in used:
            number += 1
            meeting["id"] = f"{plain_id}-{number}"
        used.add(meeting["id"])
        _fit(meeting, meeting)
    return Document.model_validate(record)


def _fit(value: object, meeting: Record) -> None:
    if isinstance(value, dict):
        if "evidence" in value:
            value["evidence"] = [each for each in value["evidence"] if _stands(each, meeting)]
        for each in value.values():
            _fit(each, meeting)
    elif isinstance(value, list):
        for each in value:
            _fit(each, meeting)


def _stands(evidence: Record, meeting: Record) -> bool:
    if evidence["in"] == "body" and evidence["block"] >= len(meeting["body"]):
        return False
    text = (
        meeting["heading"]
        if evidence["in"] == "heading"
        else meeting["body"][evidence["block"]]["text"]
    )
    return bool(text[evidence["start"] : evidence["end"]] == evidence["text"])


def reword(text: str, rng: Random, share: float = 0.1) -> str:
    """Return the text with some of its words gone, replaced or followed by another, up to ``share`` of them, at least one."""
    words = cut(text) or [""]
    for _ in range(rng.randint(1, max(1, int(len(words) * share)))):
        at = rng.randrange(len(words))
        words[at] = rng.choice(["", rng.choice(WORDS), words[at] + rng.choice(WORDS)])
    return "".join(words)


def correct_date(meeting: Record, rng: Random) -> None:
    month = rng.randint(1, 12)
    year = meeting["id"][:4]
    meeting["heading"] = meeting["heading"].replace("年", f"年{month}月・", 1)
    meeting["id"] = f"{year}-{month:02}-{meeting['id'].split('-', 2)[2]}"
    meeting["date"]["edtf"], meeting["date"]["precision"] = f"{year}-{month:02}", "month"


def rename_place(meeting: Record, rng: Random) -> None:
    name, slug = rng.choice(PLACES)
    meeting["heading"] = meeting["heading"].replace("（", f"（{name}・", 1)
    meeting["id"] = f"{meeting['id'][:7]}-{slug}"
    if meeting["place"] and meeting["place"]["name"]:
        meeting["place"]["name"]["ja"] = name


def reword_heading(meeting: Record, rng: Random) -> None:
    meeting["heading"] = meeting["heading"].replace(
        *rng.choice([("日露", "日ロ"), ("\u3000", ""), ("首脳会談", "首脳会合"), ("（", "(")])
    )


def reword_body(meeting: Record, rng: Random) -> None:
    for block in meeting["body"]:
        block["text"] = reword(block["text"], rng)


def add_paragraph(meeting: Record, rng: Random) -> None:
    meeting["body"].insert(
        rng.randint(0, len(meeting["body"])),
        {"type": "paragraph", "marker": None, "text": rng.choice(SENTENCES)},
    )


MEETING_EDITS: tuple[Callable[[Record, Random], None], ...] = (
    correct_date,
    rename_place,
    reword_heading,
    reword_body,
    add_paragraph,
)


def new_meeting(model: Record, rng: Random) -> Record:
    """Return a meeting that the chronicle does not have: its own place and words, the skeleton of ``model``."""
    name, slug = rng.choice(PLACES)
    year, month = rng.randint(2015, 2030), rng.randint(1, 12)
    text = "".join(rng.sample(SENTENCES, 3)) + f"通算{rng.randint(20, 99)}回目。"
    made = copy.deepcopy(model)
    made |= {
        "id": f"{year}-{month:02}-{slug}",
        "heading": f"日露首脳会談　（{name}・{year}年{month}月）",
        "photos": [],
        "links": [],
    }
    made |= {
        "body": [{"type": "paragraph", "marker": None, "text": text}],
        "participants": [],
        "occasion": None,
        "place": None,
    }
    made["date"] |= {"edtf": f"{year}-{month:02}", "text": f"{year}年{month}月"}
    made["mentions"] = {name: [] for name in made["mentions"]}
    return made


def edit_meetings(record: Record, rng: Random) -> list[int | None]:
    """Edit the meetings of a document in place; return for each meeting where it stood before, None for a new one."""
    meetings = list(enumerate(record["meetings"]))
    kept: list[tuple[int | None, Record]] = [
        *rng.sample(meetings, len(meetings) - rng.randint(0, len(meetings) // 3))
    ]
    kept.sort(key=lambda each: each[0] or 0)
    for _, meeting in rng.sample(kept, rng.randint(0, len(kept))):
        for edit in rng.sample(MEETING_EDITS, rng.randint(1, 3)):
            edit(meeting, rng)
    for _ in range(rng.randint(0, 2)):
        kept.insert(rng.randint(0, len(kept) - 1), kept.pop(rng.randrange(len(kept))))
    for _ in range(rng.randint(0, 3)):
        kept.insert(rng.randint(0, len(kept)), (None, new_meeting(kept[0][1], rng)))
    record["meetings"] = [meeting for _, meeting in kept]
    return [origin for origin, _ in kept]


def edit_anything(record: Record, rng: Random) -> None:
    """Edit a document in place anywhere that an extractor or a source may: texts, values, lists, warnings, what is around."""
    edit_meetings(record, rng)
    for edit in rng.choices(_DOCUMENT_EDITS, k=rng.randint(0, 12)):
        edit(record, rng)


def _meeting(record: Record, rng: Random) -> Record:
    chosen: Record = rng.choice(record["meetings"])
    return chosen


def _break_a_block(record: Record, rng: Random) -> None:
    body = _meeting(record, rng)["body"]
    if body:
        at = rng.randrange(len(body))
        text = body[at]["text"]
        cut_at = rng.randint(0, len(text))
        body[at : at + 1] = [body[at] | {"text": text[:cut_at]}, body[at] | {"text": text[cut_at:]}]


def _mark_a_block(record: Record, rng: Random) -> None:
    shapes = [
        {"type": "item", "marker": rng.choice(["1)", "・", "（１）"])},
        {"type": "paragraph", "marker": None},
    ]
    meeting = _meeting(record, rng)
    meeting["body"] = [block | rng.choice(shapes) for block in meeting["body"]]


def _empty_a_body(record: Record, rng: Random) -> None:
    _meeting(record, rng)["body"] = rng.choice(
        [[], [{"type": "paragraph", "marker": None, "text": ""}]]
    )


def _widen(record: Record, rng: Random) -> None:
    for block in _meeting(record, rng)["body"]:
        block["text"] = block["text"].replace(
            *rng.choice([("（", "("), ("1", "１"), ("、", "、\u3000"), ("プ", "ﾌﾟ")])
        )


def _value(record: Record, rng: Random) -> None:
    meeting = _meeting(record, rng)
    name, value = rng.choice(
        [
            ("title", "会談"),
            ("kind", "other"),
            ("parties", ["JP", "US"]),
            ("place", None),
            ("occasion", None),
            ("participants", []),
        ]
    )
    meeting[name] = value
    if meeting["place"]:
        meeting["place"] |= {
            "latitude": float(rng.randint(-90, 90)),
            "timezone": rng.choice(["Asia/Tokyo", None]),
        }


def _shuffle_a_list(record: Record, rng: Random) -> None:
    meeting = _meeting(record, rng)
    rng.shuffle(
        rng.choice(
            [
                *meeting["mentions"].values(),
                meeting["photos"],
                meeting["links"],
                meeting["participants"],
            ]
        )
    )


def _drop_an_element(record: Record, rng: Random) -> None:
    elements = rng.choice(
        [*_meeting(record, rng)["mentions"].values(), _meeting(record, rng)["photos"]]
    )
    if elements:
        elements.pop(rng.randrange(len(elements)))


def _copy_a_mention(record: Record, rng: Random) -> None:
    other, meeting, name = (
        _meeting(record, rng),
        _meeting(record, rng),
        rng.choice(["dates", "places", "people", "agreements"]),
    )
    meeting["mentions"][name] += copy.deepcopy(other["mentions"][name][:2])


def _photo(record: Record, rng: Random) -> None:
    photo = {
        "url": f"img/{rng.randint(1, 40):02}.jpg",
        "alt": rng.choice([None, "写真"]),
        "credit": rng.choice([None, "外務省"]),
    }
    _meeting(record, rng)["photos"].append(photo)


def _link(record: Record, rng: Random) -> None:
    link = {
        "text": rng.choice(WORDS),
        "url": f"pdf/{rng.randint(1, 9)}.pdf",
        "media_type": None,
        "size": None,
    }
    _meeting(record, rng)["links"].append(link | {"new_window": rng.random() < 0.5, "evidence": []})


def _warn(record: Record, rng: Random) -> None:
    about = rng.choice([None, _meeting(record, rng), _meeting(record, rng)])
    message = rng.choice(
        [f"{about['heading']}: no place" if about else "bytes lost", "no office", "no date"]
    )
    warning = {
        "code": rng.choice(["place-unresolved", "office"]),
        "meeting": about and about["id"],
        "message": message,
        "text": None,
    }
    record["warnings"].insert(rng.randint(0, len(record["warnings"])), warning)


def _around(record: Record, rng: Random) -> None:
    texts = [{"text": rng.choice(SENTENCES)} for _ in range(rng.randint(0, 2))]
    record |= {"remainder": texts, "generator": f"kaidan 0.{rng.randint(1, 3)}.0"}
    record["source"] |= {
        "title": rng.choice([None, "", "近年の動き"]),
        "breadcrumb": rng.sample(WORDS, 2),
        "sha256": f"{rng.randint(0, 9)}" * 64,
    }


_DOCUMENT_EDITS: tuple[Callable[[Record, Random], None], ...] = (
    _break_a_block,
    _mark_a_block,
    _empty_a_body,
    _widen,
    _value,
    _shuffle_a_list,
    _drop_an_element,
    _copy_a_mention,
    _photo,
    _link,
    _warn,
    _warn,
    _around,
)
