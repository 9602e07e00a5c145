"""The one family of icons, drawn in any colour from resources/icons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZE = 20


def icon(name: str, colour: str = "#57606a") -> QIcon:
    """The icon of that file name in a colour, sharp on screens of twice the density too."""
    return QIcon(drawn(name, colour))


def drawn(name: str, colour: str) -> QPixmap:
    """The icon as a picture of twice its nominal size."""
    from PySide6.QtSvg import QSvgRenderer

    source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    picture = QPixmap(SIZE * 2, SIZE * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(2.0)
    return picture
