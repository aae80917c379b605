"""The predicates of the rules, one file per family."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attribution.desk.predicates.accusations import Accusation
from attribution.desk.predicates.anonymity import (
    PluralForOne,
    Undescribed,
    UnnamedAlone,
    UnnamedOpinion,
    UnnamedWithoutReason,
)
from attribution.desk.predicates.base import Hit, Predicate
from attribution.desk.predicates.headings import HedgeDropped, NumberDiffers, StrongerOnTop, UnsourcedOnTop
from attribution.desk.predicates.hearsay import RelayChain, Weasel
from attribution.desk.predicates.phrases import Phrase
from attribution.desk.predicates.placement import Distant, OneVoice, Unresolved
from attribution.desk.predicates.wording import LoadedWords, ScareQuotes, TakesSides

PREDICATES: Final[Mapping[str, type[Predicate]]] = MappingProxyType(
    {
        "accusation": Accusation,
        "distant": Distant,
        "hedge-dropped": HedgeDropped,
        "loaded-words": LoadedWords,
        "number-differs": NumberDiffers,
        "one-voice": OneVoice,
        "phrase": Phrase,
        "plural-for-one": PluralForOne,
        "relay-chain": RelayChain,
        "scare-quotes": ScareQuotes,
        "stronger-on-top": StrongerOnTop,
        "takes-sides": TakesSides,
        "undescribed": Undescribed,
        "unnamed-alone": UnnamedAlone,
        "unnamed-opinion": UnnamedOpinion,
        "unnamed-without-reason": UnnamedWithoutReason,
        "unresolved": Unresolved,
        "unsourced-on-top": UnsourcedOnTop,
        "weasel": Weasel,
    }
)
"""Under the names that a file of rules calls them by."""

__all__ = ["PREDICATES", "Hit", "Predicate"]
