"""What leads from one record to another: a visitor becomes a petition, a reception an expense, a paper a seal."""

from app.services.links.link import Link, Origin
from app.services.links.matters import MATTERS
from app.services.links.meetings import MEETINGS
from app.services.links.money import MONEY
from app.services.links.papers import PAPERS

LINKS: tuple[Link, ...] = (*PAPERS, *MEETINGS, *MATTERS, *MONEY)
"""All links, in the order in which a form offers those of its register."""

__all__ = ["LINKS", "Link", "Origin"]
