"""公文体检 finds each planted fault of the words, and none where there is none."""

from collections.abc import Callable

import pytest

Texts = Callable[..., list[str]]


@pytest.mark.parametrize(
    "words",
    [
        "根据青政发〔2026〕3号文件，2026年3月7日召开会议18次，收入3.5万元，增长10.5%。",
        "会议定于8:30开始，网址为http://a.cn/b?c=1，型号为A(1)。",
        "坚持“一线工作法”……做到“四个到位”——简化手续（含代办）。",
        "中共人大党组成员参加，公共场所整洁，共18人次。",
        "一是加强学习；二是改进作风。",
        "12.5万元已全部到位。",
        "资金总额为300元，约20%用于办公。",
    ],
)
def test_correct_text_has_no_remark(texts_of: Texts, words: str):
    assert texts_of(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("全年开会18次,成效明显。", "中文中应用全角标点，现有半角的“,”。"),
        ("全年开会(含例会)很多。", "中文中应用全角标点，现有半角的“(”。"),
        ("成效明显.", "中文中应用全角标点，现有半角的“.”。"),
        ('坚持"一线"工作。', '中文中应用全角标点，现有半角的“"”。'),
        ("等等...", "省略号应写作“……”，现为“...”。"),
        ("成效明显，，继续努力。", "标点重复：“，，”。"),
        ("根据青政发[2026]3号文件。", "发文字号的年份应用六角括号“〔〕”括起，现为“[2026]3号”。"),
        ("根据青政发〔26〕3号文件。", "发文字号的年份应写四位数字、不加“年”字，现为“〔26〕3号”。"),
        ("根据青政发〔2026〕第3号文件。", "发文字号的序号前不加“第”字，现为“〔2026〕第3号”。"),
        ("根据青政发〔2026〕03号文件。", "发文字号的序号不编虚位（1不写作01），现为“〔2026〕03号”。"),
        ("于2026年03月7日召开。", "日期的月、日不编虚位（3月7日不写作03月07日），现为“2026年03月”。"),
        ("于2026.3.7召开。", "日期应写作“年月日”的形式，现为“2026.3.7”。"),
        ("于2026年2月30日召开。", "“2026年2月30日”这一天不存在。"),
        ("修路一条，投资万元。", "句子缺少数字或内容：“修路一条，投资万元。”。"),
        ("同比增长%，", "句子缺少数字或内容：“同比增长%，”。"),
        ("接访【待补】次。", "句子缺少数字或内容：“接访【待补】次。”。"),
        ("接访None次。", "句子缺少数字或内容：“接访None次。”。"),
        ("王\ufffd同志。", "有乱码或未填的空：“王\ufffd同志。”。"),
    ],
)
def test_each_planted_fault_is_found(texts_of: Texts, words: str, found: str):
    assert found in texts_of(words)


@pytest.mark.parametrize(
    ("words", "right"),
    [("二〇二六年三月七日", False), ("2026.3.7", False), ("2026年3月7日", True)],
)
def test_day_of_signing_is_in_arabic_numerals(texts_of: Texts, words: str, right: bool):
    found = [text for text in texts_of("正文。", "青石镇人民政府", words) if "成文日期" in text]
    assert (found == []) is right


def test_headings_in_order_have_no_remark(texts_of: Texts):
    words = ("（一）甲。文", "1.丙", "2.丁", "（1）戊", "（二）乙。文", "1.己", "（三）庚。文")
    assert texts_of(*words, font="仿宋_GB2312") == ["二级标题应用楷体_GB2312，现为仿宋_GB2312。"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("一、甲", "三、乙"), "标题编号不连续：此处应为“二、”，现为“三、”。"),
        (("一、甲", "一、乙"), "标题编号不连续：此处应为“二、”，现为“一、”。"),
        (("一、甲", "（二）乙"), "标题编号不连续：此处应为“（一）”，现为“（二）”。"),
        (("一.甲",), "标题序号应写作“一、”，现为“一.”。"),
        (("(一)甲",), "标题序号应写作“（一）”，现为“(一)”。"),
        (("（一）、甲",), "标题序号应写作“（一）”，现为“（一）、”。"),
        (("1、甲",), "标题序号应写作“1.”，现为“1、”。"),
    ],
)
def test_headings_out_of_order_or_wrongly_written_are_found(texts_of: Texts, words: tuple[str, ...], found: str):
    assert found in texts_of(*words, font="黑体")


def test_numbers_begin_anew_in_an_annex(texts_of: Texts):
    found = texts_of("一、甲", "附件1", "一、乙", font="黑体")
    assert not [text for text in found if "不连续" in text]
