"""Nouns by which a text may call one and the same bearer, and nouns that put somebody else beside it."""

from __future__ import annotations

from typing import Final

_LEADERS: Final = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "emir", "governor", "chairman", "chairwoman"}
)
SAME_BEARER: Final[dict[str, frozenset[str]]] = {
    "leader": _LEADERS,
    "spokesperson": frozenset({"spokesman", "spokeswoman"}),
    "spokesman": frozenset({"spokesperson", "press secretary"}),
    "spokeswoman": frozenset({"spokesperson", "press secretary"}),
    "lawmaker": frozenset({"senator", "representative", "congressman", "congresswoman", "mp", "legislator"}),
    "legislator": frozenset({"senator", "representative", "congressman", "congresswoman", "mp", "lawmaker"}),
    "politician": frozenset({"senator", "representative", "mp", "minister", "mayor", "governor", "president"}),
    "boss": frozenset({"chief executive", "manager", "director", "head", "chief", "chairman", "coach"}),
    "manager": frozenset({"coach", "head coach", "boss"}),
    "coach": frozenset({"manager", "head coach", "boss"}),
    "official": frozenset({"officer"}),
    "attorney": frozenset({"lawyer"}),
    "lawyer": frozenset({"attorney", "solicitor", "barrister", "counsel"}),
    "advisor": frozenset({"adviser"}),
    "adviser": frozenset({"advisor", "aide"}),
    "researcher": frozenset({"scientist", "author", "professor", "lead author"}),
    "scientist": frozenset({"researcher", "author", "professor", "lead author"}),
    "author": frozenset({"researcher", "scientist", "lead author"}),
    "academic": frozenset({"professor", "lecturer", "researcher"}),
    "officer": frozenset({"constable", "sergeant", "inspector", "detective", "policeman", "superintendent"}),
    "detective": frozenset({"inspector", "superintendent"}),
    "study": frozenset({"research", "paper", "report"}),
    "paper": frozenset({"study", "research", "newspaper", "report"}),
    "research": frozenset({"study", "paper"}),
    "survey": frozenset({"poll", "study"}),
    "poll": frozenset({"survey"}),
    "paperwork": frozenset({"document", "record", "file", "filing", "contract"}),
    "document": frozenset({"memo", "letter", "filing", "report", "file"}),
    "report": frozenset({"study", "survey", "analysis"}),
    "lawsuit": frozenset({"complaint", "suit"}),
    "suit": frozenset({"complaint", "lawsuit"}),
    "complaint": frozenset({"lawsuit", "suit"}),
    "centre": frozenset({"center"}),
    "center": frozenset({"centre"}),
    "team": frozenset({"researcher", "scientist", "author", "mission", "delegation", "panel", "group", "expert"}),
    "group": frozenset({"team", "researcher", "scientist"}),
    "pal": frozenset({"friend", "mate", "chum", "insider", "source"}),
    "mate": frozenset({"friend", "pal", "chum"}),
    "leaker": frozenset({"tipster"}),
    "tipster": frozenset({"leaker"}),
    **dict.fromkeys("honour honor lordship ladyship".split(), frozenset({"judge", "justice", "magistrate", "coroner"})),
    "excellency": frozenset({"ambassador", "president", "governor", "high commissioner"}),
    "friend": frozenset({"pal", "mate", "chum", "insider", "source", "confidant"}),
    "insider": frozenset({"source"}),
    "source": frozenset({"insider"}),
    "baby": frozenset({"child", "infant", "toddler", "newborn"}),
    "infant": frozenset({"child", "baby", "toddler", "newborn"}),
    "toddler": frozenset({"child", "baby", "infant"}),
    "child": frozenset({"baby", "infant", "toddler", "boy", "girl"}),
    "communique": frozenset({"communiqué", "statement"}),
    "counsel": frozenset({"lawyer", "barrister", "solicitor", "attorney"}),
    "firm": frozenset({"company"}),
    "company": frozenset({"firm", "maker", "manufacturer", "airline", "retailer", "startup", "start-up", "giant"}),
}  # fmt: skip
HONORIFICS: Final = frozenset(
    "honour honor lordship ladyship excellency majesty highness holiness grace worship eminence".split()
)
ANY_BODY: Final = frozenset(
    "company firm group organization organisation agency body association union federation charity watchdog airline "
    "regulator club foundation manufacturer maker retailer carrier operator lender corporation bank party ngo "
    "nonprofit startup start-up giant platform bloc alliance militia movement brand chain supplier funder centre "
    "center council service authority institute institution".split()
)
ANY_COMPANY: Final = frozenset(
    "company firm manufacturer maker retailer carrier operator lender corporation airline bank startup start-up giant "
    "brand chain supplier".split()
)
# What a named body is called that is no company.
NO_COMPANY: Final = frozenset(
    "union party ministry court university college school council agency committee commission parliament department "
    "police government federation association charity office authority army movement coalition church".split()
)
# Words for two who have been named together, and for somebody of whom no more is said.
PAIR: Final = frozenset({"couple", "pair", "duo", "two", "both"})
SOMEBODY: Final = frozenset({"person", "source", "individual", "man", "woman", "official", "insider"})
ANY_COUNTRY: Final = frozenset({"country", "nation"})
ANY_MEDIUM: Final = frozenset(
    "newspaper paper broadcaster network channel station magazine agency outlet website daily weekly tabloid".split()
)
# A description with one of these is somebody beside the person just spoken of.
SOMEBODY_ELSE: Final = frozenset(
    "wife husband mother father brother sister son daughter neighbour neighbor friend colleague victim witness lawyer "
    "attorney reporter journalist interviewer caller passenger driver customer partner parent widow client "
    "teammate suspect defendant accused attacker gunman shooter intruder assailant burglar pensioner toddler".split()
)
# Whoever is called so says "we" for a body.
SPEAKS_FOR_A_BODY: Final = frozenset(
    "spokesman spokeswoman spokesperson executive ceo director president chairman chairwoman chair secretary manager "
    "minister head chief leader representative official coach founder co-founder owner principal boss".split()
) | {"chief executive", "press secretary", "general secretary"}
