"""Paper forms of one record each, listed by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.reports.forms.grid import Form, FormValues
from app.reports.forms.leave_slip import leave_slip
from app.reports.forms.reception_list import reception_list


@dataclass(frozen=True)
class FormKind:
    """One kind of form: key and name, the register whose records fill it, and the function that places its cells."""

    key: str
    label: str
    register: str
    build: Callable[[FormValues, str], Form]
    """Values by field key and the office's name → the form; no values give the empty form."""


FORMS: tuple[FormKind, ...] = (
    FormKind("leave_slip", "请假审批单", "leave", leave_slip),
    FormKind("reception_list", "公务接待清单", "reception", reception_list),
)
