"""Nothing is fetched, nothing that is read is run, nothing that is shown is markup of somebody else's."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import attribution

PACKAGE = Path(attribution.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# Whoever opens a connection, looks up a name or starts a program passes here, in whatever language it is written.
_WITHOUT_NETWORK = """
import sys

def refuse(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.sendto", "urllib.")):
        raise AssertionError(f"the network was asked: {event} {arguments}")
    if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "pickle.find_class", "marshal.loads"):
        raise AssertionError(f"not needed: {event} {arguments}")

import attribution, attribution.analysis  # importing reads compiled modules, which are marshalled
nlp = attribution.load()
attribution.analyze("Kerry said so.", nlp=nlp)
import attribution.cli.main, attribution.report.html, attribution.report.terminal, attribution.report.serialize
before = set(sys.modules)
sys.addaudithook(lambda event, arguments: None if event == "marshal.loads" else refuse(event, arguments))

text = sys.argv[1]
report = attribution.analyze(text, nlp=nlp)
assert report.attributions
assert attribution.Report.from_json(report.to_json()) == report
assert list(attribution.analyze_many([text, text], nlp=nlp)) == [report, report]
report.to_html(), report._repr_html_(), report.explain(), repr(report)
attribution.load()
for options in ([], ["--json"], ["--csv"], ["--html", sys.argv[2] + "/out.html"]):
    assert attribution.cli.main.main([*options, sys.argv[2] + "/article.txt"]) == 0
print("done", file=sys.stderr)
"""

_DANGEROUS_CALLS = {"eval", "exec", "compile", "__import__"}
_DANGEROUS_MODULES = re.compile(
    r"(?:pickle|marshal|shelve|dill|cloudpickle|yaml|ctypes|socket|http|requests|urllib\.request|subprocess)(?:\.|\Z)"
)


@pytest.mark.model
def test_nothing_asks_the_network_or_starts_a_program(tmp_path):
    text = "“It is over,” Kerry said in Moscow."
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_NETWORK, text, str(tmp_path)], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.endswith("done\n")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_runs_what_it_reads(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in _DANGEROUS_CALLS, f"line {node.lineno}"
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not any(_DANGEROUS_MODULES.match(name) for name in names), f"line {node.lineno}"


def test_checkpoints_are_read_without_pickle():
    """``torch.load`` unpickles, unless it is told to take numbers only."""
    for path in MODULES:
        source = path.read_text(encoding="utf-8")
        assert source.count("torch.load(") == source.count("weights_only=True"), path


def test_html_is_escaped_by_construction():
    """Templates escape what they are given, and nothing is exempt: no filter, no block, no ready-made markup."""
    sources = {path: path.read_text(encoding="utf-8") for path in MODULES}
    environments = [
        source for source in sources.values() if re.search(r"\bEnvironment\($|\bEnvironment\(\w", source, re.M)
    ]
    assert environments
    assert all("autoescape=True" in source for source in environments)
    for path in [*MODULES, *PACKAGE.rglob("templates/*")]:
        if path.is_file() and path.suffix in {".py", ".html", ".css"}:
            source = path.read_text(encoding="utf-8")
            assert not re.search(r"\|\s*safe\b|\bMarkup\(|{%-?\s*autoescape\s+false", source), path
