"""Paper forms, listed by hand in the order of the tabs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.reports.forms.diary_page import diary_page
from app.reports.forms.duty_log import duty_log
from app.reports.forms.duty_month import duty_month
from app.reports.forms.expense_slip import expense_slip
from app.reports.forms.grid import Form, FormValues
from app.reports.forms.incoming_slip import incoming_slip
from app.reports.forms.leave_slip import leave_slip
from app.reports.forms.meeting_record import meeting_record
from app.reports.forms.meeting_request import meeting_request
from app.reports.forms.name_cards import NameCards, name_cards
from app.reports.forms.opinion_sheet import opinion_sheet
from app.reports.forms.outgoing_draft import outgoing_draft
from app.reports.forms.petition_sheet import petition_sheet
from app.reports.forms.quarter_account import quarter_account
from app.reports.forms.reception_list import reception_list
from app.reports.forms.reception_request import reception_request
from app.reports.forms.seal_slip import seal_slip
from app.reports.forms.seating import Seating, seating
from app.reports.forms.sign_in import sign_in
from app.reports.forms.support_page import support_page
from app.reports.forms.three_public import three_public
from app.reports.forms.vehicle_slip import vehicle_slip
from app.reports.forms.visitor_sheet import visitor_sheet


@dataclass(frozen=True)
class FormKind:
    """One kind of form: key and name, the register whose records fill it, and the function that places its cells."""

    key: str
    label: str
    register: str
    build: Callable[[FormValues, str], Form]
    """Values by field key and the office's name → the form; no values give the empty form."""
    of: Literal["record", "month", "quarter", "quarter or year"] = "record"
    """Of what one form tells."""


@dataclass(frozen=True)
class CardKind:
    """Cards or a plan instead of a form: key and name, the register whose records fill them, what gathers the names."""

    key: str
    label: str
    register: str
    build: Callable[[FormValues, str], NameCards | Seating]
    of: Literal["record"] = "record"


FORMS: tuple[FormKind | CardKind, ...] = (
    FormKind("meeting_request", "会议申请审批单", "meeting", meeting_request),
    FormKind("sign_in", "会议签到表", "meeting", sign_in),
    FormKind("meeting_record", "会议记录", "meeting", meeting_record),
    CardKind("name_cards", "桌签", "meeting", name_cards),
    CardKind("seating", "座次图", "meeting", seating),
    FormKind("incoming_slip", "文件呈批单", "incoming", incoming_slip),
    FormKind("outgoing_draft", "发文稿纸", "outgoing", outgoing_draft),
    FormKind("seal_slip", "用印审批单", "seal", seal_slip),
    FormKind("diary_page", "民情日记", "visit", diary_page),
    FormKind("support_page", "帮扶手册页", "household", support_page),
    FormKind("opinion_sheet", "意见建议办理单", "opinion", opinion_sheet),
    FormKind("petition_sheet", "信访事项办理单", "petition", petition_sheet),
    FormKind("reception_request", "公务接待审批单", "reception", reception_request),
    FormKind("reception_list", "公务接待清单", "reception", reception_list),
    FormKind("visitor_sheet", "来访接待登记表", "visitor", visitor_sheet),
    FormKind("expense_slip", "经费支出审批单", "expense", expense_slip),
    FormKind("vehicle_slip", "派车单", "vehicle_use", vehicle_slip),
    FormKind("duty_log", "值班日志", "duty", duty_log),
    FormKind("duty_month", "值班表", "duty", duty_month, "month"),
    FormKind("three_public", "三公经费公开表", "expense", three_public, "quarter or year"),
    FormKind("quarter_account", "季度收支公布表", "expense", quarter_account, "quarter"),
    FormKind("leave_slip", "请假审批单", "leave", leave_slip),
)
GRIDS: tuple[FormKind, ...] = tuple(kind for kind in FORMS if isinstance(kind, FormKind))
"""The forms whose cells stand on a grid, which can be printed empty and over preprinted sheets."""
