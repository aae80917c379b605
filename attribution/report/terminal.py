"""Reports for the eye, in a terminal.

Every layer has a style of its own (bold, italic, underlined, reversed) besides its colour, and in a file or a pipe,
where there are no styles, signs around the words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .explain import explain
from .marks import Layer, Mark, cut, find_marks
from .printable import shown
from .records import Claim, Factor, ReportData, Score
from .summary import claim_chains
from .tables import joined, named_chains

Signs = Mapping[Layer, tuple[str, str]]

#: Signs around the words of a layer where styles can be seen: only a content is too long to be styled.
STYLED: Final[Signs] = MappingProxyType({"content": ("{", "}")})
#: Signs around the words of each layer where there are no styles.
PLAIN: Final[Signs] = MappingProxyType(
    {"source": ("[", "]"), "cue": ("<", ">"), "content": ("{", "}"), "hedge": ("~", "~"), "loaded": ("!", "!")}
)

_STYLES: Final[Mapping[Layer, str]] = MappingProxyType(
    {
        "source": "bold blue",
        "cue": "italic yellow",
        "content": "",
        "hedge": "underline magenta",
        "loaded": "reverse red",
    }
)
_NAMES: Final[Mapping[Layer, str]] = MappingProxyType(
    {"source": "source", "cue": "cue", "content": "what they say", "hedge": "hedge", "loaded": "loaded wording"}
)
_LEVEL_STYLES: Final = MappingProxyType(
    {
        "strong": "blue",
        "moderate": "cyan",
        "weak": "yellow",
        "none": "dim",
        "neutral": "dim",
        "some": "magenta",
        "heavy": "bold magenta",
    }
)


#: The layers that can be marked, in the order of the legend.
LAYERS: Final[tuple[Layer, ...]] = tuple(_NAMES)
#: Below this width of the terminal, the sources stand below the claims instead of beside them.
_ROOMY: Final = 100
#: Below this width, the scores do so too.
_NARROW: Final = 60


def show(
    report: ReportData,
    console: Console,
    *,
    title: str | None = None,
    reasons: bool = False,
    layers: Collection[Layer] = LAYERS,
) -> None:
    """Print a report: the text, marked up, the claims with their scores, and a summary in words.

    Args:
        report: Any report.
        console: Where to print it.
        title: What to call it, such as the name of its file.
        reasons: Whether to list the factors of each score below its claim.
        layers: Which layers are marked in the text.
    """
    signs = STYLED if console.is_terminal and not console.is_dumb_terminal else PLAIN
    if title is not None:
        console.rule(Text(shown(title), style="bold"), align="left")
    if layers:
        console.print(_legend(signs, layers))
        console.print()
    text = marked_text(report, signs, layers)
    # The last line of a file ends with a line break.
    text.rstrip()
    console.print(text)
    console.print()
    if report.claims:
        console.print(claims_table(report, reasons=reasons, width=console.width))
        console.print()
    console.print(Text(explain(report)))


def marked_text(report: ReportData, signs: Signs = PLAIN, layers: Collection[Layer] = LAYERS) -> Text:
    """Return the text of a report with its sources, cues, contents, hedges and loaded words marked.

    Args:
        report: Any report.
        signs: What to put before and behind the words of a layer; a layer that is not in it has its style only.
        layers: Which layers to mark.
    """
    marks = [mark for mark in find_marks(report) if mark.layer in layers and mark.start < mark.end]
    signed = {(mark.start, mark.end, mark.layer): mark for mark in marks if mark.layer in signs}
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in signed.values():
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
    text = Text()
    for piece in cut(report.text, marks):
        for mark in opening.get(piece.start, ()):
            text.append(signs[mark.layer][0], style="dim")
        # The marks stand in the order in which they begin, so the innermost style comes last and wins.
        style = " ".join(dict.fromkeys(_STYLES[mark.layer] for mark in piece.marks))
        text.append(shown(piece.text), style=_last_colour(style))
        for mark in reversed(closing.get(piece.end, ())):
            text.append(signs[mark.layer][1], style="dim")
    return text


def claims_table(report: ReportData, *, reasons: bool = False, width: int = _ROOMY) -> Table:
    """Return the claims of a report with their sources and scores as a table.

    Args:
        report: Any report.
        reasons: Whether to list the factors of each score below its claim.
        width: How many characters wide it may be. Where that is little, the sources stand below the claims, and where
            it is very little, the scores do so too.
    """
    attributions = {attribution.id: attribution for attribution in report.attributions}
    has_scores, has_sources = width >= _NARROW, width >= _ROOMY
    leading = 1 if reasons or not has_sources else 0
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, leading=leading)
    table.add_column("", style="dim", no_wrap=True)
    table.add_column("Claim", overflow="fold")
    if has_sources:
        table.add_column("Source", max_width=28, overflow="fold")
    if has_scores:
        table.add_column("Sourcing", no_wrap=True)
        table.add_column("Loading", no_wrap=True)
    for claim in report.claims:
        lines = [Text(_on_one_line(joined(claim.spans)))]
        source = _sources(claim, named_chains(claim_chains(claim, attributions)))
        if not has_sources:
            lines.append(Text.assemble("— ", source))
        scores = [_score(claim.sourcing), _score(claim.loading)]
        if not has_scores:
            lines += [Text.assemble(name, score) for name, score in zip(("sourcing ", "loading "), scores, strict=True)]
        if reasons:
            lines.extend(_reasons(claim))
        beside = [*([source] if has_sources else []), *(scores if has_scores else [])]
        table.add_row(Text(shown(claim.id)), Text("\n").join(lines), *beside)
    return table


def _reasons(claim: Claim) -> Iterator[Text]:
    for name, score in (("sourcing", claim.sourcing), ("loading", claim.loading)):
        # A start of zero adds nothing.
        for factor in filter(_effect, score.factors):
            yield Text(f"{name} {factor.effect:+.2f} {shown(factor.reason)}", style="dim")


def _effect(factor: Factor) -> float:
    return factor.effect


def _sources(claim: Claim, names: str) -> Text:
    if not names:
        return Text("nobody" if claim.attributions else "the writer", style="dim")
    return Text(_on_one_line(names))


def _on_one_line(words: str) -> str:
    return " ".join(shown(words).split())


def _score(score: Score) -> Text:
    return Text(f"{score.value:.2f} {score.level}", style=_LEVEL_STYLES.get(score.level, ""))


def _legend(signs: Signs, layers: Collection[Layer]) -> Text:
    parts = []
    for layer, name in _NAMES.items():
        if layer not in layers:
            continue
        before, after = signs.get(layer, ("", ""))
        parts.append(Text.assemble((before, "dim"), (name, _STYLES[layer]), (after, "dim")))
    return Text("  ").join(parts)


def _last_colour(style: str) -> str:
    """Keep one colour, the last, of several styles that are joined."""
    words = style.split()
    colours = [word for word in words if word in {"blue", "yellow", "magenta", "red"}]
    return " ".join([word for word in words if word not in colours] + colours[-1:])
