"""成文体检 of origins: numbers typed by hand, last year's leftovers, hollow and garbled places."""

from __future__ import annotations

import time

import pytest

from app.reports.document import Document, Paragraph
from app.reports.summaries.examining import examine
from tests.reports.examined import MEETINGS, YEAR, figure, found, paper


@pytest.mark.parametrize("typed", ["全年下村走访215次。", "投入12.5万元。", "合格率达98%。", "惠及3,250名群众。"])
def test_a_number_typed_by_hand_is_untraced(typed: str) -> None:
    told = found(typed, traced=False)
    assert len(told) == 1
    assert "未溯源" in told[0]
    assert found(typed) == []


@pytest.mark.parametrize(
    "text",
    [
        "2025年3月7日，印发青政发〔2025〕3号文件。",
        "学习党的二十届三中全会精神，第3季度召开第5次会议，落实第11条规定。",
        "学习《关于2025年1号文件的意见》，开通“12345”热线和110联动。",
        "坚持四个一、三公经费只减不增、两学一做，8小时外也不放松，24小时值班。",
        "业务性会议每月不超过2次，会议控制在60分钟以内。",
        "请记者报道没有超过每年4次的规定。",
        "3月份，5月上旬，11月20日至25日开展督查。",
        "新建110kV变电站，创建4A级景区。",
    ],
)
def test_dates_names_and_limits_are_no_counts(text: str) -> None:
    assert found(text, traced=False) == []


def test_a_bare_number_of_a_record_is_no_source_of_a_typed_one() -> None:
    document = Document(("总结",), (Paragraph(("全年召开会议200次，走访2次，帮助4110户。",)),))
    told = examine(document, limit=3000, material=["2", "4110", "1.8", "100 %"], year=YEAR)
    assert ["200次" in told[0].text, "2次" in told[1].text, "4110户" in told[2].text] == [True] * 3
    assert not examine(document, limit=3000, material=["全年召开会议200次，走访2次，帮助4110户"], year=YEAR)


def test_a_typed_number_that_equals_a_figure_is_told_so() -> None:
    told = found("召开会议{}。", "会议18次。", figures=(MEETINGS,), traced=False)
    assert len(told) == 1
    assert "相同" in told[0]


@pytest.mark.parametrize(
    "text",
    [
        "2024年全年召开会议多次。",
        "2024年，我镇坚持从严治党。",
        "二〇二四年，全镇上下团结一心。",
        "2023年的工作取得实效。",
    ],
)
def test_an_earlier_year_is_a_leftover(text: str) -> None:
    told = found(text, traced=False)
    assert len(told) == 1, told
    assert "这是2025年的总结" in told[0]


@pytest.mark.parametrize(
    "text",
    [
        "比2024年增长明显。",
        "2023—2025年连续获奖。",
        "2023年至2025年，镇村面貌一新。",
        "自2019年以来，坚持驻村。",
        "被评为“2024年度先进集体”，2024年度荣获县级表彰。",
        "青发〔2024〕12号文件落实到位。",
        "2024年启动的项目，2025年建成。",
        "与2024年同期持平。",
        "2026年，重点抓好落实。",
    ],
)
def test_comparisons_histories_and_honours_are_none(text: str) -> None:
    assert found(text, traced=False) == []


def test_the_title_has_the_year_of_the_summary() -> None:
    document = paper("内容。", title="青禾镇2024年工作总结")
    assert [one.place for one in examine(document, limit=3000, year=YEAR)] == ["标题"]


def test_a_figure_of_the_year_before_is_told_as_such() -> None:
    before = figure("15次", 15, "次", year=YEAR - 1)
    assert "2024年" in found("全年召开会议{}。", figures=(before,))[0]
    assert found("比上年的{}有所增加。", figures=(before,)) == []
    assert found("2024年开会{}，比今年少。", figures=(before,)) == []


def test_a_sentence_of_last_year_with_its_number_is_found() -> None:
    last = paper("开展走访215次，成效明显。坚持从严治党。")
    told = found("开展走访215次，成效明显。坚持从严治党。", last=last)
    assert len(told) == 1
    assert "一字不差" in told[0]
    assert found("开展走访216次，成效明显。坚持从严治党。", last=last) == []


@pytest.mark.parametrize(
    "text",
    [
        "完成投资万元。",
        "收集意见共条，全部答复。",
        "走访群众【待补：户次】。",
        "学习《》文件。",
        "落实“”制度。",
        "镇村两级（）联动。",
        "走访，。群众满意。",
        "走访群众，，群众满意。",
        "走访群众、",
        "走访群众，",
        "全年走访{{ 数(走访) }}。",
        "走访群众[[多次]]。",
        "走访None次。",
        "走访群众,群众满意。",
        "走访群众(含困难户)。",
        "創新机制，服务群众。",
        "创(chuàng)新机制。",
        "创?新机制。",
        "走访�群众。",
        "走访\ue000群众。",
        "走访１８次。",
        "走访“群众。",
        "，走访群众。",
    ],
)
def test_hollow_garbled_and_wrongly_punctuated_places_are_found(text: str) -> None:
    document = Document(("总结",), (Paragraph((text,)),))
    told = examine(document, limit=3000, material=[text], year=YEAR)
    assert {one.place for one in told} == {"第1段"}, told


@pytest.mark.parametrize(
    "text",
    [
        "面积120公顷（ha），比例为3:1，会议8:30开始。",
        "达到件件有回音，共产党员带头。",
        "为什么？因为群众需要。",
        "发放《条例》、“明白卡”等资料。",
        "完成投资（含配套资金），效果良好！",
        "公共场所整洁，一共走访，第一次办理。",
        "党员（含预备党员）参加。会议强调：“要抓落实。”",
        "2.5万亩良田丰收，增长1.5%。",
    ],
)
def test_good_text_has_no_such_place(text: str) -> None:
    assert found(text) == []


def test_a_unit_that_stands_elsewhere_is_missed() -> None:
    assert "缺少单位“次”" in found("召开会议{}，成效明显。", figures=(figure("18", 18, "次"),))[0]
    assert "缺少单位" in found("走访群众14次。", "走访群众14，效果好。")[0]
    assert found("召开会议{}次。", figures=(figure("18", 18, "次"),)) == []


def test_three_thousand_characters_are_read_in_no_time() -> None:
    sentence = "全年受理120件，办结110件，办结率91.7%，比上年的100件增长20%；涉及青石村、柳溪村等5个村。"
    document = paper(*[sentence * 5] * 13)
    examine(document, limit=9000, year=YEAR)
    begun = time.perf_counter()
    examine(document, limit=9000, year=YEAR)
    assert time.perf_counter() - begun < 0.5


def test_many_places_of_one_kind_are_one_remark() -> None:
    assert len(found('坚持"三会一课"，落实"两学一做"。')) == 1
    assert "等2处" in found("创（chuàng）新（xīn）机制。")[0]
