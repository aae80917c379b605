"""From a spaCy Doc and the encoder's readings to a report without scores, a package for each subject.

:mod:`~attribution.interpret.interpreter` runs the stages in their order: ``text`` finds sentences and quotations,
``frames`` and ``attributions`` draft who says what, ``sources`` finds out who that is, ``hedges`` and ``wording`` read
how it is put, and ``claims`` takes the text apart into what is claimed. ``trees`` and the modules beside this one serve
several of them. Imports run one way::

    readings, vocabulary  <-  calibration  <-  draft
    text, trees  <-  frames  <-  attributions, sources, hedges, wording, claims  <-  interpreter
"""
