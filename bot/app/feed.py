"""A school's dates over HTTP, for whoever knows the secret address: `GET /calendar/<secret>.ics`."""

from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from aiohttp import web

from bot.model.people import the_clock
from bot.routines.calendar import feed

if TYPE_CHECKING:
    from bot.app.core import Core

FRESH = timedelta(hours=1)


def feed_routes(core: "Core") -> list[web.RouteDef]:
    """What to add to a web application."""

    async def read(request: web.Request) -> web.Response:
        school = await core.units.school_of_feed(request.match_info["token"])
        if school is None:
            return web.json_response({"error": "There is no calendar at this address."}, status=404)
        found = await core.perform(feed.dates, feed.ReadFeed(), actor=the_clock(school))
        return answer(request, found)

    return [web.get("/calendar/{token:[A-Za-z0-9_-]{40,60}}.ics", read)]


def answer(request: web.Request, found: feed.Feed) -> web.Response:
    """The calendar, or 304 when the reader has it already."""
    body = ics(found)
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": f"private, max-age={int(FRESH.total_seconds())}"}
    known = {one.value for one in request.if_none_match or ()}
    if tag.strip('"') in known:
        return web.Response(status=304, headers=headers)
    response = web.Response(body=body, content_type="text/calendar", charset="utf-8", headers=headers)
    response.last_modified = found.as_of
    return response


def ics(found: feed.Feed) -> bytes:
    """The dates as RFC 5545 writes them."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//ILT Bot//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{found.name}: ILT")
    for one in found.events:
        event = Event()
        event.add("uid", f"{one.uid}@ilt-bot")
        event.add("dtstamp", found.as_of)
        event.add("summary", one.title)
        event.add("dtstart", one.starts)
        if one.ends is not None:
            event.add("dtend", one.ends)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
