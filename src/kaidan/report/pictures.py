"""The pictures of a report: a timeline, a map and the agreements of meetings, as SVG or PNG; drawn by Vega-Lite through vl-convert.

The same meetings give the same bytes on any machine: the extra ``report`` brings the font that is measured and drawn.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from kaidan.controls import show_controls
from kaidan.errors import WrongUsage
from kaidan.messages import Language
from kaidan.models import Document
from kaidan.report.charts.agreement_chart import agreement_chart
from kaidan.report.charts.style import INK, LAND, Spec
from kaidan.report.charts.timeline import timeline
from kaidan.report.charts.world_map import world_map

Kind = Literal["timeline", "map", "agreements"]
FONT = "Noto Sans CJK JP"
_FALLBACK = f"{FONT}, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"

_LABEL = re.compile(r'<(path|line) (aria-label="([^"]*)"[^>]*?)(?:/>|></\1>)')
"""A mark of Vega's with its description."""


def is_drawable() -> bool:
    """Tell whether the extra ``report`` is installed."""
    return all(find_spec(name) for name in ("vl_convert", "noto_cjk_sans_jp_regular"))


def draw_svg(kind: Kind, documents: Sequence[Document], language: Language) -> str | None:
    """Return a picture as SVG, each mark with the place and date of its meeting as title; None where there is nothing to draw.

    Raises:
        WrongUsage: the extra is not installed.
    """
    spec = PICTURES[kind](documents, language)
    if spec is None:
        return None
    svg: str = _converter().vegalite_to_svg(json.dumps(_dressed(spec)))
    return show_controls(
        _LABEL.sub(r"<\1 \2><title>\3</title></\1>", svg)
    )  # XML has no place for them


def draw_png(kind: Kind, documents: Sequence[Document], language: Language) -> bytes | None:
    """Return a picture as PNG, two pixels a point on white; None where there is nothing to draw.

    Raises:
        WrongUsage: the extra is not installed.
    """
    spec = PICTURES[kind](documents, language)
    if spec is None:
        return None
    dressed = _dressed(spec) | {"background": "white"}
    png: bytes = _converter().vegalite_to_png(json.dumps(dressed), scale=2)
    return png


def require_extra() -> None:
    """Say what is missing, if it is.

    Raises:
        WrongUsage: the extra is not installed.
    """
    if not is_drawable():
        raise WrongUsage("pictures want an extra: pip install '.[report]' adds it")


@cache
def _converter() -> Any:  # noqa: ANN401  a module that is not always there
    require_extra()
    import vl_convert  # noqa: PLC0415  84 MB that only pictures need

    spec = find_spec("noto_cjk_sans_jp_regular")
    vl_convert.register_font_directory(str(Path(str(spec and spec.origin)).parent))
    return vl_convert


def _dressed(spec: Spec) -> Spec:
    axis = {
        "labelColor": INK,
        "labelFontSize": 12,
        "labelLimit": 260,
        "domain": False,
        "ticks": False,
        "gridColor": LAND,
        "title": None,
        "aria": False,
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "padding": 4,
        **spec,
        "config": {
            "font": _FALLBACK,
            "view": {"stroke": None},
            "axis": axis,
            "legend": {"labelFontSize": 12, "labelColor": INK, "title": None, "orient": "top"},
        },
    }


PICTURES: Mapping[Kind, Callable[[Sequence[Document], Language], Spec | None]] = {
    "timeline": timeline,
    "map": world_map,
    "agreements": agreement_chart,
}
"""What is drawn, by the name of its kind."""
