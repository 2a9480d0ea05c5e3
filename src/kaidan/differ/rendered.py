"""The Markdown of changes as HTML: its lists and quotes, and of all markup in its text <ins> and <del> alone."""

import re

_TAGS = {"<del>": "\ue000", "</del>": "\ue001", "<ins>": "\ue002", "</ins>": "\ue003"}
_TAG = re.compile("</?(?:del|ins)>")
_PRIVATE = re.compile("[\ue000-\ue003]")


def to_rendered(markdown: str) -> str:
    r"""Return what :func:`kaidan.differ.to_markdown` wrote as HTML; whatever a page's text holds stays text.

    >>> to_rendered("- 10月<del>6日</del><ins>7日</ins> &lt;b&gt; <i>")
    '<ul>\n<li>10月<del>6日</del><ins>7日</ins> &lt;b&gt; &lt;i&gt;</li>\n</ul>\n'
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415  a run that changes nothing renders nothing

    known = _TAG.sub(lambda tag: _TAGS[tag[0]], _PRIVATE.sub("\ufffd", markdown))
    html: str = MarkdownIt("commonmark", {"html": False}).disable(["link", "image"]).render(known)
    for tag, sign in _TAGS.items():
        html = html.replace(sign, tag)
    return html
