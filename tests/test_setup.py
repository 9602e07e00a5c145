"""Set-up installs what is missing, only where it may, and says the rest in one Chinese line."""

import re
import tomllib
from pathlib import Path

import pytest

import dev
import installation

LISTING = """installed libglib2.0-0t64 libglib2.0-0 (= 2.84.1-1), libgio-2.0-0
installed libreoffice-writer\x20
not-installed xvfb\x20
installed libgl1\x20
"""


def test_a_package_counts_as_installed_under_the_name_it_stands_in_for():
    names = installation.parse_packages(LISTING)
    assert {"libglib2.0-0", "libglib2.0-0t64", "libgl1"} <= names
    assert "xvfb" not in names


def test_only_what_is_missing_is_wanted_and_a_full_office_program_serves():
    wanted = ["libgl1", "libglib2.0-0", "xvfb", "libreoffice-writer-nogui"]
    assert installation.missing_packages(wanted, installation.parse_packages(LISTING)) == ["xvfb"]


@pytest.mark.parametrize("prefix", [[], ["sudo", "-n"]])
def test_packages_are_installed_without_asking_and_without_removing_anything(prefix):
    update, install = installation.apt_commands(["xvfb", "xauth"], prefix)
    assert update[: len(prefix) + 1] == [*prefix, "env"]
    assert update[-1] == "update"
    assert install[-2:] == ["xvfb", "xauth"]
    assert {"--yes", "--no-install-recommends", "--no-remove"} <= set(install)


def test_where_it_may_not_install_it_names_the_packages_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(installation, "installed_packages", lambda: {"xauth"})
    monkeypatch.setattr(installation, "administrator", lambda: None)
    monkeypatch.setattr(installation, "attempt", pytest.fail)
    installation.install_packages(["xvfb", "xauth", "poppler-utils"])
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert said.endswith("xvfb poppler-utils\n")


def test_a_system_without_debian_packages_is_left_alone(monkeypatch, capsys):
    monkeypatch.setattr(installation, "installed_packages", lambda: None)
    monkeypatch.setattr(installation, "administrator", pytest.fail)
    installation.install_packages(["xvfb"])
    assert capsys.readouterr().out == ""


def test_a_failed_installation_is_tried_again_and_then_given_up(monkeypatch):
    waits: list[int] = []
    monkeypatch.setattr(installation.time, "sleep", waits.append)
    monkeypatch.setattr(installation, "went_well", lambda command, quiet: command != ["install"])
    assert not installation.attempt([["update"], ["install"]])
    assert len(waits) == 3
    assert installation.attempt([["update"]])


def test_a_python_without_the_means_to_make_environments_asks_for_its_package():
    assert installation.python_packages((3, 11), lambda name: None) == ["python3.11-venv"]
    assert installation.python_packages((3, 11), lambda name: name) == []


@pytest.mark.parametrize(("version", "fit"), [((3, 10), False), ((3, 11), True), ((3, 13), True), ((3, 14), False)])
def test_the_python_has_to_be_one_our_dependencies_are_made_for(version, fit):
    assert installation.fits(version) is fit


def test_dependencies_are_installed_again_exactly_when_they_change():
    project = {"dependencies": ["lxml==6.1.3"]}
    first = installation.digest(project, "lxml==6.1.3\n", (3, 11, 7))
    assert first == installation.digest(dict(project), "lxml==6.1.3\n", (3, 11, 7))
    assert first != installation.digest(project, "lxml==6.1.4\n", (3, 11, 7))
    assert first != installation.digest({"dependencies": []}, "lxml==6.1.3\n", (3, 11, 7))
    assert first != installation.digest(project, "lxml==6.1.3\n", (3, 12, 1))


def test_nothing_is_installed_while_the_stamp_fits(monkeypatch, tmp_path):
    stamp = tmp_path / "stamp"
    constraints = (installation.ROOT / "constraints.txt").read_text(encoding="utf-8")
    monkeypatch.setattr(installation, "version_of", lambda *command: (3, 11, 7))
    stamp.write_text(installation.digest(installation.project_table(), constraints, (3, 11, 7)), encoding="utf-8")
    monkeypatch.setattr(installation, "STAMP", stamp)
    monkeypatch.setattr(installation, "attempt", pytest.fail)
    installation.install_dependencies()
    stamp.write_text("older", encoding="utf-8")
    monkeypatch.setattr(installation, "attempt", lambda commands: False)
    with pytest.raises(installation.SetupError, match="依赖没有装好"):
        installation.install_dependencies()


def test_every_dependency_is_pinned_once_and_alike():
    project = tomllib.loads((installation.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (installation.ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-").splitlines()
    pinned = dict(line.split("==") for line in lines if not line.startswith("#"))
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {name: pinned.get(name) for name, _ in map(split, wanted)} == dict(map(split, wanted))


def split(requirement: str) -> tuple[str, str]:
    """Name and version of «name==version», the name as the lock writes it."""
    name, version = requirement.lower().replace("_", "-").split("==")
    return name, version


@pytest.mark.parametrize(
    ("env", "platform", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", True),
        ({}, "win32", True),
    ],
)
def test_a_screen_is_found_where_there_is_one(env, platform, seen):
    assert dev.has_screen(env, platform) is seen


def test_without_a_screen_run_says_what_to_do_instead(monkeypatch, capsys):
    monkeypatch.setattr(dev, "set_up", lambda packages: None)
    monkeypatch.setattr(dev, "child", pytest.fail)
    monkeypatch.setattr(dev, "has_screen", lambda env: False)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert dev.main(["run"]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "make demo" in said


def test_without_a_screen_demo_fills_a_folder_and_writes_three_papers(monkeypatch, tmp_path):
    asked: list[tuple[str, ...]] = []

    def child(*words: str | Path, env: object = None, quiet: bool = False) -> int:
        asked.append(tuple(map(str, words)))
        Path(words[3]).mkdir(exist_ok=True)
        return 0

    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "OUT", tmp_path / "out")
    monkeypatch.setattr(dev, "set_up", lambda packages: None)
    monkeypatch.setattr(dev, "child", child)
    assert dev.main(["demo"]) == 0
    assert [words[4] for words in asked] == ["demo", "summary", "print", "print"]
    assert (tmp_path / "out/demo-data").is_dir()
    assert dev.main(["demo"]) == 0
    assert [words[4] for words in asked[4:]] == ["summary", "print", "print"]


def test_a_demo_broken_off_leaves_no_folder_that_looks_filled(monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "OUT", tmp_path / "out")
    monkeypatch.setattr(dev, "set_up", lambda packages: None)
    monkeypatch.setattr(dev, "child", lambda *words, quiet: 2)
    assert dev.main(["demo"]) == 2
    assert not (tmp_path / "out/demo-data").exists()


def test_what_stands_in_the_way_is_one_sentence_on_standard_error(monkeypatch, capsys):
    def set_up(packages):
        raise installation.SetupError("依赖没有装好。")

    monkeypatch.setattr(dev, "set_up", set_up)
    assert dev.main(["setup"]) == 1
    assert capsys.readouterr().err == "依赖没有装好。\n"


@pytest.mark.parametrize(("words", "status"), [([], 2), (["rnu"], 2), (["help"], 0)])
def test_a_wrong_command_shows_the_commands(words, status, capsys):
    assert dev.main(words) == status
    assert capsys.readouterr().out.startswith("用法：")


def test_a_failed_check_is_named_and_the_others_are_still_made(monkeypatch, capsys):
    monkeypatch.setattr(dev, "set_up", lambda packages: None)
    monkeypatch.setattr(dev, "child", lambda *words, env: int("mypy" in words))
    assert dev.main(["check"]) == 1
    assert capsys.readouterr().out.endswith("没有通过：类型\n")


def test_ci_runs_nothing_that_the_readme_does_not_name():
    script = (installation.ROOT / ".ci/run").read_text(encoding="utf-8")
    readme = (installation.ROOT / "README.md").read_text(encoding="utf-8")
    called = set(re.findall(r"^\s*(?:make|\"\$python\" dev\.py) (\w+)$", script, re.MULTILINE))
    assert called == {"check", "test"}
    assert all(f"make {name}" in readme for name in called)
