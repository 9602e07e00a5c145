"""Commands that write paper: summaries, printed registers, forms, and the examination of Word files."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.answers import DONE, FOUND, BadInput, print_json, print_table, say
from app.cli.register_commands import day_of, unmask
from app.services.desk import Desk, register_of
from app.services.listing import Wanted


def summaries(folder: Path, asked: argparse.Namespace) -> int:
    """The styles of summaries."""
    from app.services import summaries as service

    styles = service.styles()
    if asked.json:
        print_json([{"key": style.key, "name": style.name} for style in styles])
    else:
        print_table(("样式", "名称"), [(style.key, style.name) for style in styles])
    return DONE


def summary(desk: Desk, asked: argparse.Namespace) -> int:
    """A summary as Word, and as PDF and with its table of sources where asked."""
    from app.services import summaries as service

    pdf, sources = (Path(each) if each else None for each in (asked.pdf, asked.sources))
    written = service.write(desk, asked.style, asked.year, Path(asked.out), pdf, sources, asked.annex)
    if asked.json:
        print_json(service.told(written))
    else:
        say(f"已写成「{asked.out}」，{written.characters} 字，用到数字 {len(written.figures)} 个。")
        for sentence in written.dropped:
            say(f"因缺少数据没有写：{sentence}")
        for remark in written.remarks:
            say(f"{remark.place}：{remark.text}（{remark.clause}）")
    return DONE


def print_book(desk: Desk, asked: argparse.Namespace) -> int:
    """A register as a PDF like the office's bound book."""
    from app.services import paper

    register = register_of(asked.register)
    wanted = Wanted(register.key, "", day_of(asked.start), day_of(asked.end), descending=False)
    unmask(desk, register, wanted, asked.unmask)
    pages = paper.print_register(desk, wanted, Path(asked.out), rows=_rows(asked.rows))
    say(f"已印成「{asked.out}」，共 {pages} 页。")
    return DONE


def _rows(told: str | None) -> tuple[int, int] | None:
    if told is None:
        return None
    first, _, last = told.partition("-")
    if not first.isdecimal() or not (last or first).isdecimal() or not 1 <= int(first) <= int(last or first):
        raise BadInput(f"「{told}」应写成 起-止，如 1-30。")
    return int(first), int(last or first)


def forms(folder: Path, asked: argparse.Namespace) -> int:
    """The paper forms."""
    from app.services import paper

    found = paper.all_forms()
    if asked.json:
        print_json([{"key": form.key, "label": form.label, "register": form.register} for form in found])
    else:
        print_table(("表单", "名称", "登记簿"), [(form.key, form.label, form.register) for form in found])
    return DONE


def form(desk: Desk, asked: argparse.Namespace) -> int:
    """One form for one record, an empty one for id 0; an official paper as Word or PDF by the file's ending."""
    from app.services import paper

    paper.print_form(desk, asked.key, [asked.id] if asked.id else [], Path(asked.out))
    say(f"已存为「{asked.out}」。" if asked.out.lower().endswith(".docx") else f"已印成「{asked.out}」。")
    return DONE


def lint(folder: Path, asked: argparse.Namespace) -> int:
    """公文体检 of any Word file; status 1 where something is found."""
    from app.services import paper

    remarks = paper.examined(Path(asked.file))
    if asked.json:
        print_json([{"place": each.place, "clause": each.clause, "text": each.text} for each in remarks])
    else:
        say(f"发现 {len(remarks)} 处。" if remarks else "没有发现问题。")
        for each in remarks:
            say(f"{each.place}：{each.text}（{each.clause}）")
    return FOUND if remarks else DONE
