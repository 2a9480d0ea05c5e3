"""What a browser shows is read, what it hides is left out: markup, and the text of its lines."""

import pytest

from growth import calls
from kaidan.parser.display.tree import read

SEEN = [
    # what is unclosed ends where HTML ends it
    ("<p><ruby>露<rt>ろ</p><h3>見出し</h3><p>本文", "露|見出し|本文"),
    ("<div><ruby>露<rt>ろ<p>本文</p><h3>見出し</h3></div>後", "露|本文|見出し|後"),
    ("<p><ruby>露<rp>(<rt>ろ<rp>)</ruby>首脳", "露首脳"),
    ("<ul><li><ruby>漢<rt>かん<li>次</ul>", "漢|次"),
    ("<p><span hidden>隠<p>見える</span>後", "見える後"),
    ("<div><span hidden>隠<p>二<p>三</span></div>後", "後"),
    ("<object data=a.swf><p>一<p>二</object><p>三", "一|二|三"),
    ("<object data=a.swf><p>一<p>二", "一|二"),
    ("</body></html><p>後", "後"),
    ("<div>一</p>二</br>三</div>", "一|二|三"),
    ("<p>一<rt>二</rt>三", "一二三"),
    ("<p>一<meter>隠</meter><math><mi>二</mi><annotation>隠</annotation></math>", "一二"),
    ("<div popover>隠</div><p>見", "見"),
    ("<p>一<![ if IE]>二<![endif]>三", "一二三"),
    ('<!"<![$><p>本文', "本文"),
    ("<p>一<!-- <p>隠 --><p>二", "一|二"),
    ("<table><tr><td>一<td>二<tr><td>三</table>後", "一|二|三|後"),
    ("<noscript><p>隠</p></noscript><p>本文", "本文"),
    ("<head><noscript><p>隠</p></noscript></head><p>本文", "本文"),
    ("<template><p>隠</template><p>本文", "本文"),
    ("<details><summary>概要</summary><p>中身</details>", "概要|中身"),
    ("<dialog>隠</dialog><dialog open>見</dialog>", "見"),
    # a word that only looks as if it hid something
    ("<p style='backface-visibility:hidden'>見", "見"),
    ("<p style='/* display:none */ color:red'>見", "見"),
    ("<p style='background:url(display:none.png)'>見", "見"),
    ("<p style='content:\"display:none\"'>見", "見"),
    ("<p style='--display:none'>見", "見"),
    ("<p style='display:none; display:block'>見", "見"),
    ("<p style='display:nonesuch'>見", "見"),
    ("<p style='visibility:visible'>見", "見"),
    ("<p hidden style='display:block'>見", "見"),
    # and one that does
    ("<p style='display:none'>隠<p>見", "見"),
    ("<p style='DISPLAY : NONE'>隠<p>見", "見"),
    ("<p style='color:red;display:none !important;display:block'>隠<p>見", "見"),
    ("<p style='display:/**/none'>隠<p>見", "見"),
    (r"<p style='d\69splay:none'>隠<p>見", "見"),
    ("<p style='display:none;display:nonesuch'>隠<p>見", "見"),
    ("<p style='visibility:collapse'>隠<p>見", "見"),
    ("<p hidden>隠<p>見", "見"),
    ("<div style='content-visibility:hidden'>隠<p>隠</p></div>後", "後"),
    ("<p style='display:none;all:unset'>見", "見"),
    ("<p style='display:none!important;all:unset'>隠<p>見", "見"),
    ("<p>一<math><mphantom><mi>隠</mi></mphantom></math>", "一"),
    ("<p>一<svg><text><![CDATA[二<三]]></text></svg>", "一二<三"),
    ("<p>一<svg><text><![CDATA[二&lt;三]]></text></svg>", "一二&lt;三"),
    ("<p>一<![CDATA[隠]]>", "一"),
    ("<my-card><p>一</p><slot>二</slot></my-card>", "一|二"),
    ("<div hidden=until-found>隠</div><p inert>見<p aria-hidden=true>見", "見|見"),
    # visibility is inherited, and may be taken back
    ("<div style='visibility:hidden'>隠<b style='visibility:visible'>見</b>隠</div>後", "見|後"),
    ("<div style='visibility:hidden'><p>隠<p style='visibility:visible'>見</p>隠</div>", "見"),
    ("<div style='visibility:hidden'>隠<b style='visibility:initial'>見</b></div>", "見"),
    ("<div style='visibility:hidden'>隠<b style='visibility:inherit'>隠</b></div>後", "後"),
    ("<p style='visibility:inherit'>見", "見"),
    ("<div style='display:none'>隠<b style='visibility:visible'>隠</b></div>後", "後"),
    ("<div style='display:none'>隠<b style='display:block'>隠</b></div>後", "後"),
    # what the sheets of the page itself hide
    ("<style>.h{display:none}</style><p class='a h'>隠<p>見", "見"),
    ("<style>#h,p.h{DISPLAY : None}</style><p id=h>隠<p class=h>隠<div class=h>見", "見"),
    (
        "<style><!-- .h{visibility:hidden} --></style><p class=h>隠<b style='visibility:visible'>見</b>",
        "見",
    ),
    (
        "<style>.m li{display:none}.m li.on{display:block}</style><ul class=m><li>隠<li class=on>見</ul>",
        "見",
    ),
    ("<style>p.on{display:block}p{display:none}</style><p class=on>見<p>隠", "見"),
    (
        "<style>#a p{display:none}.b{display:block!important}</style><div id=a><p class=b>見<p>隠</div>",
        "見",
    ),
    ("<style>.h{display:none}</style><p class=h style='display:block'>見<p class=h>隠", "見"),
    ("<style>.h{display:none!important}</style><p class=h style='display:block'>隠<p>見", "見"),
    ("<style>div>p{display:none}</style><div><p>隠</p><section><p>見</section></div>", "見"),
    ("<style>div p b{display:none}</style><div><p>一<i><b>隠</b></i></div><p><b>見</b>", "一|見"),
    ("<style>p:not(.s){display:none}</style><p>隠<p class=s>見", "見"),
    (
        "<style>[data-v='1'],[lang|=en]{display:none}</style><p data-v=1>隠<p lang=en-US>隠<p data-v=2>見",
        "見",
    ),
    ("<style>[hidden]{display:flex}</style><p hidden>見", "見"),
    ("<style>*{display:none}</style>見", "見"),
    ("<style>@media screen{.h{display:none}}</style><p class=h>隠<p>見", "見"),
    (
        "<style media='screen and (min-width:769px)'>.sp{display:none}</style><p class=sp>隠<p>見",
        "見",
    ),
    ("<style>.h{display:/**/none}</style><p class=h>隠<p>見", "見"),
    ("<p class=h>隠<p>見<style>.h{display:none}</style>", "見"),
    ("<style>.h{display:none}</style><p class=h><ruby>露<rt>ろ</ruby><p>見", "見"),
    ("<style>.h{display:none}</style><table><tr class=h><td>隠<tr><td>見</table>", "見"),
    ("<style>.h{display:none}.h{display:nonesuch}</style><p class=h>隠<p>見", "見"),
    ("<style>.h{display:none}</style><script>var a = '.other'</script><p class=h>隠<p>見", "見"),
    # and what they do not
    ("<style>.h:hover,a:focus .h{display:none}</style><p class=h>見", "見"),
    ("<style>.h::before{display:none}</style><p class=h>見", "見"),
    ("<style>.h{display:none}.h.{color:red}</style><p class=H>見", "見"),
    ("<style>.h,.i..j{display:none}</style><p class=h>見", "見"),
    ("<style>@media print{.h{display:none}}</style><p class=h>見", "見"),
    ("<style media=print>.h{display:none}</style><p class=h>見", "見"),
    (
        "<style>@media only screen and (max-width:640px){.pc{display:none}}</style><p class=pc>見",
        "見",
    ),
    ("<style type=text/less>.h{display:none}</style><p class=h>見", "見"),
    (
        "<!-- <style>.h{display:none}</style> --><noscript><style>.h{display:none}</style></noscript><p class=h>見",
        "見",
    ),
    ("<style>/* .h{display:none} */ .h{background:url(display:none)}</style><p class=h>見", "見"),
    ("<style>@keyframes a{from{visibility:hidden}} @font-face{display:none}</style><p>見", "見"),
    ("<script>'<style>.h{display:none}</style>'</script><p class=h>見", "見"),
]


@pytest.mark.parametrize(("markup", "seen"), SEEN)
def test_what_is_seen_is_read(markup: str, seen: str) -> None:
    shown = read(f"<title>題</title>{markup}")
    assert "|".join(line.text for line in shown.lines) == seen
    assert shown.lost == 0
    assert shown.title == "題"


def test_the_end_of_the_body_ends_nothing_that_is_open() -> None:
    """Browsers put what stands behind it where the body ended."""
    first, second = read("<div><p>一</body></html><p>二</div>").lines
    assert first.element.above is second.element.above


def test_what_is_hidden_is_counted() -> None:
    assert read("<p hidden>隠す</p><p>見える").hidden == 2


def test_what_is_too_long_for_a_reading_is_text() -> None:
    text = "両首脳は、平和条約交渉を前に進めることで一致した。" * 2
    shown = read(f"<div><ruby>露<rt>ろ{text}</div>")
    assert [line.text for line in shown.lines] == [f"露ろ{text}"]


@pytest.mark.parametrize(
    "sheet",
    [
        "p:first-child{display:none}",
        "div+p,h1~p{display:none}",
        "input:checked~.h{display:none}",
        "@media (max-width:1200px){.h{display:none}}",
        "@media (hover){.h{display:none}}",
        "@supports (display:grid){.h{display:none}}",
        "@layer a{.h{display:none}}",
        ".h{display:none} @media (max-width:1200px){.h{display:block}}",
        ".h{display:none} .h:nth-child(odd){display:block}",
        "html,body{display:none}",
        ".h{visibility:hidden}</style><script src=a.js></script><style>",
        ".h{display:none}</style><script>open('.h')</script><style>",
        "#a.b .h{display:none}</style><script>show('b')</script><style>",
    ],
)
def test_what_a_sheet_hides_perhaps_is_seen(sheet: str) -> None:
    shown = read(f"<style>{sheet}</style><body><div id=a class=b><p class=h>見</div>")
    assert [line.text for line in shown.lines] == ["見"]


def test_a_selector_of_many_steps_costs_a_look_at_each_element_for_each() -> None:
    def read_with(steps: int) -> int:
        style = f"<style>#a {'div ' * steps} p{{display:none}}</style>"
        return calls(lambda: read(f"{style}{'<div>' * 200}<p>見"))

    read_with(5)  # what is made once is no work of this page
    assert read_with(80) < 16 * read_with(10)


@pytest.mark.parametrize("sheet", [f"{'@media all{' * 3000}", f".h{':not(' * 3000}", "(" * 9000])
def test_a_sheet_that_nests_beyond_reason_hides_nothing(sheet: str) -> None:
    shown = read(f"<style>{sheet} .h{{display:none}}</style><p class=h>見")
    assert [line.text for line in shown.lines] == ["見"]
