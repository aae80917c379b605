"""What a page shows, before it is laid out."""

from __future__ import annotations

import attrs
from hypothesis import given

from attribution.report import Report, Span
from attribution.report.printable import shortened
from attribution.report.view import make_view
from tests.example import article
from tests.strategies import PATIENT, reports


@PATIENT
@given(reports())
def test_every_claim_and_finding_has_one_place_and_no_claim_leaves_its_stretch(report: Report) -> None:
    view = make_view(report, report.findings)
    blocks = [block for stretch in view.stretches for block in stretch]
    if blocks:
        assert sorted(line.number for block in blocks for line in block.lines) == list(range(len(report.claims)))
        assert sorted(note.number for block in blocks for note in block.notes) == list(range(len(report.findings)))
    held = [frozenset().union(*(block.claims for block in stretch)) for stretch in view.stretches]
    assert sum(map(len, held)) == len(frozenset().union(*held))
    assert sum(share.number for share in view.levels) == len(report.claims)
    assert sum(share.number for share in view.identifications) == len(report.claims)
    assert sum(share.number for share in view.speakers) == len(report.sources)


def test_a_claim_over_several_paragraphs_keeps_them_together_and_others_stand_alone() -> None:
    report = article()
    assert [len(stretch) for stretch in make_view(report).stretches] == [1] * 6
    start = report.claims[1].spans[0].start
    end = report.claims[4].spans[-1].end
    longer = attrs.evolve(report.claims[1], spans=(Span(start, end, report.text[start:end]),))
    changed = attrs.evolve(report, claims=(report.claims[0], longer, *report.claims[2:]))
    assert [len(stretch) for stretch in make_view(changed).stretches] == [1, 3, 1, 1]


def test_a_text_is_shortened_at_a_word() -> None:
    assert shortened("short", 10) == "short"
    assert shortened("several \n words", 20) == "several words"
    assert shortened("several words", 10) == "several…"
    assert shortened("a" * 20, 10) == "a" * 9 + "…"
