from pathlib import Path

import pytest

from app.exchange.headings import headings_of
from app.exchange.words import UnreadableWords, folded, read_words, without_brackets
from app.kinds import ChoiceKind
from app.models import BY_KEY, REGISTERS


def test_headings_are_compared_without_spaces_brackets_and_widths() -> None:
    assert folded(" 金 额\n（元）： ") == "金额(元)"
    assert without_brackets(folded("金额〔元〕")) == "金额"
    assert folded("＊姓名") == "姓名"


def test_every_word_belongs_to_a_field_that_there_is() -> None:
    words = read_words()
    for register, fields in words.columns.items():
        if register != "general":
            assert set(fields) <= set(BY_KEY[register].by_key), register
    for register, fields in words.choices.items():
        for key, meanings in fields.items():
            owners = REGISTERS if register == "general" else (BY_KEY[register],)
            kinds = [owner.by_key[key].kind for owner in owners if key in owner.by_key]
            choices = {choice for kind in kinds if isinstance(kind, ChoiceKind) for choice in kind.choices}
            assert set(meanings.values()) <= choices, (register, key)


def test_no_word_means_two_fields_equally_surely() -> None:
    words = read_words()
    for register in REGISTERS:
        for text, meanings in headings_of(register, words).spellings.items():
            surest = [key for rank, key in meanings if rank == meanings[0][0] and meanings[0][0] <= 2]
            assert len(surest) <= 1, (register.key, text, surest)


def test_the_office_adds_words_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "words.toml"
    own.write_text('[columns.leave]\nstaff = ["同志"]\n[choices.leave.kind]\n"歇班" = "调休"\n', encoding="utf-8")
    words = read_words(own, tmp_path / "没有.toml")
    assert {"同志", "请假人"} <= set(words.of_column("leave", "staff"))
    assert words.of_choices("leave", "kind")["歇班"] == "调休"
    assert words.of_choices("leave", "kind")["护理假"] == "陪产假"


@pytest.mark.parametrize("content", ["[columns", "columns = 3", "[choices]\nleave = 3", "[choices.leave]\nkind = 3"])
def test_a_file_of_words_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path, content: str) -> None:
    own = tmp_path / "words.toml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableWords, match=r"导入用词文件「words\.toml」"):
        read_words(own)
