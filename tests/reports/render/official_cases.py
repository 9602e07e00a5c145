"""Official papers that the tests of both renderers share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.reports.document import Annex, Chart, Document, Figure, Head, Heading, Imprint, Listed, Paragraph

WORDS = "全镇上下认真落实各项决策部署，坚持以人民为中心的发展思想，扎实推进作风建设，切实减轻基层负担。" * 3


def paper(paragraphs: int, **rest: object) -> Document:
    """A red-head paper with so many paragraphs of text: one ends on page 1 or 2, four on page 2 or 3."""
    whole = Document(
        ("青石镇人民政府关于做好2026年春季森林草原防灭火工作的通知",),
        (
            Paragraph(("各村（社区），各办、所、中心：",), "salutation"),
            Heading(1, ("强化责任",)),
            *[Paragraph((WORDS,))] * paragraphs,
        ),
        signature="青石镇人民政府",
        signed=date(2026, 1, 17),
        head=Head(("青石镇人民政府",), "文件", "青政发〔2026〕12号"),
        imprint=Imprint("县委办公室，县人民政府办公室", "青石镇党政办公室", date(2026, 1, 18)),
        sealed=True,
        note="（此件主动公开）",
    )
    return replace(whole, **rest)  # type: ignore[arg-type]


SHORT = paper(0, blocks=(Paragraph(("【正文】",)),))
LETTER = replace(
    SHORT, head=Head(("青石镇人民政府",), "", "青政函〔2026〕5号", kind="letter"), imprint=Imprint("县林业和草原局")
)
MINUTES = replace(
    SHORT,
    blocks=(
        Paragraph((WORDS,)),
        Listed("出席", ("张三，李四，" * 12 + "王五",), apart=True),
        Listed("列席", ("赵六",)),
    ),
    head=Head(("青石镇党委会议纪要",), "", "〔2026〕3号", kind="minutes"),
    signature="",
    signed=None,
    sealed=False,
    note="",
)


def charted() -> Document:
    """A summary with a chart of each kind and two annexes."""
    visits = tuple(
        Figure(f"{n}次", "visits.days", date(2026, n, 1), date(2026, n, 28), value=n, unit="次") for n in range(1, 5)
    )
    labels = ("1月", "2月", "3月", "4月")
    return Document(
        ("青石镇党政办公室", "2026年度工作总结"),
        (
            Heading(1, ("会议",)),
            Paragraph((WORDS,)),
            Chart("图1　各月接访", labels, (("今年", visits), ("去年", (1, None, 3, 2))), "次"),
            Chart("图2　走势", labels, (("今年", visits),), "次", "lines"),
            Chart("图3　各村", labels, (("今年", visits),), "次", "bars"),
            Chart("图4　没有数", labels, (("今年", (None,) * 4),), "次"),
            Annex("会议情况统计表"),
            Heading(1, ("甲",)),
            Annex("走访情况统计表"),
            Heading(1, ("乙",)),
        ),
        "青石镇党政办公室",
        date(2026, 12, 20),
    )
