"""Records become official papers: whose name stands over them, what is taken from their text, what is left to write."""

from __future__ import annotations

from typing import Any

import pytest

from app.reports.document import Document, Heading, Listed, Paragraph, plain
from app.reports.official import OFFICIAL
from app.reports.official.issued import letter, red_head
from app.reports.official.minutes import minutes
from app.reports.official.source import TO_WRITE, Source
from app.reports.official.text import blocks_of, own_lines

NOTICE = {
    "title": "青石镇人民政府关于防汛的通知", "number": "青政发〔2026〕1号", "issuer": "政府", "kind": "通知",
    "direction": "下行文", "to": "各村（社区）", "cc": "县防汛办。", "signed": "2026-05-06", "issued": "2026-05-07",
    "urgency": "特急", "openness": "主动公开", "signer": "顾川", "drafter": "张三", "drafter_phone": "0800",
}  # fmt: skip


def source(*lines: str, **values: Any) -> Source:
    return Source({**NOTICE, **values}, "青石镇", "青石镇党政办公室", lines)


def texts(document: Document) -> list[str]:
    return [block.lead + plain(block.text) for block in document.blocks if isinstance(block, Paragraph)]


def test_a_notice_takes_everything_from_its_record() -> None:
    paper = red_head(source("高度重视。"))
    assert paper.head is not None
    assert paper.imprint is not None
    assert (paper.head.marks, paper.head.word, paper.head.number) == (("青石镇人民政府",), "文件", "青政发〔2026〕1号")
    assert paper.head.corner == (("特急", True),)
    assert paper.head.signer == "", "a paper that goes down shows no signer"
    assert texts(paper) == ["各村（社区）：", "高度重视。"]
    assert (paper.signature, paper.day_words(), paper.note) == ("青石镇人民政府", "2026年5月6日", "（此件主动公开）")
    assert (paper.imprint.copies_to, paper.imprint.printed_by) == ("县防汛办", "青石镇党政办公室")


@pytest.mark.parametrize(
    ("issuer", "marks"),
    [
        ("党委", ("中共青石镇委员会",)),
        ("党政联合", ("中共青石镇委员会", "青石镇人民政府")),
        ("党政办", ("青石镇党政办公室",)),
        ("人大", ("青石镇人民代表大会主席团",)),
    ],
)
def test_each_issuer_has_its_full_name(issuer: str, marks: tuple[str, ...]) -> None:
    paper = red_head(source(issuer=issuer))
    assert paper.head is not None
    assert paper.head.marks == marks
    assert paper.signature == "　　".join(marks)


def test_a_request_goes_up_with_its_signer_and_whom_to_ask() -> None:
    paper = red_head(source(direction="上行文", kind="请示"))
    assert paper.head is not None
    assert paper.head.signer == "顾川"
    assert paper.note == "（联系人：张三，联系电话：0800）"


def test_what_is_not_known_is_left_to_write() -> None:
    paper = red_head(source(number="", code="青政发", year="2026", signed="", issued="", to="", openness=""))
    assert paper.head is not None
    assert paper.head.number == "青政发〔2026〕　　号"
    assert texts(paper) == [TO_WRITE]
    assert paper.day_words() == "　　　年　月　日"


def test_a_letter_has_no_word_and_no_printer() -> None:
    paper = letter(source("请予支持。", kind="函"))
    assert paper.head is not None
    assert paper.imprint is not None
    assert (paper.head.kind, paper.head.word, paper.imprint.printed_by) == ("letter", "", "")


def test_what_a_finished_paper_shows_around_its_text_is_not_written_twice() -> None:
    lines = [
        "青石镇人民政府文件", "青政发〔2026〕1号", "青石镇人民政府", "关于防汛的通知", "各村（社区）：", "一、抓预防",
        "要认真。", "附件：1.清单", "2.名册", "青石镇人民政府", "2026年5月6日",
    ]  # fmt: skip
    paper = red_head(source(*lines))
    assert texts(paper) == ["各村（社区）：", "要认真。"]
    assert paper.annex_list() == (("1.", "清单"), ("2.", "名册"))
    assert own_lines(["正文。"], "题", ()) == ["正文。"]


def test_numbered_lines_are_headings_only_where_their_numbers_come_out_as_written() -> None:
    assert [type(block) for block in blocks_of(["一、甲", "文。", "二、乙"])] == [Heading, Paragraph, Heading]
    assert [type(block) for block in blocks_of(["一、甲", "文。", "三、乙"])] == [Paragraph, Paragraph, Paragraph]
    (led,) = blocks_of(["一、抓预防。要认真排查隐患。"])
    assert isinstance(led, Paragraph)
    assert (led.lead, plain(led.text)) == ("一、抓预防。", "要认真排查隐患。")


MEETING = {
    "date": "2026-03-02", "title": "党委会议", "kind": "党委会", "start": "15:00", "venue": "三楼会议室",
    "host": "顾川", "topic": "防汛工作", "recorder": "李四", "decisions": "同意。\n照办。",
    "items": ({"topic": "研究防汛。"}, {"topic": "研究救助"}),
    "attendance": (
        {"name": "顾川", "unit": "党委书记", "role": "出席", "present": "是"},
        {"name": "王五", "unit": "", "role": "列席", "present": ""},
        {"name": "赵六", "unit": "", "role": "出席", "present": "否"},
    ),
}  # fmt: skip


def test_minutes_pair_matters_with_decisions_and_list_the_people() -> None:
    paper = minutes(Source(MEETING, "青石镇", "青石镇党政办公室"))
    assert paper.head is not None
    assert paper.head.marks == ("青石镇党委会议纪要",)
    assert [plain(block.text) for block in paper.blocks if not isinstance(block, Listed)][1:] == [  # type: ignore[union-attr]
        "研究防汛", "同意。", "研究救助", "照办。",
    ]  # fmt: skip
    assert texts(paper)[0] == "2026年3月2日下午，顾川同志在三楼会议室主持召开党委会议，研究防汛工作。现纪要如下："
    lists = {block.label: plain(block.text) for block in paper.blocks if isinstance(block, Listed)}
    assert lists == {"出席": "党委书记　顾川", "请假": "赵六", "列席": "王五", "记录": "李四"}


@pytest.mark.parametrize("kind", OFFICIAL, ids=lambda kind: kind.key)
def test_every_paper_is_made_of_an_almost_empty_record(kind: Any) -> None:
    paper = kind.build(Source({"title": "题"}, "青石镇", "青石镇党政办公室"))
    assert (paper.head is None) is (kind.key == "notice"), "a notice of a meeting goes out on plain paper"
    assert any(
        "【" in text for text in [*texts(paper), *(plain(b.text) for b in paper.blocks if isinstance(b, Listed))]
    )
