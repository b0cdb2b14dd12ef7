"""A decision as people meet it: recorded, corrected, passed on around an archived channel, asked about."""

from datetime import date, time

TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 10, day) for day in (27, 28, 29))
READERS = {
    "k-1": "bea-birch",
    "grade-3": "pia-olive",
    "grade-4": "uma-thistle",
    "grade-5": "zoe-yarrow",
    "specialists": "elsa-daisy",
    "all-staff": "pete-oak",
}
LOUD = "Pairs talk before they write <!channel> & @here *every* day 👩🏽‍🏫"
THE_ILT = (
    "ada-acorn",
    "jay-ivy",
    "oli-nettle",
    "tea-sage",
    "yara-xylem",
    "dale-clover",
    "hugo-ginger",
    "kaya-jasmine",
    "mina-linden",
    "noel-mint",
)
TEAMS = [
    "K-1",
    "Grade 2",
    "Grade 3",
    "Grade 4",
    "Grade 5",
    "Specialists",
    "Special education",
    "ELL",
    "Administration and office",
]


async def records(person, statement, teams, **given):
    """Record a decision that says the same to every team."""
    await person.says("/ilt decide", "ilt")
    await person.chooses("teams", teams)
    told = {
        "statement": statement,
        "why": "It helps.",
        "change": "Once a day.",
        "helper": "Dale Clover",
        **given,
    }
    await person.submits(**told)


async def test_a_decision_for_everybody_gets_around_an_archived_channel_and_pings_nobody(world):
    dale, jay, pia = world.person("dale-clover"), world.person("jay-ivy"), world.person("pia-olive")
    world.running.sandbox.workspace.archive(world.channel("grade-2"))
    await world.until(TUESDAY, time(16, 20))
    await records(dale, LOUD, TEAMS)
    assert "D-001 is recorded. It goes out Wed, Oct 28, 7:45 AM." in dale.whispers()[-1]
    await world.until(WEDNESDAY)
    for channel, key in READERS.items():
        heard = world.heard_in(channel, by=key)
        assert sum("ILT decision D-001" in words for words in heard) == 1, channel
    assert LOUD in world.heard_in("grade-3", by="pia-olive")[-1]
    assert "Once a day." in jay.letters()[-1]
    for key in ("hugo-ginger", "kaya-jasmine"):
        assert "D-001" in world.person(key).letters()[-1]
    await dale.says("/ilt decisions", "ilt")
    assert "Relayed 6 of 10. " in dale.whispers()[-1]
    assert "Grade 2: it went to Jay Ivy, the channel is archived." in dale.whispers()[-1]
    await pia.says("/ilt decisions pairs", "grade-3")
    assert "D-001" in pia.whispers()[-1]
    assert "Relayed" not in pia.whispers()[-1]
    await pia.presses("Details", "grade-3")
    assert "*Whom to ask*\nDale Clover" in pia.whispers()[-1]


async def test_what_is_typed_after_the_command_stands_in_the_form_and_the_post_to_the_letter(world):
    dale = world.person("dale-clover")
    await world.until(TUESDAY, time(16, 20))
    await dale.says(f"/ilt decide {LOUD}", "ilt")
    await dale.chooses("teams", ["Grade 3"])
    await dale.submits(why="It helps.", change="Once a day.", helper="Dale Clover")
    await world.until(WEDNESDAY)
    assert LOUD in world.heard_in("grade-3", by="pia-olive")[-1]


async def test_a_form_that_is_refused_stays_open_and_a_decision_can_be_withdrawn_until_it_goes_out(world):
    dale = world.person("dale-clover")
    await world.until(TUESDAY, time(16, 20))
    await dale.says("/ilt decide Pairs talk first", "ilt")
    await dale.chooses("teams", ["Grade 3"])
    await dale.submits(why="It helps.", helper="Dale Clover")
    assert dale.has_form()
    await dale.submits(change="Once a day.")
    assert not dale.has_form()
    await dale.presses("Withdraw", "ilt")
    assert "D-001 is withdrawn." in dale.whispers()[-1]
    await dale.presses("Withdraw", "ilt")
    assert "D-001 is withdrawn already." in dale.whispers()[-1]
    await world.until(WEDNESDAY)
    assert not any("D-001" in words for words in world.heard_in("grade-3", by="pia-olive"))


async def test_a_long_decision_is_short_in_the_channel_and_whole_in_its_thread(world):
    dale = world.person("dale-clover")
    await world.until(TUESDAY, time(16, 20))
    why = " ".join(f"Reason {number} is a good one." for number in range(55))
    await records(dale, "Pairs talk first", ["Grade 3"], why=why)
    await world.until(WEDNESDAY)
    pia = world.person("pia-olive")
    post = pia.sees("grade-3")[-1]
    assert "Read more in the thread." in post.words
    assert len(post.words.split()) <= 120
    full = pia.thread("grade-3", post.ts)[-1]
    assert why in full.words


async def test_a_concern_is_answered_to_one_person_and_the_card_says_by_whom(world):
    dale, pia, oli = world.person("dale-clover"), world.person("pia-olive"), world.person("oli-nettle")
    await world.until(TUESDAY, time(16, 20))
    await records(dale, "Pairs talk first", ["Grade 3"])
    await world.until(WEDNESDAY, time(10, 0))
    await pia.presses("Got it", "grade-3")
    assert "Thank you. If something in D-001 is unclear, press Ask." in pia.whispers()[-1]
    await pia.presses("Concern", "grade-3")
    heard_before = oli.letters()
    await pia.submits(text="We lose reading time.")
    assert oli.letters() == heard_before
    await oli.presses("Answer", "ilt")
    assert "A concern from Grade 3 about D-001" in str(oli.form().blocks)
    await dale.presses("Answer", "ilt")
    await dale.submits(answer="Ten minutes a week, no more.")
    assert "Ten minutes a week, no more." in pia.letters()[-1]
    card = world.heard_in("ilt", by="tea-sage")[-1]
    assert "We lose reading time." in card
    assert "Answered by Dale Clover." in card
    await oli.submits(answer="I am late.")
    assert "Dale Clover has answered this already" in str(oli.form().errors)
    assert "answered: Ten minutes a week" in await pia.opens_home()


async def test_no_ilt_member_finds_out_who_raised_a_concern(world):
    dale, pia = world.person("dale-clover"), world.person("pia-olive")
    await world.until(TUESDAY, time(16, 20))
    await records(dale, "Pairs talk first", ["Grade 3"])
    await world.until(WEDNESDAY, time(10, 0))
    told_before = {key: len(world.person(key).letters()) for key in THE_ILT}
    posted_before = len(world.heard_in("ilt", by="dale-clover"))
    await pia.presses("Concern", "grade-3")
    await pia.submits(text="We lose reading time.")
    seen = world.heard_in("ilt", by="dale-clover")[posted_before:]
    for key in THE_ILT:
        member = world.person(key)
        await member.presses("Answer", "ilt")
        assert "I do not show who it is." in str(member.form().body)
        seen.append(str(member.form().body))
        await member.says("/ilt decisions 1", "ilt")
        seen += [member.whispers()[-1], *member.letters()[told_before[key] :]]
        home = (await member.opens_home()).splitlines()
        seen += [line for line in home if "D-001" in line]
    assert "We lose reading time." in seen[0]
    traces = ("Pia", "Olive", pia.account)
    assert [(trace, words) for trace in traces for words in seen if trace in words] == []


async def test_a_new_decision_takes_the_place_of_an_old_one(world):
    dale = world.person("dale-clover")
    await world.until(TUESDAY, time(16, 20))
    await records(dale, "Pairs talk first", ["Grade 3"])
    await world.until(WEDNESDAY, time(16, 20))
    await dale.says("/ilt decide Pairs write first", "ilt")
    await dale.chooses("teams", ["Grade 3"])
    old = dale.option("replaces", "D-001")
    await dale.submits(why="It helps.", change="Once a day.", helper="Dale Clover", replaces=old)
    await world.until(THURSDAY)
    assert "Replaces D-001." in world.heard_in("grade-3", by="pia-olive")[-1]
    await dale.says("/ilt decisions 1", "ilt")
    assert "replaced by D-002" in dale.whispers()[-1]


async def test_what_belongs_to_a_decision_is_added_in_a_form_each_and_reaches_the_team(world):
    dale, noel, jay = world.person("dale-clover"), world.person("noel-mint"), world.person("jay-ivy")
    await world.until(TUESDAY, time(16, 0))
    await records(dale, "Write before you talk", ["Grade 3", "Grade 4"], minutes=20)
    assert "What can Grade 3 stop or drop?" in dale.whispers()[-1]
    await dale.presses("Say what stops", "ilt")
    await dale.chooses("team", "Grade 4")
    await dale.submits(**{"stops.grade-4": "The written exit slip"})
    assert "What can Grade 3 stop or drop?" in dale.whispers()[-1]
    assert "Grade 4" not in dale.whispers()[-1]
    await dale.presses("Nothing stops", "ilt")
    assert "D-001 is noted in the register." in dale.whispers()[-1]

    await dale.says("/ilt decisions D-001", "ilt")
    await dale.presses("Support", "ilt")
    await dale.submits(sponsor="Noel Mint", time="Cover for two planning periods")
    assert "Noel Mint is asked whether it is there." in dale.whispers()[-1]
    await dale.says("/ilt decisions D-001", "ilt")
    await dale.presses("Who is told", "ilt")
    await dale.chooses("audiences", ["Substitutes and paraprofessionals"])
    await dale.submits()
    assert dale.has_form()
    await dale.submits(**{"tellers.substitutes": "Jay Ivy"})
    assert "Substitutes and paraprofessionals: Jay Ivy" in dale.whispers()[-1]

    await world.until(TUESDAY, time(16, 5))
    await jay.presses("My first step", "ilt")
    await jay.submits(words="I show it on Thursday.")
    assert "1 of 10 have written a first step" in jay.whispers()[-1]
    assert any("1 of 10" in words for words in world.heard_in("ilt", by="tea-sage"))

    await world.until(WEDNESDAY)
    heard = {team: world.heard_in(team, by=READERS[team])[-1] for team in ("grade-3", "grade-4")}
    assert all("About 20 minutes more a week." in words for words in heard.values())
    assert all("Support: being arranged" in words for words in heard.values())
    assert "Stops or shrinks: nothing" in heard["grade-3"]
    assert "Stops or shrinks: The written exit slip" in heard["grade-4"]
    assert any("Please tell: Substitutes and paraprofessionals" in words for words in jay.letters())
    await noel.presses("It is there")
    await world.settle()
    assert "Support: Cover for two planning periods" in world.heard_in("grade-3", by="pia-olive")[-1]
    await world.person("pia-olive").says("/ilt decisions write", "grade-3")
    assert "Posts: Grade 3, Grade 4" in world.person("pia-olive").whispers()[-1]
    assert world.misspoken() == []
