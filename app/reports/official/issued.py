"""A record of 发文 as a red-head paper (7.2 to 7.4) or as a letter (信函格式, 10.1)."""

from __future__ import annotations

from dataclasses import replace

from app.reports.document import Block, Document, Head, Imprint, Paragraph
from app.reports.official.source import TO_WRITE, Source
from app.reports.official.text import annexes_of, blocks_of, own_lines, salutation_of

WITHOUT_SALUTATION = ("公告", "通告", "公报", "决议", "命令(令)")
URGENCIES = ("加急", "特急")
OPENNESS = {"主动公开": "（此件主动公开）", "依申请公开": "（此件依申请公开）", "不予公开": "（此件不予公开）"}
NO_NUMBER = "　　"
"""Room for the serial number where the paper has none yet."""


def red_head(source: Source) -> Document:
    """The paper with 文件 after the office's name; 纪要 of the office have their own head."""
    if source.text("kind") == "纪要":
        return _minutes_paper(source)
    upward = source.text("direction") == "上行文"
    head = Head(
        source.issuers(),
        "文件",
        _number(source),
        signer=(source.text("signer") or "　　　") if upward else "",
        corner=_corner(source),
    )
    imprint = Imprint(_listed(source.text("cc")), source.office, source.day("issued"))
    return _paper(source, head, imprint)


def letter(source: Source) -> Document:
    """The same record in the format of a letter: its name without 文件, nothing of its printing in the imprint."""
    head = Head(source.issuers()[:1], "", _number(source), kind="letter", corner=_corner(source))
    return _paper(source, head, Imprint(_listed(source.text("cc"))))


def _minutes_paper(source: Source) -> Document:
    """纪要 are addressed to nobody and not sealed (10.3)."""
    head = Head((f"{source.issuers()[0]}会议纪要",), "", _number(source), kind="minutes")
    imprint = Imprint(_listed(source.text("cc") or source.text("to")), source.office, source.day("issued"))
    document = _paper(source, head, imprint)
    blocks = tuple(each for each in document.blocks if not (isinstance(each, Paragraph) and each.role == "salutation"))
    return replace(document, blocks=blocks, signature="", signed=None, sealed=False, note="")


def _paper(source: Source, head: Head, imprint: Imprint) -> Document:
    issuers = source.issuers()
    lines = own_lines(source.lines, source.text("title"), issuers)
    given = "" if source.text("kind") in WITHOUT_SALUTATION else _listed(source.text("to"))
    to, lines = salutation_of(lines, given)
    enclosed, lines = annexes_of(lines)
    blocks: tuple[Block, ...] = blocks_of(lines) or (Paragraph((TO_WRITE,)),)
    if to:
        blocks = (Paragraph((f"{to}：",), "salutation"), *blocks)
    return Document(
        (source.text("title"),),
        blocks,
        signature="　　".join(issuers if head.kind == "paper" else issuers[:1]),
        signed=source.day("signed") or source.day("issued"),
        head=head,
        imprint=imprint,
        sealed=True,
        note=_note(source),
        enclosed=enclosed,
    )


def _number(source: Source) -> str:
    """发文字号; with room for its serial before the paper is signed."""
    return source.text("number") or f"{source.text('code')}〔{source.text('year')}〕{NO_NUMBER}号"


def _corner(source: Source) -> tuple[tuple[str, bool], ...]:
    """紧急程度; 份号 is printed on secret papers only, which are not made here."""
    urgency = source.text("urgency")
    return ((urgency, True),) if urgency in URGENCIES else ()


def _listed(offices: str) -> str:
    """Names of offices as they are written after 主送 and 抄送, parted by commas."""
    return offices.strip().rstrip("。：:")


def _note(source: Source) -> str:
    """附注: whom a 请示 may be asked about, else how open the paper is."""
    if source.text("kind") == "请示" and source.text("drafter"):
        phone = source.text("drafter_phone")
        return f"（联系人：{source.text('drafter')}{f'，联系电话：{phone}' if phone else ''}）"
    return OPENNESS.get(source.text("openness"), "")
