"""Microsoft Teams in memory: it refuses what Teams refuses, and knows nothing of the bot.

How to use it in a test::

    seed = Seed("tenant-id", App("client-id", "ILT Bot", "token"), people=(Person("29:ana", "Ana Ortiz"),),
                teams=(Team("19:staff@thread.tacv2", "Staff", ("29:ana",),
                            (Channel("19:ilt@thread.tacv2", "ILT"),)),))
    teams = Teams(seed, clock=StillClock(moment))          # bot.sandbox.teams.server
    async with TestServer(teams.web()) as server:
        teams.base_url = str(server.make_url("/"))         # then teams.service_url, .openid_metadata_url
        teams.bot_url = "http://127.0.0.1:3978/api/messages"
        acting = teams.acting
        await acting.says("29:ana", "input")               # 1:1 chat
        await acting.says("29:ana", "agenda", "ILT")       # in a channel, "<at>ILT Bot</at> agenda"
        (card,) = acting.messages(user="29:ana")           # the bot's; .words .buttons .card .id .root
        await acting.press("29:ana", card, "Open the form")
        dialog = acting.dialog("29:ana")                   # .title .fields .errors .words .buttons .card
        await acting.submit("29:ana", {"What?": "Paper"})  # by field name or label; button="..." for another
        assert not acting.errors                           # what Teams would have shown as an error

`Seed(chats=(Chat(id, members),))` adds chats between people: the bot is not there, but `use_action` is.
People may be named by `29:` id, directory id or name; channels and teams by id or name. The rest: `toasts`,
`fill`, `close`, `use_action`, `composed`, `conversation` (what people wrote, too) and `written` (an activity
not yet sent) of `acting`; `install`, `uninstall`, `block`, `install_in_team`, `remove_from_team`,
`add_channel`, `rename_channel`, `delete_channel`, `rename_team`, `archive_team`, `add_member` and
`remove_member` of `teams.comings`.

Bad activities: `teams.sender.deliver(activity, authorization)` returns the bot's answer; sign with
`teams.keys.sign(audience, service_url, issuer=..., lives=-600, kid=...)` or with other `Keys`. The latest
activity comes once more with `teams.sender.again()`; `teams.sender.sent` has them all.

What the bot asks of the connector: `teams.calls.of("activities.create")` (`.arguments["conversation"]`,
`.arguments["body"]`, `.answer`, `.status`); the names are those of `connector.Connector.operations`. Faults
by the same names: `teams.faults.refuse("activities.create", "MessageWritesBlocked")` (codes: `wire.STATUS`),
`.drop_before`, `.drop_after`, `.server_error`, `.rate_limit`, `.delay`, `.malform`.

Cards, messages and answers alone: `validation.cards.card_problems`, `validation.activities.activity_problems`
and `size`, `validation.answers.answer_problems(invoke name, body)`: lists of sentences, empty for good ones.
"""
