"""Quotations: every style of marks, what is no mark, nesting, paragraphs, and texts whose quotations are known."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.interpret.text.quotes import Quotation, QuotedText, find_quotations

STYLES = [
    ('"', '"'),
    ("“", "”"),
    ("“", '"'),
    ('"', "''"),
    ("``", "''"),
    ("''", "''"),
    ("„", "“"),
    ("„", "”"),
    ("”", "”"),
    ("«", "»"),
    ("»", "«"),
    ("'", "'"),
    ("‘", "’"),
    ("‚", "‘"),
    ("「", "」"),
]
WIDE = ["“”", "«»"]
NESTING = [("“", "”", "‘", "’"), ("‘", "’", "“", "”"), ('"', '"', "'", "'"), ("'", "'", '"', '"')]


def cut(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in find_quotations(text)]


def inner(text: str) -> list[str]:
    return [text[quotation.inner_start : quotation.inner_end] for quotation in find_quotations(text)]


@pytest.mark.parametrize(("opening", "closing"), STYLES)
class TestStyles:
    def test_speech_before_its_cue(self, opening: str, closing: str) -> None:
        text = f"{opening}We will not sign,{closing} said the mayor."
        assert cut(text) == [f"{opening}We will not sign,{closing}"]
        assert inner(text) == ["We will not sign,"]

    def test_phrase_inside_a_sentence(self, opening: str, closing: str) -> None:
        assert inner(f"She called it {opening}a farce{closing} on Monday.") == ["a farce"]

    def test_interrupted_speech(self, opening: str, closing: str) -> None:
        text = f"{opening}No,{closing} he said, {opening}we will stay.{closing}"
        assert inner(text) == ["No,", "we will stay."]

    def test_in_brackets_and_before_a_comma(self, opening: str, closing: str) -> None:
        assert inner(f"A film ({opening}Night{closing}, 1960) and {opening}Day{closing}; no more.") == ["Night", "Day"]


@pytest.mark.parametrize(
    "text",
    [
        "It's the officials' plan and the workers' fault.",
        "Music of the '90s, the class of '92, rock 'n' roll, get 'em.",
        "The ’90s weren’t Mike O’Malley’s best years; the Joneses’ were.",
        "He is 6'2\" tall and his son 5' 11\".",
        "At 40°26'46\" north.",
        'A 12" disc and a 3" nail.',
        "5 o'clock at the Qur'an school in Sana'a",
        "Ain't nothin' doin' till the mornin' comes",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert find_quotations(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "'We will win,' he said. 'The officials' plan is bad,' she said.",
            ["We will win,", "The officials' plan is bad,"],
        ),
        ("The 'mean girls' of Congress and the officials' plan", ["mean girls"]),
        ("‘The officials’ plan’ was bad", ["The officials’ plan"]),
        ('"A 12" record," she said.', ['A 12" record,']),
        ('"He was born in 2012" and "died" there.', ["He was born in 2012", "died"]),
        ("'Cause I said so,' he told them.", ["Cause I said so,"]),
        ("He said, 'Cause I want to.'", ["Cause I want to."]),
        ('"Foo"--"bar"', ["Foo", "bar"]),
        ('He said:"We go." Then left.', ["We go."]),
        ('"We won. "he said.', ["We won. "]),
        ("“Do you want to?“ he asked.", ["Do you want to?"]),
        ("“Hello ”he said.", ["Hello "]),
        ("\"It is the officials''' he said.", ["It is the officials'"]),
        ("” … they are not like him,” she said.", [" … they are not like him,"]),
        ('He is 6\'2" tall and "big".', ["big"]),
        ('"(Laughter) He said [sic] it."', ["(Laughter) He said [sic] it."]),
        ('“boots on the ground" there.', ["boots on the ground"]),
        ("\"Russia has no secret,'' she said.", ["Russia has no secret,"]),
        ("``I said `no''' he added", ["I said `no'", "no"]),
        ("\"He told me, 'Go home.'\"", ["He told me, 'Go home.'", "Go home."]),
    ],
)
def test_hard_cases(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(("outer_open", "outer_close", "inner_open", "inner_close"), NESTING)
def test_nesting(outer_open: str, outer_close: str, inner_open: str, inner_close: str) -> None:
    text = f"{outer_open}He told me {inner_open}no{inner_close} to my face,{outer_close} she said."
    whole, nested = find_quotations(text)
    assert (whole.depth, nested.depth) == (1, 2)
    assert text[nested.start : nested.end] == f"{inner_open}no{inner_close}"
    assert whole.end == text.index(" she said")


@pytest.mark.parametrize("style", WIDE)
def test_same_marks_inside(style: str) -> None:
    opening, closing = style
    text = f"{opening}He said {opening}no{closing} to me,{closing} I heard."
    assert [quotation.depth for quotation in find_quotations(text)] == [1, 2]


class TestParagraphs:
    @pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("“", "”"), ("‘", "’"), ("«", "»")])
    def test_opens_in_each_and_closes_in_the_last(self, opening: str, closing: str) -> None:
        text = f"{opening}First part.\n\n{opening}Second part.\n\n{opening}Third part,{closing} he said."
        found = find_quotations(text)
        assert [quotation.closed for quotation in found] == [False, False, True]
        assert [quotation.continues for quotation in found] == [False, True, True]
        assert text[found[1].start : found[1].end] == f"{opening}Second part."

    def test_a_closed_quotation_is_not_continued(self) -> None:
        assert not any(quotation.continues for quotation in find_quotations('"One."\n\n"Two."'))

    def test_closes_later_without_opening_anew(self) -> None:
        text = "“First part.\n\nSecond part,” he said."
        found = find_quotations(text)
        assert inner(text) == ["First part.", "Second part,"]
        assert found[1].continues

    def test_left_open(self) -> None:
        text = 'He said, "We go.\n\nThe next paragraph is calm.'
        (found,) = find_quotations(text)
        assert not found.closed
        assert text[found.start : found.end] == '"We go.'

    def test_left_open_before_another(self) -> None:
        text = '"We are fine, he said. "We won," she said.'
        first, second = find_quotations(text)
        assert (first.closed, second.closed) == (False, True)
        assert first.end <= second.start

    def test_one_odd_mark_spoils_one_paragraph(self) -> None:
        calm = '"Good," he said, "very good."'
        assert cut(f'{calm}\n\nAn odd " mark here.\n\n{calm}')[-2:] == ['"Good,"', '"very good."']

    def test_a_hard_wrapped_quotation(self) -> None:
        text = '"We will go to the capital and we will not come back before\nthe government signs it," he said.'
        (found,) = find_quotations(text)
        assert found.closed


WORDS = st.lists(
    st.sampled_from("the budget don't officials' 90s Minister will go, home".split()), min_size=1, max_size=5
)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Compose an article, with the quotations that are in it."""
    opening, closing = draw(st.sampled_from([pair for pair in STYLES if pair[0] not in "'‘‚”''"]))
    text = ""
    quotations: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        for _ in range(draw(st.integers(1, 4))):
            text += " ".join(draw(WORDS)) + " said "
            if draw(st.booleans()):
                speech = opening + " ".join(draw(WORDS)) + draw(st.sampled_from([".", ",", "", "!"])) + closing
                quotations.append(speech)
                text += speech + draw(st.sampled_from([" ", ", ", ". "]))
        text = text.rstrip() + "\n\n"
    return text, quotations


@settings(deadline=None)
@given(articles())
def test_finds_exactly_what_was_put_in(article: tuple[str, list[str]]) -> None:
    text, quotations = article
    assert cut(text) == quotations


@settings(deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=5), st.sampled_from([('"', '"'), ("“", "”"), ("«", "»")]))
def test_a_speech_of_any_number_of_paragraphs(paragraphs: list[list[str]], style: tuple[str, str]) -> None:
    opening, closing = style
    text = "\n\n".join(opening + " ".join(words) + "." for words in paragraphs) + closing + " he said."
    found = find_quotations(text)
    assert len(found) == len(paragraphs)
    assert [quotation.continues for quotation in found] == [False] + [True] * (len(paragraphs) - 1)
    assert [quotation.words for quotation in found] == [len(words) for words in paragraphs]


ODD = st.text(alphabet=st.sampled_from("ab s7 .,\n\r\u2028\u00a0\x00\ud800\u05d0\u200f\"'“”‘’„«»‹›`-()「"), max_size=60)


@settings(max_examples=300, deadline=None)
@given(ODD | st.text(st.characters(), max_size=40))
def test_any_text_gives_well_formed_quotations(text: str) -> None:
    found = find_quotations(text)
    assert list(found) == sorted(found, key=lambda quotation: (quotation.start, -quotation.end))
    for quotation in found:
        assert 0 <= quotation.start <= quotation.inner_start <= quotation.inner_end <= quotation.end <= len(text)
        assert quotation.start < quotation.end
        if quotation.closed and not quotation.continues:
            assert quotation.inner_start > quotation.start
            assert quotation.end > quotation.inner_end
    outer = [quotation for quotation in found if quotation.depth == 1]
    for before, after in pairwise(outer):
        assert before.end <= after.start
    for quotation in found:
        if quotation.depth > 1:
            assert any(whole.start <= quotation.start and quotation.end <= whole.end for whole in outer)


@settings(deadline=None)
@given(ODD)
def test_share_counts_visible_characters(text: str) -> None:
    found = find_quotations(text)
    quoted = QuotedText(text, found)
    inside = {offset for quotation in found for offset in range(quotation.start, quotation.end)}
    for start in range(0, len(text), 7):
        for end in range(start, len(text) + 1, 5):
            ink = [
                offset for offset in range(start, end) if not (text[offset].isspace() or text[offset] in "\u200f\x00")
            ]
            expected = sum(offset in inside for offset in ink) / len(ink) if ink else 0.0
            assert quoted.share((start, end)) == pytest.approx(expected)


def test_how_much_is_quoted() -> None:
    text = 'He called it "a very bad idea" twice.'
    quoted = QuotedText(text, find_quotations(text))
    start, end = text.index('"'), text.rindex('"') + 1
    assert quoted.kind((start, end)) == "direct"
    assert quoted.kind((10, end)) == "mixed"
    assert quoted.kind((0, 9)) == "indirect"
    assert quoted.holds((start + 3, start + 8))
    assert quoted.at(start) == Quotation(start, end, start + 1, end - 1, words=4)
    assert quoted.at(0) is None
    assert quoted.at(end) is None
