"""What the characters of a text show before any grammar, by pattern and layout alone.

Lines, paragraphs and full stops give the sentences (``layout``, with ``datelines`` and ``notes``); marks give the
quotations (``marks``, then ``quotes``) and labels the turns of a transcript (``turns``). ``doubts`` says why a text may
not be English news, by its ``forms`` and ``languages``. ``stretches`` ties character offsets to tokens and sentences.
"""
