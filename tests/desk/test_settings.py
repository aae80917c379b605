"""Settings and rules of a newsroom's own: where they are looked for, what they may say, how errors point at it."""

from __future__ import annotations

import pytest

from attribution.desk import RulesError, Settings, find, rulebook
from attribution.desk.reading import read_rules
from attribution.report import Report, Sentence

OWN_RULE = """
[[rule]]
id = "quit"
title = "A word that we do not use"
severity = "info"
predicate = "phrase"
source = "House style: ministers resign."
message = "“{phrase}” is not our word."
remedy = "Write “resign”."
[rule.parameters]
phrases = ["quit"]
"""


@pytest.fixture
def write(tmp_path):
    """Write a file below the test's folder."""

    def writer(name: str, text: str):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return writer


def settings_for(path):
    return Settings().rulebook_of(path)


def test_the_nearest_settings_count(write):
    write("attribution.toml", 'select = ["hearsay"]')
    write("news/pyproject.toml", '[tool.attribution]\nselect = ["weasel"]')
    write("news/sports/pyproject.toml", '[tool.other]\nname = "x"')
    assert settings_for(write("a.txt", "")).active == frozenset(rulebook().families["hearsay"])
    assert settings_for(write("news/a.txt", "")).active == {"weasel"}
    assert settings_for(write("news/sports/a.txt", "")).active == {"weasel"}


def test_in_one_folder_the_file_of_our_own_comes_first(write):
    write("pyproject.toml", '[tool.attribution]\nselect = ["hearsay"]')
    write("attribution.toml", 'select = ["weasel"]')
    assert settings_for(write("a.txt", "")).active == {"weasel"}


def test_without_settings_the_default_rules_hold(write):
    assert settings_for(write("a.txt", "")) == rulebook("default")


def test_settings_change_rules(write):
    path = write(
        "a.toml",
        'preset = "ap"\nignore = ["wording"]\nseverity = "warning"\n'
        '[rules.one-voice]\nenabled = true\nseverity = "error"\nshare = 0.5\n'
        "[rules.weasel]\nenabled = false\n",
    )
    book = rulebook(path)
    assert book.threshold == "warning"
    assert not book.active & book.families["wording"]
    assert "weasel" not in book.active
    assert "one-voice" in book.active
    assert (book["one-voice"].severity, book["one-voice"].predicate.share) == ("error", 0.5)
    assert rulebook("ap")["one-voice"].predicate.share == 0.6, "the preset itself stays as it is"


@pytest.mark.parametrize("table", ["", "tool.attribution."])
def test_a_rule_of_ones_own_finds(write, table):
    text = OWN_RULE.replace("[[rule]]", f"[[{table}rule]]").replace("[rule.", f"[{table}rule.")
    path = write("attribution.toml" if not table else "pyproject.toml", text)
    book = settings_for(path.parent / "a.txt")
    report = Report("Ministers quit.", (Sentence(0, 15, "Ministers quit."),))
    assert [finding.message for finding in find(report, book)] == ["“quit” is not our word."]
    assert book["quit"].family == "own"


def test_rules_may_stand_in_files_of_their_own(write):
    write("rules/house.toml", OWN_RULE)
    book = rulebook(write("a.toml", 'rule_files = ["rules/house.toml"]\nselect = ["weasel"]'))
    assert book.active == {"weasel", "quit"}


def test_a_rule_of_ones_own_may_take_the_place_of_one_that_ships(write):
    book = rulebook(write("a.toml", OWN_RULE.replace('"quit"', '"weasel"', 1)))
    assert book["weasel"].title == "A word that we do not use"
    assert len(book.rules) == len(rulebook().rules)


WRONG = {
    'select = ["hearsai"]': (1, "select", "there is no rule 'hearsai'; rules: .*hearsay"),
    'preset = "guardian"': (1, "preset", "presets: ap, default, reuters"),
    '\nserverity = "info"': (2, "serverity", "did you mean 'severity'"),
    'severity = "fatal"': (1, "severity", "must be one of info, warning, error, not 'fatal'"),
    'ignore = "weasel"': (1, "ignore", "must be a list of strings"),
    "[rules.weasle]\nenabled = false": (1, "rules.weasle", "there is no rule 'weasle'"),
    "[rules.weasel]\nreach = 2.5": (2, "rules.weasel.reach", "must be a whole number, not 2.5"),
    "[rules.weasel]\nreach = true": (2, "rules.weasel.reach", "must be a whole number, not True"),
    "[rules.weasel]\nreech = 2": (2, "rules.weasel.reech", "did you mean 'reach'"),
    '[rules.weasel]\nenabled = "no"': (2, "rules.weasel.enabled", "must be true or false"),
    '[rules.hearsay]\nvoice = "ours"': (2, "rules.hearsay.voice", "must be one of writer, unquoted, any"),
    "rules = 3": (1, "rules", "must be a table, not 3"),
    "preset = = 1": (1, None, "no valid TOML"),
    OWN_RULE.replace('title = "A word that we do not use"\n', ""): (2, "rule[0].title", "is missing in this rule"),
    OWN_RULE.replace('"phrase"', '"phrases"', 1): (6, "rule[0].predicate", "did you mean 'phrase'"),
    OWN_RULE.replace("{phrase}", "{word}"): (8, "rule[0].message", r"{word} is not known here; known: phrase"),
    OWN_RULE.replace("{phrase}", "{phrase"): (8, "rule[0].message", "cannot be filled in"),
    OWN_RULE.replace("{phrase}", "{phrase.__class__}"): (8, "rule[0].message", "is not known here"),
    OWN_RULE.replace('phrases = ["quit"]', ""): (10, "rule[0].parameters.phrases", "is missing in this rule"),
    OWN_RULE + OWN_RULE: (14, "rule[1].id", "'quit' is taken by the rule on line 3"),
}


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_an_error_names_file_line_and_key(write, text):
    line, key, reason = WRONG[text]
    path = write("newsroom.toml", text)
    with pytest.raises(RulesError, match=reason) as caught:
        rulebook(path)
    assert (caught.value.path, caught.value.line, caught.value.key) == (path, line, key)
    assert str(path) in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(RulesError, match=r"none\.toml: cannot be read"):
        rulebook(tmp_path / "none.toml")


def test_lines_are_counted_in_the_whole_file_also_below_a_table(write):
    path = write("pyproject.toml", '[project]\nname = "x"\n\n[tool.attribution]\npreset = "none"\n')
    with pytest.raises(RulesError) as caught:
        settings_for(path)
    assert (caught.value.line, caught.value.key) == (5, "tool.attribution.preset")


def test_a_file_says_what_it_holds(write):
    file = read_rules(write("a.toml", OWN_RULE))
    assert [rule.id for rule in file.rules] == ["quit"]
    assert file.select is None
