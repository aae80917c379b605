"""The same word in sentences where it hedges and in sentences where it does not, as the whole pipeline reads them."""

from __future__ import annotations

import pytest

import attribution
from tests.interpret.hedges.hedged import HEDGED

pytestmark = pytest.mark.model

#: Each with the hedges that it has, in order; expected before they were read.
SENTENCES = (
    ("The ferry may sail again on Thursday.", ["may"]),
    ("The orchard was planted in May 1971.", []),
    ("Members may bring one guest to the reception.", []),
    ("You may leave your coats at the door.", []),
    ("The tremor might have weakened the tunnel.", ["might"]),
    ("The patients could not sleep in the heat.", []),
    ("From the ridge the climbers could see the lake.", []),
    ("The landslide could cut off two villages.", ["could"]),
    ("The vaccine could be ready by autumn.", ["could"]),
    ("As a girl she would walk to the mill every morning.", []),
    ("The director said the choir would sing on Sunday.", []),
    ("The lake would dry up if the dam were built.", ["would", "if"]),
    ("The two leaders spoke about the border.", []),
    ("The documentary is about twelve fishermen.", []),
    ("About twelve trawlers were in the harbour.", ["About"]),
    ("The repairs will cost around 300,000 euros.", ["around"]),
    ("The children ran around the fountain.", []),
    ("The court needs some kind of proof.", []),
    ("Some 60 tents were put up.", ["Some"]),
    ("Some say the statue is cursed.", ["Some"]),
    ("The villagers believe in the saint.", []),
    ("Doctors believe that the rash is harmless.", ["believe"]),
    ("The harvest is likely to be poor.", ["likely"]),
    ("It will very likely snow tonight.", ["likely"]),
    ("The unlikely winner of the race is a baker.", ["unlikely"]),
    ("The clerk asked if the form was signed.", ["if"]),
    ("The match will be called off if it snows.", ["if"]),
    ("Two men appeared in court on Friday.", []),
    ("Two of the letters appear to be forged.", ["appear to"]),
    ("It is widely believed that the bridge is unsafe.", ["widely believed"]),
    ("Experts say the ice is too thin.", ["Experts"]),
    ("Three experts from the university say the ice is too thin.", []),
    ("Nearly a third of the seats were empty.", ["Nearly"]),
    ("The thief nearly fell from the roof.", []),
    ("The bowl is said to be Roman.", ["is said to"]),
    ("The bowl was handed to a museum.", []),
    ("It is unclear who signed the letter.", ["unclear"]),
    ("Police are investigating a fire in the cathedral.", ["investigating"]),
    ("It remains to be seen whether the truce will hold.", ["remains to be seen", "whether"]),
    ("Several hundred people were moved to a school.", ["Several hundred"]),
    ("The house is relatively old and basically sound.", []),
    ("Numerous letters and a number of parcels were lost.", []),
    ("The machine can lift two tons.", []),
    ("The miners were allegedly paid in cash.", ["allegedly"]),
    ("The alleged payment was made in March.", ["alleged"]),
    ("The tenor is best known for his Verdi.", ["best known"]),
    ("In most cases the swelling goes down.", ["In most cases"]),
    ("Legend has it that a bell lies in the lake.", ["Legend has it"]),
    ("Winters on the coast are generally mild.", ["generally"]),
)


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_word_hedges_where_it_should(text, expected, nlp):
    assert [hedge.span.text for hedge in attribution.analyze(text, nlp=nlp).hedges] == expected


def test_words_hedge_where_they_should_and_nowhere_else(nlp):
    reports = attribution.analyze_many([text for text, _ in HEDGED], nlp=nlp)
    found = {report.text: [hedge.span.text for hedge in report.hedges] for report in reports}
    assert {text: found[text] for text, expected in HEDGED if found[text] != expected} == {}
