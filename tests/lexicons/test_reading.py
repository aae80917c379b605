"""A lexicon file is read completely or refused with an error that says where to look."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.lexicons import LexiconError, Lexicons
from attribution.lexicons.reading import parse, token_pattern

PATH = Path("mine.toml")

GOOD = """
family = "hedges"

[[entry]]
id = "mayhap"
kind = "epistemic"
phrase = "mayhap"

[[entry]]
id = "so-it-is-said"
kind = "evidential"
phrase = ["so it is said", "so lemma:say they"]
not_after = ["not"]
"""


def refused(text: str) -> LexiconError:
    """The error that reading this text raises."""
    with pytest.raises(LexiconError) as caught:
        parse(text, PATH)
    return caught.value


def line_of(text: str, part: str) -> int:
    """The number, from 1, of the last line that starts with this part."""
    return max(number for number, line in enumerate(text.splitlines(), 1) if line.startswith(part))


def test_reads_entries_in_order():
    """All entries come back as written."""
    file = parse(GOOD, PATH)
    assert file.family == "hedges"
    assert [entry.id for entry in file.entries] == ["mayhap", "so-it-is-said"]
    assert file.entries[0].phrases == ("mayhap",)
    assert file.entries[1].phrases == ("so it is said", "so lemma:say they")
    assert file.entries[1].not_after == ("not",)


@pytest.mark.parametrize(
    ("wrong", "right", "key", "hint"),
    [
        ('kind = "evidential"', 'kind = "evidental"', "kind", "evidential"),
        ("not_after", "not_aftr", "not_aftr", "did you mean 'not_after'"),
        ('not_after = ["not"]', "not_after = 3", "not_after", "list of non-empty strings"),
        ('id = "so-it-is-said"', 'id = "mayhap"', "id", "taken by the entry on line 5"),
        ('not_after = ["not"]', 'not_after = [""]', "not_after", "non-empty"),
        ('not_after = ["not"]', 'pattern = "LOWER:so"', "phrase", "either a phrase or a pattern"),
        ('not_after = ["not"]', "origin = 1", "origin", "must be a string"),
    ],
)
def test_error_names_file_line_and_key(wrong, right, key, hint):
    """Every complaint about an entry says which file, line and key are meant."""
    text = GOOD.replace(wrong, right)
    error = refused(text)
    assert error.path == PATH
    assert error.key == key
    assert hint in str(error)
    expected = line_of(text, f"{key} =") if f"\n{key} =" in text else line_of(text, "[[entry]]")
    assert error.line == expected
    assert str(error).startswith(f"mine.toml:{expected}: key '{key}'")


def test_error_of_syntax_names_the_line():
    """Text that is no TOML is refused with the line where it stops being TOML."""
    error = refused('family = "hedges"\n\n[[entry]\n')
    assert error.line == 3
    assert "mine.toml:3" in str(error)


@pytest.mark.parametrize("text", ["", 'family = "hedge"', "family = 1"])
def test_family_must_be_known(text):
    """A file says what family it belongs to."""
    assert refused(text).key == "family"


def test_unknown_key_above_the_entries():
    """A misspelt key at the top is refused as well."""
    error = refused('family = "hedges"\nremoves = ["may"]\n')
    assert error.line == 2
    assert "did you mean 'remove'" in str(error)


def test_missing_key():
    """An entry without a kind is refused at its own line."""
    error = refused('family = "hedges"\n[[entry]]\nid = "a"\nphrase = "a"\n')
    assert (error.line, error.key) == (2, "kind")


NO_REGEX = ('[{ LOWER = { REGEX = "[x" } }]', f'[{{ LOWER = {{ REGEX = "{"(" * 3000}" }} }}]')


@pytest.mark.parametrize(
    "pattern", ['"LOWER"', '[{ LOWR = "a" }]', '"LOWER:a:!!"', "3", '"LOWER:a:eval(1)"', *NO_REGEX]
)
def test_pattern_must_be_one(pattern):
    """Patterns that neither textacy nor spaCy would take are refused when the file is read, not when a text is."""
    assert refused(f'family = "hedges"\n[[entry]]\nid = "a"\nkind = "modal"\npattern = {pattern}\n').key == "pattern"


def test_pattern_string_means_what_textacy_makes_of_it():
    """Our reading of textacy's pattern strings is textacy's."""
    textacy_matches = pytest.importorskip("textacy.extract.matches")
    for text in ("POS:ADJ:? LEMMA:claim", "IS_DIGIT:bool(True) TAG:NNS", "LENGTH:int(3) :", "POS:DET : POS:NOUN:+"):
        assert token_pattern(text) == textacy_matches._make_pattern_from_string(text)


def test_missing_file(tmp_path):
    """A file that is not there is named."""
    with pytest.raises(LexiconError, match="nowhere"):
        Lexicons.read([tmp_path / "nowhere.toml"])


def test_error_survives_pickling():
    """An error raised in a worker process arrives whole."""
    error = refused(GOOD.replace("evidential", "evidental"))
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.path, copy.line, copy.key) == (str(error), error.path, error.line, error.key)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    """No text makes the reader fail in another way."""
    try:
        parse(text, PATH)
    except LexiconError as error:
        assert "mine.toml" in str(error)


def write(folder: Path, text: str) -> Path:
    """Put text into a file."""
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_user_adds_and_replaces_entries(tmp_path):
    """New ids are added, known ids replaced, others stay; the shipped lexicons do not change."""
    text = GOOD + '\n[[entry]]\nid = "may"\nkind = "modal"\nphrase = "mote"\n'
    before = Lexicons.default().hedges
    after = Lexicons.read([write(tmp_path, text)]).hedges
    assert len(after) == len(before) + 2
    assert after["may"].phrases == ("mote",)
    assert Lexicons.default().hedges["may"].phrases == ("may",)
    assert Lexicons.read([write(tmp_path, text)]).loaded == Lexicons.default().loaded


def test_user_removes_entries(tmp_path):
    """Ids under ``remove`` are gone."""
    after = Lexicons.read([write(tmp_path, 'family = "hedges"\nremove = ["may"]\n')]).hedges
    assert "may" not in after
    assert "might" in after


def test_user_replaces_a_family(tmp_path):
    """With ``replace`` only the entries of the file are left."""
    after = Lexicons.read([write(tmp_path, "replace = true\n" + GOOD)]).hedges
    assert [entry.id for entry in after] == ["mayhap", "so-it-is-said"]


def test_lexicons_pickle():
    """Lexicons travel to worker processes."""
    lexicons = Lexicons.default()
    assert pickle.loads(pickle.dumps(lexicons)) == lexicons
