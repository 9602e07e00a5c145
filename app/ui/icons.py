"""The one family of icons, drawn in any colour from resources/icons."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

FOLDER = os.path.join(
    os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "resources", "icons"
)
"""A text, because the first paint waits for no module that is not needed."""
SIZE = 20


def file_of(name: str) -> str:
    """The file of an icon, as a style sheet names it."""
    return os.path.join(FOLDER, f"{name}.svg").replace("\\", "/")


def icon(name: str, colour: str = "#57606a") -> QIcon:
    """The icon of that file name in a colour, sharp on screens of twice the density too."""
    from PySide6.QtGui import QIcon

    return QIcon(drawn(name, colour))


def drawn(name: str, colour: str) -> QPixmap:
    """The icon as a picture of twice its nominal size."""
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    with open(file_of(name), encoding="utf-8") as file:
        source = file.read().replace("currentColor", colour)
    picture = QPixmap(SIZE * 2, SIZE * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(2.0)
    return picture
