"""How the bot words who comes, who changes and who leaves."""
