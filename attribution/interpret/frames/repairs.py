"""Repairs of frames by tree and layout: what the encoder gives too much, too little, or twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from attribution.interpret.frames.empty_acts import has_no_content
from attribution.interpret.frames.kickers import is_kicker
from attribution.interpret.frames.leads import says, with_lead
from attribution.interpret.frames.noun_clauses import with_announced
from attribution.interpret.frames.passives import ACCUSING, without_addressee
from attribution.interpret.frames.source_spans import with_cited, with_whole_source
from attribution.interpret.frames.whole_contents import with_whole_content
from attribution.interpret.readings import Frame
from attribution.interpret.text.lines import find_paragraphs
from attribution.interpret.trees.phrases import TIMES
from attribution.interpret.trees.syntax import governor, head_of, noun_phrase, own_subject
from attribution.lexicons import CueLexicon

# A piece of a content in another sentence than the cue is at least so long, or makes up half of its sentence.
_NAME_WORDS: Final = frozenset({"PROPN", "NOUN", "DET", "ADJ", "NUM", "CCONJ"})
_LONGEST_NAMES: Final = 10
# A content of such words alone is none: "The".
_EMPTY: Final = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ", "SPACE"})
_LONG_PIECE: Final = 8
# ", in an apparent breach of ...": the writer's comment on what was said or done.
_COMMENT: Final = frozenset(
    "attempt bid blow boost breach decision development echo effort gesture hint jab move nod rebuff rebuke reference "
    "reversal setback shift sign signal snub step swipe turnaround violation warning".split()
)
_LONGEST_COMMENT: Final = 6
_TIMES: Final = TIMES | frozenset(
    """april august autumn christmas dawn day december decade dusk easter end evening fall february friday
    january july june march may midday midnight midweek month morning night noon november nightfall october
    quarter ramadan season september spring summer sunset then time week weekend winter year""".split()
)


def repaired(doc: Doc, frames: Iterable[Frame], cues: CueLexicon) -> list[Frame]:
    """Return the frames, mended, without those that are none."""
    timeless = partial(_without_time, doc)
    given = [
        _changed(frame, cue=_shortest(_without_hearsay(frame.cue, doc, cues), doc, cues))
        for frame in (with_lead(doc, _after_refusal(doc, frame), cues) for frame in map(timeless, frames))
        if not _is_auxiliary(doc, frame.cue) and not has_no_content(doc, frame) and not is_kicker(doc, frame)
    ]
    given = _once(without_addressee(doc, with_announced(doc, frame, cues)) for frame in given)
    taken = {index for frame in given for index in frame.cue}
    marked = taken | {index for frame in given for index in frame.source}
    paragraphs = _Paragraphs(doc)
    mended = []
    for found in given:
        frame = _with_speaker(doc, paragraphs.bounded(found))
        if doc[frame.cue[0]].lower_ == "according" and not frame.source:
            continue  # left to grammar, which knows who
        source = _whole_name(doc, _before_other_cues(doc, frame, taken))
        frame = with_whole_source(doc, _changed(frame, source=source), taken)
        frame = _changed(frame, content=_matrix(doc, frame, frame.source))
        frame = _changed(frame, content=_without_comment(doc, _without_strays(doc, frame), taken))
        frame = _changed(frame, content=tuple(i for i in frame.content if i not in frame.cue))
        if any(doc[i].pos_ not in _EMPTY for i in frame.content):
            mended.append(with_whole_content(doc, frame, marked))
    return [with_cited(doc, frame, mended) for frame in mended]


def _once(frames: Iterable[Frame]) -> list[Frame]:
    """Keep one frame for each cue, the surest."""
    best: dict[int, Frame] = {}
    for frame in frames:
        other = best.get(frame.cue[-1])
        if other is None or other.confidence < frame.confidence:
            best[frame.cue[-1]] = frame
    return list(best.values())


def _after_refusal(doc: Doc, frame: Frame) -> Frame:
    """Read "He refused to be drawn: "Ask me tomorrow."" as a quotation that the colon introduces."""
    for place, index in enumerate(frame.content[:_LONG_PIECE]):
        if doc[index].text == ":" and place and doc[frame.cue[-1]].pos_ == "VERB":
            refused = evolve(frame, content=frame.content[:place])
            said = frame.content[place + 1 :]
            return evolve(frame, cue=(index,), content=said) if said and has_no_content(doc, refused) else frame
    return frame


def _changed(
    frame: Frame,
    *,
    cue: tuple[int, ...] | None = None,
    source: tuple[int, ...] | None = None,
    content: tuple[int, ...] | None = None,
) -> Frame:
    """Return a frame with other words in some roles; most need no change, and a copy takes time."""
    cue = frame.cue if cue is None else cue
    source = frame.source if source is None else source
    content = frame.content if content is None else content
    if (cue, source, content) == (frame.cue, frame.source, frame.content):
        return frame
    return evolve(frame, cue=cue, source=source, content=content)


class _Paragraphs:
    """Which paragraph each token stands in, and what of a frame may stand in another than its cue."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        text = doc.text
        paragraphs = find_paragraphs(text)
        self._starts = [start for start, _ in paragraphs]
        self._headings = [False] + [text[end - 1].isalnum() for _, end in paragraphs]

    def bounded(self, frame: Frame) -> Frame:
        """Leave off what runs on from one paragraph into another: a source, or words cut off in mid-sentence."""
        frame = _changed(frame, source=self._of_one_sentence(frame))
        home = self._of(frame.cue[0])
        words = (*frame.source, *frame.content)
        if not words or self._of(min(words)) == home == self._of(max(words)):
            return frame
        if self._announces_nothing(frame, home):
            return evolve(frame, content=())
        source = frame.source
        if len({self._of(index) for index in source}) > 1:
            source = tuple(index for index in source if self._of(index) == home)
        content: list[int] = []
        parts: dict[int, list[int]] = {}
        for index in frame.content:
            parts.setdefault(self._of(index), []).append(index)
        for place, part in sorted(parts.items()):
            if place == home or (self._is_whole(part) and not (content and self._headings[home])):
                content.extend(part)
        return evolve(frame, source=source, content=tuple(content) or frame.content)

    def _announces_nothing(self, frame: Frame, home: int) -> bool:
        """Tell whether a colon is followed by quotation marks with nothing between them."""
        if self._doc[frame.cue[-1]].text != ":" or not frame.content:
            return False
        first = next((i for i in frame.content if not (self._doc[i].is_punct or self._doc[i].is_space)), None)
        return first is None or self._of(frame.content[0]) != self._of(first)

    def _of_one_sentence(self, frame: Frame) -> tuple[int, ...]:
        """Cut a source where a full stop inside it ends a sentence, in favour of the part beside the cue."""
        starts = [i for i in frame.source[1:] if self._doc[i].is_sent_start and self._doc[i - 1].text == "."]
        if not starts:
            return frame.source
        parts = (
            tuple(i for i in frame.source if i < starts[0] - 1),
            tuple(i for i in frame.source if i >= starts[-1]),
        )
        return parts[0] if frame.source[0] > frame.cue[0] else parts[1]

    def _of(self, index: int) -> int:
        return bisect_right(self._starts, self._doc[index].idx)

    def _is_whole(self, part: Sequence[int]) -> bool:
        """Tell whether a part in another paragraph begins as a sentence or a quotation does."""
        first = self._doc[part[0]]
        before = self._doc[part[0] - 1] if part[0] else first
        return first.is_sent_start or first.is_quote or before.is_quote or before.is_sent_start or before.is_space


def _with_speaker(doc: Doc, frame: Frame) -> Frame:
    """Find the names right before the cue that were taken for content: "Prices fell, Li and Ahn said"."""
    first = frame.cue[0]
    half = bool(frame.source) and frame.source[0] < first and doc[frame.source[0]].pos_ == "CCONJ"
    start = frame.source[0] if half else first
    if (frame.source and not half) or start - 1 not in frame.content:
        return frame
    while start - 1 in frame.content and _is_in_name(doc[start - 1]) and first - start < _LONGEST_NAMES:
        start -= 1
    before = doc[start - 1] if start else None
    if start == first or before is None or before.text not in {",", "”", '"', "’", "'"} or doc[first].pos_ != "VERB":
        return frame
    if not any(doc[index].pos_ in {"NOUN", "PROPN"} for index in range(start, first)):
        return frame
    content = tuple(index for index in frame.content if not start <= index < first)
    if not any(doc[index].pos_ in {"VERB", "AUX"} for index in content):
        return frame
    return evolve(frame, source=tuple(range(start, first)), content=content)


def _is_in_name(token: Token) -> bool:
    return token.pos_ in _NAME_WORDS or token.text == "-"


def _is_auxiliary(doc: Doc, cue: Sequence[int]) -> bool:
    """Tell whether a cue is nothing but auxiliaries, as in "is reportedly", where the adverb is the cue."""
    return all(doc[index].pos_ == "AUX" for index in cue)


def _without_hearsay(cue: tuple[int, ...], doc: Doc, cues: CueLexicon) -> tuple[int, ...]:
    """Leave off a hearsay adverb in a verb group, a cue of its own: "reportedly said", "has allegedly said"."""
    for start in range(len(cue) - 1, 0, -1):
        before = doc[cue[start - 1]]
        if before.pos_ == "ADV" and cues.lookup([before.lower_], "adverb"):
            return cue[start:]
    return cue


def _shortest(cue: tuple[int, ...], doc: Doc, cues: CueLexicon) -> tuple[int, ...]:
    """Return the colon alone of "was blunt:", where no word before it says so, and "posted" of "posted on X"."""
    if len(cue) < 2:
        return cue
    if doc[cue[-1]].lower_ == "of" and doc[cue[-2]].lemma_.lower() in ACCUSING:
        return cue[:-1]
    if doc[cue[-1]].pos_ == "PROPN" and len(cue) > 2 and doc[cue[-2]].lower_ == "on" and doc[cue[-3]].pos_ == "VERB":
        return cue[:-2]
    if doc[cue[-1]].text != ":":
        return cue
    known = any(
        (doc[i].pos_ not in {"AUX", "ADJ"} and cues.lookup([doc[i].lemma_]) is not None)
        or says(doc[i], cues)
        or (doc[i].lemma_ == "put" and doc[i + 1].lower_ == "it")
        for i in cue[:-1]
    )
    return cue[:-1] if known else cue[-1:]


def _without_time(doc: Doc, frame: Frame) -> Frame:
    """Leave off a time taken for an agent: "is expected by Christmas"."""
    source = frame.source
    if not source or source[0] == 0 or doc[source[0] - 1].lower_ not in {"by", "in"}:
        return frame
    is_time = all(doc[i].lower_ in _TIMES or doc[i].like_num or doc[i].pos_ in {"DET", "ADJ", "ADP"} for i in source)
    return evolve(frame, source=()) if is_time else frame


def _before_other_cues(doc: Doc, frame: Frame, cues: Collection[int]) -> tuple[int, ...]:
    """Cut a source where the cue of another attribution interrupts it: "Li, according to Reuters, said"."""
    own = set(frame.cue)
    kept: list[int] = []
    for index in frame.source:
        if kept and index in cues and index not in own:
            while len(kept) > 1 and doc[kept[-1]].tag_ in {"WP", "WDT", ","}:
                kept.pop()
            return tuple(kept)
        kept.append(index)
    ends_open = len(kept) > 1 and doc[kept[-1]].tag_ in {"WP", "WDT"} and doc[kept[-2]].pos_ != "ADP"
    if ends_open and kept[-1] + 1 == frame.cue[0]:
        return (kept[-1],)  # "A study that | notes ..."
    return tuple(kept)


def _whole_name(doc: Doc, source: tuple[int, ...]) -> tuple[int, ...]:
    """Take in the words of a name that stand before its part in the source."""
    if not source:
        return source
    first = doc[source[0]]
    start = first.i
    while doc[start].dep_ == "flat" and doc[start].head.i < start and doc[start].head.pos_ == "PROPN":
        start = doc[start].head.i
    while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].dep_ == "compound":
        if not start <= doc[start - 1].head.i <= source[-1]:
            break
        start -= 1
    return (*range(start, first.i), *source)


def _matrix(doc: Doc, frame: Frame, source: Sequence[int]) -> tuple[int, ...]:
    """Return the content of "according to X, who ..., CLAUSE": the clause, not what is said of X."""
    if doc[frame.cue[0]].lower_ != "according" or not source:
        return frame.content
    head = head_of(doc[index] for index in source)
    if head is None:
        return frame.content
    start, end = noun_phrase(head)
    content = tuple(i for i in frame.content if not start <= i < end)
    verb = governor(head)
    if len(content) > 1:
        subject = own_subject(verb)
        if subject is None or verb.i not in content or subject.i in content or start <= subject.i < end:
            return content
        first, last = noun_phrase(subject)
        return tuple(sorted({*content, *range(first, last)} - {*frame.cue, *range(start, end)}))
    if verb.i == head.i:
        return frame.content
    left_out = {*range(start, end), *frame.cue}
    return tuple(sorted(t.i for t in verb.subtree if t.i not in left_out and not t.is_space))


def _without_strays(doc: Doc, frame: Frame) -> tuple[int, ...]:
    """Leave off small pieces in sentences that hold neither the cue nor most of the content."""
    if not frame.content:
        return ()
    by_sentence: dict[int, list[int]] = {}
    sentence = doc[frame.content[0]].sent
    first, last = sentence.start, sentence.end
    home = doc[frame.cue[0]].sent.start
    if first == home and frame.content[-1] < last:
        return frame.content
    for index in frame.content:
        if not first <= index < last:
            sentence = doc[index].sent
            first, last = sentence.start, sentence.end
        by_sentence.setdefault(first, []).append(index)
    kept: list[int] = []
    for start, indices in by_sentence.items():
        if start == home or len(indices) >= _LONG_PIECE or 2 * len(indices) >= _count_words(doc[start].sent):
            kept.extend(indices)
    return tuple(sorted(kept))


def _count_words(sentence: SpacySpan) -> int:
    return sum(not token.is_space for token in sentence)


def _without_comment(doc: Doc, content: tuple[int, ...], cues: Collection[int]) -> tuple[int, ...]:
    """Leave off what the writer adds at the end: ", in an apparent breach of his promise"."""
    for position, index in enumerate(content[:-2]):
        if doc[index].text != "," or doc[index + 1].lower_ != "in" or doc[index + 2].lower_ not in {"a", "an", "what"}:
            continue
        named = doc[index + 2].head
        ahead = [doc[i] for i in content[position + 2 : position + 2 + _LONGEST_COMMENT]]
        ahead = [named] if named.i > index + 2 else ahead
        rest = content[position:]
        is_last = all(doc[i].sent == doc[index].sent for i in rest)
        if is_last and any(token.lemma_.lower() in _COMMENT for token in ahead) and not _is_quoting(doc, rest, cues):
            return content[:position]
    return content


def _is_quoting(doc: Doc, content: Sequence[int], cues: Collection[int]) -> bool:
    """Tell whether there is a quotation that is not another's: "of his promise to stay “until the end”"."""
    quote = next((i for i in content if doc[i].is_quote), None)
    return quote is not None and not any(content[0] < cue < quote for cue in cues)
