"""Where sentences must start, and what each is on the page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.interpret.text.datelines import dateline_end
from attribution.interpret.text.layout import lay_out
from attribution.interpret.text.lines import find_lines, find_paragraphs, sentence_breaks
from attribution.interpret.text.notes import find_note

BARE = English()
NLP = English()
NLP.add_pipe("sentencizer")


def kinds(text: str) -> list[tuple[str, str]]:
    return [(sentence.kind, sentence.text) for sentence in lay_out(NLP(text))]


def starts(text: str) -> list[str]:
    offsets = sentence_breaks(text)
    return [text[begin:end].strip() for begin, end in zip(offsets, [*offsets[1:], len(text)], strict=True)]


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


BODY = "The council met on Monday. It voted for the plan, the mayor said."
MORE = "Nobody spoke against it. The plan goes to the court next, which may take a year."
WRAPPED = (
    "The minister said on Tuesday that the government would not\n"
    "accept the demands of the unions, which have been on strike\n"
    "since Monday. President Barack Obama, who met the minister in\n"
    "Paris, declined to comment.\n"
    "A second paragraph starts here without a blank line between\n"
    "the two of them and it goes on."
)


class TestBreaks:
    @pytest.mark.parametrize(
        "note",
        [
            *(f"({word} by Jane Doe)" for word in ("Reporting", "Additional Reporting", "Writing", "Editing", "Image")),
            *("(AP Photo/Jane Doe)", "(Photo by Jane Doe)", "(Picture: Jane Doe)", "Contributing: Jane Doe"),
            *("Additional Reporting by Jane Doe", "Photographs by Jane Doe", "Getty Images"),
        ],
    )
    def test_a_note_is_a_sentence_of_its_own_even_after_an_abbreviation(self, note):
        text = "The bridge was closed by Acme Inc."
        assert starts(f"{text} {note}") == [text, note]

    def test_a_line_is_a_paragraph(self) -> None:
        assert paragraphs(f"Council backs plan\n{BODY}\n{MORE}") == ["Council backs plan", BODY, MORE]

    @pytest.mark.parametrize(
        "mark", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\n\n", "\r\n\r\n", "\n \u00a0 \n"]
    )
    def test_every_line_end(self, mark: str) -> None:
        assert paragraphs(f"Council backs plan{mark}{BODY}") == ["Council backs plan", BODY]

    def test_hard_wrapped_lines_are_not_sentences(self) -> None:
        first, second = paragraphs(WRAPPED)
        assert first.startswith("The minister")
        assert second.startswith("A second paragraph")

    def test_a_heading_above_wrapped_text(self) -> None:
        assert paragraphs(f"Strike goes on\n\n{WRAPPED}")[0] == "Strike goes on"

    def test_wrapped_after_a_word_that_cannot_end_a_sentence(self) -> None:
        assert len(paragraphs("The plan was drawn up by the\nMayor of Leeds.")) == 1

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("The mayor left.", '"We go too," said his deputy.'),
            ("The mayor left.", "“We go too,” said his deputy."),
            ("''We go,'' he said.", "''The plan is dead.''"),
            ('He said: "We are done."', "The mayor then left."),
            ("He said: “We are done.”", "Nobody cheered."),
            ("It was the end of the war.", "The mayor left."),
            ("It began in March 2015.", "The mayor left."),
            ("Who would not wonder?", "The mayor left."),
            ("(The mayor left.)", "(He came back.)"),
        ],
    )
    def test_after_sure_stops(self, first: str, second: str) -> None:
        assert starts(f"{first} {second}") == [first, second]

    @pytest.mark.parametrize(
        "text",
        [
            'Donald J. "The Don" Doe left.',
            'Mr. "Big" left.',
            "He called it “U.S. Steel.” twice.",
            '"Who is next?" Jones asked.',
            '"No," Jones said.',
            'The "A." Team met.',
            "He lives in San Jose, Calif. The",
            "the govt. House plan",
            '"Was it the government?" Jones asked.',
            "He paid $3.5 million. it said.",
            "J. K. Jones of St. Albans",
            "Yahoo! Founders left",
        ],
    )
    def test_not_after_these(self, text: str) -> None:
        assert starts(text) == [text]

    def test_list_items(self) -> None:
        assert starts("- bread\n- milk\n* cheese\n1. ham") == ["- bread", "- milk", "* cheese", "1. ham"]

    def test_a_byline_in_small_letters(self) -> None:
        assert starts("Council backs the plan to build on the green\nby Jane Doe\n" + BODY)[1] == "by Jane Doe"

    def test_a_note_after_a_full_stop(self) -> None:
        text = f"{BODY} (Reporting by Jane Doe; Editing by John Roe)"
        assert starts(text)[-1:] == ["(Reporting by Jane Doe; Editing by John Roe)"]

    @settings(deadline=None)
    @given(st.text(st.sampled_from("aB. \n\r\t\u00a0\u2028\x0b\x00\ud800-\u200b"), max_size=60))
    def test_breaks_are_ascending_and_point_at_ink(self, text: str) -> None:
        offsets = sentence_breaks(text)
        assert offsets == sorted(set(offsets))
        assert all(not text[offset].isspace() for offset in offsets)
        paragraphs = find_paragraphs(text)
        assert [start for start, _ in paragraphs if start not in offsets] == []
        inside = "".join(text[start:end] for start, end in paragraphs)
        assert sum(not c.isspace() and c not in "\x00\u200b" for c in text) == sum(
            not c.isspace() and c not in "\x00\u200b" for c in inside
        )
        assert len(find_lines(text)) >= len(paragraphs)


class TestKinds:
    def test_a_page(self) -> None:
        page = (
            "Council backs plan for new bridge\n\nBy Jane Doe\n\nMarch 3, 2016\n\n"
            "Workers look at the site of the old bridge in Leeds\n\nPhoto by: Reuters\n\n"
            f"LEEDS, England (AP) — {BODY}\n\nWhat comes next\n\n{MORE}\n\nLeeds Courier and agencies"
        )
        found = kinds(page)
        assert [kind for kind, _ in found] == [
            *("heading", "byline", "byline", "caption", "credit"),
            *("body", "body", "heading", "body", "body", "credit"),
        ]
        assert found[0][1] == "Council backs plan for new bridge"

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("By Maria Lopez", "byline"),
            ("By Maria Lopez, Staff Writer", "byline"),
            ("LONDON (Reuters) -", "byline"),
            ("Photo: Getty Images", "credit"),
            ("(Reporting by Maria Lopez; Editing by John Smith)", "credit"),
        ],
    )
    def test_a_note_is_one_also_where_nothing_else_stands(self, text: str, kind: str) -> None:
        assert kinds(text) == [(kind, text)]

    def test_references_are_credits_to_the_last_one(self) -> None:
        text = (
            f"{BODY}\n\nReferences\n1. Lee, A. (2014). Tea in China. Norton.\n2. Cho, B. (2012). Tea. Faber.\n\n{MORE}"
        )
        found = [kind for kind, _ in kinds(text)]
        count = len(kinds(BODY))
        assert set(found[count:-2]) == {"credit"}
        assert set(found[:count]) == set(found[-2:]) == {"body"}

    def test_one_paragraph_is_body_whatever_it_looks_like(self) -> None:
        assert kinds("Officials say the bridge is safe") == [("body", "Officials say the bridge is safe")]

    def test_a_heading_in_capitals_with_a_full_stop(self) -> None:
        assert kinds(f"{BODY}\n\nWHAT COMES NEXT.\n\n{MORE}")[2] == ("heading", "WHAT COMES NEXT.")

    def test_a_heading_with_a_full_stop_above_a_dateline(self) -> None:
        assert kinds(f"Council backs plan for bridge.\n\nLEEDS, England (AP) — {BODY}")[0][0] == "heading"

    def test_a_text_cut_off(self) -> None:
        assert kinds(f"{BODY}\n\nThe mayor added that he would")[-1][0] == "body"

    def test_a_file_picture(self) -> None:
        caption = "FILE - In this March 3, 2016 file photo, the mayor speaks in Leeds. (AP Photo/Jane Doe)"
        text = f"{BODY}\n\n{caption}\n\n{MORE}"
        assert [kind for kind, _ in kinds(text)][2:4] == ["caption", "credit"]

    def test_a_name_beside_a_date_is_a_byline(self) -> None:
        text = f"Council backs plan\n\nJane Doe\n3 March 2016\n\n{BODY}\n\n{MORE}"
        assert [kind for kind, _ in kinds(text)][:4] == ["heading", "byline", "byline", "body"]

    def test_links_to_other_pages(self) -> None:
        text = f"{BODY}\n\nMore on this story\nThe bridge in pictures\nWho pays for bridges?\nRelated topics\nLeeds"
        assert [kind for kind, _ in kinds(text)] == ["body", "body", "credit", "credit", "body", "credit", "credit"]

    def test_a_caption_with_its_credit_in_brackets(self) -> None:
        text = f"{BODY}\n\nA man looks at the bridge in Leeds [Jane Doe/Reuters]\n\n{MORE}"
        assert kinds(text)[2][0] == "caption"

    def test_the_dateline_goes_with_the_first_sentence(self) -> None:
        text = f"Talks go on\n\nMOSCOW, November 5. /TASS/. {BODY}"
        assert kinds(text)[1] == ("body", "MOSCOW, November 5. /TASS/. The council met on Monday.")

    def test_a_desk_signs_off(self) -> None:
        text = f"{BODY}\n\n(Reporting by Jane Doe in Leeds; Additional reporting by John Roe; Editing by Ann Poe)"
        assert kinds(text)[-1][0] == "credit"

    def test_speech_is_body(self) -> None:
        text = f'{BODY}\n\n"We are glad," he said.\n\n{MORE}'
        assert {kind for kind, _ in kinds(text)} == {"body"}

    def test_sentences_never_cross_a_paragraph(self) -> None:
        doc = NLP("Council backs plan\n\nThe council met.")
        for token in doc:
            token.is_sent_start = token.i == 0
        assert [sentence.text for sentence in lay_out(doc)] == ["Council backs plan", "The council met."]

    def test_without_sentence_boundaries(self) -> None:
        doc = BARE("St. Albans won, Ltd. lost\n\nNobody cared. The end.")
        found = [sentence.text for sentence in lay_out(doc)]
        assert found == ["St. Albans won, Ltd. lost", "Nobody cared.", "The end."]

    @pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b\n"])
    def test_nothing(self, text: str) -> None:
        assert lay_out(NLP(text)) == ()

    @settings(deadline=None)
    @given(st.text(st.sampled_from("aB. \n\r\u00a0\u2028\x00-\u200b\"'("), max_size=60))
    def test_nothing_is_lost(self, text: str) -> None:
        found = lay_out(NLP(text))
        blank = {"\x00", "\u200b"}
        for sentence in found:
            assert sentence.text == text[sentence.start : sentence.end]
            assert sentence.text == sentence.text.strip()
            assert sentence.text
        joined = "".join(sentence.text for sentence in found)
        assert [c for c in joined if not c.isspace() and c not in blank] == [
            c for c in text if not c.isspace() and c not in blank
        ]


@pytest.mark.parametrize(
    "line",
    [
        "Photo by: Reuters",
        "Photo: Jane Doe/AP",
        "(AP Photo/Jane Doe)",
        "[Reuters]",
        "JANE B. DOE via Getty Images.",
        "Getty Images",
        "Jane Doe / Reuters.",
        "The Courier and agencies",
        "With agencies",
        "AFP",
        "Source: The Courier and News Agencies",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "Contributing: Jane Doe.",
        "Jane Doe contributed to this report.",
        "Translated by Jane Doe.",
        "AN-SJ/HSN",
        "Follow Jane Doe on Twitter @jdoe.",
        "Read more: Council backs plan",
        "This story has been updated with comments.",
        "This interview has been edited for clarity.",
        "Image copyright PA Media",
        "PTI ABC RKS",
        "• Sign up for our daily email",
    ],
)
def test_credits(line: str) -> None:
    assert find_note(line) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "By JANE DOE, Associated Press",
        "By Jane Doe in Leeds and John Roe in York",
        "Jane Doe, staff writer",
        "March 3, 2016",
        "Published: 12 March 2016 10:30 GMT",
        "Updated 5:45 p.m.",
        "DALLAS (AP) —",
        "Source: Xinhua | 2018-12-14 10:31:22 | Editor: Li Xia",
        "@jane_doe",
        "Published On 3 Jan 2020",
    ],
)
def test_bylines(line: str) -> None:
    assert find_note(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the army had left",
        "Photos of the scene show smoke.",
        "Pictures from the town showed ruin.",
        "Images from the scene",
        "Video by activists shows smoke",
        "Two killed in blast",
        "Obama and Clinton",
        "Iran-Iraq",
        "Sources: Mayor to resign",
        "Russia said AFP was wrong.",
        "This report was leaked to the BBC.",
        "Jane Doe, a reporter, was killed.",
        "Writing by hand is good for you.",
        "May 5 is a holiday.",
        "Bloomberg said it would sue.",
        "The two officials reported from home.",
    ],
)
def test_sentences_are_no_notes(line: str) -> None:
    assert find_note(line) is None


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("GENEVA (AP) — The talks", "The talks"),
        ("RENO, Nev. (AP) — He", "He"),
        ("LONDON, March 3 (Reuters) - Oil rose", "Oil rose"),
        ("DES MOINES, Iowa, Aug. 10 (UPI) — She", "She"),
        ("Kyiv, Ukraine (CNN) – Troops", "Troops"),
        ("Paris (CNN)Police", "Police"),
        ("(Reuters) - Oil", "Oil"),
        ("MOSCOW, November 5. /TASS/. Oil", "Oil"),
        ("New Delhi, Mar 3 (PTI) Oil", "Oil"),
        ("BEIJING, Dec. 14 (Xinhua) -- Oil", "Oil"),
        ("London (AFP) - Oil", "Oil"),
        ("Paris 3 (new) Oil", "Paris 3 (new) Oil"),
        ("NEW YORK — Stocks", "Stocks"),
        ("US officials: we will stay", "US officials: we will stay"),
        ("MAYOR: I will stay", "MAYOR: I will stay"),
        ("The (new) plan", "The (new) plan"),
        ("NATO-led troops", "NATO-led troops"),
    ],
)
def test_datelines(line: str, rest: str) -> None:
    assert line[dateline_end(line) :] == rest


def test_a_doc_without_tokens() -> None:
    assert lay_out(Doc(NLP.vocab)) == ()
