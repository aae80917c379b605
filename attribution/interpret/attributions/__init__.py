"""Who says what: the encoder's frames and all that is found beside them, as drafts of attributions.

``drafting`` runs the stages: the mended frames; what marks, layout and grammar add to them (``headlines``, ``credits``,
``whole_quotations``, ``grammar``, ``prepositions``, ``asides``, ``parentheses``, ``relays``, ``inner_quotes``,
``hearsay``, ``beside``, ``continuations``, in this order); and for each a draft, with its cue read (``cues``), whoever
stands behind its source (``bearers``) and its content cut to size (``contents``).
"""
