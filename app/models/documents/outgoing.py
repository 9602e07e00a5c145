"""Documents issued (发文)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Prose, Record, Whole, YesNo, choice, link, people_of, several
from app.models.documents.secrecy import SECRET, secret_misfits
from app.models.register import Field, Misfit, Numbered, Register, Section, Surroundings, Values

if TYPE_CHECKING:
    from app.models.documents.incoming import Incoming
    from app.models.people.office import Office
    from app.models.people.staff import Staff

OUTGOING_COUNTERSIGNERS = people_of("outgoing", "countersigners")


class Outgoing(Record):
    """One paper of the office; its number is taken when it is signed."""

    __tablename__ = "outgoing"

    issued: Mapped[Day | None]
    number: Mapped[Line | None]
    title: Mapped[Line]
    kind: Mapped[str] = choice(
        "决议",
        "决定",
        "命令(令)",
        "公报",
        "公告",
        "通告",
        "意见",
        "通知",
        "通报",
        "报告",
        "请示",
        "批复",
        "议案",
        "函",
        "纪要",
        "其他",
    )
    issuer: Mapped[str] = choice("党委", "政府", "党政联合", "党政办", "人大", "其他")
    secrecy: Mapped[str | None] = choice("无", "内部", "秘密", "机密", "绝密")
    copies: Mapped[Whole | None]
    to: Mapped[Line | None]
    cc: Mapped[Line | None]
    drafter_id: Mapped[int | None] = link("staff")
    signer_id: Mapped[int | None] = link("staff")
    receipt: Mapped[Line | None]
    archive_no: Mapped[Line | None]
    status: Mapped[str] = choice("拟稿", "核稿", "会签", "签发", "已印发", "已归档", "撤销")
    code: Mapped[Line]
    year: Mapped[Whole]
    serial: Mapped[Whole | None]
    paper_book: Mapped[Line | None]
    direction: Mapped[str] = choice("上行文", "下行文", "平行文")
    category: Mapped[str] = choice("一般性文件", "业务性文件", "汇报材料")
    stage: Mapped[str | None] = choice("不涉及", "实施意见", "整改措施", "实施方案", "测评方案", "总结报告")
    office_id: Mapped[int | None] = link("office")
    drafted: Mapped[Day | None]
    checker_id: Mapped[int | None] = link("staff")
    checked: Mapped[Day | None]
    charge_leader_id: Mapped[int | None] = link("staff")
    charge_signed: Mapped[Day | None]
    signed: Mapped[Day | None]
    urgency: Mapped[str | None] = choice("平件", "加急", "特急")
    openness: Mapped[str | None] = choice("主动公开", "依申请公开", "不予公开")
    covered: Mapped[YesNo | None]
    necessity: Mapped[Line | None]
    single_matter: Mapped[YesNo | None]
    tables: Mapped[Whole | None]
    text: Mapped[Prose | None]
    characters: Mapped[Whole | None]
    stated_characters: Mapped[Whole | None]
    reply_to_id: Mapped[int | None] = link("incoming")
    printer: Mapped[Line | None]
    withdrawn: Mapped[Line | None]
    archived: Mapped[Day | None]
    retention: Mapped[str | None] = choice("永久", "30年", "10年")
    drafter: Mapped[Staff | None] = relationship(foreign_keys=[drafter_id])
    signer: Mapped[Staff | None] = relationship(foreign_keys=[signer_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    checker: Mapped[Staff | None] = relationship(foreign_keys=[checker_id])
    countersigners: Mapped[list[Staff]] = several(OUTGOING_COUNTERSIGNERS)
    charge_leader: Mapped[Staff | None] = relationship(foreign_keys=[charge_leader_id])
    reply_to: Mapped[Incoming | None] = relationship(foreign_keys=[reply_to_id])


NUMBERED = ("签发", "已印发", "已归档")
"""States in which a paper has its number."""


def work_out(values: Values, around: Surroundings) -> None:
    """发文字号 is 机关代字〔发文年度〕顺序号号 (GB/T 9704-2012 7.2.5); 字数 counts 正文 without white space."""
    serial = values.get("serial")
    values["number"] = f"{values.get('code')}〔{values.get('year')}〕{serial}号" if serial else None
    text = values.get("text")
    values["characters"] = sum(not c.isspace() for c in text) if text else None


def numbers(values: Values) -> Iterator[Numbered]:
    """顺序号 runs 1…n for each 机关代字 and 发文年度, and is taken when the paper is signed."""
    if values.get("status") in NUMBERED or values.get("serial"):
        yield "serial", f"outgoing:{values['code']}", values["year"]


def check(values: Values) -> Iterator[Misfit]:
    """A secret paper leaves only a pointer to the paper book (保守国家秘密法 第31条)."""
    if values.get("secrecy") in SECRET:
        yield from secret_misfits(values, ("text", "to"))
    if values.get("serial") is not None and values["serial"] < 1:
        yield "serial", "顺序号从 1 开始，请检查。"


OUTGOING = Register(
    Outgoing,
    key="outgoing",
    label="发文",
    title=Outgoing.title,
    sections=(
        Section(
            "发文登记",
            (
                Field(Outgoing.issued, "印发日期", listed=True),
                Field(Outgoing.number, "发文字号", listed=True, searched=True, auto=True),
                Field(Outgoing.title, "标题", listed=True, searched=True),
                Field(Outgoing.kind, "文种", listed=True),
                Field(Outgoing.issuer, "发文名义", listed=True),
                Field(Outgoing.secrecy, "密级", listed=True),
                Field(Outgoing.copies, "印发份数", listed=True),
                Field(Outgoing.to, "主送机关", help="多个机关用、隔开", listed=True, searched=True),
                Field(Outgoing.cc, "抄送机关", listed=True),
                Field(Outgoing.drafter, "拟稿人", listed=True),
                Field(Outgoing.signer, "签发人", listed=True),
                Field(Outgoing.receipt, "签收人", listed=True),
                Field(Outgoing.archive_no, "归档号", listed=True, searched=True),
                Field(Outgoing.status, "状态", listed=True),
            ),
        ),
        Section(
            "文号与类别",
            (
                Field(Outgoing.code, "机关代字", help="如 青政发"),
                Field(Outgoing.year, "发文年度"),
                Field(Outgoing.serial, "顺序号", help="签发时自动取号，一般不用填"),
                Field(Outgoing.paper_book, "纸质登记簿页号"),
                Field(Outgoing.direction, "行文方向"),
                Field(Outgoing.category, "文稿类别", help="一般性文件不超过2000字，汇报材料不超过3000字"),
                Field(Outgoing.stage, "阶段文件"),
            ),
        ),
        Section(
            "拟稿与审签",
            (
                Field(Outgoing.office, "拟稿机构"),
                Field(Outgoing.drafted, "拟稿日期"),
                Field(Outgoing.checker, "核稿人"),
                Field(Outgoing.checked, "核稿日期"),
                Field(Outgoing.countersigners, "会签人"),
                Field(Outgoing.charge_leader, "分管领导"),
                Field(Outgoing.charge_signed, "分管领导审签日期"),
                Field(Outgoing.signed, "签发日期"),
            ),
        ),
        Section(
            "必要性与公开",
            (
                Field(Outgoing.urgency, "紧急程度"),
                Field(Outgoing.openness, "公开属性"),
                Field(Outgoing.covered, "上级已有明文规定"),
                Field(Outgoing.necessity, "发文必要性"),
                Field(Outgoing.single_matter, "一文一事"),
                Field(Outgoing.tables, "数据表格数"),
            ),
        ),
        Section(
            "正文",
            (
                Field(Outgoing.text, "正文", searched=True),
                Field(Outgoing.characters, "字数", unit="字", auto=True),
                Field(Outgoing.stated_characters, "纸质文稿字数", unit="字"),
            ),
        ),
        Section(
            "印制与归档",
            (
                Field(Outgoing.reply_to, "答复来文"),
                Field(Outgoing.printer, "印制校对"),
                Field(Outgoing.withdrawn, "撤销原因"),
                Field(Outgoing.archived, "归档日期"),
                Field(Outgoing.retention, "保管期限"),
            ),
        ),
    ),
    dated=Outgoing.issued,
    landscape=True,
    also_dated=(Outgoing.signed, Outgoing.archived),
    purpose="登记拟稿、核稿、签发、编号和印发，发文字号按机关代字和年度自动编排，作废的号保留。",
    work_out=work_out,
    check=check,
    numbers=numbers,
)
