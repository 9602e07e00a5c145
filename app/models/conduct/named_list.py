"""Named lists (专项清单)."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from app.models.base import Day, Line, Record, Row, Whole, YesNo, parent, rows_of
from app.models.register import Field, Register, Section, Surroundings, Values


class NamedList(Record):
    """One list with its parts, such as a motto or the items of a self-check."""

    __tablename__ = "named_list"

    year: Mapped[Whole]
    name: Mapped[Line]
    measure_word: Mapped[Line | None]
    announced: Mapped[Whole | None]
    size: Mapped[Whole | None]
    scope: Mapped[Line | None]
    ended: Mapped[Day | None]
    parts: Mapped[list[NamedListPart]] = rows_of("NamedListPart")


class NamedListPart(Row):
    """One row of 分项."""

    __tablename__ = "named_list_parts"

    named_list_id: Mapped[int] = parent("named_list")
    order: Mapped[Whole]
    text: Mapped[Line]
    conclusion: Mapped[Line | None]
    done: Mapped[YesNo | None]


def work_out(values: Values, around: Surroundings) -> None:
    """项数 counts the rows of 分项."""
    values["size"] = len(values.get("parts") or ())


NAMED_LIST = Register(
    NamedList,
    key="named_list",
    label="专项清单",
    title=NamedList.name,
    sections=(
        Section(
            "清单",
            (
                Field(NamedList.year, "年度", listed=True),
                Field(NamedList.name, "清单名称", listed=True, searched=True),
                Field(NamedList.measure_word, "量词", listed=True),
                Field(NamedList.announced, "宣布数", listed=True),
                Field(NamedList.size, "项数", listed=True, auto=True),
                Field(NamedList.scope, "适用范围", listed=True, searched=True),
                Field(NamedList.ended, "停用日期", listed=True),
                Field(
                    NamedList.parts,
                    "分项",
                    columns=(
                        Field(NamedListPart.order, "顺序"),
                        Field(NamedListPart.text, "内容"),
                        Field(NamedListPart.conclusion, "落实或自查结论"),
                        Field(NamedListPart.done, "已完成"),
                    ),
                ),
            ),
        ),
    ),
    dated=NamedList.year,
    purpose="登记「三项建设」这类有名目、有分项的提法和自查项目，总结里的项数从这里来。",
    work_out=work_out,
)
