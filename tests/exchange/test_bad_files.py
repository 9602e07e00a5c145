import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.exchange.workbook import NotAWorkbook, read_workbook

XLS = Path(__file__).parents[1] / "data" / "township" / "03干部花名册.xls"


def refusal(path: Path) -> str:
    """The one sentence with which a file is refused, told quickly."""
    start = time.monotonic()
    with pytest.raises(NotAWorkbook) as told:
        read_workbook(path)
    assert time.monotonic() - start < 10
    sentence = str(told.value)
    assert sentence.startswith(f"不能导入「{path.name}」：")
    assert sentence.count("。") == 1
    assert "\n" not in sentence
    return sentence


def outcome(path: Path) -> str:
    """Whether a file was read or refused with a sentence; anything else fails the test."""
    try:
        read_workbook(path)
    except NotAWorkbook as told:
        return "refused" if str(told).startswith("不能导入") else f"odd: {told}"
    return "read"


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "空.xlsx").touch()
    assert "文件夹" in refusal(tmp_path)
    assert "找不到" in refusal(tmp_path / "没有.xlsx")
    assert "空的" in refusal(tmp_path / "空.xlsx")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("文字.xlsx", "这不是表格".encode(), "不是 Excel 工作簿"),
        ("图片.xls", b"\x89PNG\r\n\x1a\n" + bytes(200), "不是 Excel 工作簿"),
        ("二进制.csv", b"\x00\x01\x02" * 100, "不是 CSV"),
        ("怪码.csv", b"\x01\x02\x03,\x04\n", "编码"),
        ("乱码.csv", "姓名,假别\n".encode() + b"\xff\xff\xff", "编码"),
        ("网页.xls", b"<html><table><tr><td>1</td></tr></table></html>", "网页"),
        ("空容器.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "不是 Excel"),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert reason in refusal(path)


@pytest.mark.parametrize(
    ("member", "reason"), [("word/document.xml", "Word"), ("ppt/a.xml", "PPT"), ("a.txt", "压缩包")]
)
def test_other_zip_files_are_named(tmp_path: Path, member: str, reason: str) -> None:
    path = tmp_path / "别的.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "<a/>")
    assert reason in refusal(path)


@pytest.mark.parametrize(("stream", "reason"), [("EncryptedPackage", "密码"), ("WordDocument", "Word")])
def test_old_containers_are_named(tmp_path: Path, stream: str, reason: str) -> None:
    path = tmp_path / "容器.xlsx"
    entry = (stream + "\0").encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + entry + bytes(2000))
    assert reason in refusal(path)


def test_a_dtd_is_refused(with_sheet: Callable[..., Path]) -> None:
    path = with_sheet(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet/>', whole=True)
    assert "DTD" in refusal(path)


def test_a_dtd_behind_a_long_comment_is_refused(with_sheet: Callable[..., Path]) -> None:
    path = with_sheet(b"<!--" + bytes(range(48, 58)) * 10_000 + b"--><!DOCTYPE a><worksheet/>", whole=True)
    assert "DTD" in refusal(path)


def test_a_bomb_is_refused(with_sheet: Callable[..., Path]) -> None:
    assert "展开后太大" in refusal(with_sheet(b" " * 60_000_000))


def test_a_bomb_that_lies_about_its_size_is_refused(with_sheet: Callable[..., Path]) -> None:
    path = with_sheet(b" " * 60_000_000)
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (900).to_bytes(4, "little")))
    assert refusal(path)


def test_a_sheet_as_wide_and_long_as_can_be_is_refused(with_sheet: Callable[..., Path]) -> None:
    path = with_sheet(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert "空行空列" in refusal(path)


@pytest.mark.parametrize("name", ["../up.xml", "/etc/x.xml", "C:\\x.xml"])
def test_strange_names_inside_are_refused(plain_xlsx: Path, name: str) -> None:
    with zipfile.ZipFile(plain_xlsx, "a") as archive:
        archive.writestr(name, "<a/>")
    assert "不安全" in refusal(plain_xlsx)


def test_a_million_empty_rows_are_quick(with_sheet: Callable[..., Path]) -> None:
    path = with_sheet(b"".join(b'<row r="%d"/>' % number for number in range(1, 1_000_001)))
    start = time.monotonic()
    assert read_workbook(path)[0].rows == {}
    assert time.monotonic() - start < 10


def test_broken_files_never_harm(plain_xlsx: Path, tmp_path: Path) -> None:
    chance = random.Random(20260307)
    for name, sound in (("坏.xlsx", plain_xlsx.read_bytes()), ("坏.xls", XLS.read_bytes())):
        for _ in range(25):
            broken = bytearray(sound[: chance.randrange(8, len(sound))] if chance.random() < 0.3 else sound)
            for _ in range(chance.randrange(1, 40)):
                broken[chance.randrange(8, len(broken))] = chance.randrange(256)
            path = tmp_path / name
            path.write_bytes(broken)
            assert outcome(path) in ("read", "refused")
