"""What the tests of all engines share."""

from __future__ import annotations

import pytest

pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'source-attribution[arrow]'")

from tests.distributed import articles


@pytest.fixture(scope="session")
def expected(nlp):
    """The reports of one machine, by id; ``None`` where there is none."""
    return articles.expected(nlp)
