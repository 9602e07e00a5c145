"""Each kind of mistake in a template is told in one sentence at its line, all of them at once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.reports.summaries.style import STYLES
from app.services import templates
from app.services.desk import Desk
from app.services.templates import asked_at, completions, conditions_of, mistakes, offered

HEAD = "标题：甲\n\n# 乙\n"
WRONG = (
    ('{{ 数("召开会议次树") }}', "没有「召开会议次树」这个数字，是不是「召开会议次数」"),
    ('{{ 比上年("没有") }}', "没有「没有」这个数字"),
    ('{{ 数("收文件数", kin="x") }}', "没有条件「kin」"),
    ('{{ 数("收文件数", "kin=x") }}', "没有条件「kin」"),
    ('{{ 数("收文件数", "特急") }}', "应写成「名称=内容」"),
    ('{{ 数("收文件数", urgency="特特急") }}', "没有「特特急」这一项"),
    ('{{ 数("下村走访次数", village="没有村") }}', "台账中没有「没有村」"),
    ('{{ 并列(("甲", "召开会议次数", "kind=党伟会"),) }}', "没有「党伟会」这一项"),
    ('{{ 并列("甲", "召开会议次数") }}', "每一项要写成"),
    ('{{ 占("收文件数", "没有总数") }}', "没有「没有总数」这个数字"),
    ('{{ 倍数("收文件数") }}', "括号里少写了内容"),
    ('{{ 数("收文件数", 约="大概") }}', "「约」只能写"),
    ('{{ 数("收文件数", 期="去年底") }}', "没有「去年底」这种期间"),
    ('{% for 例 in 典型事例("没有簿") %}{{ 例 }}{% endfor %}', "没有「没有簿」这本台账"),
    ('{% for 条 in 记录("会义") %}{% endfor %}', "没有「会义」这本台账"),
    ('{{ 数("统计指标数值", name="税收") }}', '要和内容一起写在引号里，如 "name=内容"'),
    ("{{ 不认识 }}", "不认识「不认识」"),
    ("{{ 收文件数 }}", '要写成 数("收文件数")'),
    ("{{ 年|upper }}", "没有「upper」这种写法"),
    ("{{ 数(“收文件数”) }}", "「“」是全角符号"),
    ('{{ 数("收文件数" }}', "应当先写「)」"),
    ('{{ 数("收文件数")', "{{ 没有写 }} 结束"),
    ("多了 }}", "多了一个 }}"),
    ("[[没有关。", "[[ 没有在同一行写 ]] 结束"),
    ("多了]]。", "多了一个 ]]"),
    ("{% if 年 > 1 %}没有结束", "没有写 {% endif %} 结束"),
    ("{% endif %}", "多了一个 {% endif %}"),
    ("{% 如果 %}", "没有 {% 如果 %} 这种写法"),
    ("{# 没有结束", "{# 没有写 #} 结束"),
    ("### 三级", "上面还没有第 2 级"),
    ("#", "标题没有内容"),
    ("{{ 1 / 0 }}", "除数为零"),
    ('{% include "x" %}', "不能用 {% include %}"),
    ("{% for i in range(10**9) %}{% endfor %}", "不能用乘方"),
    ("{% for i in range(99999) %}{% for j in range(9) %}{% endfor %}{% endfor %}", "循环和统计超过"),
)


@pytest.mark.parametrize(("line", "said"), WRONG)
def test_a_mistake_is_told_at_its_line(township: Desk, line: str, said: str) -> None:
    found = mistakes(f"{HEAD}好的一段。\n\n{line}\n\n又一段。\n", township, 2025)
    assert [each.line for each in found if said in each.text] == [6 if "endif %} 结束" not in said else found[-1].line]
    assert all(each.text.endswith("。") for each in found)
    assert len(found) == 1


def test_mistakes_of_many_lines_are_told_at_once_with_their_column(township: Desk) -> None:
    lines = [line for line, _ in WRONG[:12]]
    found = mistakes(HEAD + "\n".join(lines), township, 2025)
    assert [each.line for each in found] == list(range(4, 16))
    assert (found[0].line, found[0].column) == (4, 7)


def test_a_needed_condition_may_come_from_a_loop(township: Desk) -> None:
    loop = '{% for 项 in ("粮食产量", "税收") %}{{ 数("统计指标数值", "name=" ~ 项) }}{% endfor %}'
    assert mistakes(HEAD + loop, township, 2025) == []
    told = mistakes(HEAD + '{{ 数("统计指标数值") }}', township, 2025)
    assert [(each.line, "必须写明条件 name" in each.text) for each in told] == [(4, True)]


def test_a_broken_line_does_not_hide_the_others(township: Desk) -> None:
    found = mistakes(f'{HEAD}{{{{ 数( }}}}\n{{{{ 数("没有") }}}}\n{{{{ 数("收文件数 }}}}\n{{{{ 又 }}}}', township, 2025)
    assert [each.line for each in found] == [4, 5, 6, 7]


def test_a_title_is_asked_for(township: Desk) -> None:
    assert "没有标题" in mistakes("# 甲\n\n好。", township, 2025)[0].text
    assert mistakes("标题: 甲\n\n好。", township, 2025)[0].text == "标题要写成「标题：」，冒号是全角的。"


def test_the_shipped_templates_have_no_mistake(township: Desk, desk: Desk) -> None:
    checked = [style.key for style in STYLES if style.path.exists()]
    assert {"annual", "conduct"} <= set(checked)
    for key in checked:
        for year in (2025, desk.today().year):
            assert mistakes(templates.template_text(township, key), township, year) == []
        assert mistakes(templates.template_text(desk, key), desk, 2025) == []


def test_checking_is_quick_enough_to_follow_the_typing(township: Desk) -> None:
    text = templates.template_text(township, "annual")
    start = time.perf_counter()
    mistakes(text, township, 2025)
    assert time.perf_counter() - start < 5


def test_every_slot_is_explained_and_its_example_can_be_read(township: Desk) -> None:
    from app.services.templates.asking import asked_slots

    with asked_slots(township, 2025) as asked:
        names = set(asked.names)
    assert names <= {slot.name for slot in templates.SLOTS}
    for slot in templates.SLOTS:
        example = slot.example
        if example.startswith("{% for"):
            example += "{% endfor %}"
        elif example.startswith("{% if") and "endif" not in example:
            example += "{% endif %}"
        assert mistakes(HEAD + example, township, 2025) == [], slot.name


def test_the_manual_tells_every_slot() -> None:
    manual = Path(__file__).resolve().parents[2] / "resources" / "manual" / "18-templates.md"
    text = manual.read_text(encoding="utf-8")
    assert [slot.name for slot in templates.SLOTS if slot.example not in text or slot.about not in text] == []


def test_what_may_be_put_in_has_its_present_value(township: Desk) -> None:
    found = completions(township, 2025)
    by_label = {each.label: each for each in found if each.kind == "figure"}
    assert by_label["召开会议次数"].present.endswith("次")
    assert "会议" in by_label["召开会议次数"].about
    assert offered(found, "zkhycs", "figure")[0].label == "召开会议次数"
    assert offered(found, "会议次数", "figure")
    assert [each.insert for each in conditions_of("召开会议次数")][:1] == ["kind=全体性会议"]


@pytest.mark.parametrize(
    ("before", "kind", "typed", "figure"),
    [
        ('开会{{ 数("会', "figure", "会", ""),
        ('{{ 并列(("党委会", "', "figure", "", ""),
        ('{{ 并列(("a", "召开会议次数", "ki', "condition", "ki", "召开会议次数"),
        ('{{ 数("召开会议次数", "', "condition", "", "召开会议次数"),
        ('{{ 数("召开会议次数", 期="近', "span", "近", ""),
        ('{% for 例 in 典型事例("visit", "', "register", "", ""),
        ("{{ 比", "slot", "比", ""),
    ],
)
def test_what_is_asked_for_at_a_place(before: str, kind: str, typed: str, figure: str) -> None:
    asked = asked_at(before)
    assert asked is not None
    assert (asked.kind, asked.typed, asked.figure) == (kind, typed, figure)
    assert asked_at('{{ 写("') is None
