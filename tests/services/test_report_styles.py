"""系统创建, “回头看” and 调研与思考 on every kind of data: nothing, little, one of each, much, zeros."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.reports.document import Paragraph, plain
from app.reports.summaries.composing import TemplateMistake
from app.services.desk import Desk
from app.services.looking import add_people
from tests.services.conftest import A_RECORD, saved
from tests.services.style_checks import (
    YEAR,
    assert_well_formed,
    clause_counts,
    headings,
    lines,
    text,
    type_in,
    untraced,
    written,
)

STYLES = ("system", "selfcheck", "research")
CLAIMS = ("无一", "没有发生", "没有干部", "未发生", "未发现", "全部", "人手一")
SUBJECTS = ("违纪违法", "重大安全事故", "信访", "进京赴省上访", "其他违规违纪")


def report_nothing(desk: Desk) -> None:
    for subject in SUBJECTS:
        span = {"start": date(YEAR, 1, 1), "end": date(YEAR, 12, 31), "date": date(YEAR + 1, 1, 4)}
        saved(desk, "zero_report", subject=subject, scope="全镇", confirmer=1, signed=True, **span)


@pytest.mark.parametrize("key", STYLES)
def test_nothing_is_claimed_of_an_empty_year(desk: Desk, key: str) -> None:
    made = written(desk, key)
    assert_well_formed(made)
    assert not untraced(made)
    assert not [claim for claim in CLAIMS if claim in text(made.document)]
    assert {figure.key for figure in made.document.figures()} <= {"report.cutoff"}


@pytest.mark.parametrize("key", STYLES)
def test_a_few_records_give_a_short_text(office: Desk, key: str) -> None:
    for register in ("study", "visit", "opinion", "meeting"):
        type_in(office, register)
    made = written(office, key)
    assert_well_formed(made)
    assert not untraced(made)
    assert len(text(made.document)) < 2000


@pytest.mark.parametrize("key", STYLES)
def test_one_record_of_each_register_reads_well(office: Desk, key: str) -> None:
    for register in A_RECORD:
        if register not in ("office", "zero_report"):
            type_in(office, register)
    made = written(office, key)
    assert_well_formed(made)
    assert not untraced(made)
    assert "一是" not in text(made.document) or "二是" in text(made.document)


@pytest.mark.parametrize("key", STYLES)
def test_zeros_are_written_where_signed_reports_cover_them(desk: Desk, key: str) -> None:
    add_people(desk, ["张三"], None, "其他机关干部")
    report_nothing(desk)
    made = written(desk, key)
    assert_well_formed(made)
    claimed = [figure for figure in made.document.figures() if dict(figure.form).get("as") == "nothing"]
    assert len(claimed) == {"system": 1, "selfcheck": 3, "research": 0}[key]
    assert all(figure.value == 0 and figure.records for figure in claimed)


@pytest.mark.parametrize("key", STYLES)
def test_huge_numbers_stay_whole(office: Desk, key: str) -> None:
    money = Decimal(10**9)
    type_in(office, "donation", money=money, donors=10_000, expected=10_000, items=10_000)
    type_in(office, "visit", households=10_000)
    type_in(office, "study", present=10_000, hours=Decimal(10_000))
    type_in(office, "expense", amount=money, budget=1)
    for title in ("甲", "乙", "丙", "丁"):
        type_in(office, "project", title=title, kind="道路", state="完成", invested=money, done=date(YEAR, 6, 1))
    made = written(office, key)
    assert_well_formed(made)
    assert not untraced(made)
    if key == "system":
        assert "捐款100000万元" in text(made.document)
    if key == "selfcheck":
        assert "已完成甲、乙、丙等4个，投入400000万元" in text(made.document)


@pytest.mark.parametrize("key", STYLES)
def test_a_whole_year_of_a_township(township: Desk, key: str) -> None:
    made = written(township, key)
    assert_well_formed(made)
    assert not untraced(made)
    assert 1000 < len(text(made.document)) < 3000
    assert len(clause_counts(made.document, 1) if key != "selfcheck" else {1}) == 1
    assert len(clause_counts(made.document, 2)) <= 1


@pytest.mark.parametrize("key", STYLES)
def test_a_running_year_speaks_of_no_whole_year(township: Desk, key: str) -> None:
    made = written(township, key, upto=date(YEAR, 6, 30))
    assert_well_formed(made)
    assert "全年" not in text(made.document)
    assert "上年同期" in text(made.document) or key == "research"


def test_the_announced_parts_are_those_that_follow(township: Desk) -> None:
    made = written(township, "system")
    parts = headings(made.document, 2)
    assert len(parts) == 6
    assert "着力抓好以下六个方面的工作" in text(made.document)
    assert all(part.startswith("抓") and part.count("，") == 2 for part in parts)


def test_shares_and_growth_show_their_base(township: Desk) -> None:
    told = text(written(township, "system").document)
    assert "现有在编职工26名，其中大专以上学历19人，占73.1%" in told
    assert "召开会议95次，比上年的100次下降5%" in told


def test_growth_and_multiples_of_an_indicator_are_told_apart(office: Desk) -> None:
    for year, value in ((YEAR - 5, 100), (YEAR - 1, 1000), (YEAR, 1150)):
        metric = {"name": "财政总收入", "value": Decimal(value), "unit": "万元"}
        type_in(office, "metric", year=year, as_of=date(year, 12, 31), **metric)
    told = text(written(office, "system").document)
    assert f"财政总收入1150万元，比上年的1000万元增长15%，是{YEAR - 5}年的11.5倍。" in told
    assert "比上年" not in text(written(office, "system", upto=date(YEAR, 12, 30)).document)


def test_the_closing_speaks_from_the_share_of_tasks_done(office: Desk) -> None:
    assert "从总结情况看" not in text(written(office, "system").document)
    type_in(office, "supervision", done=date(YEAR, 4, 1))
    assert "各项任务全面完成" in text(written(office, "system").document)
    type_in(office, "supervision", done=None)
    assert "任务完成率为50%，还有不少工作要做" in text(written(office, "system").document)


def test_the_first_four_parts_of_a_self_check_ask_whether(office: Desk) -> None:
    for register in ("study", "opinion", "petition", "project"):
        type_in(office, register, **({"status": "已化解", "done": date(YEAR, 5, 1)} if register == "petition" else {}))
    document = written(office, "selfcheck").document
    asked = headings(document, 1)
    assert [heading[:1] + heading[5:7] for heading in asked[:4]] == ["看是否"] * 4
    assert asked[4:] == ["存在的不足及下一步安排"]


def test_shortcomings_and_next_steps_mirror_each_other(office: Desk) -> None:
    first = type_in(office, "problem", content="会议偏多", shortcoming=True, measures="合并会议。")
    type_in(office, "problem", content="下村偏少", shortcoming=True, measures="把下村天数纳入考核。")
    type_in(office, "problem", content="不必写", shortcoming=False)
    saved(office, "next_step", year=YEAR, order=1, title="精简会议", content="能合并的合并。", answers=first)
    *_, lacking, steps = lines(written(office, "selfcheck").document)
    assert lacking.endswith("主要表现在：一是会议偏多；二是下村偏少。")
    assert "以下两项工作。一是精简会议，能合并的合并。二是把下村天数纳入考核，防止同类问题再次发生。" in steps


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("计划", "计划实施村道硬化，计划投资30万元"),
        ("在建", "正在实施村道硬化，已投入12万元"),
        ("完成", "已完成村道硬化，投入12万元"),
    ],
)
def test_the_state_of_a_project_decides_the_verb(office: Desk, state: str, words: str) -> None:
    money = {"planned": Decimal(300_000), "invested": Decimal(0 if state == "计划" else 120_000)}
    type_in(office, "project", title="村道硬化", kind="道路", state=state, people_matter=True, parent=None, **money)
    told = text(written(office, "selfcheck").document)
    assert words in told
    assert ("全部完成" in told) == (state == "完成")


def test_a_campaign_narrows_the_text_to_its_days(office: Desk) -> None:
    saved(office, "campaign", title="作风提升", date=date(YEAR, 3, 1), end=date(YEAR, 9, 30), goal="改进作风。")
    for day in (date(YEAR, 2, 1), date(YEAR, 5, 1), date(YEAR, 11, 1)):
        type_in(office, "study", date=day)
    for key, title in (("system", "云禾镇作风提升工作汇报"), ("selfcheck", "云禾镇作风提升“回头看”自查报告")):
        made = written(office, key, {"专项名称": "作风提升"})
        assert_well_formed(made)
        assert "".join(made.document.title) == title
        assert "集中学习1次" in text(made.document)
    assert f"截至{YEAR}年9月30日" in text(made.document)


def test_a_campaign_that_is_not_there_is_named(office: Desk) -> None:
    with pytest.raises(TemplateMistake, match=r"专项工作台账中没有「没有的」，请检查名称。$"):
        written(office, "system", {"专项名称": "没有的"})
    saved(office, "campaign", title="明年的事", date=date(YEAR + 1, 3, 1))
    with pytest.raises(TemplateMistake, match=f"到{YEAR}年12月31日还没有开始"):
        written(office, "selfcheck", {"专项名称": "明年的事"})


def test_problems_of_the_research_paper_come_from_the_register(office: Desk) -> None:
    type_in(office, "problem", kind="形式主义", content="表格偏多。")
    assert "以下一个方面。重形式、轻实效" in text(written(office, "research").document)
    type_in(office, "problem", kind="能力不足", content="业务不熟")
    document = written(office, "research").document
    found = next(line for line in lines(document) if line.startswith("从调研情况看"))
    assert "以下两个方面。一是重形式、轻实效的现象还没有绝迹，主要表现为表格偏多。" in found
    assert "二是履职能力与新的要求还不相适应，主要表现为业务不熟。" in found
    assert "享乐" not in found


@pytest.mark.parametrize("key", STYLES)
def test_the_clerks_own_words_have_places(office: Desk, key: str) -> None:
    places = {
        "system": ("开头", "创建目标", "组织领导", "创建特色", "下步打算", "结尾"),
        "selfcheck": ("开头", "学习教育", "听取意见", "专项整治", "惠民实事", "存在问题", "下步打算"),
        "research": (
            "开头",
            "调研背景",
            "问题分析",
            "教育成效",
            "典型做法",
            "活动成效",
            "制度成效",
            "成效体会",
            "结尾",
        ),
    }[key]
    made = written(office, key, {place: f"这是写在{place}里的话。" for place in places})
    assert_well_formed(made)
    own = [plain(block.text) for block in made.document.blocks if isinstance(block, Paragraph)]
    assert [place for place in places if f"这是写在{place}里的话。" not in own] == []
