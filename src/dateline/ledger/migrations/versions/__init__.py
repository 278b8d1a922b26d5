"""One file for each step, the oldest first. A step that was released is never changed."""
