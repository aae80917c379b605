"""Words that say who somebody is: nation, people, religion, party, gender. They are never loaded by themselves.

The list is closed and names no group as such to be more neutral than another: a word on it is simply not asked for its
loading, whatever a lexicon or the encoder says.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

_ENTITY_LABELS: Final = frozenset({
    "PERSON", "ORG", "LOC", "GPE", "NORP", "FAC", "MISC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"
})  # fmt: skip

_GENDER: Final = frozenset({
    "man", "men", "woman", "women", "male", "males", "female", "females", "boy", "boys", "girl", "girls", "he", "she",
    "him", "her", "his", "hers", "himself", "herself", "mr", "mrs", "ms", "father", "mother", "son", "daughter",
    "husband", "wife", "brother", "sister", "gay", "lesbian", "bisexual", "transgender", "trans", "queer", "straight",
    "heterosexual", "homosexual", "lgbt", "lgbtq", "nonbinary", "non-binary", "gender", "masculine", "feminine",
    "masculinity", "femininity", "womanhood", "manhood", "spokesman", "spokesmen", "spokeswoman", "spokeswomen",
    "businessman", "businessmen", "businesswoman", "businesswomen", "policeman", "policemen", "policewoman",
    "policewomen", "chairman", "chairwoman", "congressman", "congresswoman", "councilman", "councilwoman", "actor",
    "actress", "actors", "actresses", "waiter", "waitress", "king", "queen", "prince", "princess", "uncle", "aunt",
    "nephew", "niece", "grandfather", "grandmother", "widow", "widower", "boyfriend", "girlfriend"
})  # fmt: skip

_RELIGION: Final = frozenset({
    "christian", "christians", "christianity", "muslim", "muslims", "moslem", "islam", "islamic", "jew", "jews",
    "jewish", "judaism", "hindu", "hindus", "hinduism", "buddhist", "buddhists", "buddhism", "sikh", "sikhs",
    "catholic", "catholics", "catholicism", "protestant", "protestants", "orthodox", "evangelical", "evangelicals",
    "mormon", "mormons", "sunni", "sunnis", "shia", "shiite", "shiites", "alawite", "alawites", "druze", "yazidi",
    "yazidis", "atheist", "atheists", "secular", "religious", "religion", "church", "mosque", "synagogue", "temple",
    "quran", "koran", "bible", "torah", "hijab", "islamist", "islamists", "zionist", "zionists", "baptist", "baptists",
    "methodist", "anglican", "quaker", "jain", "copt", "copts", "coptic", "maronite", "rabbi", "imam", "priest", "pope",
    "worshipper", "worshippers", "worshiper", "worshipers", "believer", "believers", "pilgrim", "pilgrims", "cleric",
    "clerics", "preacher", "preachers", "congregation", "parishioner", "parishioners"
})  # fmt: skip

_PARTY: Final = frozenset({
    "democrat", "democrats", "democratic", "republican", "republicans", "gop", "conservative", "conservatives",
    "liberal", "liberals", "labour", "tory", "tories", "labor", "green", "greens", "socialist", "socialists",
    "communist", "communists", "libertarian", "libertarians", "progressive", "progressives", "independent",
    "independents", "left", "right", "wing", "left-wing", "right-wing", "centrist", "centrists", "moderate",
    "moderates", "nationalist", "nationalists", "populist", "populists", "social", "unionist", "unionists", "loyalist",
    "royalist", "monarchist", "marxist", "marxists", "leninist", "maoist", "maoists", "capitalist", "capitalists",
    "likud", "hamas", "fatah", "hezbollah", "taliban", "isis", "isil", "daesh", "antifa", "maga", "brexit", "brexiteer"
})  # fmt: skip

_PEOPLE: Final = frozenset({
    "black", "blacks", "white", "whites", "asian", "asians", "african", "africans", "american", "americans",
    "european", "europeans", "arab", "arabs", "arabic", "latino", "latinos", "latina", "latinx", "hispanic",
    "hispanics", "indigenous", "native", "aboriginal", "kurd", "kurds", "kurdish", "roma", "gypsy", "immigrant",
    "immigrants", "migrant", "migrants", "refugee", "refugees", "foreign", "foreigner", "foreigners", "citizen",
    "persian", "persians", "tamil", "uyghur", "uyghurs", "uighur", "rohingya", "slav", "slavic", "berber", "hutu",
    "tutsi", "pashtun", "hazara", "balkan", "nordic", "western", "eastern", "southern", "northern", "wuhan"
})  # fmt: skip

_NATION: Final = frozenset({
    "afghan", "afghans", "albanian", "albanians", "algerian", "algerians", "angolan", "argentine", "argentinian",
    "armenian", "armenians", "australian", "australians", "austrian", "austrians", "azerbaijani", "azeri", "bahraini",
    "bangladeshi", "belarusian", "belgian", "belgians", "bolivian", "bosnian", "bosnians", "brazilian", "brazilians",
    "british", "briton", "britons", "bulgarian", "bulgarians", "burmese", "cambodian", "cameroonian", "canadian",
    "canadians", "chadian", "chechen", "chechens", "chilean", "chileans", "chinese", "colombian", "colombians",
    "congolese", "croat", "croatian", "croats", "cuban", "cubans", "cypriot", "cypriots", "czech", "czechs", "danish",
    "dane", "danes", "dutch", "ecuadorian", "egyptian", "egyptians", "emirati", "english", "eritrean", "estonian",
    "ethiopian", "ethiopians", "filipino", "filipinos", "finnish", "finn", "finns", "french", "georgian", "georgians",
    "german", "germans", "ghanaian", "greek", "greeks", "guatemalan", "haitian", "haitians", "honduran", "hungarian",
    "hungarians", "icelandic", "indian", "indians", "indonesian", "indonesians", "iranian", "iranians", "iraqi",
    "iraqis", "irish", "israeli", "israelis", "italian", "italians", "ivorian", "jamaican", "japanese", "jordanian",
    "kazakh", "kenyan", "kenyans", "korean", "koreans", "kosovar", "kuwaiti", "kyrgyz", "laotian", "latvian",
    "lebanese", "liberian", "libyan", "libyans", "lithuanian", "macedonian", "malaysian", "malian", "maltese",
    "mexican", "mexicans", "moldovan", "mongolian", "moroccan", "moroccans", "nepalese", "nepali", "nicaraguan",
    "nigerian", "nigerians", "norwegian", "norwegians", "omani", "pakistani", "pakistanis", "palestinian",
    "palestinians", "panamanian", "paraguayan", "peruvian", "peruvians", "pole", "poles", "polish", "portuguese",
    "qatari", "qataris", "romanian", "romanians", "russian", "russians", "rwandan", "salvadoran", "saudi", "saudis",
    "scottish", "scot", "scots", "senegalese", "serb", "serbian", "serbs", "singaporean", "slovak", "slovenian",
    "somali", "somalis", "soviet", "soviets", "spanish", "spaniard", "spaniards", "sudanese", "swede", "swedes",
    "swedish", "swiss", "syrian", "syrians", "taiwanese", "tajik", "tanzanian", "thai", "thais", "tibetan", "tibetans",
    "tunisian", "tunisians", "turk", "turkish", "turks", "turkmen", "ugandan", "ukrainian", "ukrainians", "uruguayan",
    "uzbek", "venezuelan", "venezuelans", "vietnamese", "welsh", "yemeni", "yemenis", "zambian", "zimbabwean"
})  # fmt: skip

_IDENTITY: Final = _GENDER | _RELIGION | _PARTY | _PEOPLE | _NATION


def is_identity(token: Token) -> bool:
    """Say whether a token names somebody or what they belong to: an entity, a proper noun, or a word of the list."""
    if token.lower_ in _IDENTITY or token.ent_type_ in _ENTITY_LABELS:
        return True
    if token.pos_ in {"PROPN", "PRON"}:
        return True
    # "Martian" in mid-sentence: an adjective or noun with a capital is made from a name.
    return bool(token.is_title and token.pos_ in {"ADJ", "NOUN"} and not _starts(token.doc, token.i))


def is_identity_word(token: Token) -> bool:
    """Say whether a token is a word of the list, whatever its tag."""
    return token.lower_ in _IDENTITY


def _starts(doc: Doc, index: int) -> bool:
    """Say whether a capital at this token may be due to the beginning of a sentence, a quotation or a headline."""
    if index == 0 or doc[index].is_sent_start or not doc[index - 1].is_alpha:
        return True
    window = [token for token in doc[max(0, index - 4) : index + 5] if token.is_alpha and len(token) > 3]
    return sum(token.text[0].isupper() for token in window) > len(window) // 2 + 1
