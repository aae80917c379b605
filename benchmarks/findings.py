"""How often an editor agrees with the newsroom rules: ``python -m benchmarks.findings``.

Prints the precision of each rule by the verdicts in ``findings.tsv``. With ``--draw N`` it first runs all rules on the
articles of PolNeAR's development part (``dev``) and on articles of its training part that nobody had looked at before
the rules were finished (``fresh``), and draws N findings anew from each, evenly over the rules. Of rules that seldom
find anything, it adds what they find in the articles of the training part on which rules were mended (``mended``).
Verdicts that the sheet holds are kept, new findings have none yet. Which articles are fresh, and which findings of a
rule come first, is settled by checksums: a draw does not depend on chance, and a change of one rule leaves the samples
of the others as they are.

The sheet holds no text of the articles: article, offsets, rule, part, kind of piece, verdict (``agree`` or
``disagree``), why.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, zip_longest
from pathlib import Path
from typing import Final, Literal, cast

from attrs import astuple, fields, frozen

import attribution
from attribution.desk import find, rulebook
from attribution.desk.rule import Rulebook
from attribution.desk.rulebooks import shipped
from attribution.training.corpora import CorpusError
from benchmarks.command import DEFAULT_DATA, Table, percent

SHEET: Final = Path(__file__).parent / "findings.tsv"
VERDICTS: Final = ("agree", "disagree")
MENDED_ON: Final = 613
"""How many articles of the training part, the first by their checksums, served to mend the rules."""
MENDED_PUBLICATION: Final = "breitbart"
"""Of this publication, others served as well; none of its articles is fresh."""
RARE: Final = 8
"""Of how many findings of a rule it is read in further articles, up to so many."""
Part = Literal["dev", "fresh", "mended"]


@frozen
class Judged:
    """A finding, by its place, with what an editor says to it; ``verdict`` is empty where nobody has read it yet.

    ``part`` tells in which part of the articles it stands (see above). ``piece`` tells a news report (``news``) from a
    column, editorial, review or letter (``opinion``), to which the standards of news do not apply; it is judged as if
    it were news.
    """

    article: str
    start: int
    end: int
    rule: str
    part: Part
    piece: str = ""
    verdict: str = ""
    why: str = ""


def read_sheet(path: Path = SHEET) -> list[Judged]:
    """Read the verdicts."""
    with path.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file, delimiter="\t")
        return [
            Judged(article, int(start), int(end), rule, cast(Part, part), *verdict)
            for article, start, end, rule, part, *verdict in rows
        ]


def write_sheet(judged: Iterable[Judged], path: Path = SHEET) -> None:
    """Write the verdicts, by rule and article."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(attribute.name for attribute in fields(Judged))
        table.writerows(astuple(item) for item in sorted(judged, key=_place))


def draw(findings: Iterable[Judged], count: int) -> list[Judged]:
    """Draw findings evenly over the rules: one of each in turn, until there are enough or none is left."""
    by_rule: defaultdict[str, list[Judged]] = defaultdict(list)
    for finding in sorted(findings, key=lambda item: _checksum(repr(_place(item)))):
        by_rule[finding.rule].append(finding)
    turns = zip_longest(*(by_rule[rule] for rule in sorted(by_rule)))
    return list(islice((finding for turn in turns for finding in turn if finding is not None), count))


def with_verdicts(drawn: Iterable[Judged], known: Iterable[Judged]) -> list[Judged]:
    """Give drawn findings the verdicts that are known of them."""
    verdicts = {_place(item): item for item in known}
    return [verdicts.get(_place(item), item) for item in drawn]


def precision(judged: Sequence[Judged], book: Rulebook) -> Table:
    """The share of the findings that an editor agrees with, for each rule and for those that are switched on."""
    rows = []
    for rule in book.rules:
        of_rule = [item for item in judged if item.rule == rule.id]
        rows.append((rule.id, "on" if rule.id in book.active else "off", *_figures(of_rule)))
    rows.append(("all that are on by default", "", *_figures([item for item in judged if item.rule in book.active])))
    rows.append(("all", "", *_figures(judged)))
    columns = (
        "rule",
        "default",
        "read",
        "agree",
        "%",
        "in fresh articles",
        "agree",
        "%",
        "in news reports",
        "agree",
        "%",
    )
    return Table("Findings that an editor agrees with", columns, tuple(rows))


def articles_in(folder: Path) -> Mapping[Part, Sequence[Path]]:
    """Return the articles to read, by part: PolNeAR's development part, and its training part in two."""
    parts = [sorted((folder / "polnear" / part / "text").glob("*.txt")) for part in ("dev", "train")]
    if not all(parts):
        raise CorpusError(f"no articles in {folder / 'polnear'}; see --data")
    dev, train = parts
    ranked = sorted(train, key=lambda path: _checksum(path.stem))
    fresh = [path for path in ranked[MENDED_ON:] if not path.stem.startswith(MENDED_PUBLICATION)]
    return {"dev": dev, "fresh": fresh, "mended": [path for path in ranked if path not in set(fresh)]}


def findings_in(paths: Sequence[Path], part: Part) -> Iterator[Judged]:
    """Run all rules on some articles."""
    texts = (path.read_bytes().decode("utf-8") for path in paths)
    for path, report in zip(paths, attribution.analyze_many(texts), strict=True):
        for finding in find(report, shipped()):
            yield Judged(path.stem, finding.spans[0].start, finding.spans[0].end, finding.rule, part)


def sample(findings: Mapping[Part, Sequence[Judged]], count: int) -> list[Judged]:
    """Draw findings of the first two parts, and of the third those of rules that found little there."""
    drawn = [*draw(findings["dev"], count), *draw(findings["fresh"], count)]
    found = Counter(finding.rule for finding in (*findings["dev"], *findings["fresh"]))
    for rule in {finding.rule for finding in findings["mended"]}:
        others = [finding for finding in findings["mended"] if finding.rule == rule]
        drawn += draw(others, max(0, RARE - found[rule]))
    return drawn


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, if asked to, and print the table."""
    parser = argparse.ArgumentParser(description="Measure how often an editor agrees with the newsroom rules.")
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, metavar="DIR", help="folder with the corpora")
    parser.add_argument("--draw", type=int, metavar="N", help="draw N findings of two parts each anew")
    options = parser.parse_args(arguments)
    known = read_sheet() if SHEET.exists() else []
    if options.draw is not None:
        try:
            parts = articles_in(options.data).items()
            known = with_verdicts(
                sample({part: [*findings_in(paths, part)] for part, paths in parts}, options.draw), known
            )
        except CorpusError as error:
            print(f"{parser.prog}: {error}", file=sys.stderr)
            return 2
        write_sheet(known)
    print(precision(known, rulebook()))
    return 0


def _figures(judged: Iterable[Judged]) -> tuple[str, ...]:
    """How many were read, how many of these are agreed with, and the share; the same of two groups of them."""
    read = [item for item in judged if item.verdict in VERDICTS]
    fresh = [item for item in read if item.part == "fresh"]
    return (*_agreed(read), *_agreed(fresh), *_agreed([item for item in read if item.piece == "news"]))


def _agreed(read: Sequence[Judged]) -> tuple[str, str, str]:
    agreed = sum(item.verdict == "agree" for item in read)
    return str(len(read)), str(agreed), percent(agreed / len(read) if read else None)


def _place(item: Judged) -> tuple[str, str, int, int]:
    return item.rule, item.article, item.start, item.end


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
