"""Making a library and bringing it up to date, whatever happens meanwhile."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path

import pytest

from citator.corpus.errors import LibraryBusy, LibraryError, UnreadableInput
from citator.graph import disk, files, made_by, reading_jobs
from citator.graph.library import Library, Row
from citator.graph.update import PageBegun, PageMaker, Progress, update

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"
SHORT = "caperna.txt"


@pytest.fixture(autouse=True)
def _same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nobody changed citator while its tests run."""
    monkeypatch.setattr(made_by, "reader_digest", lambda: "reader")
    monkeypatch.setattr("citator.graph.update.code_digest", lambda: "code")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two opinions."""
    folder = tmp_path / "opinions"
    folder.mkdir()
    for name in (SHORT, "redondo-lemos.txt"):
        shutil.copy(OPINIONS / name, folder)
    return folder


def triples(where: Path) -> bytes:
    """Everything a library states, sorted."""
    with Library.open(where) as library:
        return b"\n".join(sorted(str(quad).encode() for quad in library.source.store))  # type: ignore[union-attr]


def held(where: Path) -> list[str]:
    with Library.open(where) as library:
        return [entry.file for entry in library.manifest.opinions]


def test_a_folder_becomes_a_library(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.citator"
    summary = update(target, [folder])
    assert (summary.opinions, summary.read, summary.unchanged, summary.removed, summary.skipped) == (2, 2, 0, 0, ())
    assert held(target) == [SHORT, "redondo-lemos.txt"]
    with Library.open(target) as library:
        (row,) = library.select("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a c:Citation }")
        kinds = library.select(
            "SELECT ?kind (COUNT(DISTINCT ?t) AS ?n) { ?t cito:hasCitationCharacterization/skos:notation ?kind } GROUP BY ?kind"
        )
    assert summary.citations == row["n"]
    assert {row["kind"]: row["n"] for row in kinds} == summary.treatments


def test_what_has_not_changed_is_not_read_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "new.citator"
    first = update(target, [folder])
    before = triples(target)
    monkeypatch.setattr(reading_jobs, "_read", lambda *_: "it was read again")
    second = update(target, [folder])
    assert (0, 2, first.citations, before) == (second.read, second.unchanged, second.citations, triples(target))


def test_only_what_changed_is_read(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.citator"
    update(target, [folder])
    (folder / SHORT).write_text((folder / SHORT).read_text() + "\nSee 1 U.S. 2 (1790).\n")
    shutil.copy(OPINIONS / "armstrong.txt", folder / "more.txt")
    (folder / "redondo-lemos.txt").unlink()
    summary = update(target, [folder])
    assert (summary.opinions, summary.read, summary.unchanged, summary.removed) == (2, 2, 0, 1)
    again = update(target, [folder, OPINIONS / "redondo-lemos.txt"])
    assert (again.opinions, again.read, again.unchanged, again.removed) == (3, 1, 2, 0)


def test_facts_that_change_are_read_again(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.citator"
    update(target, [folder / SHORT])
    (folder / "opinions.toml").write_text(f'["{SHORT}"]\ncaption = "Roe v. Doe"\ncitation = "9 F.3d 9"\n')
    assert update(target, [folder / SHORT]).read == 1
    with Library.open(target) as library:
        assert library.manifest.opinions[0].decision == "https://w3id.org/citator/id/9-f3d-9"
    given = tmp_path / "facts.toml"
    given.write_text(f'["{SHORT}"]\ncaption = "Roe v. Doe"\ncitation = "8 F.3d 8"\n')
    update(target, [folder / SHORT], facts=given)
    with Library.open(target) as library:
        assert library.manifest.opinions[0].decision == "https://w3id.org/citator/id/8-f3d-8"


def test_bad_files_are_named_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (folder / ".hidden.txt").write_text("hidden")
    (folder / "opinions.toml").write_text("")
    update(
        folder / "old library",
        [OPINIONS / "armstrong.txt"],
        page=lambda library: nullcontext(lambda library: lambda: b"a page"),
    )
    (folder / "deeper").mkdir()
    shutil.copy(OPINIONS / "armstrong.txt", folder / "deeper")
    summary = update(tmp_path / "new.citator", [folder])
    assert [item.path for item in summary.skipped] == ["empty.txt", "picture.txt"]
    assert all(item.why and "\n" not in item.why for item in summary.skipped)
    assert sorted(held(tmp_path / "new.citator")) == [SHORT, "deeper/armstrong.txt", "redondo-lemos.txt"]


def test_a_copy_counts_once(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / SHORT, folder / "zz.txt")
    summary = update(tmp_path / "new.citator", [folder, folder])
    assert summary.opinions == 2
    assert [("zz.txt", f"the same text as {SHORT}")] == [(item.path, item.why) for item in summary.duplicates]


def test_a_reader_that_fails_costs_only_its_file(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from citator.corpus import reading

    read = reading.read

    def fragile(path: Path, *args: object) -> object:
        if path.name == SHORT:
            raise RecursionError("too\ndeep")
        return read(path)

    monkeypatch.setattr(reading, "read", fragile)
    summary = update(tmp_path / "new.citator", [folder])
    assert [(item.path, item.why) for item in summary.skipped] == [
        (SHORT, "citator failed on it (RecursionError: too deep)")
    ]
    assert summary.opinions == 1


def test_a_library_is_no_opinion(folder: Path, tmp_path: Path) -> None:
    update(tmp_path / "one.citator", [folder / SHORT])
    with pytest.raises(UnreadableInput, match="a library, not opinions"):
        update(tmp_path / "two.citator", [tmp_path / "one.citator"])


def test_what_kills_a_process_is_laid_to_its_file(folder: Path, tmp_path: Path) -> None:
    sources, _ = files.find([folder])
    place = tmp_path / "new.citator"
    with disk.only_writer(place):
        reader = reading_jobs._Reader(place)
        reader._start().kill()
        assert "citator was killed while reading it" == reader.read(sources[0])
        assert reader.read(sources[0]) is None
        reader.stop()
        assert disk.has_record(place, sources[0].key)


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file or folder"):
        update(tmp_path / "new.citator", [tmp_path / "nowhere"])
    assert not (tmp_path / "new.citator").exists()


def test_nothing_to_read_makes_an_empty_library(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    summary = update(tmp_path / "new.citator", [tmp_path / "none"])
    assert (summary.opinions, held(tmp_path / "new.citator")) == (0, [])


def test_processes_give_the_same_library_as_one(folder: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []
    update(tmp_path / "one.citator", [folder])
    update(tmp_path / "two.citator", [folder], jobs=2, progress=seen.append)
    assert triples(tmp_path / "one.citator") == triples(tmp_path / "two.citator")
    assert [(step.done, step.total) for step in seen] == [(1, 2), (2, 2)]


def test_building_twice_gives_the_same_files_but_the_store(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        update(tmp_path / f"{name}.citator", [folder])

    def kept(name: str) -> dict[str, bytes]:
        where = tmp_path / f"{name}.citator"
        return {
            str(path.relative_to(where)): path.read_bytes()
            for path in where.rglob("*")
            if path.is_file() and "store" not in path.parts
        }

    assert kept("one") == kept("two")


def test_the_page_is_made_from_the_new_library(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.citator"

    def page(library: Library) -> PageBegun:
        labels = [entry.label for entry in library.manifest.opinions]
        return nullcontext(lambda stances: lambda: "|".join(labels).encode())

    update(target, [folder / SHORT], page=page)
    assert b"Caperna" in (target / disk.PAGE).read_bytes()
    (target / disk.PAGE).unlink()
    update(target, [folder / SHORT], page=page)
    assert b"Caperna" in (target / disk.PAGE).read_bytes()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_is_begun_without_points_and_given_the_stances_to_them(tmp_path: Path, jobs: int) -> None:
    begun: list[tuple[int, int]] = []
    given: list[Row] = []

    def page(library: Library) -> PageBegun:
        opinions, points = (
            len(library.select(f"SELECT ?it {{ ?it a c:{kind} }}")) for kind in ("TextSource", "Proposition")
        )
        begun.append((opinions, points))

        def complete(stances: Iterable[Row] | None) -> Callable[[], bytes]:
            given.extend(stances or ())
            return lambda: b"a page"

        return nullcontext(complete)

    update(tmp_path / "new.citator", [OPINIONS], jobs=jobs, page=page)
    assert begun == [(4, 0)]
    with Library.open(tmp_path / "new.citator") as library:
        told = library.select("SELECT ?it ?case { ?taken c:onProposition ?it ; c:stanceOf ?case }")
        assert library.select("SELECT ?question { ?point c:answers ?question }")
    assert {(row["proposition"], row["case"]) for row in given} == {(row["it"], row["case"]) for row in told}


def page_that_cannot_be_begun(library: Library) -> PageBegun:
    raise ZeroDivisionError


def page_that_cannot_be_completed(library: Library) -> PageBegun:
    def complete(stances: Iterable[Row] | None) -> Callable[[], bytes]:
        raise ZeroDivisionError

    return nullcontext(complete)


def page_that_cannot_be_made(library: Library) -> PageBegun:
    return nullcontext(lambda stances: lambda: bytes(1 // 0))


@pytest.mark.parametrize("page", [page_that_cannot_be_begun, page_that_cannot_be_completed, page_that_cannot_be_made])
def test_a_page_that_fails_leaves_the_old_library(folder: Path, tmp_path: Path, page: PageMaker) -> None:
    target = tmp_path / "new.citator"
    update(target, [folder / SHORT])
    with pytest.raises(ZeroDivisionError):
        update(target, [folder], page=page)
    assert held(target) == [SHORT]
    assert update(target, [folder / SHORT]).opinions == 1


def test_readers_keep_their_library_while_it_is_replaced(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.citator"
    update(target, [folder / SHORT])
    with Library.open(target) as old:
        update(target, [folder])
        assert old.select("SELECT (COUNT(DISTINCT ?t) AS ?n) { ?t a c:TextSource }") == [{"n": 1}]
        assert (OPINIONS / SHORT).read_text() == old.text(old.manifest.opinions[0].id)


def test_old_generations_and_readings_are_cleared(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.citator"
    for paths in ([folder], [folder / SHORT], [folder / "redondo-lemos.txt"]):
        update(target, paths)
    assert len(list((target / "generations").iterdir())) == 2
    update(target, [folder / "redondo-lemos.txt"])
    assert len(list((target / "readings").iterdir())) == 2  # its own, and that of the generation before


WRITER = """
import sys, time
from pathlib import Path
import citator.graph.update
from citator.graph import disk, made_by
from citator.graph.update import update
made_by.reader_digest = lambda: "reader"
citator.graph.update.code_digest = lambda: "code"
def page(library):
    print("reached", flush=True)
    time.sleep(60)
    return b""
stage = sys.argv[3]
if stage == "reading":
    from citator.graph import reading_jobs
    read = reading_jobs._read
    def slow(*args):
        why = read(*args)
        page(None)
        return why
    reading_jobs._read = slow
if stage == "switching":
    replace = disk.replace_file
    def stuck(path, data, **how):
        if path.name == "current":
            page(None)
        replace(path, data, **how)
    disk.replace_file = stuck
if stage == "clearing":
    disk.clear = lambda *args: page(None)
update(Path(sys.argv[1]), [Path(sys.argv[2])], page=page if stage == "page" else None)
"""


def writer(target: Path, folder: Path, stage: str) -> subprocess.Popen[str]:
    """A process that writes ``target`` and stops at ``stage`` until it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(target), str(folder), stage], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "reached\n"
    return process


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        pytest.param("reading", 1, id="while-reading"),
        pytest.param("page", 1, id="while-making-the-page"),
        pytest.param("switching", 1, id="just-before-the-switch"),
        pytest.param("clearing", 2, id="just-after-the-switch"),
    ],
)
def test_killed_at_any_moment_the_library_answers(folder: Path, tmp_path: Path, stage: str, expected: int) -> None:
    target = tmp_path / "new.citator"
    update(target, [folder / SHORT])
    process = writer(target, folder, stage)
    try:
        with pytest.raises(LibraryBusy, match="another process"):
            update(target, [folder])
        assert expected == len(held(target))
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert expected == len(held(target))
    summary = update(target, [folder])
    assert (summary.opinions, summary.read) == (2, 0)  # no finished reading was lost, and nobody holds the lock
    assert not list((target / "generations").glob(".new*"))


def test_killed_in_its_first_build_it_says_so(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.citator"
    process = writer(target, folder, "page")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with pytest.raises(LibraryError, match="first build did not finish"):
        Library.open(target)
    assert update(target, [folder]).opinions == 2


def damage_pointer(target: Path) -> None:
    (target / "current").write_text("../elsewhere")


def damage_manifest(target: Path) -> None:
    (disk.current(target) / "manifest.json").write_text("{")


def damage_store(target: Path) -> None:
    (disk.current(target) / "store" / "CURRENT").unlink()


def damage_layout(target: Path) -> None:
    path = disk.current(target) / "manifest.json"
    path.write_text(path.read_text().replace('"layout": 1', '"layout": 99'))


def damage_version(target: Path) -> None:
    path = disk.current(target) / "manifest.json"
    path.write_text(path.read_text().replace('"version": "', '"version": "99.'))


@pytest.mark.parametrize("harm", [damage_pointer, damage_manifest, damage_store, damage_layout, damage_version])
def test_a_damaged_library_says_so_and_can_be_built_again(folder: Path, tmp_path: Path, harm: object) -> None:
    target = tmp_path / "new.citator"
    update(target, [folder / SHORT])
    whole = triples(target)
    harm(target)  # type: ignore[operator]
    with pytest.raises(LibraryError, match="build it again"):
        Library.open(target)
    update(target, [folder / SHORT])
    assert whole == triples(target)


def test_a_damaged_reading_is_read_again(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.citator"
    update(target, [folder / SHORT])
    (record,) = (target / "readings").iterdir()
    record.write_bytes(record.read_bytes()[:-20])
    with Library.open(target) as library, pytest.raises(LibraryError, match="a reading of the library is damaged"):
        library.text(library.manifest.opinions[0].id)
    assert update(target, [folder / SHORT]).read == 1
    with Library.open(target) as library:
        assert (OPINIONS / SHORT).read_text() == library.text(library.manifest.opinions[0].id)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_something_else_is_never_written_over(folder: Path, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "thesis.citator"
    if kind == "file":
        target.write_text("my thesis")
    else:
        target.mkdir()
        (target / "chapter").write_text("my thesis")
    with pytest.raises(LibraryError, match="something else than a library"):
        update(target, [folder])
    assert (target if kind == "file" else target / "chapter").read_text() == "my thesis"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_that_leads_nowhere_is_reported(folder: Path, tmp_path: Path) -> None:
    (folder / "lost.txt").symlink_to(tmp_path / "gone.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    summary = update(tmp_path / "new.citator", [folder])
    assert [("loop.txt", "a link to a file that is not there"), ("lost.txt", "a link to a file that is not there")] == [
        (skipped.path, skipped.why) for skipped in summary.skipped
    ]
    assert summary.opinions == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(LibraryError, match="cannot be written"):
            update(tmp_path / "new.citator", [folder])
    finally:
        tmp_path.chmod(0o700)
