"""What Teams would refuse: cards, messages, dialogs and answers, checked by name and by property.

The properties are those of Adaptive Cards 1.5 (https://adaptivecards.io/explorer) and of Teams' charts
(https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards).
Two things Teams takes beside that schema are taken here too: `msteams` on a card, and charts that have
a `fallback`.
Checks are stricter than the schema where Teams shows nothing useful: see each file.
"""
