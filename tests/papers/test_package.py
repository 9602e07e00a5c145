"""Any file at all is either read or refused with one sentence, quickly."""

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.papers.lint import NotAPaper, lint
from app.reports.document import Column, Document, Heading, Paragraph, Table

WHOLE = Document(("题",), (Heading(1, ("甲",)), Paragraph(("文",)), Table((Column("列"),), ((("格",),),))), "署名")


def with_part(path: Path, name: str, content: str | bytes) -> Path:
    """A copy of the file in which one part is another."""
    copy = path.with_name("copy.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return copy


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "不是Word文件"),
        ("纯文本".encode(), "不是Word文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "旧版Word"),
        (b"PK\x03\x04" + bytes(100), "已经损坏"),
    ],
)
def test_what_is_no_docx_is_refused(tmp_path: Path, content: bytes, words: str):
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(NotAPaper, match=words):
        lint(tmp_path / "a.docx")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path):
    for path in (tmp_path / "none.docx", tmp_path):
        with pytest.raises(NotAPaper, match="找不到文件"):
            lint(path)


def test_another_zip_is_refused(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("a.txt", "words")
    with pytest.raises(NotAPaper, match="不是Word文件"):
        lint(tmp_path / "a.docx")


DTD = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w>&b;</w>'
EXTERNAL = '<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>'


@pytest.mark.parametrize("content", [DTD, EXTERNAL, DTD.encode("utf-16")])
def test_a_dtd_is_refused(own: Callable[[Document], Path], content: str | bytes):
    with pytest.raises(NotAPaper, match="DTD"):
        lint(with_part(own(WHOLE), "word/document.xml", content))


def test_macros_are_refused(own: Callable[[Document], Path]):
    with pytest.raises(NotAPaper, match="宏"):
        lint(with_part(own(WHOLE), "word/vbaProject.bin", b"\0"))


def test_a_zip_bomb_is_refused(own: Callable[[Document], Path]):
    with pytest.raises(NotAPaper, match="过大"):
        lint(with_part(own(WHOLE), "word/document.xml", b"<w>" + b" " * (33 * 1024 * 1024)))


def test_deep_nesting_is_refused(own: Callable[[Document], Path]):
    with pytest.raises(NotAPaper, match="损坏"):
        lint(with_part(own(WHOLE), "word/document.xml", "<a>" * 100_000))


def test_a_part_that_is_not_xml_is_refused(own: Callable[[Document], Path]):
    with pytest.raises(NotAPaper, match="损坏"):
        lint(with_part(own(WHOLE), "word/styles.xml", "<w:styles"))


def read_or_refused(path: Path) -> bool:
    try:
        return isinstance(lint(path), list)
    except NotAPaper as refusal:
        return str(refusal).startswith("“") and "\n" not in str(refusal)


def test_a_damaged_file_is_read_or_refused_but_never_breaks(own: Callable[[Document], Path]):
    path, chance = own(WHOLE), random.Random(7)
    whole = path.read_bytes()
    for _ in range(150):
        damaged = bytearray(whole[: chance.randint(30, len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        assert read_or_refused(path)


@pytest.mark.parametrize("value", ["abc", "", "-1", "1e999", "nan", "99999999999999", "12pt"])
def test_odd_attributes_do_no_harm(own: Callable[[Document], Path], value: str):
    path = own(WHOLE)
    with zipfile.ZipFile(path) as archive:
        text = archive.read("word/document.xml").decode()
    for old in ('w:top="2098"', 'w:linePitch="579"', 'w:w="11906"'):
        text = text.replace(old, f'{old.split("=")[0]}="{value}"')
    assert isinstance(lint(with_part(path, "word/document.xml", text)), list)
