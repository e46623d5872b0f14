"""The built wheel, installed in an environment of its own, does the main job."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "CITATOR_LIBRARY")}
    return subprocess.run([*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    done = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    assert done.returncode == 0, done.stderr
    (path,) = out.glob("*.whl")
    return path


def test_the_wheel_holds_the_three_layers_and_their_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "citator/corpus/py.typed",
        "citator/graph/py.typed",
        "citator/queries/py.typed",
        "citator/corpus/treatments/treatments.toml",
        "citator/graph/ontology.ttl",
        "citator/graph/shapes.ttl",
    }
    assert wanted <= names
    assert "citator/__init__.py" not in names


def test_the_installed_wheel_builds_a_library_and_answers(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=False, system_site_packages=False)
    python = tmp_path / "env" / "bin" / "python"
    # the dependencies are those of this environment: what is tested is our wheel, not the package index
    site = next((tmp_path / "env" / "lib").glob("python*")) / "site-packages"
    here = [path for path in sys.path if path.endswith("site-packages")]
    done = run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", site, wheel, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (site / "zz-dependencies.pth").write_text("\n".join(here), encoding="utf-8")
    command = (python, "-m", "citator.queries.cli")
    where = run(python, "-c", "import citator.queries as q; print(q.__file__)", cwd=tmp_path)
    assert where.stdout.strip() == str(site / "citator" / "queries" / "__init__.py"), where.stderr
    built = run(*command, "build", ROOT / "corpus" / "opinions", "-o", "four.citator", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    status = run(*command, "status", "990 F.2d 472", "--library", "four.citator", cwd=tmp_path)
    assert status.returncode == 0, status.stderr
    assert "48 F.3d 1508" in status.stdout
