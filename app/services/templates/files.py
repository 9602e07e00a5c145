"""Files of the office's own templates in the folder 模板 of the data folder; each can be read and mended in Notepad.

KEY.txt stands for the shipped text of a style, own-N.txt is a style of the office's own, KEY.txt.旧 is what was given
up last, KEY.txt.草稿 is text under way. A file is written whole or not at all.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.reports.summaries.style import STYLES, Style, UnknownStyle
from app.services.desk import Desk
from app.store.copying import sync_folder
from app.store.errors import DiskFull, FolderUnwritable

FOLDER = "模板"
OLD, DRAFT, UNFINISHED = ".旧", ".草稿", "未完成-"
LARGEST = 200_000
"""Bytes of one template; those that come with the program have some 20,000."""
LONGEST_NAME = 30
STALE = 60
"""Seconds after which an unfinished file is one that a crash left."""
OWN = re.compile(r"own-(\d+)")
NAMED = re.compile(r"\{#\s*名称：(?P<name>[^\n#}]*?)(?:；参照：(?P<after>[\w-]+))?\s*#\}\n?")
Place = Desk | Path | None
"""A desk, a data folder, or none where there are only the shipped styles."""


class TemplateRefused(ValueError):
    """The template cannot be read or kept so; the message is one Chinese sentence."""


def folder_of(place: Desk | Path) -> Path:
    """Where the office's own templates stand; it need not be there."""
    return (place.store.folder if isinstance(place, Desk) else place) / FOLDER


def styles_of(place: Place) -> tuple[Style, ...]:
    """The shipped styles, then the office's own in the order in which they were made."""
    if place is None:
        return STYLES
    return (*STYLES, *(_own_style(folder_of(place), number) for number in _numbers(folder_of(place), ".txt")))


def _numbers(folder: Path, ending: str) -> list[int]:
    """The N of own-N; a folder that cannot be read holds none."""
    try:
        names = [each.name for each in folder.iterdir()]
    except OSError:
        return []
    found = (OWN.fullmatch(name.removesuffix(ending)) for name in names if name.endswith(ending))
    return sorted({int(each[1]) for each in found if each})


def _own_style(folder: Path, number: int) -> Style:
    """A style of the office's own: named in its first line, else in all the one that it was copied from."""
    key = f"own-{number}"
    try:
        said = NAMED.match(read_text(folder / f"{key}.txt"))
    except TemplateRefused:
        said = None
    after = next((style for style in STYLES if said and style.key == said["after"]), STYLES[0])
    return replace(after, key=key, name=(said and said["name"].strip()) or f"自定样式{number}")


def style_named(place: Place, key: str) -> Style:
    """The style of a key or name."""
    styles = styles_of(place)
    found = next((style for style in styles if key in (style.key, style.name)), None)
    if found is None:
        raise UnknownStyle(f"没有「{key}」这种总结，可用的有：{'、'.join(style.key for style in styles)}。")
    return found


def is_own_style(key: str) -> bool:
    """True for a style that the office made."""
    return OWN.fullmatch(key) is not None


def has_own(place: Desk | Path, key: str) -> bool:
    """True where the office keeps its own text of this style."""
    return (folder_of(place) / f"{key}.txt").is_file()


def template_text(place: Place, key: str) -> str:
    """The text of a style: the office's own where there is one, else the shipped one."""
    style = style_named(place, key)
    if place is not None and has_own(place, style.key):
        return read_text(folder_of(place) / f"{style.key}.txt")
    try:
        return read_text(style.path)
    except TemplateRefused as error:
        raise TemplateRefused(f"「{style.name}」的模板不在程序里，请重新安装，或选用其他样式。") from error


def read_text(path: Path) -> str:
    """A text file as Notepad may have left it: UTF-8, UTF-16 with its mark, or GB18030; lines end in LF."""
    try:
        if path.stat().st_size > LARGEST:
            raise TemplateRefused(f"模板「{path.name}」超过 {LARGEST // 1000} KB，没有读入，请检查是不是放错了文件。")
        raw = path.read_bytes()
    except OSError as error:
        raise TemplateRefused(f"模板「{path.name}」读不出来（{error.strerror}），请检查它是否被占用或移走。") from error
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        with contextlib.suppress(UnicodeDecodeError):
            return plain_lines(raw.decode(encoding))
    raise TemplateRefused(f"模板「{path.name}」不是文本文件，请用「恢复原样」换回，或另存为 UTF-8 编码。")


def plain_lines(text: str) -> str:
    """The text with LF at the end of lines and without characters that no text has."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return re.sub(r"[\x00-\x08\x0b-\x1f\ue000-\ue00f\ufeff]", "", lines)


def save(desk: Desk, key: str, text: str) -> str:
    """The office's own text of a style, kept; gives it back as it was kept, a style of its own with its name first."""
    style = style_named(desk, key)
    kept = plain_lines(text)
    if is_own_style(style.key) and not NAMED.match(kept):
        kept = _first_line(desk, style) + kept
    _write(desk, f"{style.key}.txt", kept)
    drop_draft(desk, style.key)
    return kept


def _first_line(desk: Desk, style: Style) -> str:
    before = NAMED.match(read_text(folder_of(desk) / f"{style.key}.txt")) if has_own(desk, style.key) else None
    return _said(style.name, before["after"] if before else None)


def _said(name: str, after: str | None) -> str:
    return f"{{# 名称：{name}{f'；参照：{after}' if after else ''} #}}\n"


def add_style(desk: Desk, name: str, text: str, after: str) -> Style:
    """A new style of the office's own with this text, of the kind of the style that it was copied from."""
    told = _good_name(desk, name)
    folder = folder_of(desk)
    used = [number for ending in (".txt", f".txt{OLD}", f".txt{DRAFT}") for number in _numbers(folder, ending)]
    key = f"own-{max(used, default=0) + 1}"
    source = style_named(desk, after)
    kind = _first_kind(desk, source)
    _write(desk, f"{key}.txt", _said(told, kind) + NAMED.sub("", plain_lines(text), count=1))
    return style_named(desk, key)


def _first_kind(desk: Desk, source: Style) -> str | None:
    """The shipped style whose kind a copy has."""
    if not is_own_style(source.key):
        return source.key
    said = NAMED.match(template_text(desk, source.key))
    return said["after"] if said else None


def rename_style(desk: Desk, key: str, name: str) -> Style:
    """The style of the office's own under another name."""
    style = _own(desk, key)
    told = _good_name(desk, name, but=style.key)
    text = template_text(desk, style.key)
    _write(desk, f"{style.key}.txt", _said(told, _first_kind(desk, style)) + NAMED.sub("", text, count=1))
    return style_named(desk, style.key)


def _own(desk: Desk, key: str) -> Style:
    style = style_named(desk, key)
    if not is_own_style(style.key):
        raise TemplateRefused(f"「{style.name}」是程序自带的样式，不能改名或删除，可以另存为新样式。")
    return style


def _good_name(desk: Desk, name: str, but: str = "") -> str:
    told = " ".join(name.split())
    if not told:
        raise TemplateRefused("请填写新样式的名称，如：镇情汇报。")
    if len(told) > LONGEST_NAME or re.search(r"[#{}；\x00-\x1f]", told):
        raise TemplateRefused(f"样式名称不超过 {LONGEST_NAME} 个字，不能有 #、{{、}} 和分号，请换一个。")
    if any(told in (style.name, style.key) and style.key != but for style in styles_of(desk)):
        raise TemplateRefused(f"已有「{told}」这种样式，请换一个名称。")
    return told


def restore(desk: Desk, key: str) -> str:
    """The shipped text holds again, which is given back; the office's own stands beside it as KEY.txt.旧."""
    style = style_named(desk, key)
    if is_own_style(style.key):
        raise TemplateRefused(f"「{style.name}」是本单位自己的样式，没有原样，可以删除。")
    _put_away(desk, style)
    return template_text(desk, style.key)


def delete_style(desk: Desk, key: str) -> None:
    """The style of the office's own is gone; its text stays as own-N.txt.旧."""
    _put_away(desk, _own(desk, key))


def _put_away(desk: Desk, style: Style) -> None:
    path = folder_of(desk) / f"{style.key}.txt"
    drop_draft(desk, style.key)
    try:
        if path.is_file():
            os.replace(path, path.with_name(path.name + OLD))
            sync_folder(path.parent)
    except OSError as error:
        raise _unwritten(error, path) from error


def keep_draft(desk: Desk, key: str, text: str) -> None:
    """Text under way, kept against a crash."""
    _write(desk, f"{style_named(desk, key).key}.txt{DRAFT}", plain_lines(text))


def kept_draft(desk: Desk, key: str) -> tuple[str, datetime] | None:
    """Text that an earlier sitting left unsaved, and when it was kept; None where it is the text that holds."""
    path = folder_of(desk) / f"{style_named(desk, key).key}.txt{DRAFT}"
    try:
        text, at = read_text(path), datetime.fromtimestamp(path.stat().st_mtime)
    except (TemplateRefused, OSError):
        return None
    with contextlib.suppress(TemplateRefused):
        if text == template_text(desk, key):
            return None
    return text, at


def drop_draft(desk: Desk, key: str) -> None:
    """The text under way was saved or given up."""
    with contextlib.suppress(OSError):
        (folder_of(desk) / f"{key}.txt{DRAFT}").unlink(missing_ok=True)


def _write(desk: Desk, name: str, text: str) -> None:
    """The file, whole and on the disk; StoreError says why there is none."""
    raw, path = text.encode("utf-8", "replace"), folder_of(desk) / name
    if len(raw) > LARGEST:
        raise TemplateRefused(f"模板超过 {LARGEST // 1000} KB，没有保存，请删减后再试。")
    under_way: Path | None = None
    try:
        path.parent.mkdir(exist_ok=True)
        sync_folder(path.parent.parent)
        _clear(path.parent)
        handle, made = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
        under_way = Path(made)
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.replace(under_way, path)
        sync_folder(path.parent)
    except OSError as error:
        raise _unwritten(error, path) from error
    finally:
        if under_way is not None:
            with contextlib.suppress(OSError):
                under_way.unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    """What a crash left unfinished goes; a file that another thread writes now is younger."""
    for left in folder.glob(f"{UNFINISHED}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE:
                left.unlink(missing_ok=True)


def _unwritten(error: OSError, path: Path) -> DiskFull | FolderUnwritable:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull("磁盘已满，模板没有保存，原来的没有改动。请清理磁盘后再试。")
    return FolderUnwritable(f"「{path}」不能写入（{error.strerror}），模板没有保存，请检查它是否被别的程序打开。")
