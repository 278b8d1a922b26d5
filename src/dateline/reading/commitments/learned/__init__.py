"""A linear head over what the parse and the rules show of a verb: whether it undertakes something, of what kind, and how it stands."""
