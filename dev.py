"""Sets 台账 up, opens, tests, checks and measures it: ``python dev.py COMMAND``; ``make COMMAND`` only calls this."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from installation import PYTHON, ROOT, TEST_PACKAGES, WINDOW_PACKAGES, SetupError, fits, fitting_python, say, set_up

OUT = ROOT / "out"

NO_SCREEN = (
    "这里没有图形界面，窗口打不开：请到桌面环境里运行；远程登录的请用 ssh -X；"
    "只看样例文件请用 make demo，没有屏幕时可用命令行 .venv/bin/python -m app --help。"
)
USAGE = """用法：python dev.py 命令 [参数]（有 make 的机器：make 命令）
  run     装好所需的一切，打开窗口
  demo    同上，用虚构乡镇两年的数据；没有屏幕时写出一份总结和两本登记簿到 out/
  test    装好所需的一切，运行全部测试（后面的参数交给 pytest）
  setup   只安装，不打开
  check   格式、写法、类型、导入方向、数据库迁移
  bench   测量速度，与同类做法相比"""


def environment(**more: str) -> dict[str, str]:
    """The surroundings of every child: text is UTF-8 whatever the machine's own setting."""
    return {**os.environ, "PYTHONUTF8": "1", **more}


def child(*arguments: str | Path, env: Mapping[str, str] | None = None, quiet: bool = False) -> int:
    """The exit status of .venv's Python run in the project's folder; a quiet one may only complain."""
    command = [str(PYTHON), *map(str, arguments)]
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, env=env or environment(), stdout=output).returncode


def has_screen(env: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be seen."""
    chosen = env.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen:
        return chosen not in ("offscreen", "minimal")
    return not platform.startswith("linux") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """The window is open, or a sentence says why it cannot be: exit status 3."""
    set_up(WINDOW_PACKAGES)
    if not has_screen(os.environ) and "QT_QPA_PLATFORM" not in os.environ:
        print(NO_SCREEN, file=sys.stderr)
        return 3
    status = child("-m", "app", *arguments)
    if status < 0:
        print(f"窗口意外关闭（信号 {-status}）：请确认屏幕可用，再试一次；已保存的记录都在。", file=sys.stderr)
    return abs(status)


def demo(arguments: list[str]) -> int:
    """The invented township stands in out/demo-data; its window is open, or without a screen its papers are in out/."""
    set_up(WINDOW_PACKAGES)
    data = OUT / "demo-data"
    if not data.exists():
        status = fill(data)
        if status:
            return status
    if has_screen(os.environ):
        return abs(child("-m", "app", "--data", data, *arguments))
    return write_papers(data)


def fill(data: Path) -> int:
    """The invented township is written beside, then named: a broken-off demo leaves nothing half-filled behind."""
    unfinished = data.with_name("demo-data.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    OUT.mkdir(exist_ok=True)
    say("正在写入虚构乡镇两年的记录……")
    status = child("-m", "app", "--data", unfinished, "demo", quiet=True)
    if status == 0:
        unfinished.rename(data)
        say(f"数据在 {data.relative_to(ROOT)}，删掉后下次会重新生成。")
    return status


def write_papers(data: Path) -> int:
    """A summary and two registers of the invented township's last full year are in out/."""
    year = str(date.today().year - 1)
    papers = {
        OUT / f"{year}年工作总结.docx": ["summary", "annual", "--year", year],
        OUT / "请销假登记簿.pdf": ["print", "leave"],
        OUT / "公务接待登记簿.pdf": ["print", "reception"],
    }
    for path, words in papers.items():
        status = child("-m", "app", "--data", data, *words, "--out", path, env=environment(QT_QPA_PLATFORM="offscreen"))
        if status:
            return abs(status)
        say(f"已写出：{path.relative_to(ROOT)}")
    return 0


def test(arguments: list[str]) -> int:
    """Every test passes, without a screen and on two processes; arguments go to pytest."""
    set_up(TEST_PACKAGES)
    surroundings = environment(QT_QPA_PLATFORM="offscreen")
    return child("-m", "pytest", "-n", "2", "--dist", "loadfile", *arguments, env=surroundings)


def checks(database: Path) -> list[tuple[str, list[str | Path], dict[str, str]]]:
    """Each check: its name, what .venv's Python runs, and in what surroundings; the migrations meet a new database."""
    plain, fresh = environment(), environment(TAIZHANG_DATABASE=str(database))
    contracts = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"
    return [
        ("排版", ["-m", "ruff", "format", "--check", "."], plain),
        ("写法", ["-m", "ruff", "check", "."], plain),
        ("类型", ["-m", "mypy"], plain),
        ("导入方向", ["-c", contracts], plain),
        ("数据库升级", ["-m", "alembic", "upgrade", "head"], fresh),
        ("数据库与模型一致", ["-m", "alembic", "check"], fresh),
    ]


def check(arguments: list[str]) -> int:
    """Format, style, types, import contracts and migrations hold; all are tried, and those that do not are named."""
    set_up(())
    with tempfile.TemporaryDirectory() as folder:
        failed = [name for name, words, env in checks(Path(folder) / "taizhang.db") if announced(name, words, env)]
    say(f"没有通过：{'、'.join(failed)}" if failed else "检查全部通过。")
    return 1 if failed else 0


def announced(name: str, words: list[str | Path], env: Mapping[str, str]) -> int:
    """The exit status of one check, its name said first."""
    say(f"== {name}")
    return child(*words, env=env)


def bench(arguments: list[str]) -> int:
    """Each measurement of tests/bench, or those named, has printed its ratios."""
    set_up(TEST_PACKAGES)
    names = arguments or sorted(path.stem for path in (ROOT / "tests/bench").glob("*.py") if measures(path))
    surroundings = environment(QT_QPA_PLATFORM="offscreen")
    statuses = [child("-m", f"tests.bench.{name}", env=surroundings) for name in names]
    return max(statuses, default=0, key=abs)


def measures(path: Path) -> bool:
    """Whether a file of tests/bench is a measurement of its own and not a part of others."""
    return 'if __name__ == "__main__"' in path.read_text(encoding="utf-8")


def setup(arguments: list[str]) -> int:
    """Everything the program needs is in place."""
    set_up(WINDOW_PACKAGES)
    say("已就绪。")
    return 0


COMMANDS = {"run": run, "demo": demo, "test": test, "setup": setup, "check": check, "bench": bench}


def with_another_python(arguments: list[str]) -> int:
    """The same command under a Python that fits; 1 and a sentence where the machine has none."""
    python = fitting_python()
    if python is None:
        say("需要 Python 3.11、3.12 或 3.13：请先安装其中之一，然后再试一次。")
        return 1
    return subprocess.run([python, __file__, *arguments]).returncode


def main(arguments: list[str]) -> int:
    """The exit status of a command line; a console that lacks Chinese shows question marks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    if not arguments or arguments[0] not in COMMANDS:
        print(USAGE)
        return 0 if arguments in (["help"], ["-h"], ["--help"]) else 2
    if not fits(sys.version_info[:2]):
        return with_another_python(arguments)
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
