"""Whether the encoder is faster on several windows at once: ``python -m benchmarks.batching --data DIR``.

The shipped network reads one window at a time. Here its layers but the last, most of its work, are rewritten for
several: padded to the longest, the padding masked. Windows are sorted by length first, so that there is little padding.
What comes out is checked to be the same. Needs the library ``onnx`` (extra ``train``).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import Any, Final

import numpy as np
import onnx
import spacy
from attrs import frozen
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from attribution.interpret.text.lines import sentence_breaks
from attribution.pipeline.features import Words, read_words
from attribution.pipeline.files import SHIPPED, WEIGHTS, ModelFiles
from attribution.pipeline.sentences import forced_starts
from attribution.pipeline.session import EncoderSession, runtime
from attribution.pipeline.windows import Window, cut_for_reading, pack
from attribution.training.polnear import read_articles
from benchmarks.command import Setup, Table, run

ARTICLES: Final = 20
SIZES: Final = (1, 2, 4, 8, 16)
RUNS: Final = 7
HEADLINE: Final = 10
"""Words of a line that stand for a headline."""

Feed = dict[str, NDArray[Any]]
Trunk = Callable[[Feed], NDArray[np.float32]]


@frozen(eq=False)
class Found:
    """A window of a text."""

    words: Words
    window: Window


def measure(setup: Setup) -> list[Table]:
    """Time windows of articles, of lines by themselves and of their first words, one by one and together."""
    texts = [article.text for article in setup.first(read_articles(setup.data / "polnear" / "dev")[:ARTICLES])]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    kinds = {
        "articles": texts,
        "paragraphs": lines,
        "headlines": [" ".join(line.split()[:HEADLINE]) for line in lines],
    }
    files = ModelFiles(SHIPPED if setup.model is None else setup.model)
    session = EncoderSession.of(files)
    model = onnx.load(str(files.path(WEIGHTS)))
    one, several = _trunk(model, several=False), _trunk(model, several=True)
    columns = {}
    for kind, given in kinds.items():
        windows = sorted(_windows(given, session), key=lambda found: _pieces(found))
        columns[kind] = _speeds(one, several, windows, session)
    rows = (("one, as shipped", 0), *((f"{size}, masked", size) for size in SIZES))
    return [
        Table(
            "Windows read at once, and the speed beside that of one",
            ("windows", *columns),
            tuple((name, *(f"{speeds[size]:.2f}" for speeds in columns.values())) for name, size in rows),
            (
                f"Medians of {RUNS} runs, CPU time of one thread, all layers of the network but the last.",
                f"A headline is here the first {HEADLINE} words of a paragraph.",
            ),
        )
    ]


def _pieces(found: Found) -> int:
    return sum(map(len, found.words.pieces[found.window.start : found.window.end]))


def _windows(texts: Sequence[str], session: EncoderSession) -> Iterator[Found]:
    """Cut texts into windows, as the encoder does."""
    nlp = spacy.blank("en")
    for text in texts:
        words = read_words(nlp.make_doc(text), session.pieces)
        for window in cut_for_reading(words, forced_starts(words.start, sentence_breaks(text))):
            yield Found(words, window)


def _speeds(one: Trunk, several: Trunk, windows: Sequence[Found], session: EncoderSession) -> dict[int, float]:
    """Return the speed of so many windows at once beside that of one by itself, which stands at 0."""
    single = [_feed([found], session) for found in windows]
    runs: dict[int, Callable[[], object]] = {
        0: lambda: [one({name: values[0] for name, values in given.items() if name != "mask"}) for given in single]
    }
    for size in SIZES:
        batches = [_feed(windows[at : at + size], session) for at in range(0, len(windows), size)]
        _check(one, several, single[-1], batches[-1])
        runs[size] = lambda batches=batches: [several(batch) for batch in batches]  # type: ignore[misc]
    seconds: dict[int, list[float]] = {size: [] for size in runs}
    for _ in range(RUNS):
        for size, read in runs.items():
            start = time.process_time()
            read()
            seconds[size].append(time.process_time() - start)
    return {size: median(seconds[0]) / median(taken) for size, taken in seconds.items()}


def _check(one: Trunk, several: Trunk, last: Feed, batch: Feed) -> None:
    """Raise an error if the last window of a batch is read otherwise than by itself."""
    alone = one({name: values[0] for name, values in last.items() if name != "mask"})[0]
    if not np.allclose(several(batch)[-1][: len(alone)], alone, atol=1e-3):
        raise ValueError("several windows at once are not read like one")


def _feed(found: Sequence[Found], session: EncoderSession) -> Feed:
    texts = [one.words for one in found]
    batch = pack(texts, [(index, one.window) for index, one in enumerate(found)], session.pieces)
    return {"ids": batch.ids, "shape": batch.shape, "gap": batch.gap, "mask": batch.mask.astype(np.int32)}


def _trunk(model: onnx.ModelProto, *, several: bool) -> Trunk:
    """Cut the network off before its last layer, for one window, or rewrite that part for several."""
    graph = onnx.GraphProto()
    graph.CopyFrom(model.graph)
    # The last layer begins by picking the first piece of each word.
    end = next(node.input[0] for node in graph.node if node.op_type == "Gather" and node.input[1] == "first")
    nodes = []
    for node in graph.node:
        nodes += _for_several(node) if several else [node]
        if end in node.output:
            break
    used = {name for node in nodes for name in node.input}
    constants = [constant for constant in graph.initializer if constant.name in used]
    inputs = [
        helper.make_tensor_value_info(name, onnx.TensorProto.INT64, ["windows", "pieces"] if several else ["pieces"])
        for name in ("ids", "shape", "gap")
    ]
    if several:
        constants.append(numpy_helper.from_array(np.array(1), "second_axis"))
        inputs.append(helper.make_tensor_value_info("mask", onnx.TensorProto.INT32, ["windows", "pieces"]))
    output = helper.make_tensor_value_info(end, onnx.TensorProto.FLOAT, None)
    cut = helper.make_graph(nodes, "trunk", inputs, [output], constants)
    session = runtime(
        helper.make_model(cut, opset_imports=model.opset_import, ir_version=model.ir_version).SerializeToString()
    )
    return lambda given: session.run([end], given)[0]


def _for_several(node: onnx.NodeProto) -> list[onnx.NodeProto]:
    """Rewrite what counts on there being one window: the number of its pieces, the added axis, attention to all."""
    if node.op_type == "Size":
        sizes = f"{node.output[0]}.sizes"
        return [
            helper.make_node("Shape", node.input, [sizes]),
            helper.make_node("Gather", [sizes, "second_axis"], node.output),
        ]
    if node.op_type == "Unsqueeze":
        return [helper.make_node("Identity", node.input[:1], node.output)]
    if node.op_type == "MultiHeadAttention":
        node.input.extend(["", "mask"])
    return [node]


if __name__ == "__main__":
    raise SystemExit(run("Whether the encoder is faster on several windows at once.", measure))
