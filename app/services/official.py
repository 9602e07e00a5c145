"""Official papers from records: red-head papers, letters and minutes, as Word or PDF by the ending of the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from app.models import BY_KEY
from app.models.documents.secrecy import SECRET
from app.models.register import Register, Values
from app.services.attachments import listing, open_copy
from app.services.desk import Desk
from app.services.masking import hidden, mask
from app.store.records import load
from app.store.surroundings import Office

if TYPE_CHECKING:
    from app.reports.document import Document

ENDINGS = (".docx", ".pdf")


class CannotMake(ValueError):
    """The paper cannot be made; the message is one Chinese sentence."""


def is_official(key: str) -> bool:
    """Whether this key or label is one of an official paper."""
    from app.reports.official import OFFICIAL

    return any(key in (kind.key, kind.label) for kind in OFFICIAL)


def document_of(desk: Desk, key: str, record: int) -> Document:
    """The paper of a record as a document; CannotMake where the record has none."""
    from app.reports.official import OFFICIAL

    kind = next(kind for kind in OFFICIAL if key in (kind.key, kind.label))
    register = BY_KEY[kind.register]
    with desk.store.read() as connection:
        values = load(connection, register, [record]).get(record)
        if values is None:
            raise CannotMake(
                f"{register.label}里没有编号为 {record} 的记录，请选一条{register.label}记录再做{kind.label}。"
            )
        if values.get("secrecy") in SECRET:
            raise CannotMake("涉密件不在本机制作，请按保密规定在涉密计算机上办理。")
        office = Office(connection, desk.today())
        shown = _shown(desk, connection, register, values, office, record)
        town, own = (str(office.settings.get(name) or "") for name in ("town", "office"))
    from app.reports.official.source import Source

    return kind.build(Source(shown, town, own or town, _lines(desk, register, values, record)))


def write(desk: Desk, key: str, record: int, path: Path, overprint: bool = False) -> None:
    """Writes the paper of a record as .docx or .pdf; OSError where the place cannot be written.

    ``overprint``: for paper with a printed red head (套打), of which the head and its red rule are left out.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise CannotMake(f"「{path.name}」的扩展名应为 .docx 或 .pdf，请改一下文件名。")
    if overprint and ending != ".pdf":
        raise CannotMake("套打只能印成 PDF，请把文件名的扩展名改为 .pdf，或不选套打。")
    document = document_of(desk, key, record)
    if ending == ".pdf":
        from app.reports.render.pdf_document import write_pdf

        write_pdf(document, path, red=not overprint)
    else:
        from app.reports.render.word import write_word

        write_word(document, path)


def _shown(
    desk: Desk, connection: Connection, register: Register, values: Values, office: Office, record: int
) -> dict[str, Any]:
    from app.services.paper import form_values

    told = dict(form_values(connection, register, mask(desk, register, values, record), office, record))
    if phone := office.value_of("staff", values.get("drafter"), "phone"):
        told["drafter_phone"] = phone
    return told


def _lines(desk: Desk, register: Register, values: Values, record: int) -> tuple[str, ...]:
    """The paragraphs of the record's text, else of its first Word file; none of a record that is hidden."""
    if hidden(desk, register, values, record):
        return ()
    if text := values.get("text"):
        return tuple(str(text).splitlines())
    from app.papers.layout import read_layout
    from app.papers.package import NotAPaper, open_package

    for file in listing(desk, register, record):
        if file.name.lower().endswith(".docx"):
            try:
                paper = read_layout(open_package(open_copy(desk, file.id)))
            except NotAPaper as error:
                raise CannotMake(f"附件「{file.name}」读不出来，没有做成：{error}") from error
            return tuple(each.text for each in paper.paragraphs if not each.in_table)
    return ()
