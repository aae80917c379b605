"""What is said before its source is taken whole where a tree knows it, and nowhere else."""

from __future__ import annotations

import pytest

from attribution.interpret.frames.clauses_before import with_clause_before
from attribution.interpret.readings import Frame
from tests.interpret.docs import LEXICONS, build

# The roof leaked before it fell, an engineer {told | saw} them.
ROOF = (
    "The/DT//+1/det roof/NN//+1/nsubj leaked/VBD//{}/{} before/IN//+2/mark it/PRP//+1/nsubj fell/VBD//-3/advcl "
    ",/,//+2/punct an/DT//+1/det engineer/NN//+1/nsubj {}/VBD//{}/{} them/PRP//-1/iobj"
)
UNDER = ("+7", "ccomp", "told", "0", "ROOT")
BESIDE = ("0", "ROOT", "told", "-7", "parataxis")
SOURCE, CUE, CLAUSE = (7, 8), (9,), (0, 1, 2, 3, 4, 5)


def content_of(rows: str, content: tuple[int, ...], source: tuple[int, ...] = SOURCE) -> tuple[int, ...]:
    return with_clause_before(build(rows), Frame(CUE, source, content), LEXICONS.cues).content


@pytest.mark.parametrize("tree", [UNDER, BESIDE])
@pytest.mark.parametrize("read", [(), (0, 1, 2, 3), (1, 2), CLAUSE])
def test_a_torn_or_missing_clause_is_taken(tree: tuple[str, ...], read: tuple[int, ...]) -> None:
    assert content_of(ROOF.format(*tree), read) == CLAUSE


def test_a_content_that_lacks_its_first_words_is_not_torn() -> None:
    assert content_of(ROOF.format(*UNDER), (2, 3, 4, 5)) == (2, 3, 4, 5)


@pytest.mark.parametrize(
    ("rows", "read", "source"),
    [
        (ROOF.format("+7", "ccomp", "saw", "0", "ROOT"), (), SOURCE),
        (ROOF.format("0", "ROOT", "told", "-7", "conj"), (), SOURCE),
        (ROOF.format(*UNDER).replace(",/,", ";/,"), (), SOURCE),
        (ROOF.format(*UNDER).replace("The/DT", "“/``"), (), SOURCE),
        (ROOF.format(*UNDER), (10,), SOURCE),
        (ROOF.format(*UNDER), (), ()),
    ],
    ids=["no speech", "another act", "no comma", "a quotation", "said after the cue", "nobody"],
)
def test_otherwise_it_stays(rows: str, read: tuple[int, ...], source: tuple[int, ...]) -> None:
    assert content_of(rows, read, source) == read


def test_a_conjunction_is_left_off() -> None:
    rows = ROOF.format(*UNDER).replace("The/DT", "But/CC")
    assert content_of(rows.replace("//+1/det roof", "//+2/cc roof"), ()) == CLAUSE[1:]
