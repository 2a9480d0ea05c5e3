"""A small chronicle, and what may happen to it between two mornings."""

from typing import NamedTuple


class Record(NamedTuple):
    heading: str
    text: str


RECORDS = (
    Record(
        "日露首脳会談　（イタリア・ミラノ・平成26年10月）",
        "10月17日（現地時間）、安倍総理大臣は、プーチン・ロシア連邦大統領との間で首脳会談を行いました。",
    ),
    Record(
        "日露首脳会談　（ロシア・ソチ・平成26年2月）",
        "2月8日、安倍総理は、ソチ郊外にある大統領の公邸において、プーチン大統領と会談を行いました。",
    ),
    Record(
        "日露首脳会談　（ペルー・平成20年11月）",
        "ペルー・リマでのAPEC首脳会議の際に、麻生総理はメドヴェージェフ大統領と会談しました。",
    ),
    Record(
        "日露首脳会談　（ロシア・モスクワ・平成15年1月）",
        "小泉総理が訪露し、プーチン大統領との間で日露行動計画を採択しました。",
    ),
)
NEWEST = Record(
    "日露首脳会談　（ロシア・サンクトペテルブルク・平成27年9月）",
    "9月5日、安倍総理は、プーチン大統領と会談を行いました。",
)


DESIGNS = (
    "<h3>{heading}</h3><p>{text}</p>",
    "<section class=talk><h4>{heading}</h4><div><p>{text}</div></section>",
    "<dl><dt>{heading}</dt><dd>{text}</dd></dl>",
    "<div><p><strong>{heading}</strong></p><p>{text}</p></div>",
)
"""How a record may be marked up."""

_FRAME = """<html><head><meta charset="{charset}"><title>{title} - 内閣府</title></head><body>
<p><a href="/">内閣府ホーム</a> &gt; <a href="/hoppo/">{trail}</a> &gt; {title}</p>
<h1>{title}</h1>
{told}{end}
"""


def page(
    *records: Record,
    title: str = "近年の主な動き",
    trail: str = "北方",
    charset: str = "utf-8",
    design: str = DESIGNS[0],
    end: str = "</html>",
) -> bytes:
    """Return a page of ``records``, of :data:`RECORDS` if none are given."""
    told = "".join(design.format(**record._asdict()) + "\n" for record in records or RECORDS)
    return _FRAME.format(told=told, title=title, trail=trail, charset=charset, end=end).encode(
        charset
    )


def reworded(words: str = "実施した") -> bytes:
    """The page, a sentence of its first record put otherwise."""
    first, *others = RECORDS
    return page(first._replace(text=first.text.replace("行いました", words)), *others)
