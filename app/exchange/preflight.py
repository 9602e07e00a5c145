"""What is looked at before a spreadsheet is read: is it one at all, and is it safe to unpack.

A length that the file states about itself may be a lie; the child process has limits of its own.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO

FILE_LIMIT = 50 * 1024 * 1024
EXPANDED_LIMIT = 200 * 1024 * 1024
RATIO_LIMIT = 250
MEMBER_LIMIT = 5000
HEAD = 64 * 1024

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT_SUFFIXES = (".csv", ".txt", ".tsv")
CHOOSE = "请选择 xlsx、xls 或 csv 文件"
SAVE_AS = "请在 Excel 或 WPS 里另存为 xlsx 再导入"


class NotAWorkbook(ValueError):
    """A file that cannot be read as a spreadsheet; the message is one Chinese sentence for the user."""


def preflight(path: Path) -> None:
    """Pass a file that may be handed to the child process, or raise NotAWorkbook."""
    head = _head(path)
    if head.startswith(ZIP):
        _check_zip(path)
    elif head.startswith(OLE):
        _check_ole(path)
    else:
        _check_text(path, head)


def _refused(path: Path, reason: str) -> NotAWorkbook:
    return NotAWorkbook(f"不能导入「{path.name}」：{reason}。")


def _head(path: Path) -> bytes:
    """The first bytes of an ordinary file of a size that is allowed."""
    if path.is_dir():
        raise _refused(path, "这是一个文件夹，请选择其中的 Excel 或 CSV 文件")
    if not path.is_file():
        raise _refused(path, "找不到这个文件，请检查文件名和位置")
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as problem:
        raise _refused(path, "文件打不开，可能正被别的程序占用或没有权限，请关闭后再试") from problem
    if size == 0:
        raise _refused(path, "文件是空的")
    if size > FILE_LIMIT:
        raise _refused(path, f"文件有 {size / 1024 / 1024:.0f} MB，超过 50 MB，请分成几个文件再导入")
    return head


def _check_zip(path: Path) -> None:
    """An xlsx by its parts: their number, names, sizes and the absence of a document type."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            names = [member.filename for member in members]
            _check_kind(path, names)
            _check_members(path, members, names)
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels", ".vml")):
                    with archive.open(member) as part:
                        _check_part(path, part)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        UnicodeError,
    ) as problem:
        raise _refused(path, f"文件已损坏，{SAVE_AS}") from problem


def _check_kind(path: Path, names: list[str]) -> None:
    """Other packages that are zip files too are called by their name."""
    if any(name.startswith("xl/workbook.") and name.endswith(".xml") for name in names):
        return
    for start, word in (("word/", "Word 文档"), ("ppt/", "PPT 演示文稿"), ("xl/", "读不了的 Excel 格式（如 xlsb）")):
        if any(name.startswith(start) for name in names):
            raise _refused(path, f"这是 {word}，{CHOOSE}" if start != "xl/" else f"这是{word}，{SAVE_AS}")
    word = " ODF 文件" if "content.xml" in names else "压缩包"
    raise _refused(path, f"这是{word}，不是 Excel 工作簿，{CHOOSE}")


def _check_members(path: Path, members: list[zipfile.ZipInfo], names: list[str]) -> None:
    """Refuse bombs and parts that no spreadsheet program writes."""
    if any(member.flag_bits & 1 for member in members):
        raise _refused(path, "文件加了密码，请先取消密码再导入")
    if len(members) > MEMBER_LIMIT or len(set(names)) < len(names) or any(_is_strange(name) for name in names):
        raise _refused(path, f"文件内部结构不正常，可能不安全，{SAVE_AS}")
    expanded = sum(member.file_size for member in members)
    ratios = (member.file_size / max(member.compress_size, 1) for member in members if member.file_size > 1024 * 1024)
    if expanded > EXPANDED_LIMIT or max(ratios, default=0) > RATIO_LIMIT:
        raise _refused(path, "文件展开后太大（超过 200 MB 或压缩比异常），可能不安全，请删去空行空列后另存再导入")


def _is_strange(name: str) -> bool:
    """An absolute name, one that climbs out of its folder, or one with control characters."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return ".." in parts or name.startswith(("/", "\\")) or ":" in name or not name.isprintable()


def _check_part(path: Path, part: IO[bytes]) -> None:
    """A document type stands before the first element; one in a workbook is an attack, never a need."""
    head = part.read(HEAD)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")
    element = re.search(rb"<[A-Za-z_]", head)
    prologue = head[: element.start()] if element else head
    if b"<!DOCTYPE" in prologue.upper() or b"<!ENTITY" in prologue.upper() or (element is None and len(head) == HEAD):
        raise _refused(path, f"文件里有不安全的内容（DTD），{SAVE_AS}")


def _check_ole(path: Path) -> None:
    """An old container: xls is let through, an encrypted xlsx and Word files are named."""
    data = path.read_bytes()
    if _named(data, "EncryptedPackage"):
        raise _refused(path, "工作簿加了密码，请先在 Excel 或 WPS 里取消密码再导入")
    if _named(data, "WordDocument"):
        raise _refused(path, f"这是 Word 文档，{CHOOSE}")
    if not (_named(data, "Workbook") or _named(data, "Book")):
        raise _refused(path, f"文件已损坏或不是 Excel 工作簿，{SAVE_AS}")


def _named(data: bytes, stream: str) -> bool:
    """Whether a container's directory names the stream (directory entries begin at multiples of 128)."""
    name = (stream + "\0").encode("utf-16-le")
    at = data.find(name)
    while at >= 0 and at % 128:
        at = data.find(name, at + 1)
    return at >= 0


def _check_text(path: Path, head: bytes) -> None:
    """CSV by its name; a web page saved as xls is named as what it is."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml", b"<head", b"<meta")):
        raise _refused(path, f"这是网页或 XML 文件，只是用了表格的扩展名，{SAVE_AS}")
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if path.suffix.lower() not in TEXT_SUFFIXES:
        raise _refused(path, f"这不是 Excel 工作簿，{CHOOSE}")
    if b"\x00" in head and not utf16:
        raise _refused(path, f"这不是 CSV 文本文件，{SAVE_AS}")
