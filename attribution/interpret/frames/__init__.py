"""The encoder's frames of attributions, checked and mended: which of them count, and what belongs to each.

``clauses_before`` completes contents that stand before their source. ``acceptance`` keeps the frames that are sure
enough. ``repairs`` mends them, in this order: who speaks before a colon (``leads``); what is no attribution
(``empty_acts``, ``kickers``); what a noun announces (``noun_clauses``); who is only spoken to (``passives``); and what
was cut off from a source (``source_spans``) or a content (``whole_contents``).
"""
