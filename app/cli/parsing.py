"""The words of the command line: verbs and options in English, help in Chinese."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

from app.cli.answers import BadInput

MISTAKES = (
    (r"argument .*: invalid choice: '(.*?)'.*", "没有「{0}」这个命令"),
    (r"the following arguments are required: (.*)", "缺少 {0}"),
    (r"unrecognized arguments: (.*)", "不认识「{0}」"),
    (r"argument (.*?): invalid int value: '(.*)'", "{0} 应写整数，不能是「{1}」"),
    (r"argument (.*?): expected .*", "{0} 后面要写内容"),
)
"""What argparse complains of, and how we say it."""


class Help(argparse.RawDescriptionHelpFormatter):
    """Help whose own words are Chinese."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line of usage, under its Chinese word."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that helps and complains in Chinese."""

    def __init__(self, *words: Any, **options: Any) -> None:
        super().__init__(*words, **{"formatter_class": Help, **options, "add_help": False})
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示用法")

    def error(self, message: str) -> NoReturn:
        """Bad words on the command line."""
        told = next(
            (
                said.format(*found.groups())
                for pattern, said in MISTAKES
                if (found := re.fullmatch(pattern, message, re.S))
            ),
            message,
        )
        raise BadInput(f"命令写得不对：{told}。用「{self.prog} --help」查看用法。")


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    top = Parser(
        prog="taizhang", description="台账：乡镇党政办公室的登记簿、规定、数字、总结和纸质台账。", add_help=True
    )
    top.add_argument("--data", metavar="DIR", help="数据目录，写在命令前面；不写用 TAIZHANG_DATA 或本人的数据目录")
    verbs = top.add_subparsers(dest="verb", metavar="命令", parser_class=Parser)
    _data_verbs(verbs)
    _register_verbs(verbs)
    _counting_verbs(verbs)
    _paper_verbs(verbs)
    _safety_verbs(verbs)
    return top


def _data_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    verbs.add_parser("init", help="新建空的数据目录")
    demo = verbs.add_parser("demo", help="在空的数据目录里生成一个虚构乡镇两年的数据")
    demo.add_argument("--year", type=int, help="后一年，默认今年")


def _register_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    registers = verbs.add_parser("registers", help="列出登记簿和各栏")
    _json(registers)
    load = verbs.add_parser("import", help="从 xlsx、xls、csv 导入")
    load.add_argument("register", help="登记簿，如 leave 或 请销假")
    load.add_argument("file")
    load.add_argument("--sheet", help="只读这一张工作表")
    load.add_argument("--dry-run", action="store_true", help="只检查，不保存")
    load.add_argument("--skip-bad", action="store_true", help="跳过有错的行")
    load.add_argument("--again", action="store_true", help="导入过的文件再导入一次")
    _json(load)
    folder = verbs.add_parser("import-folder", help="导入一个文件夹里的全部工作簿，工作表以登记簿命名")
    folder.add_argument("folder")
    folder.add_argument("--skip-bad", action="store_true", help="跳过有错的行")
    folder.add_argument("--again", action="store_true", help="导入过的文件再导入一次")
    _json(folder)
    export = verbs.add_parser("export", help="导出为 xlsx")
    export.add_argument("register")
    export.add_argument("file")
    _unmask(export)
    _span(export)
    listing = verbs.add_parser("list", help="列出记录")
    listing.add_argument("register")
    listing.add_argument("--find", default="", help="按汉字或拼音首字母查找")
    listing.add_argument("--limit", type=int)
    _unmask(listing)
    _span(listing)
    _json(listing)
    add = verbs.add_parser("add", help="登记一条：栏目=内容 …；不按规定的理由写 reason.规则=理由")
    add.add_argument("register")
    add.add_argument("values", nargs="*", metavar="KEY=VALUE")
    _json(add)


def _counting_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    figures = verbs.add_parser("figures", help="统计数字")
    figures.add_argument("--year", type=int, required=True)
    figures.add_argument("--to", help="截至日期")
    figures.add_argument("--key", help="只要这一个数字")
    figures.add_argument("--by", action="append", default=[], metavar="NAME=VALUE")
    _json(figures)
    trace = verbs.add_parser("trace", help="列出一个数字后面的记录")
    trace.add_argument("key")
    trace.add_argument("--year", type=int, required=True)
    trace.add_argument("--to", help="截至日期")
    trace.add_argument("--by", action="append", default=[], metavar="NAME=VALUE")
    _json(trace)
    check = verbs.add_parser("check", help="按规定检查全年")
    check.add_argument("--year", type=int, required=True)
    check.add_argument("--on", help="站在哪一天检查")
    _json(check)


def _paper_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    _json(verbs.add_parser("summaries", help="列出总结的样式"))
    summary = verbs.add_parser("summary", help="写总结")
    summary.add_argument("style")
    summary.add_argument("--year", type=int, required=True)
    summary.add_argument("--out", required=True, metavar="FILE.docx")
    summary.add_argument("--pdf", metavar="FILE.pdf")
    summary.add_argument("--sources", metavar="FILE.docx", help="另写数据来源表")
    summary.add_argument("--annex", action="store_true", help="附上数据对比表和图")
    summary.add_argument("--clauses", metavar="FILE.docx", help="另写实施细则全文（样式 rules）")
    _json(summary)
    book = verbs.add_parser("print", help="打印登记簿为 PDF")
    book.add_argument("register")
    book.add_argument("--out", required=True, metavar="FILE.pdf")
    book.add_argument("--rows", metavar="N-M", help="只印第 n 到第 m 行")
    book.add_argument("--columns", help="只印这些栏，用逗号隔开，如 序号,日期,标题；不写用本办设定的栏目")
    _unmask(book)
    _span(book)
    _json(verbs.add_parser("forms", help="列出表单"))
    form = verbs.add_parser("form", help="打印一条记录的表单，编号写 0 印空表；红头文件、信函、纪要可存为 Word")
    form.add_argument("key")
    form.add_argument(
        "id",
        help="记录的编号；值班表写月份，如 2025-03；公开表、公布表写季度，如 2025-Q1，公开表也可写年份；空表写 0",
    )
    form.add_argument("--out", required=True, metavar="FILE.pdf|FILE.docx")
    form.add_argument("--overprint", action="store_true", help="套打：只印填写的内容，用在预印好的表格或红头纸上")
    lint = verbs.add_parser("lint", help="公文体检：检查 Word 文件的版式和文字")
    lint.add_argument("file")
    _json(lint)
    tidy = verbs.add_parser("tidy", help="一键排版：另存一份符合公文格式的 Word 文件，原文件不动")
    tidy.add_argument("file")
    tidy.add_argument("--out", metavar="FILE.docx", help="另存为")
    tidy.add_argument("--plan", action="store_true", help="只列出会改什么，不写文件")
    tidy.add_argument("--layout-only", action="store_true", help="只改版式，不改标点和编号")
    _json(tidy)


def _safety_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    backup = verbs.add_parser("backup", help="备份并核对；不写文件名放在数据目录的「备份」里，写了就另存成一个文件")
    backup.add_argument("file", nargs="?", metavar="FILE")
    restore = verbs.add_parser("restore", help="从一份备份恢复；现在的数据留在旁边")
    restore.add_argument("file", metavar="FILE")
    _json(verbs.add_parser("verify", help="检查数据、附件和最近的备份是否完好"))


def _json(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--json", action="store_true", help="输出 JSON")


def _unmask(command: argparse.ArgumentParser) -> None:
    """What is hidden is shown to whoever says why; the history keeps it."""
    command.add_argument("--unmask", default="", metavar="理由", help="显示保密内容，理由记入修改记录")


def _span(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--from", dest="start", metavar="D", help="起始日期")
    verb.add_argument("--to", dest="end", metavar="D", help="截止日期")
