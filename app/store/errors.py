"""What can be wrong with the data folder, each as one Chinese sentence that says what to do."""

from __future__ import annotations


class StoreError(Exception):
    """The data cannot be opened or written; the message is for the user."""


class FolderBusy(StoreError):
    """Another program holds the data folder."""


class FolderUnwritable(StoreError):
    """The folder or file cannot be written."""


class StoreMissing(StoreError):
    """There is no data where it is expected."""


class StorePresent(StoreError):
    """There is data where none was expected."""


class StoreDamaged(StoreError):
    """The file is no data file, or its pages are damaged."""


class StoreNewer(StoreError):
    """A newer program wrote the file."""


class DiskFull(StoreError):
    """The disk has no room left; nothing was written."""
