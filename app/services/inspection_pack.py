"""一键迎检包: a topic and a period as one PDF: cover and contents, registers as books, forms, attachments."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from app.models import BY_KEY
from app.models.register import Register
from app.reports.registers import period_line, title_of
from app.reports.sheet import Sheet, SheetColumn, SheetRow
from app.services import attachments, books, paper
from app.services.desk import Desk
from app.services.exporting import Cancelled, Progress, Stopped
from app.services.listing import Wanted, all_ids
from app.services.printed_lists import print_sheet


@dataclass(frozen=True)
class Topic:
    """What an inspection asks for: registers in their order, and the forms printed of each record."""

    key: str
    label: str
    registers: tuple[str, ...]
    forms: tuple[str, ...] = ()


TOPICS = (
    Topic("reception", "公务接待", ("reception",), ("reception_request", "reception_list")),
    Topic("three_public", "三公经费", ("budget", "expense", "reception", "vehicle", "vehicle_use", "outing")),
    Topic("accounts", "经费收支与公开", ("budget", "income", "expense", "disclosure"), ("expense_slip",)),
    Topic("meetings", "会议管理", ("meeting",), ("sign_in", "meeting_record")),
    Topic("documents", "公文与用印", ("incoming", "outgoing", "seal", "certificate"), ("seal_slip",)),
    Topic("leave", "请销假与值班", ("leave", "duty", "outing"), ("leave_slip",)),
    Topic("study", "学习培训", ("study", "training")),
    Topic("visits", "下村走访与结对帮扶", ("visit", "household", "assistance"), ("support_page",)),
    Topic("opinions", "意见建议办理", ("opinion", "problem"), ("opinion_sheet",)),
    Topic("petitions", "信访与接访", ("petition", "visitor", "reception_day"), ("petition_sheet", "visitor_sheet")),
    Topic("projects", "惠民实事与项目", ("project", "disclosure")),
    Topic("conduct", "作风建设", ("inspection", "problem", "violation", "zero_report", "pledge")),
)
"""Registers stand in the order in which an inspector reads them."""
BY_TOPIC = {topic.key: topic for topic in TOPICS}


class NothingToShow(ValueError):
    """The topic has no record in the period; the message is one Chinese sentence."""


@dataclass(frozen=True)
class Asked:
    """Which topic, of which days, and whether forms and attachments are bound in."""

    topic: str
    start: date
    end: date
    with_forms: bool = True
    with_files: bool = True


@dataclass
class _Part:
    """One part of the pack: what the contents say of it, and its file."""

    title: str
    note: str
    path: Path
    pages: int


@dataclass
class _Pack:
    """The parts as they are made."""

    folder: Path
    parts: list[_Part] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    """Files that cannot be bound in: they are named in the contents."""

    def next_path(self) -> Path:
        """Where the next part goes."""
        return self.folder / f"{len(self.parts) + 1}.pdf"


def write_pack(
    desk: Desk, asked: Asked, out: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> int:
    """Writes the pack; its number of pages. NothingToShow, Stopped, or what a part refuses; then no file is left."""
    from app.reports.render.joining import join

    topic = BY_TOPIC[asked.topic]
    with tempfile.TemporaryDirectory(prefix="taizhang-pack-") as folder:
        pack = _Pack(Path(folder))
        works = list(_works(desk, asked, topic, pack))
        for number, work in enumerate(works, 1):
            if cancelled is not None and cancelled():
                raise Stopped
            work()
            if progress is not None:
                progress(number, len(works) + 1)
        if not pack.parts:
            span = period_line(asked.start, asked.end)
            raise NothingToShow(f"{span}「{topic.label}」没有登记，没有可以打包的材料；请换一个主题或期间。")
        front = pack.folder / "front.pdf"
        print_sheet(_contents(desk, asked, topic, pack, 1), front)
        pages = _page_count(front)
        print_sheet(_contents(desk, asked, topic, pack, pages), front)
        whole = [front, *(part.path for part in pack.parts)]
        return join(whole, out, lambda number, count: f"迎检材料 第 {number} 页 共 {count} 页")


def _page_count(path: Path) -> int:
    from app.reports.render.pictures import page_count

    return page_count(path)


def _works(desk: Desk, asked: Asked, topic: Topic, pack: _Pack) -> Iterator[Callable[[], None]]:
    """What is to be made, part by part; a register without records has none."""
    for key in topic.registers:
        register = BY_KEY[key]
        wanted = _wanted(register, asked)
        ids = [int(record) for record in all_ids(desk, wanted)]
        if not ids:
            continue
        yield partial(_add_book, desk, register, wanted, len(ids), pack)
        for form in topic.forms if asked.with_forms else ():
            kind = paper.form_of(form)
            if kind.register == key:
                yield partial(_add_forms, desk, kind.key, kind.label, ids, pack)
        for record in ids if asked.with_files else ():
            yield partial(_add_files, desk, register, record, pack)


def _wanted(register: Register, asked: Asked) -> Wanted:
    """The records of the days asked for; all of a register that is not dated."""
    if not register.dated_key:
        return Wanted(register.key, descending=False)
    return Wanted(register.key, start=asked.start, end=asked.end, descending=False)


def _add_book(desk: Desk, register: Register, wanted: Wanted, count: int, pack: _Pack) -> None:
    path = pack.next_path()
    printed = books.print_register(desk, wanted, path)
    pack.parts.append(_Part(title_of(register), f"{count} 条", path, printed.pages))


def _add_forms(desk: Desk, form: str, label: str, ids: list[int], pack: _Pack) -> None:
    path = pack.next_path()
    paper.print_form(desk, form, ids, path)
    pack.parts.append(_Part(label, f"{len(ids)} 份", path, _page_count(path)))


def _add_files(desk: Desk, register: Register, record: int, pack: _Pack) -> None:
    """The files of one record that are pages; the others are named."""
    from app.reports.render.joining import is_picture, picture_page
    from app.reports.render.pictures import NotAPdf

    for file in attachments.listing(desk, register, record):
        path = pack.next_path()
        try:
            copy = attachments.open_copy(desk, file.id)
            if is_picture(file.name):
                picture_page(copy, path, file.name)
            elif file.name.lower().endswith(".pdf"):
                path.write_bytes(copy.read_bytes())
            else:
                raise NotAPdf("")
            pack.parts.append(_Part(f"附件：{file.name}", register.label, path, _page_count(path)))
        except (NotAPdf, attachments.CannotAttach):
            path.unlink(missing_ok=True)
            pack.apart.append(f"附件：{file.name}（{register.label}）")


CONTENTS = (
    SheetColumn("序号", 0.5, "center"),
    SheetColumn("材料", 4.0),
    SheetColumn("说明", 1.4, "center"),
    SheetColumn("页码", 1.0, "center"),
)


def _contents(desk: Desk, asked: Asked, topic: Topic, pack: _Pack, front: int) -> Sheet:
    """目录: each part with the page on which it begins; what could not be bound in at the end."""
    rows, page = [], front + 1
    for number, part in enumerate(pack.parts, 1):
        last = page + part.pages - 1
        told = f"{page}" if last == page else f"{page}—{last}"
        rows.append(SheetRow((str(number), part.title, part.note, told)))
        page = last + 1
    rows += [SheetRow((str(len(pack.parts) + at), name, "另附", "")) for at, name in enumerate(pack.apart, 1)]
    settings = {key: str(desk.setting(key, "") or "") for key in ("office", "maker", "checker")}
    return Sheet(
        title=f"{topic.label}迎检材料目录",
        columns=CONTENTS,
        rows=rows,
        unit_line=f"单位：{settings['office']}" if settings["office"] else "",
        period_line=period_line(asked.start, asked.end),
        landscape=False,
        maker=settings["maker"],
        checker=settings["checker"],
    )
