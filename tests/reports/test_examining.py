"""成文体检: each planted fault is found where it stands, and what only looks like one passes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.reports.document import Column, Document, Figure, Table
from app.reports.summaries.examining import count_characters, examine
from tests.reports.examined import MEETINGS, MONEY, YEAR, figure, found, paper


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全镇有村干部61名，其中大专以上学历58人，占96.6%。", "应为95.1%"),
        ("镇机关有党员61名，58人参加测评，占96.6%。", "应为95.1%"),
        ("全镇干部61名；其中党员58人，占干部总数的96.6%。", "应为95.1%"),
        ("受理120件，办结110件，办结率95%。", "应为92%"),
        ("受理10000件，办结9999件，办结率100%。", "应为99.9%"),
        ("收集意见85条，采纳76条，采纳率为98.4%。", "应为89.4%"),
        ("应到61人，实到58人，到会率96.6%。", "应为95.1%"),
        ("督办事项51件，办结50件，完成率95%。", "应为98%"),
        ("全年下村2612次，成效明显。步行下村2600次，占下村次数的98%。", "应为99.5%"),
        ("全年支出28.09万元。公务卡支付11.17万元，占支出总额的43.8%。", "应为39.8%"),
        ("现有在岗职工28人，其中党员34名。", "多于总数28人"),
        ("共120件，其中信访60件、来访70件。", "合计130件"),
        ("现有职工48人，其中本科学历37名，大专学历16名。", "合计53人"),
        ("下村由30次增加到36次，增长25%。", "应为20%"),
        ("由36次增加到30次。", "方向相反"),
        ("召开会议28次，比上年的30次下降10%。", "应为6.7%"),
        ("召开会议28次，比上年的30次增长6.7%。", "方向相反"),
        ("上年走访30次，今年走访36次，同比增长25%。", "应为20%"),
        ("满意度由85%提高到90%，提高6个百分点。", "应为5个百分点"),
        ("完成投资110万元，比上年的100万元增加20万元。", "应为10万元"),
        ("总产值74.69亿元，是2011年6.5亿元的10.5倍。", "应为是其11.5倍"),
        ("总产值由6.5亿元增加到74.69亿元，增长11.5倍。", "应为增长10.5倍"),
        ("归集额74.69亿元，比上年增长14亿元，比2011年的6.5亿元增加了11.5倍。", "应为增长10.5倍"),
        ("捐款3.33万元、捐物折款1.59万元，合计5.92万元。", "4.92万元"),
    ],
)
def test_a_share_or_change_that_does_not_follow_is_found(text: str, told: str) -> None:
    assert [one for one in found(text) if told in one and one.startswith("第1段 ")], found(text)


@pytest.mark.parametrize(
    "text",
    [
        "全镇有村干部61名，其中大专以上学历58人，占95.1%。",
        "受理120件，办结110件，办结率91.7%。",
        "受理120件，办结110件，办结率91.6%。",
        "受理120件，办结110件，办结率近92%。",
        "下村由30次增加到36次，增长20%。",
        "召开会议28次，比上年的30次下降6.7%。",
        "比上年的30次增加6次，达到36次。",
        "总产值74.69亿元，是2011年6.5亿元的11.5倍。",
        "总产值由6.5亿元增加到74.69亿元，增长10.5倍。",
        "捐款3.33万元、捐物折款1.59万元，合计4.92万元。",
        "登记矛盾纠纷48件，全年化解办结49件，当年登记事项办结率95.8%。",
        "248人次参与，捐款3.33万元，捐物折款1.59万元，参与率95%。",
        "现有在岗职工48人，其中党员34名，副科级以上干部8名，大专学历37名，本科学历6名。",
        "三公经费支出4.53万元，比上年的4.92万元下降7.9%，占年度预算的66.6%。",
        "在岗职工28人，其中党员23名，大专以上学历28人，在编职工中大专以上学历占96.3%。",
        "接待44批次、259人次，接待费用7584元，人均29.3元。",
        "投资100余万元，占总投资的30%。",
        "粮食总产增长5.2%，农民人均纯收入增加1400元。",
        "受理120件，办结110件，其中当天办结37件，当天办结率100%。",
    ],
)
def test_shares_and_changes_that_follow_pass(text: str) -> None:
    assert found(text) == []


def test_exact_values_of_figures_are_reckoned_with() -> None:
    paid, spent = (
        figure("11.17万元", Decimal("111736.20"), "元", "a"),
        figure("28.09万元", Decimal("280886.06"), "元", "b"),
    )
    text = "全年支出{}，其中公务卡支付{}，占支出总额的{}。"
    assert not found(text, figures=(spent, paid, figure("39.8%", Decimal("39.8"), "%", "c")))
    assert "应为39.8%" in found(text, figures=(spent, paid, figure("43.8%", Decimal("43.8"), "%", "c")))[0]
    assert "应为39.8%" in found(text.replace("的{}", "的43.8%"), figures=(spent, paid))[0]


@pytest.mark.parametrize("typed", ["19次", "近18次", "20余次", "1次"])
def test_a_number_typed_beside_a_figure_has_its_value(typed: str) -> None:
    told = found("全年召开会议{}。", f"回顾全年召开会议{typed}，成效明显。", figures=(MEETINGS,))
    assert any("第2段" in one and "不一致" in one for one in told), told


@pytest.mark.parametrize(
    "text", ["全年召开会议18次。", "上半年召开会议9次。", "召开会议10余次。", "青石村召开会议3次。"]
)
def test_a_number_that_agrees_or_tells_something_else_passes(text: str) -> None:
    assert found("全年召开会议{}。", text, figures=(MEETINGS,)) == []


def test_the_same_phrase_has_one_number_in_two_paragraphs() -> None:
    assert "不一致" in found("建成村级公路26千米。", "目前建成村级公路27千米。")[0]
    assert "不一致" in found("全镇道路26千米。", "道路27千米。")[0]
    assert found("青石村建成村级公路3千米。", "柳溪村建成村级公路5千米。") == []
    assert found("新建村级公路3千米。", "维修村级公路5千米。") == []


def test_a_figure_that_was_counted_twice_has_one_value() -> None:
    assert "同一个数前后不一致" in found("召开会议{}。", "开会{}。", figures=(MEETINGS, figure("19次", 19, "次")))[0]
    other = (figure("3次", 3, "次", as_="change"), figure("15次", 15, "次", year=YEAR - 1))
    assert found("召开会议{}，比上年的{}增加{}。", figures=(MEETINGS, *other[::-1])) == []


@pytest.mark.parametrize(
    ("one", "wrong"),
    [
        (figure("3000余元", Decimal(3260), "元"), False),
        (figure("3000余元", Decimal(3000), "元"), True),
        (figure("近3000元", Decimal(3260), "元"), True),
        (figure("近400人", 398, "人"), False),
        (figure("40余万元", Decimal(412345), "元"), False),
        (figure("10万余元", Decimal(104000), "元"), False),
        (figure("10万余元", Decimal(190000), "元"), True),
        (figure("400人以上", 399, "人"), True),
        (figure("18次", 19, "次"), True),
        (figure("十八次", 18, "次"), False),
        (figure("23名", 23, "人"), False),
        (figure("28.09万元", Decimal("280886.06"), "元"), False),
        (figure("未发生安全事故", 1, "起", as_="nothing"), True),
        (figure("未发生安全事故", 0, "起", as_="nothing"), False),
        (figure("全部", Decimal("99.1"), "%", as_="all"), True),
    ],
)
def test_the_words_of_a_figure_are_true(one: Figure, wrong: bool) -> None:
    assert bool(found("全年{}。", figures=(one,))) is wrong


def test_a_hedge_typed_round_a_figure_is_true() -> None:
    assert found("收到捐款近{}。", figures=(MONEY,))
    assert found("收到捐款超过{}。", figures=(MONEY,))
    assert found("收到捐款{}以上。", figures=(MONEY,)) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("受理120件，办结110件，全部办结。", 1),
        ("受理120件，办结120件，全部办结。", 0),
        ("办结率96.9%，做到件件办结。", 0),
        ("来文办结率96.9%，来文均已办结。", 1),
        ("全年未发生安全事故。发生安全事故2起。", 1),
        ("全年未发生重大安全事故。发生一般安全事故2起。", 0),
        ("受理120件，办结110件，其中加急件全部办结。", 0),
        ("开展预防安全事故培训6次，全年未发生安全事故。", 0),
    ],
)
def test_all_and_none_are_true(text: str, count: int) -> None:
    assert len(found(text)) == count, found(text)


def test_length_is_that_of_the_kind() -> None:
    document = paper("字" * 90)
    assert count_characters(document) == 102
    assert [one.place for one in examine(document, limit=101)] == ["全文"]
    assert examine(document, limit=102) == []


def test_cells_of_a_table_are_read_for_garble_only() -> None:
    table = Table((Column("事项"),), ((("投资12万元",),), (("创(新",),)), "明细")
    assert [one.place for one in examine(Document(("总结",), (table,)), limit=9)] == ["表“明细”"]
