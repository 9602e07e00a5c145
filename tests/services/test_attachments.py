"""Files attached to records: the row after the file, the secrecy gate, 字数 of a paper, history and undo."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from app.models import BY_KEY
from app.services import attachments
from app.services.attachments import CannotAttach, add, listing, open_copy, remove, verify
from app.services.changing import Changing
from app.services.desk import Desk, open_desk
from app.services.masking import reveal
from app.services.records import Refused, delete, save
from app.services.undoing import history, undo
from app.store import attachments as store
from app.store.errors import StoreError
from tests.services import linked_office
from tests.services.linked_office import TODAY, opened, stored

OUTGOING, INCOMING, VISIT = (BY_KEY[key] for key in ("outgoing", "incoming", "visit"))


@pytest.fixture
def desk(linked_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from opened(linked_folder, tmp_path / "data")


def scan(tmp_path: Path, name: str = "来函扫描.pdf", content: bytes = b"%PDF-1.4 scan") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def word(tmp_path: Path, *paragraphs: str, name: str = "正文.docx", header: str = "") -> Path:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.save(str(tmp_path / name))
    return tmp_path / name


def paper(desk: Desk, **more: Any) -> int:
    usual = {"title": "关于防汛的通知", "kind": "通知", "issuer": "政府", "code": "云政发", "year": 2026}
    return linked_office.add(desk, "outgoing", **(usual | more))


def letter(desk: Desk, **more: Any) -> int:
    usual = {"title": "来函", "sender": "县水利局", "received": TODAY, "doc_no": "云水函〔2026〕7号"}
    return linked_office.add(desk, "incoming", **(usual | more))


def files(desk: Desk) -> list[Path]:
    return [place for _, place in store.kept_files(desk.store.folder)]


def test_a_file_is_attached_listed_opened_and_taken_off_again(desk: Desk, tmp_path: Path) -> None:
    came, path = letter(desk), scan(tmp_path)
    added = add(desk, INCOMING, came, path)
    assert (added.file.name, added.file.size, added.file.shown_size) == ("来函扫描.pdf", 13, "1 KB")
    assert listing(desk, INCOMING, came) == [added.file]
    path.unlink()
    assert open_copy(desk, added.file.id).read_bytes() == b"%PDF-1.4 scan"
    assert history(desk, INCOMING, came)[0].endswith("王芳 附上了附件「来函扫描.pdf」")
    assert remove(desk, added.file.id) == "来函扫描.pdf"
    assert listing(desk, INCOMING, came) == []
    assert history(desk, INCOMING, came)[0].endswith("王芳 删除了附件「来函扫描.pdf」")
    with pytest.raises(CannotAttach, match="已经删除"):
        open_copy(desk, added.file.id)


def test_taking_back_brings_a_file_again_and_takes_it_off(desk: Desk, tmp_path: Path) -> None:
    came = letter(desk)
    added = add(desk, INCOMING, came, scan(tmp_path))
    remove(desk, added.file.id)
    assert undo(desk) == "已撤回：删除收文的附件「来函扫描.pdf」。"
    assert listing(desk, INCOMING, came) == [added.file]
    assert undo(desk) == "已撤回：给收文附上「来函扫描.pdf」。"
    assert listing(desk, INCOMING, came) == []
    assert undo(desk) == "已撤回：登记收文 1 条。"


def test_removed_files_are_cleared_away_and_then_stay_away(desk: Desk, tmp_path: Path) -> None:
    first, second = letter(desk), letter(desk)
    add(desk, INCOMING, first, scan(tmp_path))
    shared = add(desk, INCOMING, second, scan(tmp_path, "另一个名字.pdf"))
    own = add(desk, INCOMING, second, scan(tmp_path, "单独.pdf", b"own"))
    assert len(files(desk)) == 2
    remove(desk, shared.file.id)
    remove(desk, own.file.id)
    assert attachments.clear_removed(desk) == 1
    assert len(files(desk)) == 1
    with pytest.raises(Refused, match=r"「单独\.pdf」的文件已经清理"):
        undo(desk)
    assert verify(desk) == []


def test_the_same_file_is_attached_to_a_record_once(desk: Desk, tmp_path: Path) -> None:
    came = letter(desk)
    add(desk, INCOMING, came, scan(tmp_path))
    with pytest.raises(CannotAttach, match=r"已经附在这条记录上了（「来函扫描\.pdf」）"):
        add(desk, INCOMING, came, scan(tmp_path, "换了名字.pdf"))
    assert len(listing(desk, INCOMING, came)) == 1


def test_the_files_of_a_hidden_case_are_hidden_until_somebody_says_why(desk: Desk, tmp_path: Path) -> None:
    usual = {"name": "邹明", "persons": 1, "channel": "来信", "topic": "其他", "content": "反映问题", "status": "登记"}
    petition, case = BY_KEY["petition"], linked_office.add(desk, "petition", kind="检举控告", **usual)
    added = add(desk, petition, case, scan(tmp_path, "邹明来信.pdf"))
    assert [file.name for file in listing(desk, petition, case)] == ["〔保密〕"]
    assert "邹明" not in "".join(history(desk, petition, case))
    with pytest.raises(CannotAttach, match="请先点「查看保密」"):
        open_copy(desk, added.file.id)
    reveal(desk, petition, [case], "办理需要")
    assert open_copy(desk, added.file.id).name == "邹明来信.pdf"
    assert [file.name for file in listing(desk, petition, case)] == ["邹明来信.pdf"]


@pytest.mark.parametrize("name", ["木马.exe", "脚本.bat", "快捷方式.lnk", "没有扩展名", "宏.docm"])
def test_programs_are_not_taken(desk: Desk, tmp_path: Path, name: str) -> None:
    came = letter(desk)
    with pytest.raises(CannotAttach, match="不能作附件"):
        add(desk, INCOMING, came, scan(tmp_path, name))
    assert (listing(desk, INCOMING, came), files(desk)) == ([], [])


def test_what_the_store_refuses_leaves_no_row(desk: Desk, tmp_path: Path) -> None:
    came = letter(desk)
    for path in (tmp_path / "没有.pdf", scan(tmp_path, "空.pdf", b"")):
        with pytest.raises(StoreError, match=f"「{path.name}」"):
            add(desk, INCOMING, came, path)
    delete(desk, INCOMING, [came])
    with pytest.raises(CannotAttach, match="没有这条记录"):
        add(desk, INCOMING, came, scan(tmp_path))
    assert files(desk) == []


def test_a_secret_paper_takes_no_file_and_one_with_files_does_not_become_secret(desk: Desk, tmp_path: Path) -> None:
    secret = {"secrecy": "秘密", "title": "涉密件", "paper_book": "3", "doc_no": None}
    with pytest.raises(CannotAttach, match="涉密件不得在本机保存附件"):
        add(desk, INCOMING, letter(desk, **secret), scan(tmp_path))
    assert files(desk) == []
    came = letter(desk)
    add(desk, INCOMING, came, scan(tmp_path))
    with pytest.raises(Refused, match="请先删除附件"):
        save(desk, INCOMING, secret, came)
    assert stored(desk, "incoming", came)["secrecy"] == "无"


@pytest.mark.parametrize("where", ["text", "split", "header", "name", "table"])
def test_a_word_file_with_a_secrecy_mark_is_refused_before_anything_is_kept(
    desk: Desk, tmp_path: Path, where: str
) -> None:
    came = letter(desk)
    if where == "name":
        path = word(tmp_path, "正文", name="机密★方案.docx")
    else:
        path = word(
            tmp_path, "正文", *(["机 密 ★1年"] * (where == "text")), header="秘密★" if where == "header" else ""
        )
        document = Document(str(path))
        if where == "split":
            paragraph = document.add_paragraph("绝")
            paragraph.add_run("密").bold = True
            paragraph.add_run("\t★")
        if where == "table":
            document.add_table(1, 1).cell(0, 0).text = "机密★长期"
        document.save(str(path))
    with pytest.raises(CannotAttach, match=r"里有涉密标志「.密★」"):
        add(desk, INCOMING, came, path)
    assert (files(desk), listing(desk, INCOMING, came)) == ([], [])
    assert not (desk.store.folder / store.FOLDER).exists()


def test_a_pdf_whose_text_holds_a_mark_is_refused(desk: Desk, tmp_path: Path) -> None:
    from app.reports.forms.grid import Form, row, value
    from app.reports.render.pdf_form import write_form

    path = tmp_path / "打印件.pdf"
    write_form(Form("通知", (1.0,), (row(value("机密★1年")),)), path)
    with pytest.raises(CannotAttach, match=r"里有涉密标志「.密★」"):
        add(desk, INCOMING, letter(desk), path)
    assert files(desk) == []


def test_a_damaged_word_file_is_refused_because_it_cannot_be_examined(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(CannotAttach, match=r"「坏.docx」没有附上：.+"):
        add(desk, INCOMING, letter(desk), scan(tmp_path, "坏.docx", b"PK\x03\x04broken"))


def test_an_attached_word_file_gives_the_length_of_a_paper_without_text(desk: Desk, tmp_path: Path) -> None:
    issued = paper(desk)
    path = word(tmp_path, "各村（社区）：", "　　现将 有关事项\t通知如下。")
    assert add(desk, OUTGOING, issued, path).characters == 18
    assert stored(desk, "outgoing", issued)["stated_characters"] == 18
    annex = word(tmp_path, "附件一", name="附件一.docx")
    assert add(desk, OUTGOING, issued, annex).characters is None
    assert stored(desk, "outgoing", issued)["stated_characters"] == 18
    undo(desk)
    undo(desk)
    assert stored(desk, "outgoing", issued)["stated_characters"] is None
    assert listing(desk, OUTGOING, issued) == []


def test_a_paper_with_text_keeps_its_own_count(desk: Desk, tmp_path: Path) -> None:
    issued = paper(desk, text="正文十二个字")
    assert add(desk, OUTGOING, issued, word(tmp_path, "另一份")).characters is None
    told = stored(desk, "outgoing", issued)
    assert (told["stated_characters"], told["characters"]) == (None, 6)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "_.._etc_passwd.pdf"),
        ("C:\\Windows\\a.pdf", "C__Windows_a.pdf"),
        ("发票\u202efdp.exe.pdf", "发票 fdp.exe.pdf"),
        ("CON.pdf", "_CON.pdf"),
        (" . ", "附件"),
        ("换\n行\x00.pdf", "换 行 .pdf"),
        ("长" * 300 + ".pdf", "长" * 60 + ".pdf"),
    ],
)
def test_a_name_never_becomes_a_path(given: str, kept: str) -> None:
    assert attachments.clean_name(given) == kept


def test_a_file_that_is_lost_or_changed_is_found(desk: Desk, tmp_path: Path) -> None:
    came = letter(desk)
    add(desk, INCOMING, came, scan(tmp_path))
    lost = add(desk, INCOMING, came, scan(tmp_path, "丢失.pdf", b"other"))
    seen: list[tuple[int, int]] = []
    assert verify(desk, lambda done, all_: seen.append((done, all_))) == []
    assert seen == [(1, 2), (2, 2)]
    store.place_of(desk.store.folder, lost.file.digest).unlink()
    (first,) = files(desk)
    first.write_bytes(b"%PDF-1.4 scaN")
    assert verify(desk) == [
        "收文的附件「来函扫描.pdf」已损坏，请从最近的备份恢复「附件」文件夹。",
        "收文的附件「丢失.pdf」丢失，请从最近的备份恢复「附件」文件夹。",
    ]


def test_the_row_is_written_when_the_file_stands_and_not_before(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came, seen = letter(desk), []
    attach = Changing.attach

    def watched(changing: Changing, register: Any, record: int, file: Any) -> int:
        seen.append(store.digest_of(store.place_of(desk.store.folder, file["digest"])) == file["digest"])
        return attach(changing, register, record, file)

    monkeypatch.setattr(Changing, "attach", watched)
    add(desk, INCOMING, came, scan(tmp_path))
    assert seen == [True]

    def killed(folder: Path, source: Path) -> store.Kept:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "keep", killed)
    with pytest.raises(KeyboardInterrupt):
        add(desk, INCOMING, came, scan(tmp_path, "二.pdf", b"two"))
    assert [file.name for file in listing(desk, INCOMING, came)] == ["来函扫描.pdf"]
    assert seen == [True]


ATTACHING = """
import sys
from pathlib import Path
from app.models import BY_KEY
from app.services.attachments import add
from app.services.desk import open_desk
desk = open_desk(Path(sys.argv[1]), "王芳")
source = Path(sys.argv[2])
for number in range(10_000):
    source.write_bytes(f"{sys.argv[3]}第{number}份".encode() * 50_000)
    add(desk, BY_KEY["incoming"], 1, source)
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a word of POSIX")
def test_a_kill_leaves_no_row_without_its_whole_file(linked_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    for desk in opened(linked_folder, folder):
        letter(desk)
    done = 0
    for wait in (0.05, 0.11):
        command = [sys.executable, "-c", ATTACHING, str(folder), str(tmp_path / "源.pdf"), str(wait)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        told = child.stdout.read().split()
        child.wait()
        desk = open_desk(folder, "王芳", wait=5)
        kept = listing(desk, INCOMING, 1)
        assert verify(desk) == []
        assert len(kept) >= done + len(told) + 1
        done = len(kept)
        desk.close()
    assert done >= 2
