"""What tags and trees say, whatever the subject: the questions that all who read grammar ask.

``syntax`` asks about one word and its neighbours in the tree; ``phrases`` cuts a noun phrase into its parts,
``clauses`` a stretch of words into clauses, and ``numbers`` reads a number before a noun.
"""
