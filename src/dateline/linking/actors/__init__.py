"""Who is who over all articles: one actor under several spellings, and namesakes apart."""

from dateline.linking.actors.join_actors import join_actors
from dateline.linking.actors.link_actors import Links, actor_id, find_actors

__all__ = ["Links", "actor_id", "find_actors", "join_actors"]
