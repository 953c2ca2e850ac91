"""The holder of a post in words."""

from organograaf.model import Spell
from organograaf.register import Register
from organograaf.vocab import GRAAF

_CAPACITY = {
    GRAAF.Acting: (" (wnd.)", " (acting)"),
    GRAAF.Honorary: (" (ere)", " (honorary)"),
}


def held_by(register: Register, spell: Spell) -> tuple[tuple[str, str], ...]:
    """Return who holds a post by a spell, per language: «An Smets (wnd.)»."""
    capacity = spell.qualifier(GRAAF.capacity)
    notes = _CAPACITY.get(capacity, ("", "")) if isinstance(capacity, str) else ("", "")
    name = register.label(str(spell.object))
    return tuple((lang, name + note) for lang, note in zip(("nl", "en"), notes, strict=True))
