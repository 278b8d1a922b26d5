"""Training of the head that weighs what verbs undertake."""
