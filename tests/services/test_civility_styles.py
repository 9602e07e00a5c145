"""创建文明单位 spoken and as a town's portrait on every kind of data: nothing, little, one of each, much, zeros."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from app.reports.document import Heading, Paragraph, plain
from app.services.desk import Desk
from app.services.looking import add_people
from tests.services.conftest import A_RECORD, saved
from tests.services.style_checks import (
    BAD,
    YEAR,
    clause_counts,
    headings,
    lines,
    text,
    type_in,
    untraced,
    written,
)

STYLES = ("civility", "portrait")
CLAIMS = ("无一人", "未发生", "村村通", "更通了", "更净了", "吹进了千家万户", "感人", "涌现", "逐年提高", "保障")
SUBJECTS = ("违纪违法", "重大安全事故", "信访", "进京赴省上访", "其他违规违纪")


def assert_reads_well(desk: Desk, key: str, upto: date | None = None) -> str:
    """Its text, once nothing in it is broken off, no heading stands empty and every number is known."""
    made = written(desk, key, upto=upto)
    for line in lines(made.document):
        assert not BAD.search(line), line
        assert line[-1] in "。！：" or not re.search("[。！]", line), line
    blocks = made.document.before_annexes()
    assert not isinstance(blocks[-1], Heading)
    for block, below in pairwise(blocks):
        if isinstance(block, Heading) and isinstance(below, Heading):
            assert below.level > block.level, plain(block.text)
    assert not untraced(made)
    return text(made.document)


def metric(desk: Desk, year: int, name: str, value: int, unit: str) -> None:
    type_in(desk, "metric", year=year, as_of=date(year, 12, 31), name=name, value=Decimal(value), unit=unit)


def honour(desk: Desk, year: int, title: str, **more: str) -> None:
    kinds = {"level": "县", "kind": "综合", "grade": "称号", "holder_kind": "集体", "holder": "某镇"} | more
    type_in(desk, "honour", date=date(year, 12, 20), year=year, title=title, **kinds)


@pytest.mark.parametrize("key", STYLES)
def test_nothing_is_claimed_and_no_heading_stands_for_an_empty_year(desk: Desk, key: str) -> None:
    told = assert_reads_well(desk, key)
    assert not [claim for claim in CLAIMS if claim in told]
    assert headings(written(desk, key).document, 1) == []
    assert not list(written(desk, key).document.figures())


@pytest.mark.parametrize("key", STYLES)
def test_a_few_records_give_a_short_text(office: Desk, key: str) -> None:
    for register in ("study", "visit", "activity", "meeting"):
        type_in(office, register)
    assert len(assert_reads_well(office, key)) < 2000


@pytest.mark.parametrize("key", STYLES)
def test_one_record_of_each_register_reads_well(office: Desk, key: str) -> None:
    for register in A_RECORD:
        if register not in ("office", "zero_report"):
            type_in(office, register)
    told = assert_reads_well(office, key)
    assert "一是" not in told or "二是" in told


@pytest.mark.parametrize("key", STYLES)
def test_zeros_are_written_where_signed_reports_cover_them(desk: Desk, key: str) -> None:
    add_people(desk, ["张三"], None, "其他机关干部")
    for subject in SUBJECTS:
        span = {"start": date(YEAR, 1, 1), "end": date(YEAR, 12, 31), "date": date(YEAR + 1, 1, 4)}
        saved(desk, "zero_report", subject=subject, scope="全镇", confirmer=1, signed=True, **span)
    told = assert_reads_well(desk, key)
    assert "全镇未发生重大安全事故。" in told
    zeros = [one for one in written(desk, key).document.figures() if dict(one.form).get("as") == "nothing"]
    assert zeros
    assert all(figure.value == 0 and figure.records for figure in zeros)


@pytest.mark.parametrize("key", STYLES)
def test_huge_numbers_stay_whole(office: Desk, key: str) -> None:
    money = Decimal(10**9)
    type_in(office, "donation", money=money, donors=10_000, expected=10_000, items=10_000)
    type_in(office, "study", present=10_000, hours=Decimal(10_000))
    for title in ("甲", "乙"):
        type_in(office, "project", title=title, kind="道路", state="完成", invested=money, done=date(YEAR, 6, 1))
    told = assert_reads_well(office, key)
    assert "200000万元" in told or "20亿元" in told


@pytest.mark.parametrize("key", STYLES)
def test_headings_of_one_level_share_one_grammar(township: Desk, key: str) -> None:
    assert_reads_well(township, key)
    document = written(township, key).document
    assert len(clause_counts(document, 1)) == 1
    if key == "civility":
        assert all(heading.startswith("围绕") for heading in headings(document, 1))
        whole = [block for block in document.blocks if isinstance(block, Heading)]
        parts = [plain(block.text) for block in whole if block.level == 2]
        first = [part for part in parts if part.startswith("确保")]
        assert first
        assert all(part.endswith("到位") for part in first)
    else:
        assert all(heading.startswith("加强") for heading in headings(document, 2))


@pytest.mark.parametrize("key", STYLES)
def test_a_running_year_speaks_of_no_whole_year(township: Desk, key: str) -> None:
    told = assert_reads_well(township, key, date(YEAR, 6, 30))
    assert not re.search("全年|一年来|当年", told)
    assert "今年以来" in told


def test_the_speech_greets_reports_and_thanks(desk: Desk) -> None:
    document = written(desk, "civility").document
    first, *_, last = (block for block in document.blocks if isinstance(block, Paragraph))
    assert (first.role, plain(first.text)) == ("salutation", "各位领导：")
    assert plain(last.text) == "汇报完毕，谢谢大家！"
    assert len(document.title) == 2
    assert document.title[1].startswith("——")
    own = written(desk, "civility", {"称呼": "尊敬的检查组各位领导"}).document
    assert lines(own)[0] == "尊敬的检查组各位领导："


def test_offices_are_named_with_their_count(township: Desk) -> None:
    told = text(written(township, "civility").document)
    found = re.search(r"设有([^。]+?)，共(\d+)个职能办（所）", told)
    assert found
    assert len(found[1].split("、")) == int(found[2])


def test_honours_stand_newest_first_and_only_those_counted(desk: Desk) -> None:
    for year, title in ((YEAR - 5, "久远"), (YEAR - 1, "次新"), (YEAR, "最新")):
        honour(desk, year, title)
    honour(desk, YEAR, "个人", holder_kind="个人")
    told = text(written(desk, "civility").document)
    assert f"近三年，先后获得{YEAR}年县级“最新”、{YEAR - 1}年县级“次新”2项荣誉。" in told
    assert "久远" not in told


def test_shortcomings_close_the_speech(office: Desk) -> None:
    type_in(office, "problem", content="会议偏多", shortcoming=True)
    type_in(office, "problem", content="下村偏少。", shortcoming=True)
    assert "主要表现在：一是会议偏多；二是下村偏少。我们将" in assert_reads_well(office, "civility")
    own = written(office, "civility", {"存在问题": "培训还不够。"}).document
    assert "主要表现在：培训还不够。我们将" in text(own)


def test_streaks_break_at_a_gap(desk: Desk) -> None:
    for year in (YEAR - 2, YEAR - 1, YEAR):
        honour(desk, year, "连着的")
    for year in (YEAR - 2, YEAR):
        honour(desk, year, "断了的")
    told = assert_reads_well(desk, "portrait")
    assert "连续三年获得“连着的”称号，是上级" in told
    assert not re.search("连续.年获得“断了的”", told)


def test_indicators_of_two_years_show_their_base(desk: Desk) -> None:
    for year, value in ((YEAR - 1, 1000), (YEAR, 1150)):
        metric(desk, year, "财政总收入", value, "万元")
        metric(desk, year, "粮食产量", 9000 - value, "吨")
    told = assert_reads_well(desk, "portrait")
    assert f"{YEAR}年，财政总收入达到1150万元，比上年的1000万元增长15%。" in told
    assert "粮食" not in told


@pytest.mark.parametrize("year", [YEAR - 1, YEAR])
def test_an_indicator_of_one_year_is_told_with_its_year(desk: Desk, year: int) -> None:
    metric(desk, year, "财政总收入", 1150, "万元")
    assert f"{year}年，财政总收入达到1150万元。" in assert_reads_well(desk, "portrait")


def test_the_town_tells_its_area_people_and_urban_share_when_recorded(township: Desk) -> None:
    for name, value, unit in (("辖区面积", 86, "平方公里"), ("常住人口", 15872, "人"), ("城镇化率", 41, "%")):
        metric(township, YEAR, name, value, unit)
    told = assert_reads_well(township, "portrait")
    assert "，辖区面积86平方公里，常住人口15872人，城镇化率41%。" in told


def test_projects_tell_their_money_and_whom_they_serve(office: Desk) -> None:
    done = {"state": "完成", "done": date(YEAR, 6, 1), "parent": None, "people_matter": True}
    type_in(office, "project", title="村道硬化", kind="道路", invested=Decimal(120_000), **done)
    assert "路更通了，完成村道硬化，投入12万元。" in assert_reads_well(office, "portrait")
    assert "水更净了" not in text(written(office, "portrait").document)
    assert "改善道路通行条件" in assert_reads_well(office, "civility")


def test_students_are_counted_from_the_first_year(desk: Desk) -> None:
    for year, payee in ((YEAR - 3, "陆某"), (YEAR, "谢某")):
        type_in(desk, "grant", date=date(year, 8, 1), payee=payee, amount=Decimal(2000), village=None)
    other = {"kind": "招商引资奖励", "payee": "邹某", "qualification": "不涉及", "village": None}
    type_in(desk, "grant", date=date(YEAR, 9, 1), **other)
    assert f"{YEAR - 3}年以来已有2名学子受到奖励和资助，发放资金4000元，" in assert_reads_well(desk, "portrait")


@pytest.mark.parametrize("key", STYLES)
def test_the_clerks_own_words_have_places(office: Desk, key: str) -> None:
    type_in(office, "activity")
    places = {"civility": ("活动主题", "结尾"), "portrait": ("概貌", "开头", "结尾")}[key]
    if key == "portrait":
        type_in(office, "village", kind="村", name="试点村")
    told = text(written(office, key, {place: f"这是写在{place}里的话" for place in places}).document)
    assert [place for place in places if f"这是写在{place}里的话" not in told] == []
