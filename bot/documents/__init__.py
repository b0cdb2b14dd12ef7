"""What the bot says as a document for a folder: the parts of a message, as Markdown or as a PDF."""

from bot.documents.markdown import markdown as markdown
from bot.documents.pdf import pdf as pdf
