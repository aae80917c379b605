"""What is installed: names, metadata, data files, and what an import costs."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources
from importlib.metadata import entry_points, requires
from pathlib import Path

import pytest

import attribution

PACKAGE = Path(attribution.__file__).parent

# What only some users install, and what takes long to load: the first analysis may pay for it, an import may not.
HEAVY = ("torch", "transformers", "pandas", "onnxruntime", "textacy", "sklearn", "scipy", "mkdocs")


def run(code: str) -> str:
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert process.returncode == 0, process.stderr
    return process.stdout.strip()


def test_an_import_loads_nothing_heavy():
    loaded = run("import sys, attribution; print(*{name.partition('.')[0] for name in sys.modules})").split()
    assert not set(HEAVY) & set(loaded)


@pytest.mark.model
def test_an_analysis_needs_no_library_of_the_extras_and_no_connection_not_even_to_be_imported():
    code = (
        "import socket, sys\n"
        "class Refused(socket.socket):\n"  # a class still, because others derive from it when they are imported
        "    def __init__(self, *args, **kwargs): raise AssertionError('a connection was opened')\n"
        "socket.socket = Refused\n"
        "for name in ('torch', 'transformers', 'pandas', 'sklearn'):\n"
        "    sys.modules[name] = None\n"  # None makes every later import of it fail
        "import attribution\n"
        "print(len(attribution.analyze('Kerry said that it was over.').attributions))"
    )
    assert run(code) == "1"


def test_the_public_names_exist_and_are_listed():
    assert {"analyze", "analyze_many", "load", "Report"} <= set(attribution.__all__)
    assert all(hasattr(attribution, name) for name in attribution.__all__)


@pytest.mark.parametrize("name", ["attribution_encoder", "attribution"])
def test_components_are_found_through_their_entry_points(name):
    (point,) = entry_points(group="spacy_factories", name=name)
    assert callable(point.load())


def test_a_pipeline_takes_the_component_without_an_import_of_ours():
    code = "import spacy\nnlp = spacy.blank('en')\nnlp.add_pipe('attribution')\nprint(nlp.pipe_names)"
    assert "attribution" in run(code)


@pytest.mark.parametrize(
    "name",
    [
        "py.typed",
        "interpret/calibration.toml",
        "report/schema.json",
        "scoring/weights.toml",
        "lexicons/cues.toml",
        "lexicons/hedges.toml",
    ],
)
def test_data_files_are_in_the_package(name):
    assert resources.files("attribution").joinpath(name).is_file()


def test_the_model_is_in_the_package_and_small_enough():
    files = [path for path in (PACKAGE / "model").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert any(path.suffix == ".onnx" for path in files)
    assert sum(path.stat().st_size for path in files) <= 26_000_000


def test_only_training_imports_torch():
    importers = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if "import torch" in (text := path.read_text(encoding="utf-8")) or "from torch" in text
    }
    assert importers <= {"training"}


def test_nothing_unsafe_is_read():
    """No pickle, no eval: what is read from a file is data."""
    unsafe = ("import pickle", "from pickle", "eval(", "exec(", "yaml.load", "import marshal", "import shelve")
    found = [
        (path.name, word)
        for path in PACKAGE.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        for word in unsafe
        if word in line and "literal_eval(" not in line and ".eval(" not in line
    ]
    assert not found


def test_optional_dependencies_are_not_required():
    needed = {line.partition(";")[0] for line in requires("source-attribution") or () if "extra ==" not in line}
    assert not any(line.startswith(("torch", "pandas", "transformers", "mkdocs")) for line in needed)
