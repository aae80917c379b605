"""Measures the shipped model, and what else can be installed, on public corpora.

Each module is a command: ``python -m benchmarks.attributions --data DIR`` and so on. The scorers in
:mod:`benchmarks.scorers` are pure functions over character spans.
"""
