"""The charter: drafted, proposed, adopted, signed, and what it governs."""

from bot.routines.charter.in_force import protocol_in_force as protocol_in_force
