"""What a machine needs before the program starts: a fitting Python, system packages, .venv and the dependencies.

Standard library only, because nothing is installed yet. What is in place already is left alone: on a prepared machine
the set-up takes less than two seconds.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "dependencies.sha256"
OLDEST, NEWEST = (3, 11), (3, 13)

WINDOW_PACKAGES = (
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
    "fonts-noto-cjk",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-image0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-randr0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libwayland-cursor0",
    "libwayland-egl1",
)
TEST_PACKAGES = (
    *WINDOW_PACKAGES,
    "xvfb",
    "xauth",
    "libreoffice-writer-nogui",
    "libreoffice-calc-nogui",
    "poppler-utils",
)


class SetupError(Exception):
    """What stands in the way, as one Chinese sentence that says what to do."""


def say(sentence: str) -> None:
    """One line to the person at the keyboard, in order with what the children print."""
    print(sentence, flush=True)


def fits(version: tuple[int, ...]) -> bool:
    """Whether our dependencies are published for this version of Python."""
    return OLDEST <= tuple(version[:2]) <= NEWEST


def version_of(*command: str | Path) -> tuple[int, ...] | None:
    """The version of the Python that a command starts; None where it does not start."""
    code = "import sys; print(*sys.version_info[:3])"
    try:
        done = subprocess.run([*map(str, command), "-c", code], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return tuple(map(int, done.stdout.split())) if done.returncode == 0 else None


def fitting_python() -> str | None:
    """Another Python on this machine that our dependencies are published for."""
    minors = range(OLDEST[1], NEWEST[1] + 1)
    names = [shutil.which(f"python3.{minor}") for minor in minors]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    kept = [str(path) for minor in minors for path in sorted(pyenv.glob(f"3.{minor}.*/bin/python3"))]
    return next((name for name in [*names, *kept] if name and fits(version_of(name) or (0,))), None)


def parse_packages(listing: str) -> set[str]:
    """Names of the installed packages and of what they stand in for; each line is «status name provides, …»."""
    names: set[str] = set()
    for line in listing.splitlines():
        status, _, rest = line.partition(" ")
        if status == "installed":
            names.update(re.sub(r"\([^)]*\)|,", " ", rest).split())
    return names


def installed_packages() -> set[str] | None:
    """Names of the installed Debian packages; None on a system that has none."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return None
    form = "${db:Status-Status} ${Package} ${Provides}\n"
    return parse_packages(subprocess.run(["dpkg-query", "-W", "-f", form], capture_output=True, text=True).stdout)


def missing_packages(wanted: Iterable[str], installed: set[str]) -> list[str]:
    """The wanted packages that are not there; a program with a window serves where the one without is wanted."""
    return [name for name in wanted if not {name, re.sub("-nogui$", "", name)} & installed]


def administrator() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo where it asks no password, None where neither holds."""
    if os.geteuid() == 0:
        return []
    free = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    return ["sudo", "-n"] if free else None


def apt_commands(packages: list[str], prefix: list[str]) -> list[list[str]]:
    """The two commands that install packages without asking, and without removing what is there."""
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    waiting = ["-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=300"]
    return [
        [*apt, *waiting, "update"],
        [*apt, *waiting, "install", "--yes", "--no-install-recommends", "--no-remove", *packages],
    ]


def by_hand(packages: list[str]) -> str:
    """The sentence for a machine where we may not install, or could not."""
    return f"缺少系统软件包，请管理员执行：sudo apt-get install --no-install-recommends {' '.join(packages)}"


def install_packages(wanted: Iterable[str]) -> None:
    """What of the wanted packages is missing gets installed where that is allowed, else named."""
    installed = installed_packages()
    packages = [] if installed is None else missing_packages(wanted, installed)
    if not packages:
        return
    prefix = administrator()
    if prefix is None:
        say(by_hand(packages))
        return
    say(f"正在安装系统软件包（可能要几分钟）：{' '.join(packages)}")
    if not attempt(apt_commands(packages, prefix), quiet=True):
        say(by_hand(packages))


def attempt(commands: list[list[str]], tries: int = 3, quiet: bool = False) -> bool:
    """Whether all commands went well in turn, begun again after a failure, because networks have bad moments."""
    for turn in range(tries):
        time.sleep(4 * turn)
        if all(went_well(command, quiet) for command in commands):
            return True
    return False


def went_well(command: list[str], quiet: bool) -> bool:
    """Whether a command ended with 0; a quiet one shows the end of what it said only when it did not."""
    done = subprocess.run(command, cwd=ROOT, capture_output=quiet, text=True, stdin=subprocess.DEVNULL)
    if quiet and done.returncode:
        say("\n".join((done.stdout + done.stderr).splitlines()[-5:]))
    return done.returncode == 0


def python_packages(version: tuple[int, ...], found: Callable[[str], Any] = importlib.util.find_spec) -> list[str]:
    """The package that lets this Python make environments, where a Debian came without it."""
    return [] if found("ensurepip") and found("venv") else [f"python{version[0]}.{version[1]}-venv"]


def make_environment() -> None:
    """.venv holds a Python that starts and can be installed into; one that broke or was left half-made is made anew."""
    if fits(version_of(PYTHON) or (0,)) and (STAMP.exists() or pip()):
        return
    say("正在建立 .venv……")
    importlib.invalidate_caches()
    for way in (["venv"], ["virtualenv"], ["venv", "--without-pip"]):
        command = [sys.executable, "-m", *way, "--clear", str(VENV)]
        if subprocess.run(command, capture_output=True).returncode == 0 and pip():
            return
    shutil.rmtree(VENV, ignore_errors=True)
    name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    raise SetupError(f"本机的 Python 不能建立运行环境：请管理员执行 sudo apt-get install {name}，然后再试一次。")


def pip() -> list[str]:
    """The command that installs into .venv: its own pip, or this Python's where it has none; empty without either."""
    ways = [[str(PYTHON), "-m", "pip"], [sys.executable, "-m", "pip", "--python", str(PYTHON)]]
    working = (way for way in ways if subprocess.run([*way, "--version"], capture_output=True).returncode == 0)
    return next(working, [])


def project_table() -> dict[str, Any]:
    """What pyproject.toml says of name, dependencies and commands."""
    import tomllib

    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def digest(project: Mapping[str, Any], constraints: str, version: tuple[int, ...] | None) -> str:
    """Changes whenever the dependencies have to be installed again."""
    return hashlib.sha256(json.dumps([project, constraints, version], sort_keys=True).encode()).hexdigest()


def install_dependencies() -> None:
    """The releases of constraints.txt are in .venv, and the command «taizhang»; nothing is done when they are."""
    project = project_table()
    wanted = digest(project, (ROOT / "constraints.txt").read_text(encoding="utf-8"), version_of(PYTHON))
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    say("正在安装依赖（第一次要几分钟）……")
    packages = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    install = [
        *pip(),
        "--no-input",
        "--disable-pip-version-check",
        "install",
        "-q",
        "--compile",
        "-c",
        "constraints.txt",
    ]
    ours = [*install, "--no-deps", "--no-build-isolation", "--editable", "."]
    if not attempt([[*install, *packages], ours]):
        raise SetupError("依赖没有装好：请检查网络（或本机的 pip 设置），然后再试一次；已装好的不会重来。")
    STAMP.write_text(wanted, encoding="utf-8")


def set_up(packages: Iterable[str]) -> None:
    """System packages, .venv, dependencies and compiled modules are in place."""
    installable = [*packages, *([] if STAMP.exists() else python_packages(sys.version_info[:2]))]
    install_packages(installable)
    make_environment()
    install_dependencies()
    compiled = [str(ROOT / name) for name in ("app", "migrations") if (ROOT / name).is_dir()]
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", *compiled])
