"""Tables that training/ made."""
