"""Words that carry an evaluation: ``finding`` puts together what the lexicon and the encoder hold of each.

``loaded_words`` reads the encoder, ``scare_quotes`` the marks; ``identity``, ``events`` and ``reporting`` say which
words are not loaded where they stand.
"""
