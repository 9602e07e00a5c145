"""The look, named once: colours, sizes that follow the system's scaling and 大字, and the one style sheet."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.icons import file_of

ACCENT = "#1d4e89"
ACCENT_DARK = "#163c6a"
CHOSEN = "#e6edf6"
"""Ground of what is selected."""
RED = "#b3261e"
"""Only for what is broken or overdue."""
RED_GROUND = "#fdeceb"
AMBER = "#9a6700"
"""What is near its limit."""
AMBER_GROUND = "#fdf4e0"
GREEN = "#2f7d4f"
"""What is well."""
GROUND = "#f6f6f3"
PAPER = "#ffffff"
HAIRLINE = "#e2e2dd"
BORDER = "#cfcfca"
HEADER = "#f1f1ec"
INK = "#1f2328"
SOFT = "#57606a"
FAINT = "#8b949e"
WEEKEND = "#f3f4f0"
"""Ground of Saturdays and Sundays in a month's grid."""
HOLIDAY = "#f6efe0"
"""Ground of official holidays there."""
ENOUGH = "#cfe3d3"
"""What a bar of «at least» is filled with once there is enough."""
DAY_DONE = "#c9d8ec"
"""What a day spent in a village is filled with there."""

TEXT = 14
"""Size of ordinary text at 100 %, in pixels."""
BIG = 1.25
"""What 大字 multiplies every size by."""
FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "PingFang SC",
)


class Scale:
    """How much larger than at 100 % everything is drawn; set once at start and again when 大字 is switched."""

    factor = 1.0


def px(size: float) -> int:
    """A size at 100 % as pixels of this screen."""
    return round(size * Scale.factor)


def _font() -> QFont:
    """The font of the whole window."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(px(TEXT))
    return font


def _palette() -> QPalette:
    """Light paper whatever the system's theme is."""
    palette = QPalette(QColor(GROUND), QColor(GROUND))
    roles = {
        QPalette.ColorRole.Base: PAPER,
        QPalette.ColorRole.AlternateBase: GROUND,
        QPalette.ColorRole.Button: PAPER,
        QPalette.ColorRole.Text: INK,
        QPalette.ColorRole.WindowText: INK,
        QPalette.ColorRole.ButtonText: INK,
        QPalette.ColorRole.Highlight: ACCENT,
        QPalette.ColorRole.HighlightedText: PAPER,
        QPalette.ColorRole.PlaceholderText: FAINT,
        QPalette.ColorRole.ToolTipBase: PAPER,
        QPalette.ColorRole.ToolTipText: INK,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, QColor(SOFT))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(FAINT))
    return palette


def apply(application: QApplication, big: bool = False) -> None:
    """The whole program wears the style, at the screen's scaling; 大字 where asked for."""
    screen = application.primaryScreen()
    Scale.factor = max(screen.logicalDotsPerInch() / 96 if screen else 1.0, 1.0) * (BIG if big else 1.0)
    if application.style().objectName() != "fusion":
        application.setStyle("Fusion")
    application.setPalette(_palette())
    application.setFont(_font())
    application.setStyleSheet(sheet())


def sheet() -> str:
    """The style sheet at the present scale."""
    return _shell() + _controls() + _lists()


def _shell() -> str:
    """Bars, tabs and the frames of pages."""
    return f"""
QMainWindow, QDialog {{ background: {GROUND}; }}
QWidget {{ color: {INK}; }}
#bar {{ background: {PAPER}; border-bottom: 1px solid {HAIRLINE}; }}
#tabs {{ background: {PAPER}; border-bottom: 1px solid {HAIRLINE}; }}
#brand {{ color: {ACCENT}; font-size: {px(16)}px; font-weight: 600; }}
QPushButton[role="tab"] {{ background: transparent; border: none; border-bottom: {px(3)}px solid transparent;
  border-radius: 0; padding: {px(8)}px {px(16)}px {px(6)}px {px(16)}px; color: {SOFT}; }}
QPushButton[role="tab"][badged="true"] {{ padding-right: {px(42)}px; }}
QLabel[role="badge"] {{ background: {RED}; color: {PAPER}; border-radius: {px(8)}px; font-size: {px(12)}px;
  padding: {px(1)}px {px(6)}px; }}
QPushButton[role="tab"]:hover {{ color: {ACCENT}; }}
QPushButton[role="tab"]:focus {{ border-color: transparent; color: {ACCENT}; }}
QPushButton[role="tab"]:checked {{ color: {ACCENT}; border-bottom-color: {ACCENT}; font-weight: 600; }}
#registers {{ background: {PAPER}; border-right: 1px solid {HAIRLINE}; }}
QPushButton[role="register"] {{ background: transparent; border: none; border-left: {px(3)}px solid transparent;
  border-radius: 0; text-align: left; padding: {px(7)}px {px(10)}px {px(7)}px {px(13)}px; }}
QPushButton[role="register"]:hover {{ background: {GROUND}; }}
QPushButton[role="register"]:focus {{ border-color: transparent; background: {GROUND}; }}
QPushButton[role="register"]:checked {{ background: {CHOSEN}; border-left-color: {ACCENT}; color: {ACCENT};
  font-weight: 600; }}
QLabel[role="group"] {{ color: {FAINT}; font-size: {px(12)}px; padding: {px(12)}px {px(16)}px {px(4)}px {px(16)}px; }}
QLabel[role="title"] {{ font-size: {px(15)}px; font-weight: 600; }}
QLabel[role="waiting"] {{ color: {FAINT}; qproperty-alignment: AlignCenter; }}
QLabel[role="faint"] {{ color: {FAINT}; }}
QLabel[role="soft"] {{ color: {SOFT}; }}
QLabel[role="red"] {{ color: {RED}; }}
QLabel[role="amber"] {{ color: {AMBER}; }}
QLabel[role="green"] {{ color: {GREEN}; }}
QLabel[role="accent"] {{ color: {ACCENT}; }}
QLabel[role="note"] {{ color: {RED}; font-size: {px(13)}px; }}
QLabel[role="broken"] {{ color: {RED}; font-size: {px(13)}px; }}
QLabel[role="near"] {{ color: {AMBER}; font-size: {px(13)}px; }}
QLabel[role="toast"] {{ background: {INK}; color: {PAPER}; border-radius: {px(4)}px; padding: {px(8)}px {px(16)}px; }}
QFrame[role="card"] {{ background: {PAPER}; border: 1px solid {HAIRLINE}; border-radius: {px(6)}px; }}
QFrame[role="hairline"] {{ background: {HAIRLINE}; border: none; }}
QFrame[role="broken"] {{ background: {RED_GROUND}; border: none; border-left: {px(3)}px solid {RED}; }}
QFrame[role="near"] {{ background: {AMBER_GROUND}; border: none; border-left: {px(3)}px solid {AMBER}; }}
QWidget[role="paper"] {{ background: {PAPER}; }}
QWidget[role="ground"] {{ background: {GROUND}; }}
QStatusBar {{ background: {PAPER}; border-top: 1px solid {HAIRLINE}; color: {SOFT}; font-size: {px(13)}px; }}
QStatusBar::item {{ border: none; }}
QStatusBar QPushButton[kind="quiet"] {{ font-size: {px(13)}px; min-height: {px(16)}px;
  padding: {px(1)}px {px(6)}px; }}
QStatusBar QLabel {{ font-size: {px(13)}px; padding: 0 {px(6)}px; }}
QSplitter::handle {{ background: {HAIRLINE}; }}
QToolTip {{ background: {PAPER}; color: {INK}; border: 1px solid {BORDER}; padding: {px(4)}px; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
QScrollBar::handle {{ background: {BORDER}; border-radius: {px(4)}px; margin: {px(2)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(28)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(28)}px; }}
QScrollBar::handle:hover {{ background: {FAINT}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _controls() -> str:
    """Buttons, boxes and what is typed into."""
    arrow = f"url({file_of('chevron-soft')})"
    return f"""
QPushButton, QToolButton {{ background: {PAPER}; border: 1px solid {BORDER}; border-radius: {px(4)}px;
  padding: {px(4)}px {px(12)}px; min-height: {px(20)}px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {FAINT}; background: {GROUND}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {ACCENT}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {FAINT}; background: {GROUND}; border-color: {HAIRLINE}; }}
QPushButton[kind="primary"] {{ background: {ACCENT}; border-color: {ACCENT}; color: {PAPER}; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:focus {{ background: {ACCENT_DARK}; }}
QPushButton[kind="primary"]:disabled {{ background: {FAINT}; border-color: {FAINT}; }}
QPushButton[kind="danger"] {{ color: {RED}; border-color: {RED}; }}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent; border-color: transparent;
  padding: {px(3)}px {px(6)}px; color: {SOFT}; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover, QPushButton[kind="quiet"]:focus {{ color: {ACCENT};
  background: {CHOSEN}; }}
QPushButton[kind="quiet"][state="near"] {{ color: {AMBER}; }}
QPushButton[kind="quiet"][state="broken"] {{ color: {RED}; font-weight: 600; }}
QPushButton[kind="section"] {{ background: transparent; border: none; border-top: 1px solid {HAIRLINE};
  border-radius: 0; text-align: left; color: {SOFT}; padding: {px(7)}px 0; }}
QPushButton[kind="section"]:hover, QPushButton[kind="section"]:focus {{ color: {ACCENT}; }}
QPushButton[kind="chip"], QToolButton[kind="chip"] {{ border-radius: {px(9)}px; padding: 0 {px(10)}px;
  font-size: {px(13)}px; }}
QPushButton[kind="chip"]:checked {{ background: {CHOSEN}; border-color: {ACCENT}; color: {ACCENT}; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton::menu-indicator {{ image: {arrow}; width: {px(12)}px; subcontrol-position: right center;
  right: {px(4)}px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox {{ background: {PAPER};
  border: 1px solid {BORDER}; border-radius: {px(4)}px; padding: {px(3)}px {px(7)}px;
  selection-background-color: {ACCENT}; selection-color: {PAPER}; }}
QLineEdit, QSpinBox, QComboBox {{ min-height: {px(20)}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {{ border: 1px solid {ACCENT}; }}
QLineEdit:read-only, QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {GROUND}; color: {SOFT};
  border-color: {HAIRLINE}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border-color: {RED}; }}
QLineEdit QToolButton {{ background: transparent; border: none; padding: 0; margin: 0; min-height: 0; }}
QLineEdit[role="find"] {{ background: {GROUND}; }}
QLineEdit[role="find"]:focus {{ background: {PAPER}; }}
QComboBox::drop-down {{ border: none; width: {px(20)}px; }}
QComboBox::down-arrow {{ image: {arrow}; width: {px(14)}px; height: {px(14)}px; }}
QComboBox QAbstractItemView {{ background: {PAPER}; border: 1px solid {BORDER}; outline: none;
  selection-background-color: {CHOSEN}; selection-color: {ACCENT}; }}
QCheckBox {{ spacing: {px(5)}px; padding: {px(3)}px 0; }}
QCheckBox:focus {{ color: {ACCENT}; }}
QCheckBox::indicator {{ width: {px(15)}px; height: {px(15)}px; border: 1px solid {BORDER};
  border-radius: {px(3)}px; background: {PAPER}; }}
QCheckBox::indicator:focus {{ border-color: {ACCENT}; }}
QCheckBox::indicator:checked {{ background: {ACCENT}; border-color: {ACCENT};
  image: url({file_of("check-white")}); }}
QCheckBox::indicator:indeterminate {{ image: url({file_of("x-soft")}); }}
QMenu {{ background: {PAPER}; border: 1px solid {BORDER}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(5)}px {px(22)}px {px(5)}px {px(18)}px; border-radius: {px(3)}px; }}
QMenu::item:selected {{ background: {CHOSEN}; color: {ACCENT}; }}
QMenu::item:disabled {{ color: {FAINT}; }}
QMenu::separator {{ height: 1px; background: {HAIRLINE}; margin: {px(4)}px; }}
QProgressBar {{ background: {HAIRLINE}; border: none; border-radius: {px(3)}px; height: {px(6)}px; }}
QProgressBar::chunk {{ background: {ACCENT}; border-radius: {px(3)}px; }}
"""


def _lists() -> str:
    """Tables, lists and their headers."""
    return f"""
QTableView, QListView, QTreeView {{ background: {PAPER}; border: none; outline: none;
  selection-background-color: {CHOSEN}; selection-color: {INK}; gridline-color: {HAIRLINE}; }}
QTableView::item {{ padding: 0 {px(6)}px; border-bottom: 1px solid {HAIRLINE}; }}
QTableView::item:selected {{ background: {CHOSEN}; color: {INK}; }}
QTableView::item:focus {{ border: none; border-bottom: 1px solid {HAIRLINE}; }}
QTableView[role="book"] {{ background: {GROUND}; }}
QTableView[role="book"]::item {{ background: {PAPER}; }}
QTableView[role="book"]::item:selected {{ background: {CHOSEN}; }}
QTableView[role="rows"] {{ border: 1px solid {BORDER}; border-radius: {px(4)}px; }}
QHeaderView {{ background: {HEADER}; border: none; }}
QHeaderView::section {{ background: {HEADER}; color: {SOFT}; border: none; border-bottom: 1px solid {HAIRLINE};
  padding: {px(5)}px {px(6)}px; font-weight: 600; }}
QHeaderView::section:hover {{ color: {ACCENT}; }}
QHeaderView[role="days"]::section {{ padding: {px(5)}px 0; }}
QTableCornerButton::section {{ background: {HEADER}; border: none; }}
QListView[role="side"] {{ border-right: 1px solid {HAIRLINE}; padding-top: {px(8)}px; }}
QListView[role="side"]::item {{ padding: {px(7)}px {px(8)}px {px(7)}px {px(11)}px;
  border-left: {px(3)}px solid transparent; }}
QListView[role="side"]::item:selected {{ background: {CHOSEN}; color: {ACCENT}; border-left-color: {ACCENT}; }}
QListView[role="boxed"] {{ border: 1px solid {BORDER}; border-radius: {px(4)}px; }}
QTextEdit[role="draft"] {{ border: none; border-radius: 0; padding: {px(4)}px {px(20)}px; }}
QListView#suggestions {{ border: 1px solid {ACCENT}; border-radius: {px(4)}px; padding: {px(2)}px; }}
QListView#suggestions::item {{ padding: {px(4)}px {px(6)}px; border-radius: {px(3)}px; }}
QListView#suggestions::item:selected {{ background: {CHOSEN}; color: {ACCENT}; }}
QCalendarWidget {{ border: 1px solid {ACCENT}; }}
QCalendarWidget QWidget {{ alternate-background-color: {HEADER}; }}
QCalendarWidget QToolButton {{ border: none; color: {ACCENT}; min-width: {px(30)}px; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {ACCENT}; selection-color: {PAPER}; }}
"""
