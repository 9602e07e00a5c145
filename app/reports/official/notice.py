"""A record of 会议 as 会议通知: when, where, who and what about, and what those invited are asked to do."""

from __future__ import annotations

from app.reports.document import Block, Document, Heading, Paragraph
from app.reports.official.source import Source

WEEKDAYS = "一二三四五六日"
TO_LIST = "【参会人员】"
DEMANDS = (
    "请参会人员提前10分钟到场签到，会议期间将手机调至静音。",
    "不能参会的，请提前向会议主持人请假，并报党政办登记。",
)


def notice(source: Source) -> Document:
    """The notice of one meeting, signed by its office on the day it was approved, or asked for."""
    day, start = source.day("date"), source.text("start")
    when = f"{day.year}年{day.month}月{day.day}日（星期{WEEKDAYS[day.weekday()]}）{start}" if day else start
    people = [row.get("name", "") for row in source.rows("attendance") if row.get("name")]
    topics = [row["topic"].rstrip("。") for row in source.rows("items") if row.get("topic")]
    facts = [("会议时间", when), ("会议地点", source.text("venue")), ("主持人", source.text("host"))]
    facts.append(("参会人员", "、".join(people) or TO_LIST))
    blocks: list[Block] = [Paragraph((f"定于{when}召开{source.text('title')}，现将有关事项通知如下：",))]
    for label, words in facts:
        if words:
            blocks += [Heading(1, (label,)), Paragraph((f"{words.rstrip('。')}。",))]
    if topics:
        blocks += [Heading(1, ("会议议题",)), *(Heading(3, (f"{topic}。",)) for topic in topics)]
    blocks += [Heading(1, ("有关要求",)), *(Heading(3, (demand,)) for demand in DEMANDS)]
    signed = source.day("approved") or source.day("requested")
    return Document((f"关于召开{source.text('title')}的通知",), tuple(blocks), signature=source.office, signed=signed)
