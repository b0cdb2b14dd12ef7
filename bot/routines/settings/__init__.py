"""The school's settings: what holds, who changed it when, and the routines that are switched on."""
