"""What a text claims: ``finding`` lists the contents of its attributions and what the ``writer`` says besides.

``framing`` then gives each claim the loaded words that stand beside it in its sentence.
"""
