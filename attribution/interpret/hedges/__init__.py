"""Where somebody does not commit fully: ``finding`` looks the words up, ``contexts`` tests whether they hedge there.

The tests that take more than a few lines have a module each: ``modality``, ``quantity`` and ``weasels``.
"""
