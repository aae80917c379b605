from attribution.training.corpora import GoldEntity
from benchmarks.entities import score_entities

GOLD = (GoldEntity(0, 5, "PERSON"), GoldEntity(9, 12, "ORGANIZATION"), GoldEntity(20, 24, "DATE"))


def test_the_same_entities_under_our_labels_are_perfect():
    counts = score_entities([GoldEntity(0, 5, "PERSON"), GoldEntity(9, 12, "ORG")], GOLD)
    assert counts["all"].f1 == counts["PERSON"].f1 == counts["ORG"].f1 == 1


def test_classes_that_we_do_not_have_are_not_asked_for():
    assert score_entities([], GOLD)["all"].gold == 2


def test_a_wrong_label_is_wrong_twice():
    counts = score_entities([GoldEntity(0, 5, "ORG")], GOLD[:1])
    assert (counts["all"].right, counts["PERSON"].recall, counts["ORG"].precision) == (0, 0, 0)
