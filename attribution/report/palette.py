"""The colours of reports, in one place: the style sheet and the charts take them from here.

Blue to orange to grey stays apart in all common forms of colour blindness, and grows lighter with each level for a
printer without colour. No colour stands alone: levels are written out, layers have a shape of their own.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen
class Palette:
    """Colours for one background, as CSS writes them; ``on_`` is text on the colour named."""

    ink: str
    soft: str
    line: str
    paper: str
    wash: str
    source: str
    cue: str
    hedge: str
    loaded: str
    loaded_wash: str
    content1: str
    content2: str
    content3: str
    edge: str
    point: str
    strong: str
    moderate: str
    weak: str
    none: str
    load: str
    on_strong: str
    on_other: str


LIGHT: Final = Palette(
    ink="#1c1f24",
    soft="#545c69",
    line="#d5dae1",
    paper="#ffffff",
    wash="#f3f5f8",
    source="#0b62a8",
    cue="#8a4500",
    hedge="#7a3fa0",
    loaded="#b3261e",
    loaded_wash="#fdecea",
    content1="#eef4fa",
    content2="#d9e8f5",
    content3="#c3dbef",
    edge="#6f9cc4",
    point="#ffe9a8",
    strong="#0b62a8",
    moderate="#6fb1de",
    weak="#e8a838",
    none="#b4bac3",
    load="#a04a8c",
    on_strong="#ffffff",
    on_other="#1c1f24",
)

DARK: Final = Palette(
    ink="#e6e8eb",
    soft="#a9b1bd",
    line="#3a3f48",
    paper="#16181c",
    wash="#22262d",
    source="#7fbcf0",
    cue="#f0b070",
    hedge="#d0a0f0",
    loaded="#ff9d94",
    loaded_wash="#47211f",
    content1="#1e2a36",
    content2="#263a4d",
    content3="#2f4a64",
    edge="#5f8fb8",
    point="#5a4a14",
    strong="#3f8fd0",
    moderate="#8ec5ea",
    weak="#e0a84a",
    none="#7d8592",
    load="#d487c2",
    on_strong="#0c1116",
    on_other="#0c1116",
)
