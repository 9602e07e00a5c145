"""Limits on the number of a paper (发文字号), on secret papers and on garbled text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import select

from app.models.documents.incoming import Incoming
from app.models.documents.outgoing import Outgoing
from app.models.documents.secrecy import MARKS, SECRET, secret_misfits
from app.rules.rule import Names, Remark, Standing, broken, fields, over_year, rule, told
from app.rules.scope import Scope
from app.rules.texts import garbled
from app.rules.views import View, as_values, fetch
from app.store.tables import Counter

BRACKETS = re.compile(r"[\[\]【】〔〕()（）第]")


@rule(
    "documents.number_format",
    told(
        "党政机关公文格式 7.2.5",
        "stop",
        "必须",
        "发文字号",
        "发文字号为机关代字〔年份〕顺序号，年份四位，不加第，不编虚位。",
        source="GB/T 9704-2012",
    ),
    fields(Outgoing.number, Outgoing.code, Outgoing.year, Outgoing.serial),
)
def numbers_are_written_as_the_standard_says(paper: View, scope: Scope) -> Iterator[Remark]:
    """机关代字〔年份〕顺序号号: four digits of the year, no 第, no padding (GB/T 9704-2012 7.2.5)."""
    if paper.code and BRACKETS.search(paper.code):
        yield broken(f"机关代字「{paper.code}」里有括号或「第」字", "只填代字，如 青政发", "code")
    elif paper.year is not None and not 1949 <= paper.year <= 9999:
        yield broken(f"发文年度「{paper.year}」不是四位年份", "请填写四位年份", "year")
    elif paper.serial is not None and paper.number:
        right = f"{paper.code}〔{paper.year}〕{paper.serial}号"
        if paper.number != right:
            yield broken(f"发文字号「{paper.number}」的写法不对", f"应为{right}", "serial")


@over_year(
    "documents.number_series",
    told(
        "党政机关公文处理工作条例 第25条",
        "stop",
        "必须",
        "发文字号",
        "同一代字同一年度的发文字号连续，不重号、不跳号，撤销的号保留。",
        source="中办发〔2012〕14号",
        per="year",
    ),
    fields(
        Outgoing.code,
        Outgoing.year,
        Outgoing.serial,
        Outgoing.status,
        Outgoing.withdrawn,
        Outgoing.number,
        Outgoing.issued,
        Outgoing.signed,
        Outgoing.title,
    ),
    typed=("outgoing",),
)
def numbers_run_without_gap_or_repeat(scope: Scope) -> Iterator[Standing]:
    """Within a code and a year the numbers run from the first one, each once; a void one stays with its reason."""
    hand = scope.hand.view if scope.hand else None
    if hand is not None and (hand.code is None or hand.year is None or hand.serial is None):
        return
    year, asked = (scope.year, ()) if hand is None else (hand.year, (Outgoing.code == hand.code,))
    keys = ("code", "year", "serial", "status", "withdrawn", "number", "issued", "signed", "title")
    stored = fetch(scope.connection, "outgoing", keys, Outgoing.year == year, Outgoing.serial.is_not(None), *asked)
    there = [paper for paper in stored if (paper.issued or paper.signed or scope.day) <= scope.day]
    if hand is not None:
        there = [paper for paper in stored if paper.id != hand.id] + [hand]
    by_code: dict[str, list[View]] = {}
    for paper in there:
        by_code.setdefault(paper.code, []).append(paper)
    for code, papers in by_code.items():
        yield from series_standings(scope, code, papers)


def series_standings(scope: Scope, code: str, papers: list[View]) -> Iterator[Standing]:
    """Numbers given twice, numbers left out, and void ones without a reason, of one series."""
    hand = scope.hand.view if scope.hand else None
    by_number: dict[int, list[View]] = {}
    for paper in papers:
        by_number.setdefault(paper.serial, []).append(paper)
        if paper.status == "撤销" and not paper.withdrawn and hand in (None, paper):
            what = f"{paper.number}已撤销，没有写明撤销原因"
            void = (("outgoing", paper.id),)
            yield Standing(str(paper.number), str(paper.year), "broken", what, "请补填", 1, None, void, "withdrawn")
    for number, same in by_number.items():
        if len(same) > 1 and (hand is None or hand in same):
            called = f"{code}〔{same[0].year}〕{number}号"
            own = tuple(("outgoing", paper.id) for paper in same)
            what, year = f"{called}有{len(same)}份文件，重号", str(same[0].year)
            yield Standing(called, year, "broken", what, "请改号", len(same), None, own, "serial")
    if hand is None:
        first = first_number(scope, code)
        missing = [number for number in range(first, max(by_number)) if number not in by_number]
        if missing:
            named = "、".join(f"{number}号" for number in missing[:10]) + ("等" if len(missing) > 10 else "")
            what = f"{code}〔{scope.year}〕缺{named}，共跳{len(missing)}个号"
            do = "请补登记，作废的号登记为撤销并写明原因"
            yield Standing(code, str(scope.year), "broken", what, do, len(missing), kind="warn")
    yield Standing(code, str(scope.year), "met", value=0)


def first_number(scope: Scope, code: str) -> int:
    """Where the office began a series (起始号); 1 unless it started in mid-year."""
    asked = select(Counter.next).where(Counter.series == f"first:outgoing:{code}", Counter.year == scope.year)
    return scope.connection.execute(asked).scalar() or 1


@rule(
    "secrecy.gate",
    told(
        "保守国家秘密法 第31条",
        "stop",
        "禁止",
        "涉密文件",
        "国家秘密不得在本机存储处理，涉密件只登记纸质登记簿页号。",
        source="2024年修订",
    ),
    fields(
        Incoming.secrecy,
        Incoming.title,
        Incoming.paper_book,
        Incoming.doc_no,
        Incoming.proposal,
        Incoming.instruction,
        Incoming.result,
        Outgoing.secrecy,
        Outgoing.title,
        Outgoing.paper_book,
        Outgoing.text,
        Outgoing.to,
    ),
    where=Incoming.secrecy.in_(SECRET),
    overridable=False,
)
def secret_papers_leave_only_a_pointer(paper: View, scope: Scope, *, words: Names = MARKS) -> Iterator[Remark]:
    """A secret paper is only the page of the paper book here (保守国家秘密法 第31条)."""
    yield from secret_remarks(paper, ("doc_no", "proposal", "instruction", "result"))


@secret_papers_leave_only_a_pointer.also(
    fields(Outgoing.secrecy, Outgoing.title, Outgoing.paper_book, Outgoing.text, Outgoing.to),
    where=Outgoing.secrecy.in_(SECRET),
)
def secret_papers_issued_leave_only_a_pointer(paper: View, scope: Scope) -> Iterator[Remark]:
    """The same for papers of the office."""
    yield from secret_remarks(paper, ("text", "to"))


def secret_remarks(paper: View, forbidden: Names) -> Iterator[Remark]:
    """What a secret record holds that it may not, or lacks."""
    if paper.secrecy in SECRET:
        for key, said in secret_misfits(as_values(paper), forbidden):
            yield broken(said.rstrip("。"), "", key)


@rule(
    "report.no_garble",
    told("群众路线自查 三", "stop", "必须", "总结文本", "材料中无乱码和残缺日期。", seed="004"),
    fields(Outgoing.text),
    where=Outgoing.text.is_not(None),
)
def texts_are_whole(paper: View, scope: Scope) -> Iterator[Remark]:
    """No replacement character, no broken date, no pinyin in brackets, no number left blank."""
    for place, wrong in garbled(paper.text or ""):
        yield broken(f"正文有{wrong}：「{place}」", "请改正", "text")
