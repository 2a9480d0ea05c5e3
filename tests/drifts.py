"""What may become of the reference page between two mornings: what is an editor's doing, and what a careful archivist would ask about.

The truth of each was written before any was run.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

PAGE = (Path(__file__).parents[1] / "fixtures/reference/page.html").read_text(encoding="utf-8")
_START = PAGE.index("<h3>")
_END = PAGE.index('</div>\n<div><div class="pagetop">')
_FRONT, _BACK = PAGE[:_START], PAGE[_END:]
SECTIONS = re.findall(r"<h3>.*?(?=<h3>|\Z)", PAGE[_START:_END], re.DOTALL)

Change = Callable[[str], str]

NEWEST = "<h3>日露首脳会談　（ロシア・ソチ・平成28年5月）</h3>\n<p>5月6日、安倍総理はソチを訪れ、プーチン大統領と会談を行いました。</p>\n"
OLDEST = "<h3>日ソ首脳会談　（東京・平成3年4月）</h3>\n<p>4月18日、海部総理は、東京でゴルバチョフ大統領と会談しました。</p>\n"
TOLD_ANEW = (
    "<p>6月17日、両首脳は英国で会談し、平和条約の交渉を次官級で進めることで一致した。安倍総理とプーチン大統領は、"
    "経済の協力についても話し合い、次の会談を秋に行うこととした。</p>"
)
NOTICE = "<p>サーバーの点検のため、夜間は御覧になれないことがあります。</p>\n"
OTHER_TEXT = "<p>本日は特別な催しのお知らせです。会場は一階で、参加は無料です。皆様の御来場をお待ちしております。</p>\n"
SPAM = "<p>" + "今なら登録だけで全員に贈り物。詳しくは下の番号までお電話ください。" * 9 + "</p>\n"


def page(sections: list[str], front: str = _FRONT, back: str = _BACK) -> str:
    return front + "".join(sections) + back


def each(change: Change, of: slice = slice(None)) -> str:
    """The page with some sections changed, all of them unless told."""
    chosen = set(range(len(SECTIONS))[of])
    return page([change(one) if at in chosen else one for at, one in enumerate(SECTIONS)])


def heading(section: str) -> str:
    return section[: section.index("</h3>") + 5]


def body(section: str) -> str:
    return section[section.index("</h3>") + 5 :]


def shown_only(section: str) -> str:
    """The section without the text of its body; its photo stays."""
    photo = re.search(r'<p class="photo">.*?</p>', section, re.DOTALL)
    return f"{heading(section)}\n{photo[0] if photo else ''}\n"


def years_on(section: str, years: int) -> str:
    return re.sub(r"平成(\d+)年", lambda era: f"平成{int(era[1]) + years}年", section)


def at(place: str) -> Change:
    return lambda section: re.sub(r"（[^（）]*?・?平成", f"（{place}・平成", section, count=1)


def put(old: str, new: str) -> Change:
    return lambda section: section.replace(old, new)


def in_headings(old: str, new: str) -> Change:
    return lambda section: heading(section).replace(old, new) + body(section)


def exchanged(one: int, other: int, part: str = "body") -> str:
    """The page with the bodies, or the photos, of two sections exchanged."""
    told = list(SECTIONS)
    if part == "body":
        told[one] = heading(SECTIONS[one]) + body(SECTIONS[other])
        told[other] = heading(SECTIONS[other]) + body(SECTIONS[one])
        return page(told)
    first, second = (re.findall(r'src="(img/[^"]*)"', SECTIONS[at])[0] for at in (one, other))
    told[one] = told[one].replace(first, second)
    told[other] = told[other].replace(second, first)
    return page(told)


def turned_bodies() -> str:
    """Each body under the next heading."""
    bodies = [body(section) for section in SECTIONS]
    return page([heading(s) + b for s, b in zip(SECTIONS, bodies[1:] + bodies[:1], strict=True)])


def numbered_photos() -> str:
    """Each photo at the next number."""
    return re.sub(r"img/(\d+)\.jpg", lambda name: f"img/{int(name[1]) + 1:02d}.jpg", PAGE)


def invented(count: int) -> list[str]:
    """Meetings that never were."""
    return [
        f"<h3>日露首脳会談　（東京・平成{1 + number % 30}年{1 + number % 12}月）</h3>\n<p>両首脳は、第{number}回の会談を行いました。</p>\n"
        for number in range(count)
    ]


def table() -> str:
    rows = [f"<tr><th>{heading(s)[4:-5]}</th></tr><tr><td>{body(s)}</td></tr>\n" for s in SECTIONS]
    return page([f"<table>{''.join(rows)}</table>"])


def sheet() -> str:
    """The meetings as the rows of a table whose columns are fields."""
    rows = []
    for section in SECTIONS:
        place, month = re.findall(r"（(?:(.*?)・)?(平成\d+年\d+月)）</h3>", section)[0]
        text = re.sub("<[^>]*>", "", body(section)).strip()
        rows.append(f"<td>{month}</td><td>{place}</td><td>日露首脳会談</td><td>{text}</td>")
    return page([f"<table><tr>{'</tr><tr>'.join(rows)}</tr></table>"])


def left_over(section: str) -> str:
    """The first sentence of a body alone."""
    text = re.sub("<[^>]*>", "", body(section)).strip()
    return f"{heading(section)}<p>{text.partition('。')[0]}。</p>"


REFUSED: Mapping[str, str] = {
    "all dates a year on": each(lambda s: years_on(s, 1)),
    "all dates a year back": each(lambda s: years_on(s, -1)),
    "a third of the dates a year on": each(lambda s: years_on(s, 1), slice(0, 31, 3)),
    "all months the next": re.sub(
        r"(\d+)月）</h3>", lambda m: f"{int(m[1]) % 12 + 1}月）</h3>", PAGE
    ),
    "all places Tokyo": each(at("東京")),
    "half of the places Tokyo": each(at("東京"), slice(0, 31, 2)),
    "all places one country": each(at("フランス・パリ")),
    "the president another": each(put("プーチン", "ゼレンスキー")),
    "the presidents exchanged": each(
        lambda s: (
            s.replace("プーチン", "\0")
            .replace("メドヴェージェフ", "プーチン")
            .replace("\0", "メドヴェージェフ")
        )
    ),
    "the prime ministers gone": each(
        lambda s: re.sub("(安倍|野田|麻生|福田|小泉)(総理大臣|総理)", "同氏", s)
    ),
    "another pair of countries": each(in_headings("日露", "日米")),
    "another kind of meeting": each(in_headings("首脳会談", "外相会談")),
    "two hundred meetings more": page([*invented(200), *SECTIONS]),
    "thirty meetings more": page([*SECTIONS[:10], *invented(30), *SECTIONS[10:]]),
    "a meeting gone": page(SECTIONS[:12] + SECTIONS[13:]),
    "the newest gone": page(SECTIONS[1:]),
    "the oldest gone": page(SECTIONS[:-1]),
    "one left": page(SECTIONS[:1]),
    "a meeting twice": page([*SECTIONS[:3], SECTIONS[2], *SECTIONS[3:]]),
    "all meetings twice": page(SECTIONS + SECTIONS),
    "one body under another heading too": page(
        [*SECTIONS[:5], heading(SECTIONS[5]) + body(SECTIONS[4]), *SECTIONS[6:]]
    ),
    "all bodies the same": each(lambda s: heading(s) + OTHER_TEXT),
    "a long body emptied": each(shown_only, slice(5, 6)),
    "a short body emptied": each(shown_only, slice(29, 30)),
    "all bodies emptied": each(shown_only),
    "five bodies other texts": page(
        [
            heading(s) + OTHER_TEXT.replace("一階", f"{i}階") if i < 5 else s
            for i, s in enumerate(SECTIONS)
        ]
    ),
    "two long bodies exchanged": exchanged(1, 3),
    "two short bodies exchanged": exchanged(28, 29),
    "every body one further": turned_bodies(),
    "advertising under each body": each(lambda s: s + SPAM),
    "a line of advertising under each body": each(lambda s: s + "<p>広告</p>\n"),
    "advertising within half of the bodies": each(
        lambda s: s.replace("</p>\n", "今だけ半額です。</p>\n"), slice(0, 31, 2)
    ),
    "an article above the meetings": page(
        SECTIONS, _FRONT + "<p>" + "新しい施設の御案内です。どうぞお越しください。" * 60 + "</p>"
    ),
    "an article between the meetings": page(
        [
            *SECTIONS[:9],
            "</div><div><h2>お知らせ</h2><p>"
            + "新しい施設の御案内です。" * 120
            + "</p></div><div>",
            *SECTIONS[9:],
        ]
    ),
    "all photos gone": re.sub(r"<img src=\"img[^>]*>", "", PAGE),
    "half of the photos gone": each(
        lambda s: re.sub(r"<img src=\"img[^>]*>", "", s), slice(0, 31, 2)
    ),
    "all photos the same": re.sub(r"img/\d+\.jpg", "img/blank.jpg", PAGE),
    "all photos from elsewhere": PAGE.replace('src="img/', 'src="http://ads.example.com/'),
    "every photo one further": numbered_photos(),
    "two photos exchanged": exchanged(0, 1, "photo"),
    "all links gone": re.sub(r"<a [^>]*pdf[^>]*>|</a>", "", PAGE),
    "all links to one page": re.sub(r'href="[^"]*pdf"', 'href="index.html"', PAGE),
    "all links elsewhere": re.sub(r'href="(?=[^"#]*pdf")', 'href="http://files.example.com/', PAGE),
    "all bodies in Latin letters": each(
        lambda s: heading(s) + "<p>" + "The two leaders had a meeting on this day. " * 8 + "</p>"
    ),
    "all bodies in Chinese": each(
        lambda s: (
            heading(s) + "<p>" + "两国领导人举行会谈就和平条约问题交换意见并达成一致" * 6 + "</p>"
        )
    ),
    "two bodies in Chinese": each(
        lambda s: (
            heading(s) + "<p>" + "两国领导人举行会谈就和平条约问题交换意见并达成一致" * 4 + "</p>"
        ),
        slice(4, 6),
    ),
    "cut in the middle": PAGE[: len(PAGE) // 2],
    "cut behind the last meeting": PAGE[:_END],
    "cut before the footer": PAGE[: PAGE.index('<div id="footerArea">')],
    "a third of each body gone": each(
        lambda s: heading(s) + re.sub(r"<p>(?!写)[^<]*", lambda p: p[0][: len(p[0]) // 2], body(s))
    ),
    "half of the sentences gone": each(
        lambda s: heading(s) + re.sub(r"。[^。<]*。", "。", body(s))
    ),
    "the headings' months unreadable": re.sub(r"\d+月）</h3>", "13月）</h3>", PAGE),
    "characters undecodable": PAGE.replace("困難な状況", "困\ufffd\ufffd状況"),
    "another page's title": PAGE.replace("近年の主な動き", "北方領土問題とは"),
    "another page's breadcrumb": PAGE.replace("北方領土問題</a>", "沖縄振興</a>").replace(
        "北方対策本部</a>", "沖縄政策</a>"
    ),
    "English titles": PAGE.replace("近年の主な動き", "Recent Developments"),
    "the login page's title": PAGE.replace("近年の主な動き", "ログイン"),
    "each name misspelt": each(lambda s: s.replace("総理", "経理").replace("大統領", "大統頷")),
    "the countries Japan's": each(at("大阪")),
    "half of the months the next": each(
        lambda s: re.sub(r"(\d+)月）</h3>", lambda m: f"{int(m[1]) % 12 + 1}月）</h3>", s),
        slice(0, 31, 2),
    ),
    "another era": PAGE.replace("平成", "昭和"),
    "all dates the same": re.sub(r"平成\d+年\d+月）</h3>", "平成26年10月）</h3>", PAGE),
    "five dates a year on": each(lambda s: years_on(s, 1), slice(0, 5)),
    "the headings' years gone": re.sub(r"平成\d+年(\d+月）</h3>)", r"\1", PAGE),
    "the headings' months gone": re.sub(r"(平成\d+年)\d+月(）</h3>)", r"\1\2", PAGE),
    "the headings' places gone": re.sub(
        r"（[^（）]*?・(平成\d+年\d+月)）</h3>", r"（\1）</h3>", PAGE
    ),
    "six places Tokyo": each(at("東京"), slice(0, 30, 5)),
    "all days in the bodies others": re.sub(r"(\d+)日", lambda m: f"{int(m[1]) % 28 + 1}日", PAGE),
    "the presidents' names gone": each(
        lambda s: re.sub("(プーチン|メドヴェージェフ|エリツィン)", "", s)
    ),
    "the prime minister another": each(put("安倍", "鳩山")),
    "by telephone": each(in_headings("首脳会談", "首脳電話会談")),
    "twelve meetings more": page([*SECTIONS, *invented(12)]),
    "three meetings gone": page(SECTIONS[:5] + SECTIONS[8:]),
    "a meeting exchanged for another": page([*SECTIONS[:5], *invented(1), *SECTIONS[6:]]),
    "the first again at the end": page([*SECTIONS, SECTIONS[0]]),
    "a body in preparation": each(lambda s: heading(s) + "<p>準備中</p>\n", slice(3, 4)),
    "bodies in the other order": page(
        [heading(a) + body(b) for a, b in zip(SECTIONS, SECTIONS[::-1], strict=True)]
    ),
    "three bodies one further": page(
        [
            *(heading(SECTIONS[i]) + body(SECTIONS[(i + 1) % 3]) for i in range(3)),
            *SECTIONS[3:],
        ]
    ),
    "a link elsewhere in ten bodies": each(
        put("</p>\n", '<a href="http://lottery.example/">こちら</a></p>\n'), slice(0, 10)
    ),
    "a line of advertising under ten bodies": each(
        lambda s: s + "<p>会員の方は全文を御覧になれます。</p>\n", slice(0, 10)
    ),
    "a line before each body": each(
        lambda s: heading(s) + "<p>※閲覧には会員登録が必要です。</p>" + body(s)
    ),
    "photos without an address": re.sub(
        r'src="img/\d+\.jpg"', 'src="data:image/gif;base64,R0lGODlhAQABAAAAACw="', PAGE
    ),
    "links that run something": re.sub(r'href="[^"]*pdf"', 'href="javascript:void(0)"', PAGE),
    "all bodies in Russian": each(
        lambda s: heading(s) + "<p>" + "Главы двух стран провели переговоры. " * 5 + "</p>"
    ),
    "a template that was not filled in": each(lambda s: heading(s) + "<p>{{ body }}</p>\n"),
    "bodies in comments": each(lambda s: heading(s) + "<!--" + body(s).replace("--", "") + "-->"),
    "letters in another charset": (
        PAGE[:_START] + PAGE[_START:_END].encode().decode("latin-1") + PAGE[_END:]
    ),
    "a page that is not found": PAGE.replace("近年の主な動き", "お探しのページは見つかりません"),
    "cut, and closed": PAGE[: len(PAGE) // 2] + "</body></html>",
    "as a table of fields": sheet(),
    "one meeting under the page's title": page(
        [f"<h2>日露首脳会談</h2><p>平成28年5月7日</p>{TOLD_ANEW}"]
    ),
    "eras and years of the same count": each(
        lambda s: re.sub(r"平成(\d+)年", lambda m: f"昭和{int(m[1]) + 30}年", s)
    ),
    "the leaders' names exchanged": each(
        lambda s: s.replace("安倍", "\0").replace("プーチン", "安倍").replace("\0", "プーチン")
    ),
    "the presidents a third one": each(
        lambda s: re.sub("プーチン|メドヴェージェフ|エリツィン", "オバマ", s)
    ),
    "nine meetings more": page([*invented(9), *SECTIONS]),
    "five meetings twice": page([*SECTIONS[:10], *SECTIONS[5:10], *SECTIONS[10:]]),
    "an article within one body": page([SECTIONS[0] + SPAM * 8, *SECTIONS[1:]]),
    "a hundred photos under one meeting": page(
        [
            SECTIONS[0].replace(
                "</h3>\n", "</h3>\n" + "".join(f'<img src="img/x{i}.jpg" />' for i in range(100))
            ),
            *SECTIONS[1:],
        ]
    ),
    "a link of the site's own in ten bodies": each(
        put("</p>\n", '<a href="/news/notice.html">詳細はこちら</a></p>\n'), slice(0, 10)
    ),
    "a body of a dash": each(lambda s: f"{heading(s)}<p>－</p>\n", slice(2, 3)),
    "two bodies emptied with one between": each(lambda s: f"{heading(s)}\n", slice(0, 3, 2)),
    "first sentences alone": each(left_over),
    "halves, and an ellipsis": each(
        lambda s: re.sub(r"<p>([^<]*)", lambda p: p[0][: len(p[0]) // 2] + "…（続き）", s)
    ),
    "half of the photos from elsewhere": each(
        put('src="img/', 'src="http://ads.example.com/'), slice(0, 31, 2)
    ),
    "the addresses of another site": PAGE.replace(
        "<head>", '<head><base href="http://mirror.example.org/">'
    ),
    "three bodies hidden": each(lambda s: heading(s) + f"<div hidden>{body(s)}</div>", slice(3, 6)),
    "a page of another day's list": page(
        [f'<p><a href="{i}.html">{heading(s)[4:-5]}</a></p>' for i, s in enumerate(SECTIONS)]
    ),
    "two eras that disagree": PAGE.replace("平成26年", "平成26年（2013年）"),
    "hidden bodies": each(lambda s: heading(s) + f'<div style="display:none">{body(s)}</div>'),
}

PASSED: Mapping[str, str] = {
    "the same": PAGE,
    "a new meeting": page([NEWEST, *SECTIONS]),
    "two new meetings": page(
        [
            NEWEST.replace("平成28年5月", "平成28年9月").replace("5月6日", "9月2日"),
            NEWEST,
            *SECTIONS,
        ]
    ),
    "an old meeting that was forgotten": page([*SECTIONS, OLDEST]),
    "a word put right": PAGE.replace("行いました", "おこないました", 1),
    "a sentence more": PAGE.replace(
        "賛同の意が示されました。",
        "賛同の意が示されました。両首脳は、対話を続けることで一致しました。",
    ),
    "a sentence less": PAGE.replace(
        "和やかな雰囲気で内容のある会談となり、両首脳間の個人的信頼関係の深まりを感じさせるものとなりました。",
        "",
    ),
    "a body told anew": each(lambda s: heading(s) + TOLD_ANEW, slice(4, 5)),
    "a month put right": PAGE.replace("平成26年10月）", "平成26年11月）"),
    "a year put right": PAGE.replace("露モスクワ・平成25年4月", "露モスクワ・平成24年4月"),
    "a place put right": PAGE.replace("メキシコ・平成24年6月", "ブラジル・平成24年6月"),
    "a name put right": PAGE.replace(
        "メドヴェージェフ・ロシア大統領が会談。菅総理は、5月",
        "プーチン・ロシア大統領が会談。菅総理は、5月",
    ),
    "a photo gone": PAGE.replace('<img src="img/03.jpg"', '<i title="img/03.jpg"'),
    "a photo more": PAGE.replace(
        "</h3>\n<p>橋本総理、",
        '</h3>\n<p class="photo"><img src="img/70.jpg" alt="日露首脳会談" /></p>\n<p>橋本総理、',
    ),
    "a link gone": re.sub(r"<a [^>]*pdf[^>]*>(.*?)</a>", r"\1", PAGE, count=1, flags=re.DOTALL),
    "a link elsewhere": re.sub(
        r'href="(?=[^"#]*pdf")', 'href="http://www.mofa.go.jp/', PAGE, count=1
    ),
    "the photos in another folder": PAGE.replace('src="img/', 'src="images/summit/'),
    "full-width digits": re.sub(
        r"平成(\d+)年(\d+)月",
        lambda m: m[0].translate({48 + n: 0xFF10 + n for n in range(10)}),
        PAGE,
    ),
    "no blank before the brackets": PAGE.replace("　（", "（"),
    "another order": page(SECTIONS[::-1]),
    "in a table": table(),
    "headings a level lower": PAGE.replace("<h3>", "<h4>").replace("</h3>", "</h4>"),
    "another template": re.sub(r' class="photo"| id="\w+"| class="pagetop"', "", PAGE)
    .replace("<div>", "<section>")
    .replace("</div>", "</section>"),
    "another footer": PAGE.replace("電話番号 03-5253-2111（大代表）", "Copyright Cabinet Office"),
    "a notice above": page(SECTIONS, _FRONT + NOTICE),
    "a level more in the breadcrumb": PAGE.replace(
        "北方対策本部</a>", '北方対策本部</a> &nbsp;&gt;&nbsp; <a href="#">取組</a>'
    ),
    "a level less in the breadcrumb": PAGE.replace(
        ' &nbsp;&gt;&nbsp; <a href="#">内閣府の政策</a>', "", 1
    ),
    "the site's level renamed": PAGE.replace("内閣府ホーム", "トップページ"),
    "the breadcrumb gone": re.sub(r'<p id="topicPath">.*?</p>\n', "", PAGE),
    "a title that says more": PAGE.replace("近年の主な動き", "近年の主な動き（日露首脳会談等）"),
    "a title reworded": PAGE.replace("近年の主な動き", "最近の主な動き"),
    "the end tag gone": PAGE.replace("</html>", ""),
    "both end tags gone": PAGE.replace("</body>", "").replace("</html>", ""),
    "the end tag in capitals": PAGE.replace("</html>", "</HTML>"),
    "Windows line ends": PAGE.replace("\n", "\r\n"),
    "three more": page(
        [
            NEWEST,
            NEWEST.replace("平成28年5月", "平成28年9月").replace("5月6日", "9月2日"),
            *SECTIONS,
            OLDEST,
        ]
    ),
    "a photo exchanged": PAGE.replace("img/03.jpg", "img/03b.jpg", 1),
    "credits reworded": PAGE.replace("写真提供：", "写真：", 1),
    "sizes of files": re.sub(r"(\d+)KB", lambda m: f"{int(m[1]) + 1}KB", PAGE),
    "secure links": PAGE.replace("http://", "https://"),
    "headings as paragraphs": PAGE.replace("<h3>", "<p><strong>").replace("</h3>", "</strong></p>"),
    "headings as terms": PAGE.replace("<h3>", "<dt>").replace("</h3>", "</dt>"),
    "narrow brackets": re.sub(r"（([^（）]*?平成\d+年\d+月)）</h3>", r"(\1)</h3>", PAGE),
    "western years too": PAGE.replace("平成26年10月）</h3>", "平成26年（2014年）10月）</h3>"),
    "a menu above": PAGE.replace(
        "<body>", '<body><ul><li><a href="/">ホーム</a></li><li><a href="/a">施策</a></li></ul>', 1
    ),
    "a day of the last change": page([*SECTIONS, "<p>最終更新日：平成28年6月1日</p>"]),
    "a counter": page([*SECTIONS, "<p>あなたは 12345 人目の訪問者です</p>"]),
    "a day made finer": PAGE.replace("平成26年10月）</h3>", "平成26年10月17日）</h3>"),
    "a place made finer": PAGE.replace(
        "（ペルー・平成20年11月）", "（ペルー・リマ・平成20年11月）"
    ),
    "two bodies with a sentence more": page(
        [
            SECTIONS[0].replace("</p>\n", "両首脳は対話を続けることで一致しました。</p>\n", 1),
            SECTIONS[1].replace("</p>\n", "次の会談は秋に行われます。</p>\n", 1),
            *SECTIONS[2:],
        ]
    ),
    "two in the other order": page([SECTIONS[1], SECTIONS[0], *SECTIONS[2:]]),
    "readings above names": PAGE.replace("橋本総理", "<ruby>橋本<rt>はしもと</rt></ruby>総理", 1),
    "the doctype of today": re.sub("<!DOCTYPE[^>]*>", "<!DOCTYPE html>", PAGE),
    "a contents list above": page(
        [
            f"<ul>{''.join(f'<li><a href=#m{i}>{heading(s)[4:-5]}</a></li>' for i, s in enumerate(SECTIONS))}</ul>",
            *[s.replace("<h3>", f'<h3 id="m{i}">', 1) for i, s in enumerate(SECTIONS)],
        ]
    ),
    "a wrapper around each": each(lambda s: f"<section>{s}</section>"),
    "in a numbered list, the oldest first": page(
        [f"<ol>{''.join(f'<li>{s}</li>' for s in SECTIONS[::-1])}</ol>"]
    ),
    "two photos more": page(
        [
            *(
                s.replace("</h3>\n", f'</h3>\n<img src="img/8{i}.jpg" alt="会談" />\n')
                for i, s in enumerate(SECTIONS[:2])
            ),
            *SECTIONS[2:],
        ]
    ),
    "a declaration as a link in a body": PAGE.replace(
        "賛同の意が示されました。",
        '賛同の意が示されました（<a href="pdf/new.pdf">共同声明（PDF形式：100KB）</a>）。',
    ),
    "a remark under the meetings": page([*SECTIONS, "<p>（注）肩書は当時のもの。</p>\n"]),
    "the country by its one letter": PAGE.replace("（ロシア・ソチ・", "（露・ソチ・"),
    "the breadcrumb's signs": PAGE.replace("&nbsp;&gt;&nbsp;", "»"),
    "a byte order mark": f"\ufeff{PAGE}",
    "a script in the head": PAGE.replace("</head>", "<script>var 会談 = 1;</script></head>"),
}
