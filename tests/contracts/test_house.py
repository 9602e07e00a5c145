"""The house keeps its own rules: imports in one direction, plain names, a sentence on every module."""

import ast
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "app").rglob("*.py"))
TESTS = [path for path in (ROOT / "tests").rglob("*.py") if "data" not in path.relative_to(ROOT).parts]
TEXTS = {".py", ".toml", ".ini", ".mako", ".md", ".txt", ".j2", ".html", ".json", ".yaml", ".csv"}
RESOURCES = [path for path in (ROOT / "resources").rglob("*") if path.suffix in TEXTS]
OURS = [ROOT / name for name in ("dev.py", "installation.py", "Makefile", ".ci/run", "pyproject.toml", "README.md")]
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "common", "core", "managers", "manager", "misc"}
OUTSIDE = ("../" + "shared", "/work" + "/", "/opt" + "/")


def test_nothing_reads_what_lies_outside_the_project():
    texts = {path: path.read_text(encoding="utf-8") for path in (*MODULES, *TESTS, *RESOURCES, *OURS)}
    assert not [f"{path}: {place}" for path, text in texts.items() for place in OUTSIDE if place in text]


def test_modules_are_named_after_what_they_hold():
    named = {path.relative_to(ROOT): set(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES}
    assert not [str(path) for path, parts in named.items() if parts & EMPTY_WORDS]


def test_every_module_says_what_holds():
    unsaid = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not unsaid


def test_imports_go_in_one_direction(tmp_path):
    code = f"import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir={str(tmp_path)!r}))"
    env = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_way_to_the_first_window_imports_nothing_heavy():
    code = "import sys, app.__main__, app.ui.main_window; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"sqlalchemy", "docx", "reportlab", "jinja2", "pypinyin", "alembic", "openpyxl"} & set(
        done.stdout.split()
    )
