"""Messages on their way."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import ColumnElement, Update, and_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages.courtesy import together
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.ids import new_id
from bot.model.letter_kinds import priority_of, weight_of
from bot.model.outbox import COPIES, LetterAct, LetterState, is_answer, is_copy
from bot.ports import IfUnknown
from storage import tables
from storage.columns import if_new, unless_there
from storage.letting_go import LettingGo
from storage.places import places
from storage.rows import write
from storage.settings import SettingsStore
from storage.standings import Standing as Standing
from storage.standings import standings

outbox = tables.outbox.outbox.c


LEFT = "left_platform"
"""The trouble of a change to what stands on a platform that the school has given up."""

STANDS = (LetterState.SENDING, LetterState.CHECKING, LetterState.SENT, LetterState.UNSURE)
"""States of a letter that stands somewhere, or may stand there soon."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter that is not sent yet: when it will be, to whom, and the line a notification would show."""

    key: str
    at: datetime
    audience: Audience
    summary: str
    private: bool
    stale_at: datetime | None = None


class Manner(TypedDict, total=False):
    """How a letter goes: not after `stale_at`, under the letter keyed `thread`, only while `reason` still
    holds, to the platform where its audience is spoken to unless `platform` says which. `if_unknown` is
    said in `bot.ports.Letter`."""

    stale_at: datetime | None
    thread: str | None
    reason: str | None
    if_unknown: IfUnknown
    platform: str | None
    act: LetterAct
    counts: bool


@dataclass(frozen=True, slots=True)
class Outbox:
    session: AsyncSession
    school: str

    async def post(
        self,
        audience: Audience,
        message: Message,
        *,
        key: str,
        due_at: datetime,
        **manner: Unpack[Manner],
    ) -> None:
        """Queue a message for delivery after the commit, once: a repeated key is ignored.

        It is sent from `due_at` on. While the school is silent, what answers nobody is held back. Its kind
        says how soon it goes when not everything can go at once.

        What the bot starts counts toward the day's number, by its kind (`bot.model.letter_kinds`): it may
        be told together with others, or wait. What is said in a thread, or with `counts` False, does not.
        """
        row = await self._row(audience, message, key, due_at, manner)
        await write(self.session, unless_there(self.session, tables.outbox.outbox), row)

    async def post_if_new(
        self,
        audience: Audience,
        message: Message,
        *,
        key: str,
        due_at: datetime,
        **manner: Unpack[Manner],
    ) -> bool:
        """The same, and say whether the key is new, which costs a trip to the database."""
        row = await self._row(audience, message, key, due_at, manner)
        adding = if_new(self.session, tables.outbox.outbox, outbox.id)
        return await self.session.scalar(adding, row) is not None

    async def _row(
        self, audience: Audience, message: Message, key: str, due_at: datetime, manner: Manner
    ) -> dict[str, object]:
        thread, act = manner.get("thread"), manner.get("act", LetterAct.POST)
        platform = manner.get("platform") or await self._platform(audience, thread, act)
        is_left = act is not LetterAct.POST and not await self._is_on(platform)
        return {
            "id": new_id(),
            "school": self.school,
            "key": key,
            "audience": audience.key,
            "message": message,
            "platform": platform,
            "act": act,
            "weight": weight_of(key) if manner.get("counts", True) and thread is None else None,
            "priority": priority_of(key),
            "state": LetterState.FAILED if is_left else LetterState.PENDING,
            "settled_at": due_at if is_left else None,
            "trouble": LEFT if is_left else None,
            "due_at": due_at,
            "stale_at": manner.get("stale_at"),
            "thread": thread,
            "reason": manner.get("reason"),
            "if_unknown": manner.get("if_unknown", "never"),
            "attempts": 0,
            "held_at": due_at if act is LetterAct.POST and await self._is_held(key) else None,
        }

    async def _is_on(self, platform: str) -> bool:
        return platform in (await places(self.session, self.school)).platforms

    async def _platform(self, audience: Audience, thread: str | None, act: LetterAct) -> str:
        """Where its audience is spoken to; what is said under a letter goes where that letter went, if the
        audience is still known there, and a change always."""
        there = await places(self.session, self.school)
        if thread is not None and (there.are_several or act is not LetterAct.POST):
            mine = (outbox.school == self.school, outbox.key == thread)
            leader = await self.session.scalar(select(outbox.platform).where(*mine))
            if leader is not None and (act is not LetterAct.POST or leader in there.with_(audience)):
                return leader
        return there.of(audience)

    async def move(self, audience: Audience, platform: str) -> None:
        """Let what waits for an audience go to another platform; changes stay with what they change."""
        waiting = update(tables.outbox.outbox).where(
            outbox.school == self.school,
            outbox.audience == audience.key,
            outbox.state == LetterState.PENDING,
            outbox.act == LetterAct.POST,
        )
        await self.session.execute(waiting.values(platform=platform))

    async def leave(self, platform: str, now: datetime) -> int:
        """Let what waits to be posted on a platform go where its audience is spoken to now, and say how many
        letters that is. What was to be changed there stays as it is."""
        here = (
            outbox.school == self.school,
            outbox.platform == platform,
            outbox.state == LetterState.PENDING,
        )
        stays = {"state": LetterState.FAILED, "trouble": LEFT, "settled_at": now}
        await self.session.execute(
            update(tables.outbox.outbox).where(*here, outbox.act != LetterAct.POST).values(**stays)
        )
        waiting = (await self.session.scalars(select(outbox.audience).where(*here))).all()
        there = await places(self.session, self.school)
        for audience in {Audience(key) for key in waiting}:
            await self.move(audience, there.of(audience))
        return len(waiting)

    async def edit(self, key: str, message: Message, *, edit: str, due_at: datetime) -> int:
        """Let every copy of a letter say this instead, and say how many copies there are.

        A copy that waits is changed where it is; one that was posted is edited there, or followed by a note
        in its thread where the platform no longer lets it be edited. `edit` names this change for good.
        """
        changing = update(tables.outbox.outbox).values(message=message)
        return await self._amend(key, changing, LetterAct.EDIT, message, edit, due_at)

    async def remove(self, key: str, *, edit: str, due_at: datetime) -> int:
        """Take every copy of a letter back, and say how many there are. What a platform keeps is `failed`."""
        dropping = update(tables.outbox.outbox).values(state=LetterState.DROPPED, trouble="removed")
        return await self._amend(key, dropping, LetterAct.REMOVE, Message(""), edit, due_at)

    async def _amend(
        self, key: str, waiting: Update, act: LetterAct, message: Message, edit: str, due_at: datetime
    ) -> int:
        await self._hold(key)
        copies = {copy.key: copy for copy in await self.standing(key) if is_copy(copy.key, key)}
        for copy in copies.values():
            if copy.told_in is not None:
                await self._amend_within(copy, act, message, edit, due_at)
            elif copy.state is LetterState.PENDING:
                mine = (outbox.school == self.school, outbox.key == copy.key)
                await self.session.execute(waiting.where(*mine, outbox.state == LetterState.PENDING))
            elif copy.state in STANDS:
                await self.post(
                    copy.audience,
                    message,
                    key=f"{copy.key}/{act}/{edit}",
                    due_at=due_at,
                    thread=copy.key,
                    if_unknown="again",
                    act=act,
                )
        return len(copies)

    async def _hold(self, key: str) -> None:
        """See that no courier takes what waits until this transaction ends: it would say the old words, and
        nothing would change them where it stands. Whatever is being taken now is waited for."""
        mine = [f"{key}{end}" for end in COPIES]
        fits = and_(outbox.school == self.school, outbox.key.in_(mine))
        told = (await self.session.scalars(select(outbox.told_in).where(fits))).all()
        wanted = {*mine, *(one for one in told if one is not None)}
        waiting = select(outbox.id).where(
            outbox.school == self.school, outbox.key.in_(wanted), outbox.state == LetterState.PENDING
        )
        await self.session.execute(waiting.order_by(outbox.id).with_for_update())

    async def _amend_within(
        self, copy: Standing, act: LetterAct, message: Message, edit: str, due_at: datetime
    ) -> None:
        """Change or take back one of several that are told in one letter; the others stay as they are."""
        if copy.told_in is None:
            return
        within = LettingGo(self.session, self.school)
        await within.reword(copy.key, message if act is LetterAct.EDIT else None)
        told = [one.message for one in await within.told_in(copy.told_in)]
        if copy.state in STANDS:
            to_a_person = copy.audience.person_id is not None
            await self.post(
                copy.audience,
                together(told, to_a_person=to_a_person) if told else Message(""),
                key=f"{copy.key}/{act}/{edit}",
                due_at=due_at,
                thread=copy.told_in,
                if_unknown="again",
                act=LetterAct.EDIT if told else LetterAct.REMOVE,
            )

    async def standing(self, key_prefix: str) -> list[Standing]:
        """What has become of every letter whose key begins like this, in the order of their keys.

        A letter that somebody else got instead stands here twice: `rerouted`, and under `<key>/rerouted`;
        so does one that went to another platform, there under `<key>/elsewhere`.
        """
        fits = outbox.key.startswith(key_prefix, autoescape=True)
        return list(await standings(self.session, self.school, fits))

    async def pending(self, *, after: datetime | None = None, limit: int | None = None) -> list[Waiting]:
        """Letters that wait to be sent, soonest first; with `after`, those due later than that."""
        later = [outbox.due_at > after] if after is not None else []
        return await self._listed(outbox.held_at.is_(None), *later, limit=limit)

    async def _listed(self, *conditions: ColumnElement[bool], limit: int | None = None) -> list[Waiting]:
        waiting = (
            select(outbox.key, outbox.due_at, outbox.audience, outbox.message, outbox.stale_at)
            .where(outbox.school == self.school, outbox.state == LetterState.PENDING, *conditions)
            .order_by(outbox.due_at, outbox.id)
            .limit(limit)
        )
        rows = await self.session.execute(waiting)
        return [
            Waiting(key, at, Audience(to), said.summary, said.private, stale_at)
            for key, at, to, said, stale_at in rows
        ]

    async def _is_held(self, key: str) -> bool:
        settings = await SettingsStore(self.session, self.school).now()
        return settings.is_silent and not is_answer(key)

    async def hold_back(self, at: datetime) -> int:
        """Let nothing go that the bot would say of its own accord, and say how many letters that stops."""
        waiting = [one.key for one in await self.pending() if not is_answer(one.key)]
        return await self._settle(waiting, {"held_at": at})

    async def held(self) -> list[Waiting]:
        """The letters that are held back, soonest first."""
        return await self._listed(outbox.held_at.is_not(None))

    async def release(self, keys: Collection[str], due_at: datetime) -> int:
        """Let letters go that were held back, from `due_at` on; say how many."""
        return await self._settle(keys, {"held_at": None, "due_at": due_at})

    async def drop(self, keys: Collection[str], why: str, at: datetime) -> int:
        """Let letters that wait never go, and say how many; `why` stands beside them."""
        return await self._settle(keys, {"state": LetterState.DROPPED, "trouble": why, "settled_at": at})

    async def _settle(self, keys: Collection[str], values: dict[str, object]) -> int:
        mine = (outbox.school == self.school, outbox.key.in_(keys), outbox.state == LetterState.PENDING)
        changed = update(tables.outbox.outbox).where(*mine).values(values).returning(outbox.id)
        return len((await self.session.scalars(changed)).all())
