"""The file behind the pages of a PDF: what is finished lies on the disk, so that memory grows with a page only.

The library keeps every page and the whole file in memory until the end. Here the content of a finished page goes into
a spool at once and is read back when the file is written; the file is written piece by piece as its objects are made.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

IN_MEMORY = 2 * 1024 * 1024
"""Bytes of finished pages that stay in memory: a form or a summary needs no file."""


class Spool:
    """Finished pieces of pages, compressed, in the order in which they were finished."""

    def __init__(self) -> None:
        self._file: Any = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115

    def keep(self, code: str) -> Piece:
        """A piece of a page, put away."""
        packed = zlib.compress(code.encode("latin-1"))
        try:
            start = self._file.seek(0, os.SEEK_END)
            self._file.write(packed)
        except OSError as error:
            raise OSError(error.errno, error.strerror, tempfile.gettempdir()) from error
        return Piece(self, start, len(packed))

    def read(self, start: int, length: int) -> bytes:
        """What was put there."""
        self._file.seek(start)
        found: bytes = self._file.read(length)
        return found

    def close(self) -> None:
        """The pieces are gone."""
        self._file.close()


class Piece(PDFObject):
    """A stream whose content lies in the spool until the file is written."""

    __RefOnly__ = 1
    __slots__ = ("length", "spool", "start")

    def __init__(self, spool: Spool, start: int, length: int) -> None:
        self.spool, self.start, self.length = spool, start, length

    def format(self, document: Any) -> bytes:
        """The stream as the file has it."""
        head = f"<< /Filter /FlateDecode /Length {self.length} >>\nstream\n"
        return head.encode("ascii") + self.spool.read(self.start, self.length) + b"endstream\n"


class StreamedDocument(PDFDocument):
    """The library's document, which hands every object on as it is made instead of collecting them.

    The library sets the attribute ``__accum__`` to its collector when it begins to write; that is where it is taken
    hold of.
    """

    put: Callable[[bytes], object]

    @property
    def __accum__(self) -> Any:
        return self._collector

    @__accum__.setter
    def __accum__(self, collector: Any) -> None:
        self._collector = collector
        for piece in collector.strings:
            self.put(piece)
        collector.strings = []
        collector.write = self.put

    @__accum__.deleter
    def __accum__(self) -> None:
        """The collector is still asked for the rest, which it hands on too."""


def write_streamed(canvas: Any, file: BinaryIO) -> None:
    """Writes the canvas's document into an open file, object by object."""
    canvas._doc.__class__ = StreamedDocument
    canvas._doc.put = file.write
    canvas.getpdfdata()


def replace_with(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Writes a file under another name and renames it, so that a full disk (OSError) leaves what was there.

    The error always names a file: this one where the disk is full or another program has it open.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            part.unlink()
        if isinstance(error, OSError) and error.errno and (error.filename is None or error.filename2 is not None):
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise
