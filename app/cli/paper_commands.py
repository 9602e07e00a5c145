"""Commands that write paper: summaries, printed registers, forms, and the examination of Word files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from app.cli.answers import DONE, FOUND, BadInput, complain, print_json, print_table, say
from app.cli.register_commands import day_of, unmask
from app.papers.remarks import Remark
from app.services.desk import Desk, register_of
from app.services.listing import Wanted


def summaries(folder: Path, asked: argparse.Namespace) -> int:
    """The styles of summaries."""
    from app.services import summaries as service

    styles = service.styles(folder)
    if asked.json:
        print_json([{"key": style.key, "name": style.name} for style in styles])
    else:
        print_table(("样式", "名称"), [(style.key, style.name) for style in styles])
    return DONE


def summary(desk: Desk, asked: argparse.Namespace) -> int:
    """A summary as Word, and as PDF and with its table of sources where asked."""
    from app.services import drafts
    from app.services import summaries as service

    pdf, sources = (Path(each) if each else None for each in (asked.pdf, asked.sources))
    if asked.clauses and asked.style != "rules":
        raise BadInput("只有 rules（改进工作作风实施细则执行情况报告）能用 --clauses 另写细则全文。")
    written = drafts.present(desk, asked.style, asked.year, asked.annex).draft
    service.write_files(desk, written, Path(asked.out), pdf, sources)
    drafts.freeze(desk, written, Path(asked.out).name)
    if asked.clauses:
        service.write_rulebook(desk, Path(asked.clauses))
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
    from app.reports.registers import title_of
    from app.services import books
    from app.services import printed as filing

    register = register_of(asked.register)
    wanted = Wanted(register.key, "", day_of(asked.start), day_of(asked.end), descending=False)
    unmask(desk, register, wanted, asked.unmask)
    layout = books.chosen_layout(register, asked.columns) if asked.columns is not None else None
    out = Path(asked.out)
    printed = books.print_register(desk, wanted, out, rows=_rows(asked.rows), layout=layout)
    told = filing.of_register(desk, wanted, title_of(register), printed)
    if asked.rows is not None:
        told = filing.part_of(told, f"第 {asked.rows} 行")
    filing.file_print(desk, told, out, printed.pages, out.name)
    say(f"已印成「{asked.out}」，共 {printed.pages} 页。")
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
        heads = ({"key": form.key, "label": form.label, "register": form.register} for form in found)
        print_json([head | {"of": getattr(form, "of", "record")} for head, form in zip(heads, found, strict=True)])
    else:
        print_table(("表单", "名称", "登记簿"), [(form.key, form.label, form.register) for form in found])
    return DONE


def form(desk: Desk, asked: argparse.Namespace) -> int:
    """One form for one record, an empty one for id 0; an official paper as Word or PDF by the file's ending."""
    from app.services import paper
    from app.services import printed as filing
    from app.services.pages import pages_of

    kind = next((each for each in paper.all_forms() if asked.key in (each.key, each.label)), None)
    out, chosen = Path(asked.out), []
    of = getattr(kind, "of", "record")
    if of != "record":
        from app.services.span_forms import span_of

        paper.print_span_form(desk, asked.key, span_of(asked.id, of), out, asked.overprint)
    elif not asked.id.isdecimal():
        raise BadInput(f"「{asked.id}」应写记录的编号，如 12；空表写 0。")
    else:
        chosen = [int(asked.id)] if int(asked.id) else []
        paper.print_form(desk, asked.key, chosen, out, asked.overprint)
    if kind is not None and out.suffix.lower() == ".pdf":
        span = asked.id if of != "record" and asked.id != "0" else ""
        told = filing.of_form(desk, kind.key, kind.label, kind.register, chosen, span)
        filing.file_print(desk, told, out, pages_of(out), out.name)
    say(f"已存为「{asked.out}」。" if asked.out.lower().endswith(".docx") else f"已印成「{asked.out}」。")
    return DONE


def lint(folder: Path, asked: argparse.Namespace) -> int:
    """公文体检 of any Word file, the numbers of our own against the records; status 1 where something is found."""
    from app.services import paper_checking

    path = Path(asked.file)
    remarks = paper_checking.examined(path)
    if paper_checking.carries_figures(path):
        remarks += _against_records(folder, path)
    if asked.json:
        print_json(_told(remarks))
    else:
        say(f"发现 {len(remarks)} 处。" if remarks else "没有发现问题。")
        for each in remarks:
            say(f"{each.place}：{each.text}（{each.clause}）")
    return FOUND if remarks else DONE


def _against_records(folder: Path, path: Path) -> list[Remark]:
    """The numbers that the data folder now gives otherwise; a folder that cannot be opened is told and passed over."""
    from app.services.desk import open_desk
    from app.services.paper_checking import against_records
    from app.store.errors import StoreError

    try:
        desk = open_desk(folder)
    except StoreError as error:
        complain(f"文中的数字没有与台账核对：{error}")
        return []
    try:
        return against_records(desk, path)
    finally:
        desk.close()


def tidy(folder: Path, asked: argparse.Namespace) -> int:
    """一键排版: a corrected copy, or with --plan only the list of what would change."""
    from app.services import paper_checking

    path, words = Path(asked.file), not asked.layout_only
    if asked.plan:
        changes = paper_checking.plan(path, words)
    elif not asked.out:
        raise BadInput("请用 --out 写明另存的文件名，或用 --plan 只看会改什么。")
    else:
        changes = paper_checking.tidy(path, Path(asked.out), words)
    if asked.json:
        print_json(_told(changes))
        return DONE
    for each in changes:
        say(f"{each.place}：{each.text}（{each.clause}）")
    done = "会改" if asked.plan else f"已另存为「{asked.out}」，改了"
    say(f"{done} {len(changes)} 处。" if changes else "版式已经符合要求。")
    return DONE


def _told(remarks: Sequence[Remark]) -> list[dict[str, str]]:
    return [{"place": each.place, "clause": each.clause, "text": each.text} for each in remarks]
