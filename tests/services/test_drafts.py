"""A summary that was edited keeps its words while its numbers follow the records; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.figures import Period
from app.models import BY_KEY
from app.reports.document import Document, Figure, Paragraph, plain
from app.reports.saved import Unreadable
from app.reports.summaries.merging import followed
from app.services import drafts, records
from app.services.desk import Desk, create_desk
from app.services.summaries import draft

YEAR, STYLE = 2024, "conduct"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    for _ in range(3):
        gift(made, date(YEAR, 3, 1), "100")
    gift(made, date(YEAR - 1, 3, 1), "100")
    yield made
    made.close()


def gift(desk: Desk, day: date, money: str, name: str = "某户") -> int:
    register = BY_KEY["donation"]
    values: dict[str, Any] = {
        "date": day,
        "purpose": name,
        "kind": "公益",
        "recipient": name,
        "donors": 6,
        "expected": 6,
    }
    return records.save(desk, register, records.blank(desk, register) | values | {"money": Decimal(money)}).id


def about_gifts(document: Document) -> Paragraph:
    return next(b for b in document.blocks if isinstance(b, Paragraph) and "捐款" in plain(b.text))


def edited(document: Document, words: str) -> Document:
    """The paragraph about gifts begins with other words; its figures stay."""
    told = about_gifts(document)
    other = replace(told, text=(words, *told.text[1:]))
    return replace(document, blocks=tuple(other if block is told else block for block in document.blocks))


def test_edited_words_stay_and_their_numbers_follow(desk: Desk) -> None:
    working = drafts.present(desk, STYLE, YEAR)
    drafts.keep(desk, working, edited(working.draft.document, "干部带头献爱心，"))
    gift(desk, date(YEAR, 11, 20), "50", "李家")
    again = drafts.present(desk, STYLE, YEAR)
    text = plain(about_gifts(again.draft.document).text)
    assert text.startswith("干部带头献爱心，24人次")
    assert "350元" in text
    assert again.is_edited
    told = [line.text for line in again.compared]
    assert "捐款金额：300元→350元：新增11月20日「李家」" in told


def test_what_was_not_edited_comes_fresh(desk: Desk) -> None:
    working = drafts.present(desk, STYLE, YEAR)
    drafts.keep(desk, working, replace(working.draft.document, title=("另起的标题",)))
    gift(desk, date(YEAR, 5, 1), "700")
    again = drafts.present(desk, STYLE, YEAR).draft.document
    assert again.title == ("另起的标题",)
    assert again.blocks == draft(desk, STYLE, YEAR).document.blocks


def test_what_was_taken_out_stays_out_and_what_was_typed_stays(desk: Desk) -> None:
    working = drafts.present(desk, STYLE, YEAR)
    whole = working.draft.document
    typed = Paragraph(("补充一段。",))
    blocks = tuple(typed if block is about_gifts(whole) else block for block in whole.blocks)
    drafts.keep(desk, working, replace(whole, blocks=blocks))
    gift(desk, date(YEAR, 5, 1), "700")
    again = drafts.present(desk, STYLE, YEAR).draft.document
    texts = [plain(block.text) for block in again.blocks if isinstance(block, Paragraph)]
    assert "补充一段。" in texts
    assert not any("捐款" in text for text in texts)


def test_autosaves_take_each_others_place_and_the_same_text_makes_no_version(desk: Desk) -> None:
    working = drafts.present(desk, STYLE, YEAR)
    first = drafts.keep(desk, working, edited(working.draft.document, "一"), autosave=True)
    assert drafts.keep(desk, working, edited(working.draft.document, "二"), autosave=True) == first
    kept = drafts.keep(desk, working, edited(working.draft.document, "三"))
    assert drafts.keep(desk, working, edited(working.draft.document, "三")) == kept
    assert len(drafts.versions(desk, STYLE, YEAR)) == 2
    assert drafts.keep(desk, working, edited(working.draft.document, "四")) != kept


def test_every_kept_text_can_be_brought_back(desk: Desk) -> None:
    working = drafts.present(desk, STYLE, YEAR)
    first = drafts.keep(desk, working, edited(working.draft.document, "第一稿，"))
    drafts.discard(desk, working)
    assert not drafts.present(desk, STYLE, YEAR).is_edited
    drafts.restore(desk, first)
    assert plain(about_gifts(drafts.present(desk, STYLE, YEAR).draft.document).text).startswith("第一稿，")
    assert [one.number for one in drafts.versions(desk, STYLE, YEAR)] == [3, 2, 1]
    with pytest.raises(drafts.NoVersion, match=r"历史稿.*。$"):
        drafts.version(desk, 999)


def test_a_new_year_starts_from_the_text_of_the_last(desk: Desk) -> None:
    working = drafts.present(desk, STYLE, YEAR)
    drafts.freeze(desk, replace(working.draft, document=edited(working.draft.document, "去年的话，")), "总结.docx")
    gift(desk, date(YEAR + 1, 2, 1), "900")
    text, lost = drafts.from_last_year(desk, STYLE, YEAR + 1)
    told = about_gifts(text)
    assert plain(told.text).startswith("去年的话，6人次")
    assert {piece.start.year for piece in told.text if isinstance(piece, Figure)} == {YEAR + 1}
    assert "2025" in "".join(text.title)
    assert lost == ()


def test_a_figure_of_which_nothing_is_known_keeps_its_words_and_is_named(desk: Desk) -> None:
    working = drafts.present(desk, STYLE, YEAR)
    drafts.keep(desk, working, edited(working.draft.document, "干部献爱心，"))
    for one in range(1, 4):
        records.delete(desk, BY_KEY["donation"], [one])
    again = drafts.present(desk, STYLE, YEAR)
    assert {figure.key for figure in again.lost} >= {"donations.money"}
    assert "300元" in plain(about_gifts(again.draft.document).text)
    assert any("「300元」" in remark.text and "数不出来" in remark.text for remark in again.draft.remarks)
    drafts.keep(desk, again, again.draft.document)
    assert any("「300元」" in remark.text for remark in drafts.present(desk, STYLE, YEAR).draft.remarks)


def test_a_number_typed_by_hand_is_offered_its_figure(desk: Desk) -> None:
    offered = drafts.proposals(desk, YEAR, "300元")
    assert "donations.money" in [figure.key for figure in offered]
    assert drafts.proposals(desk, YEAR, "98765") == []


def test_the_clerks_own_words_are_kept_by_style_and_year(desk: Desk) -> None:
    drafts.keep_words(desk, STYLE, YEAR, {"开头": " 上级肯定了我们的工作。 ", "下步打算": ""})
    assert drafts.own_words(desk, STYLE, YEAR) == {"开头": "上级肯定了我们的工作。"}
    assert any(
        "上级肯定" in plain(b.text) for b in draft(desk, STYLE, YEAR).document.blocks if isinstance(b, Paragraph)
    )
    assert drafts.places('{% if 写得出("开头") %}{{ 写("开头") }}{% endif %}{{ 写("结尾") }}') == ["开头", "结尾"]


def test_a_text_of_the_middle_of_december_is_counted_to_the_end_of_the_next(desk: Desk) -> None:
    made = draft(desk, STYLE, YEAR, upto=date(YEAR, 12, 15))
    drafts.freeze(desk, made, "总结.docx")
    gift(desk, date(YEAR + 1, 12, 28), "900")
    text, _ = drafts.from_last_year(desk, STYLE, YEAR + 1)
    assert "900元" in plain(about_gifts(text).text)


def test_last_years_number_never_passes_for_one_of_this_year(desk: Desk) -> None:
    text, lost = drafts.from_last_year(desk, STYLE, YEAR + 1)
    assert {figure.start.year for figure in lost} == {YEAR + 1}
    drafts.keep(desk, drafts.present(desk, STYLE, YEAR + 1), text)
    again = drafts.present(desk, STYLE, YEAR + 1)
    assert "300元" in plain(about_gifts(again.draft.document).text)
    assert any("「300元」" in remark.text and "数不出来" in remark.text for remark in again.draft.remarks)


def test_the_same_days_of_the_year_before_move_on_with_the_text(desk: Desk) -> None:
    def of(year: int, end: date) -> Figure:
        return Figure("300元", "donations.money", date(year, 1, 1), end)

    upto, until = date(YEAR, 11, 20), date(YEAR, 12, 2)
    assert followed(of(YEAR, upto), upto, until) == Period.of_year(YEAR, until)
    assert followed(of(YEAR - 1, date(YEAR - 1, 11, 20)), upto, until) == Period.of_year(YEAR - 1, date(2023, 12, 2))
    whole = of(YEAR - 1, date(YEAR - 1, 12, 31))
    assert followed(whole, upto, until) == Period.of_year(YEAR - 1)
    assert followed(whole, upto, date(YEAR + 1, 12, 2)) == Period.of_year(YEAR)
    leap = date(2024, 2, 29)
    assert followed(of(2024, leap), leap, date(2025, 3, 1)) == Period.of_year(2025, date(2025, 3, 1))
    assert followed(of(2023, date(2023, 2, 28)), leap, date(2024, 3, 1)) == Period.of_year(2023, date(2023, 3, 1))


def test_a_text_brought_back_renews_what_was_left_alone(desk: Desk) -> None:
    working = drafts.present(desk, STYLE, YEAR)
    drafts.freeze(desk, working.draft, "总结.docx", working.base)
    (exported,) = drafts.versions(desk, STYLE, YEAR)
    study = BY_KEY["study"]
    values = {"date": date(YEAR, 5, 1), "topic": "学习", "kind": "党课", "attended": 5, "hours": Decimal(2)}
    records.save(desk, study, records.blank(desk, study) | values)
    now = draft(desk, STYLE, YEAR).document
    assert len(now.blocks) > len(working.draft.document.blocks)
    drafts.restore(desk, exported.id)
    again = drafts.present(desk, STYLE, YEAR)
    assert again.draft.document.blocks == now.blocks
    assert not again.is_edited
    assert again.compared


def damage(desk: Desk) -> None:
    """All kept texts are unreadable, as after a damaged disk."""
    with desk.store.write() as connection:
        connection.execute(
            text("""UPDATE summary_text SET content = json_set(content, '$.text', json('{"is": "x"}'))""")
        )


def test_a_damaged_text_of_last_year_stops_nothing(desk: Desk) -> None:
    working = drafts.present(desk, STYLE, YEAR - 1)
    drafts.keep(desk, working, edited(working.draft.document, "另写的话"))
    damage(desk)
    assert drafts.present(desk, STYLE, YEAR).draft.document == draft(desk, STYLE, YEAR).document
    document, lost = drafts.from_last_year(desk, STYLE, YEAR)
    assert lost == ()
    assert "另写的话" not in plain(about_gifts(document).text)


def test_a_damaged_text_is_listed_and_refused(desk: Desk) -> None:
    working = drafts.present(desk, STYLE, YEAR)
    drafts.keep(desk, working, edited(working.draft.document, "另写的话"))
    damage(desk)
    (one,) = drafts.versions(desk, STYLE, YEAR)
    assert one.characters is None
    with pytest.raises(Unreadable, match="从历史稿中另选一份"):
        drafts.restore(desk, one.id)
    assert "已损坏" in drafts.present(desk, STYLE, YEAR).draft.remarks[0].text
