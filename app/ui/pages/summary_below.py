"""What was asked about a draft, under it: the records of a figure, the sentences not written, the remarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.dialogs.frame import button, show_text, text_label
from app.ui.pages.cards import heading
from app.ui.pages.figures import SHOWN, record_row
from app.ui.pages.lists import ListRow, ListView
from app.ui.style import px

if TYPE_CHECKING:
    from app.figures import Traced
    from app.reports.document import Figure
    from app.services.drafts import Version, Working
    from app.services.material import Piece
    from app.services.summaries import Draft
    from app.ui.main_window import MainWindow


class Below(QWidget):
    """Hidden until something is asked for."""

    told = Signal(object)
    """A figure whose records are asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.window_ = window
        self.traced: list[Traced] = []
        self.setObjectName("summary.below")
        self.about = heading("")
        self.about.setWordWrap(True)
        self.how = text_label(role="soft")
        self.records = ListView("summary.records", "数字后面的记录", ("日期", "台账", "记录", "数值"), right=(3,))
        self.records.widths(96, 120, 240, 90, stretch=2)
        self.records.opened.connect(lambda one: window.open_record(one.register, one.id))
        self.sentences = ListView("summary.sentences", "句子", ("位置", "内容"))
        self.sentences.widths(110, 500, stretch=1)
        self.sentences.opened.connect(self.open_sentence)
        self.does: Callable[[Any], object] | None = None
        """What is done with the row of the sentences that is opened."""
        head = QHBoxLayout()
        head.addWidget(self.about, 1)
        self.open_all = button("summary.open", "在台账中查看", self.open_records)
        head.addWidget(self.open_all)
        head.addWidget(button("summary.close", "收起", self.hide))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(8), px(14), px(8))
        column.setSpacing(px(5))
        column.addLayout(head)
        column.addWidget(self.how)
        column.addWidget(self.records, 1)
        column.addWidget(self.sentences, 1)
        self.setMinimumHeight(px(210))
        self.hide()

    def show_records(self, figure: Figure, rule: str, traced: list[Traced]) -> None:
        """What a figure counts, how, and its records."""
        by = "、".join(value for _, value in figure.by)
        self.about.setText(f"{figure.label}{f'（{by}）' if by else ''}　{figure.words}　{len(traced)} 条记录")
        self.traced = traced
        self.records.show_rows([record_row(one) for one in traced[:SHOWN]])
        self.open_all.setEnabled(bool(traced))
        self.open(records=True)
        more = f"。下面列前 {SHOWN} 条" if len(traced) > SHOWN else ""
        show_text(self.how, f"{figure.start} 至 {figure.end}。怎么数：{rule}{more}")

    def show_dropped(self, draft: Draft | None) -> None:
        """The sentences that were not written, with what they lack."""
        dropped = draft.dropped if draft else ()
        self.does = None
        self.show_sentences(
            "因为台账里没有相应记录，这些句子没有写" if dropped else "没有未写的句子",
            [ListRow(("缺数", each), each) for each in dropped],
        )

    def show_remarks(self, draft: Draft | None) -> None:
        """What is to be looked at before the summary goes out."""
        found = draft.remarks if draft else ()
        self.does = None
        rows = [ListRow((each.place, f"{each.text}（{each.clause}）"), each, {1: "broken"}) for each in found]
        self.show_sentences(f"体检发现 {len(found)} 处" if found else "体检没有发现问题", rows)

    def show_compared(self, working: Working | None) -> None:
        """What changed since the text that was kept last; Enter lists the records of a figure."""
        lines = working.compared if working else ()
        self.does = lambda line: self.told.emit(line.figure) if line.figure is not None else None
        rows = [ListRow(("数字" if line.figure else "文字", line.text), line) for line in lines]
        self.show_sentences(f"与上次相比有 {len(rows)} 处不同", rows)

    def show_versions(self, found: Sequence[Version], restore: Callable[[Version], object]) -> None:
        """The kept texts, newest first; Enter brings one back."""
        self.does = restore
        rows = [ListRow((f"第 {one.number} 稿", _of_version(one)), one) for one in found]
        self.show_sentences("历史稿，按回车恢复其中一稿" if rows else "还没有历史稿，改过或导出过以后就有", rows)

    def show_material(self, label: str, pieces: Sequence[Piece], put: Callable[[Piece], object]) -> None:
        """Pieces of one kind; Enter or dragging puts one into the text."""
        self.does = put
        rows = [ListRow((f"{one.date or ''}", one.text), one) for one in pieces]
        self.sentences.list_model.dragged = lambda row: row.cells[1]
        self.sentences.setDragEnabled(True)
        self.show_sentences(f"{label}：按回车或拖进正文" if rows else f"今年还没有登记{label}", rows)

    def open_sentence(self, one: Any) -> None:
        """The row is answered as its list says."""
        if self.does is not None:
            self.does(one)

    def show_sentences(self, about: str, rows: Sequence[ListRow]) -> None:
        """A heading and sentences under it."""
        self.about.setText(about)
        self.open(records=False)
        self.sentences.show_rows(rows, wrap=True)
        self.sentences.setVisible(bool(rows))

    def open(self, records: bool) -> None:
        """Shows the one list or the other."""
        self.show()
        self.records.setVisible(records)
        self.open_all.setVisible(records)
        self.sentences.setVisible(not records)
        show_text(self.how, "")

    def open_records(self) -> None:
        """The records in their table; those of the register that most of them are in."""
        if self.traced:
            register = self.traced[0].register
            self.window_.open_records(register, [one.id for one in self.traced if one.register == register])


def _of_version(one: Version) -> str:
    length = "已损坏，不能恢复" if one.characters is None else f"{one.characters:,} 字"
    kind = f"导出「{one.note}」" if one.kind == "exported" else one.note or "修改"
    return f"{one.at:%Y-%m-%d %H:%M}　{one.who}　{kind}　{length}"
