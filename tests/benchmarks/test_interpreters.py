import pytest

from benchmarks.interpreters import _Hidden, run_code


def test_what_is_printed_comes_with_the_seconds_that_it_took():
    run = run_code("print(sum(range(100_000)))")
    assert run.output == "4999950000\n"
    assert run.cpu > 0
    assert run.by_the_clock > 0


def test_torch_is_hidden_and_nothing_else():
    with pytest.raises(ModuleNotFoundError, match="torch"):
        _Hidden().find_spec("torch")
    assert _Hidden().find_spec("torchvision") is None
