"""台账: without a command the window opens; with one, the command line answers."""

from __future__ import annotations

import sys


def window_folder(argv: list[str]) -> str | None:
    """The data folder of a call that opens the window («» for the usual one); None where a command was given."""
    if not argv:
        return ""
    if len(argv) == 2 and argv[0] == "--data":
        return argv[1]
    if len(argv) == 1 and argv[0].startswith("--data="):
        return argv[0].removeprefix("--data=")
    return None


def main() -> int:
    """Exit status of the window or of the command."""
    if sys.argv[1:2] == ["--read-workbook"]:
        from app.exchange import reader

        return reader.main(sys.argv[2], int(sys.argv[3]))
    folder = window_folder(sys.argv[1:])
    if folder is None:
        from app.cli.main import run

        return run(sys.argv[1:])
    import gc

    gc.disable()  # until the data is open: some hundred thousand objects are made that all stay
    from app.ui.launch import open_window

    return open_window(folder)


if __name__ == "__main__":
    sys.exit(main())
