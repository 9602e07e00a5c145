"""The pinned releases do what they were chosen for."""

import sys

from sqlcipher3 import dbapi2


def test_calls_into_qt_that_return_nothing_keep_every_reference_to_none(qtbot):
    """A later release of the binding loses one at each call on Python 3.11, and aborts after some 5,000."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(10_000):
        label.setEnabled(True)
    assert abs(sys.getrefcount(None) - before) < 1_000


def test_the_database_driver_encrypts_and_finds_words():
    connection = dbapi2.connect(":memory:")
    assert connection.execute("PRAGMA cipher_version").fetchone()
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1)")
    connection.execute("INSERT INTO words (rowid, text) VALUES (1, '会议')")
    assert connection.execute("SELECT rowid FROM words WHERE words MATCH '会议'").fetchall() == [(1,)]
    connection.close()
