"""Who the sources are: what each is called, whom that means, and how well a reader could find out.

``identifying`` runs the stages: each source is cut to itself (``trimming``) and read as a ``mention``
(``reading_mentions``, of ``proper_names`` and ``kinds_of_names``, or of ``descriptions`` with their
``identification``); ``references`` goes through the text and tells which mentions are of one of its ``characters``
(``same_names``, ``back_references``, ``salience``, ``speakers``); ``anonymity`` and ``hidden`` say on what terms each
speaks; ``distinct`` lists the sources that there are.
"""
