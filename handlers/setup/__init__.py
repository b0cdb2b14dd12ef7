"""`/ilt setup`, and the forms for each part of a school."""

from handlers.setup.declared import interactions as interactions
