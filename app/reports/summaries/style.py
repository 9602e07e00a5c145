"""The styles of summaries, after the office's own reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "summaries"


@dataclass(frozen=True)
class Style:
    """One style: its key and name, its template, and the length its kind allows."""

    key: str
    name: str
    limit: int
    """Characters without white space: 汇报材料 3,000 (实施细则 第11条)."""
    signed_by: Literal["town", "office", ""] = "town"
    """Who signs: the town's government, the office, or nobody, since a speech ends with thanks."""

    @property
    def path(self) -> Path:
        """The template that comes with the program."""
        return FOLDER / f"{self.key}.txt"


STYLES = (
    Style("annual", "党政办年度工作总结", 3000, "office"),
    Style("conduct", "政风行风建设工作总结", 3000),
    Style("rules", "改进工作作风实施细则执行情况报告", 3000),
    Style("research", "机关作风建设调研与思考", 3000, ""),
    Style("civility", "创建文明单位工作汇报", 3000, ""),
    Style("portrait", "创建文明单位总结", 3000),
    Style("system", "系统创建工作汇报", 3000),
    Style("selfcheck", "“回头看”自查报告", 3000),
)


class UnknownStyle(ValueError):
    """No style of that name; the message is one Chinese sentence."""


def style_of(key: str) -> Style:
    """The style of a key or name."""
    found = next((style for style in STYLES if key in (style.key, style.name)), None)
    if found is None:
        raise UnknownStyle(f"没有「{key}」这种总结，可用的有：{'、'.join(style.key for style in STYLES)}。")
    return found
