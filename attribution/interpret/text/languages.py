"""Which language a stretch of text is in, as far as a reader of English has to know.

Function words settle it: in running English close to half of the words are among a hundred, in any other language
hardly one in ten. A few frequent words of the languages that stand most often beside English in the news give the
other one a name. Other alphabets are known by their letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from string import ascii_letters
from types import MappingProxyType
from typing import Final

from attrs import frozen

from attribution.interpret.text.lines import find_paragraphs

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT_LATIN: Final = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff\u02b0-\u02ff]")

_ENGLISH: Final = frozenset(
    "the of and to in a that is was he for it with as his on be at by i this had not are but from or have an they "
    "which one you were her all she there would their we him been has when who will more no if out so said what up its "
    "about into than them can only other new some could time these two may then do first any my now such like our over "
    "man me even most made after also did many before must through back years where much your way well down should "
    "because".split()
)
_OTHERS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        language: frozenset(words.split())
        for language, words in {
            "French": "le la les des du et est que qui dans pour pas sur une un par au avec ce il sont à ne se aux été",
            "Spanish": "el la los las de del y que en un una por con para se es al lo su como más fue ha sus este",
            "German": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es dass wird",
            "Portuguese": "o os de da dos das e que em um uma para com não se por na ao foi mais à é pela pelo são",
            "Italian": "il la di che e un una per non sono con del della è gli le nel più si da dei ha alla anche",
            "Dutch": "de het een van en dat op te zijn met voor niet aan er ook bij door naar uit werd wordt heeft",
            "Swedish": "och att det som en på är av för med den till inte har de ett från vid om var",
            "Danish or Norwegian": "og at det som en på er af av for med den til ikke har de et fra ved om blev ble",
            "Polish": "w i na z się do nie że jest to od za po jak przez oraz był są dla",
            "Romanian": "și de la în cu a că nu din pe pentru este mai au fost care prin",
            "Czech or Slovak": "se na v že je s z k ve ale za podle jsou která který sa však jeho byl není podľa",
            "Hungarian": "a az azt és hogy mert nem egy volt meg de már csak szerint még el",
            "Finnish": "ja on ei että se oli hän joka mutta kun myös ovat mukaan sekä kuin",
            "Turkish": "ve bir bu da de için ile olarak çok daha olan gibi sonra ne kadar",
            "Indonesian or Malay": "yang dan di untuk dengan dari ini itu tidak pada dalam akan ke adalah oleh juga",
            "Filipino": "ang ng sa na mga ay si ni para hindi nang kay ito siya",
            "Vietnamese": "và của là có cho trong được các một không người đã với những này",
            "Swahili": "ya na wa kwa ni la katika za cha kuwa hiyo huyo hilo alisema",
        }.items()
    }
)
_ALPHABETS: Final[Mapping[str, str]] = MappingProxyType(
    {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
)

# Fewer words say nothing about a language, unless many of them are function words of one.
_ENOUGH: Final = 12
_FEW: Final = 6
# Shares of function words, chosen on 924 English articles, none of which may be called anything else.
_CERTAINLY_ENGLISH: Final = 0.25
_HARDLY_ENGLISH: Final = 0.12
_OTHER: Final = 0.15
_OTHER_IN_FEW: Final = 0.28
# How much more than of English the share of another language has to be.
_AHEAD: Final = 1.5
# A part of a text in another language is worth a word when it has this share of the words, and so many of them.
_PART: Final = 0.15
_PART_WORDS: Final = 30
_OTHER_ALPHABET: Final = 0.15


@frozen
class Foreign:
    """Text that is not English.

    ``language`` goes with "looks like"; it is ``None`` where nothing is known but that the text is not English.
    ``share`` is its part of the words or letters, in (0, 1]; ``start`` is the offset at which it begins.
    """

    language: str | None
    share: float
    start: int


def find_foreign(text: str) -> Foreign | None:
    """Find out whether a text, or a good part of it, is in another language than English.

    Args:
        text: Any string.

    Returns:
        What it is in, ``None`` for English and for texts too short to tell.
    """
    return _other_alphabet(text) or (None if _is_plainly_english(text) else _other_words(text))


def _other_alphabet(text: str) -> Foreign | None:
    others = Counter() if text.isascii() else Counter(_NOT_LATIN.findall(text))
    number = others.total()
    letters = sum(map(str.isalpha, text)) if number >= _FEW else 0
    if not letters or number < _OTHER_ALPHABET * letters:
        return None
    alphabets: Counter[str] = Counter()
    for letter, times in others.items():
        alphabets[unicodedata.name(letter, "").partition(" ")[0]] += times
    alphabet = alphabets.most_common(1)[0][0]
    # Japanese is written in Chinese characters as well, but never for long without its own.
    if alphabet == "CJK" and alphabets["HIRAGANA"] + alphabets["KATAKANA"] > number / 10:
        alphabet = "HIRAGANA"
    first = _NOT_LATIN.search(text)
    return Foreign(
        _ALPHABETS.get(alphabet, f"a language written in {alphabet.capitalize()}" if alphabet else None),
        number / letters,
        first.start() if first else 0,
    )


def _other_words(text: str) -> Foreign | None:
    total = english = foreign = 0
    doubtful: list[str] = []
    doubtful_from: int | None = None
    parts: Counter[str] = Counter()
    first: int | None = None
    for start, end in find_paragraphs(text):
        words = _words_in(text[start:end])
        known = sum(map(_ENGLISH.__contains__, words))
        total += len(words)
        english += known
        if known >= _CERTAINLY_ENGLISH * len(words):
            continue
        doubtful += words
        doubtful_from = start if doubtful_from is None else doubtful_from
        language = _language(words) if len(words) >= _ENOUGH else None
        if language is not None:
            parts[language] += len(words)
            foreign += len(words)
            first = start if first is None else first
    if first is not None and foreign >= max(_PART_WORDS, _PART * total):
        return Foreign(parts.most_common(1)[0][0], foreign / total, first)
    if english < _CERTAINLY_ENGLISH * total:
        # Paragraphs may be too short to be judged one by one.
        language = _language(doubtful)
        if language is not None or (total >= _ENOUGH and english < _HARDLY_ENGLISH * total):
            return Foreign(language, len(doubtful) / total, doubtful_from or 0)
    return None


def _is_plainly_english(text: str) -> bool:
    """Say whether no count of words, however exact, could find anything but English; it takes a quarter of the time.

    Words are cut at white space alone, so that some of the known are missed; and between two words there is something
    that is no letter, so that there cannot be more of them than that.
    """
    least = most = 0
    for start, end in find_paragraphs(text):
        paragraph = text[start:end]
        words = len(paragraph.encode("ascii", "replace").translate(None, ascii_letters.encode())) + 1
        known = sum(map(_ENGLISH.__contains__, paragraph.lower().split()))
        if words >= _ENOUGH and known < _CERTAINLY_ENGLISH * words:
            exact = _words_in(paragraph)
            words, known = len(exact), sum(map(_ENGLISH.__contains__, exact))
            if words >= _ENOUGH and known < _CERTAINLY_ENGLISH * words:
                return False
        least += known
        most += words
    return least >= _CERTAINLY_ENGLISH * most


def _words_in(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))


def _language(words: Sequence[str]) -> str | None:
    """Return the language that lower-cased words are surely in, ``None`` for English and where that cannot be told."""
    total = len(words)
    if total < _FEW:
        return None
    counts = Counter(words)
    shares = {language: sum(counts[word] for word in known) / total for language, known in _OTHERS.items()}
    english = sum(counts[word] for word in _ENGLISH) / total
    best = max(shares, key=lambda language: shares[language])
    least = _OTHER if total >= _ENOUGH else _OTHER_IN_FEW
    return best if shares[best] >= least and shares[best] >= _AHEAD * english else None
