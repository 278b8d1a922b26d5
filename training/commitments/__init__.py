"""Training of the head and the layers that weigh what verbs undertake."""
