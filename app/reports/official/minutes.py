"""A record of 会议 as 纪要 (10.3): what was decided, then who was there, who was excused and who sat in."""

from __future__ import annotations

from collections.abc import Mapping

from app.reports.document import Block, Document, Head, Heading, Imprint, Listed, Paragraph
from app.reports.official.issued import NO_NUMBER
from app.reports.official.source import Source
from app.reports.official.text import blocks_of

NAMES = {
    "党委会": "党委会议",
    "政府办公会": "政府办公会议",
    "党政联席会": "党政联席会议",
    "班子会": "领导班子会议",
    "专题会议": "专题会议",
    "座谈会": "座谈会",
}
"""What minutes of each kind of meeting are called."""
TO_WRITE = "【议定事项】"
TO_LIST = "【出席人员】"
NO = "否"


def minutes(source: Source) -> Document:
    """The minutes of one meeting; they are addressed to nobody and not sealed."""
    day = source.day("date")
    name = NAMES.get(source.text("kind"), "会议")
    number = f"〔{day.year}〕{NO_NUMBER}号" if day else NO_NUMBER
    head = Head((f"{source.town}{name}纪要",), "", number, kind="minutes")
    blocks = (Paragraph((_opening(source),)), *_decided(source), *_present(source))
    title = (f"{source.text('title')}纪要",)
    return Document(title, blocks, head=head, imprint=Imprint("", source.office, source.day("published")))


def _opening(source: Source) -> str:
    """When, where and under whom the meeting was held, and what it was about."""
    day = source.day("date")
    when = f"{day.year}年{day.month}月{day.day}日" if day else ""
    hour = source.text("start")[:2]
    half = "" if not hour else "上午" if int(hour) < 12 else "下午" if int(hour) < 18 else "晚上"
    host = source.text("host")
    held = f"{host}同志在{source.text('venue')}主持召开" if host else f"在{source.text('venue')}召开"
    topic = source.text("topic").rstrip("。")
    about = (
        f"，{topic if topic.startswith(('研究', '传达', '学习', '听取', '审议', '讨论')) else f'研究{topic}'}"
        if topic
        else ""
    )
    return f"{when}{half}，{held}{source.text('title')}{about}。现纪要如下："


def _decided(source: Source) -> tuple[Block, ...]:
    """Each matter over what was decided on it where there are as many; else the matters, then the decisions."""
    topics = [row["topic"].rstrip("。") for row in source.rows("items") if row.get("topic")]
    decided = [line.strip() for line in source.text("decisions").splitlines() if line.strip()]
    if topics and len(topics) == len(decided):
        pairs = zip(topics, decided, strict=True)
        return tuple(block for topic, line in pairs for block in (Heading(1, (topic,)), Paragraph((line,))))
    blocks: list[Block] = []
    if topics:
        blocks = [Heading(1, ("会议议题",)), *(Heading(3, (f"{topic}。",)) for topic in topics)]
        blocks.append(Heading(1, ("议定事项",)))
    return (
        *blocks,
        *(blocks_of(decided) if not topics else tuple(Paragraph((line,)) for line in decided or [TO_WRITE])),
    )


def _present(source: Source) -> tuple[Block, ...]:
    """出席, 请假, 列席 and 记录, as far as they are known."""
    rows = source.rows("attendance")
    came = [row for row in rows if row.get("present") != NO]
    attending = [_named(row) for row in came if row.get("role") != "列席"]
    beside = [_named(row) for row in came if row.get("role") == "列席"]
    excused = [_named(row) for row in rows if row.get("present") == NO]
    lists = [("出席", "，".join(attending) or TO_LIST), ("请假", "，".join(excused)), ("列席", "，".join(beside))]
    lists.append(("记录", source.text("recorder")))
    told = [(label, words) for label, words in lists if words]
    return tuple(Listed(label, (words,), apart=not at) for at, (label, words) in enumerate(told))


def _named(row: Mapping[str, str]) -> str:
    return f"{row.get('unit', '')}{'　' if row.get('unit') else ''}{row.get('name', '')}"
