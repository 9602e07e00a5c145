"""Figures of documents (公文) received and issued."""

from __future__ import annotations

from app.figures.conditions import (
    END,
    above,
    at_most,
    below,
    differs,
    either,
    empty,
    equals,
    filled,
    none_of,
    one_of,
)
from app.figures.declaring import change, count, last, listed, ratio
from app.figures.figure import Figure
from app.models.documents.incoming import Incoming
from app.models.documents.outgoing import Outgoing

TO_HANDLE = equals(Incoming.handling, "办件")
DONE = at_most(Incoming.done, END)

DOCUMENTS_INCOMING = Figure(
    "documents.incoming",
    "收文件数",
    unit="件",
    of=count(Incoming),
    dated=Incoming.received,
    by=(Incoming.sender, Incoming.kind, Incoming.office, Incoming.urgency, Incoming.secrecy),
)
DOCUMENTS_INCOMING_CLOSED = Figure(
    "documents.incoming_closed",
    "收文办结件数",
    unit="件",
    of=count(Incoming),
    where=(TO_HANDLE, DONE),
    dated=Incoming.received,
    by=(Incoming.office, Incoming.handler),
)
DOCUMENTS_INCOMING_TO_HANDLE = Figure(
    "documents.incoming_to_handle",
    "应办收文件数",
    unit="件",
    of=count(Incoming),
    where=TO_HANDLE,
    dated=Incoming.received,
    by=(Incoming.office, Incoming.handler),
)
DOCUMENTS_INCOMING_CLOSE_RATE = Figure(
    "documents.incoming_close_rate",
    "收文办结率",
    unit="%",
    of=ratio(DOCUMENTS_INCOMING_CLOSED, DOCUMENTS_INCOMING_TO_HANDLE),
)
DOCUMENTS_INCOMING_ON_TIME = Figure(
    "documents.incoming_on_time",
    "按期办结收文件数",
    unit="件",
    of=count(Incoming),
    where=(TO_HANDLE, DONE, either(empty(Incoming.due), at_most(Incoming.done, Incoming.due))),
    dated=Incoming.received,
    by=(Incoming.office, Incoming.handler),
)
DOCUMENTS_INCOMING_ON_TIME_RATE = Figure(
    "documents.incoming_on_time_rate",
    "收文按期办结率",
    unit="%",
    of=ratio(DOCUMENTS_INCOMING_ON_TIME, DOCUMENTS_INCOMING_TO_HANDLE),
)
DOCUMENTS_INCOMING_OVERDUE = Figure(
    "documents.incoming_overdue",
    "超期未办结收文件数",
    unit="件",
    of=count(Incoming),
    where=(TO_HANDLE, below(Incoming.due, END), either(empty(Incoming.done), above(Incoming.done, END))),
    dated=Incoming.received,
    by=(Incoming.office, Incoming.handler),
)
DOCUMENTS_INCOMING_NUMBERS = Figure(
    "documents.incoming_numbers",
    "来文字号",
    unit="号",
    of=listed(Incoming.doc_no),
    where=none_of(Incoming.secrecy, "秘密", "机密", "绝密"),
    dated=Incoming.received,
    by=(Incoming.title, Incoming.sender),
)

ISSUED = one_of(Outgoing.status, "已印发", "已归档")

DOCUMENTS_OUTGOING = Figure(
    "documents.outgoing",
    "发文件数",
    unit="件",
    of=count(Outgoing),
    where=ISSUED,
    dated=Outgoing.issued,
    by=(Outgoing.issuer, Outgoing.kind, Outgoing.category, Outgoing.office, Outgoing.code, Outgoing.direction),
)
DOCUMENTS_JOINT = Figure(
    "documents.joint",
    "党政联合发文件数",
    unit="件",
    of=count(Outgoing),
    where=(ISSUED, equals(Outgoing.issuer, "党政联合")),
    dated=Outgoing.issued,
)
DOCUMENTS_CHANGE = Figure("documents.change", "发文件数比上年增减件数", unit="件", of=change(DOCUMENTS_OUTGOING))
DOCUMENTS_JOINT_CHANGE = Figure(
    "documents.joint_change", "联合发文比上年增减件数", unit="件", of=change(DOCUMENTS_JOINT)
)
DOCUMENTS_NUMBERS = Figure(
    "documents.numbers",
    "发文字号",
    unit="号",
    of=listed(Outgoing.number),
    where=filled(Outgoing.serial),
    dated=Outgoing.issued,
    by=(Outgoing.title, Outgoing.kind, Outgoing.campaign),
)
DOCUMENTS_STAGE_DATE = Figure(
    "documents.stage_date",
    "阶段文件印发日期",
    unit="日",
    of=listed(Outgoing.issued),
    where=(filled(Outgoing.stage), differs(Outgoing.stage, "不涉及")),
    dated=Outgoing.issued,
    by=(Outgoing.stage, Outgoing.campaign),
)
DOCUMENTS_REPORT_DATE = Figure(
    "documents.report_date",
    "总结报告签署日期",
    unit="日",
    of=last(Outgoing.signed),
    where=equals(Outgoing.stage, "总结报告"),
    dated=Outgoing.signed,
    by=(Outgoing.title, Outgoing.campaign),
)
DOCUMENTS_ARCHIVED = Figure(
    "documents.archived",
    "归档文件件数",
    unit="件",
    of=count(Outgoing),
    dated=Outgoing.archived,
    by=(Outgoing.retention,),
)
