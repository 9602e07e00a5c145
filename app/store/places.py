"""What stands where in a data folder: the file, what belongs to it, and what is only of the moment."""

from __future__ import annotations

FILE_NAME = "taizhang.db"
BACKUPS = "备份"
BESIDE_THE_FILE = ("-wal", "-shm", "-journal")
"""Endings of what SQLite keeps beside a file; they belong to that file and to no other."""
TEMPLATES = "模板"
WORDS = "导入用词.toml"
WITH_THE_FILE = (TEMPLATES, WORDS)
"""Files and folders of the office's own beside the attached files; a backup holds them and a restore brings them back.

Whatever else stands in the folder is left alone: an office may have chosen a folder that has other things in it.
"""
UNFINISHED = "未完成-"
"""Beginning of the names of files and folders under way; what a crash leaves of them is cleared at the next one."""
STAGE = "恢复中"
"""Folder in which a restore is made ready."""
PLAN = "恢复中.json"
"""Where it stands, a restore was decided on and is finished by whoever opens the folder next."""
KEPT_BEFORE = "恢复前-"
"""Beginning of the names of folders with the data that a restore replaced."""
