"""规定: each limit on or off, its numbers, and the day from which they hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import kinds
from app.ui.dialogs.frame import button, cleared, line_edit, show_text, text_label
from app.ui.pages.cards import heading
from app.ui.pages.lists import ListRow, ListView
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.settings import LimitTold
    from app.ui.main_window import MainWindow

LABELS = {
    "limit": "限额",
    "kinds": "适用的类别",
    "exempt_kinds": "不适用的类别",
    "per_office": "按机构分别计算（是或否）",
    "days": "天数",
    "month": "几月底以前",
    "near": "提醒线",
    "words": "按这些词认",
    "single": "单项限额",
    "half_day": "半天的分钟数",
    "speech": "讲话分钟数",
    "object": "提出异议的工作日",
    "extension": "可延长天数",
    "ask": "申请的天数",
    "answer": "答复的天数",
    "small": "人数不超过",
    "share": "超过后为来宾的几分之一",
    "breakfast": "早餐标准（元）",
    "meal": "正餐标准（元）",
    "sick_days": "病假补报工作日",
    "running": "连续天数",
    "total": "全年天数",
    "ladder": "审批层级",
    "workday_kinds": "按工作日算的假别",
    "calendar_kinds": "按日历天算的假别",
    "maternity": "产假天数",
    "spouse": "探望配偶天数",
    "married": "已婚探父母天数",
    "married_years": "已婚探父母隔几年",
    "bereavement": "丧假天数",
    "marriage": "婚假天数",
    "provincial_maternity": "本省产假天数",
    "provincial_marriage": "本省婚假天数",
    "short": "短档天数",
    "middle": "中档天数",
    "long": "长档天数",
    "first": "短档起始年数",
    "second": "中档起始年数",
    "third": "长档起始年数",
    "personal": "事假天数",
    "sick_short": "短档病假月数",
    "sick_middle": "中档病假月数",
    "sick_long": "长档病假月数",
    "monthly": "每月金额（元）",
    "authorities": "可以批准的审批层级",
    "coauthors_count": "合作者也计入（是或否）",
    "village_cadres": "村(社区)干部也要求（是或否）",
    "suggestion": "建议条数",
    "target": "帮扶对象家数",
    "activity": "活动次数",
    "enterprise": "企业或资金项数",
    "announced": "公布的件数",
    "college": "本科学历奖励（元）",
    "completed": "研究生结业奖励（元）",
    "graduate": "研究生毕业奖励（元）",
    "county": "县级补助（元）",
    "town": "镇级奖励（元）",
    "festivals": "节日",
    "start": "时段第一天",
    "end": "时段最后一天",
    "market_days": "逢场日（日期尾数，按农历的加「农历」）",
    "departments": "集中办公的部门",
    "materials": "学习资料",
    "years": "连续年数",
}
"""What a parameter is called; one without a name here stands under its key."""
OWN_LABELS = {
    ("visits.diary_daily", "days"): "哪些天（工作日或每天）",
    ("duty.village_rota", "days"): "哪些天（工作日或每天）",
    ("reception_days.daily", "days"): "哪些天（工作日或每天）",
    ("leave.kind_limits", "single"): "未婚探父母天数",
    ("meetings.lead_time", "days"): "提前工作日",
}


class LimitsPage(QWidget):
    """The limits at the left, one of them at the right."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        assert window.desk is not None
        self.window_, self.desk = window, window.desk
        self.limits: list[LimitTold] = []
        self.current: LimitTold | None = None
        self.lines: dict[str, QLineEdit] = {}
        self.finding = line_edit("limits.find", "查找规定", hint="查找规定，如 下村")
        self.finding.textChanged.connect(lambda: self.list_limits())
        self.list = ListView("limits.list", "规定", ("规定", "启用"))
        self.list.widths(260, 56, stretch=0)
        self.list.chosen.connect(self.show_limit)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, px(8), 0)
        column.addWidget(self.finding)
        column.addWidget(self.list, 1)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(self.detail())
        parts.setSizes([px(400), px(400)])
        parts.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(heading("规定"))
        whole.addWidget(parts, 1)
        self.refresh()

    def detail(self) -> QWidget:
        """Sentence and clause, the switch, the numbers, the day."""
        part = QWidget()
        self.column = QVBoxLayout(part)
        self.column.setContentsMargins(px(10), 0, 0, 0)
        self.column.setSpacing(px(8))
        self.text = heading("")
        self.text.setWordWrap(True)
        self.clause = text_label(role="soft")
        self.on = QCheckBox("启用")
        self.on.setObjectName("limits.on")
        self.on.setAccessibleName("启用")
        self.form = QFormLayout()
        self.form.setVerticalSpacing(px(8))
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.since = line_edit("limits.since", "施行日期", hint="空着表示一直这样")
        self.since.setFixedWidth(px(150))
        row = QHBoxLayout()
        row.addWidget(QLabel("从这一天起施行"))
        row.addWidget(self.since)
        row.addStretch(1)
        self.wrong = text_label(role="red")
        self.wrong.hide()
        save = QHBoxLayout()
        save.addWidget(button("limits.save", "保存这条规定", self.save, "primary"))
        save.addStretch(1)
        for widget in (self.text, self.clause, self.on):
            self.column.addWidget(widget)
        self.column.addLayout(self.form)
        self.column.addLayout(row)
        self.column.addWidget(text_label("以前的日子仍按以前的限额判断。", "faint"))
        self.column.addWidget(self.wrong)
        self.column.addLayout(save)
        self.column.addStretch(1)
        return part

    def refresh(self) -> None:
        """The limits as they are today."""
        from app.services.settings import limits_of

        self.limits = limits_of(self.desk)
        self.list_limits()

    def list_limits(self) -> None:
        """Those whose sentence or clause has the words typed."""
        words = self.finding.text().strip()
        shown = [each for each in self.limits if words in each.text or words in each.clause]
        rows = [
            ListRow((each.text.rstrip("。"), "是" if each.on else "停用"), each, {1: "well" if each.on else "soft"})
            for each in shown
        ]
        self.list.show_rows(rows, wrap=True)
        keys = [each.key for each in shown]
        at = keys.index(self.current.key) if self.current and self.current.key in keys else 0
        if shown:
            self.list.setCurrentIndex(self.list.list_model.index(at, 0))

    def show_limit(self, told: LimitTold) -> None:
        """One limit, to be changed."""
        from app.services.settings import show_setting

        self.current = told
        self.text.setText(told.text)
        show_text(self.clause, f"依据：{told.clause}")
        self.on.setChecked(told.on)
        cleared(self.form)
        self.lines.clear()
        for each in told.settings:
            label = OWN_LABELS.get((told.key, each.name)) or LABELS.get(each.name, each.name)
            line = line_edit(f"limits.{each.name}", label, show_setting(each.value), "没有设定")
            line.setToolTip(f"原来的：{show_setting(each.default) or '没有设定'}")
            self.lines[each.name] = line
            self.form.addRow(label, line)
        days = [each.since for each in told.settings if each.since]
        self.since.setText(max(days).isoformat() if days else "")
        show_text(self.wrong, "")

    def save(self) -> None:
        """What was changed is kept from the day on."""
        from app.services.holidays import BadSetting
        from app.services.settings import read_setting, set_limit, show_setting

        if self.current is None:
            return
        told = self.current
        was = {each.name: show_setting(each.value) for each in told.settings}
        try:
            since: date | None = kinds.DayKind().read(self.since.text(), kinds.Reading(self.desk.today()))
            changed = {
                name: read_setting(told.key, name, line.text())
                for name, line in self.lines.items()
                if line.text().strip() != was[name]
            }
        except (BadSetting, kinds.Misread) as error:
            show_text(self.wrong, str(error))
            return
        set_limit(self.desk, told.key, changed, since, self.on.isChecked() if self.on.isChecked() != told.on else None)
        self.refresh()
        self.window_.changed()
        self.window_.toast("规定已保存。")
