"""The buttons with which an agenda is finished and published, and `/ilt templates`."""

from typing import Any

from bot.messages.agendas import forms, half_days, threads, words
from bot.messages.agendas import templates as templated
from bot.routines.agendas import carried, finishing, fitting, instead, publishing, templates
from bot.routines.agendas import half_days as on_half_days
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

FINISH = Interaction(
    verb="finish-agenda",
    help="Say what a meeting is for, its structure and its next step",
    asking=Asking(finishing.OpenAgenda, finishing.prepare, forms.finish),
    command=finishing.FinishAgenda,
    routine=finishing.finish,
    reply=words.finished,
    keeps_draft=True,
)

PUBLISH = Interaction(
    verb="publish-agenda",
    help="Publish the agenda of the next meeting",
    asking=Asking(finishing.OpenAgenda, publishing.prepare, forms.publish),
    command=publishing.PublishAgenda,
    routine=publishing.publish,
    reply=words.published,
)

FIT = Interaction(
    verb="fit-agenda",
    help="Trim what was brought until the agenda fits its time",
    command=fitting.FitAgenda,
    routine=fitting.fit,
    reply=words.fitted,
)

UNFIT = Interaction(
    verb="unfit-agenda",
    help="Give back the minutes that were trimmed",
    command=fitting.UnfitAgenda,
    routine=fitting.unfit,
    reply=words.fitted,
    repaint=words.fitted,
)

SETTLE = Interaction(
    verb="settle-item",
    help="Choose what becomes of an item that was carried over twice",
    asking=Asking(carried.OpenChoice, carried.prepare, forms.settle),
    command=carried.SettleItem,
    routine=carried.settle,
    reply=words.settled,
)

SHORTEN = Interaction(
    verb="shorten-meeting",
    help="End a meeting when its agenda is done",
    command=instead.ShortenMeeting,
    routine=instead.shorten,
    reply=threads.shorter,
)

LEARN = Interaction(
    verb="use-for-learning",
    help="Use the free minutes of a meeting for learning together",
    command=instead.UseForLearning,
    routine=instead.learn,
    reply=threads.learning,
)

MAKE_ASYNC = Interaction(
    verb="make-async",
    help="Settle a meeting in a thread, without meeting",
    command=instead.MakeAsync,
    routine=instead.make_async,
    reply=threads.in_thread,
)

MEET = Interaction(
    verb="meet-after-all",
    help="Meet after all, and not in a thread",
    command=instead.MeetAfterAll,
    routine=instead.meet_after_all,
    reply=threads.meets_again,
    repaint=threads.meets_again,
)

KEEP = Interaction(
    verb="keep-meeting",
    help="Keep a meeting as it is on a half day",
    command=on_half_days.KeepMeeting,
    routine=on_half_days.keep_it,
    reply=half_days.kept,
)

SHORTEN_TO = Interaction(
    verb="shorten-to",
    help="Shorten a meeting on a half day",
    asking=Asking(on_half_days.OpenHalfDay, on_half_days.prepare, half_days.shorten),
    command=on_half_days.ShortenTo,
    routine=on_half_days.shorten_to,
    reply=threads.shorter,
)

TEMPLATES = Interaction(
    verb="templates",
    help="See the agenda templates, and make them your own",
    usage="templates",
    command=Nothing,
    routine=templates.see_all,
    reply=templated.listed,
)

SEE_TEMPLATE = Interaction(
    verb="see-template",
    help="See one agenda template",
    command=templates.AboutTemplate,
    routine=templates.see,
    reply=templated.shown,
)

EDIT_TEMPLATE = Interaction(
    verb="edit-template",
    help="Change the minutes and questions of an agenda template",
    asking=Asking(templates.AboutTemplate, templates.prepare, templated.edit),
    command=templates.EditTemplate,
    routine=templates.edit,
    reply=templated.shown,
)

COMPARE_TEMPLATE = Interaction(
    verb="compare-template",
    help="Compare your agenda template with the default",
    command=templates.AboutTemplate,
    routine=templates.compare,
    reply=templated.compared,
)

RESTORE_TEMPLATE = Interaction(
    verb="restore-template",
    help="Use the default of an agenda template again",
    command=templates.RestoreTemplate,
    routine=templates.restore,
    reply=templated.shown,
)

KEEP_TEMPLATE = Interaction(
    verb="keep-template",
    help="Keep your agenda template beside a new default",
    command=templates.KeepTemplate,
    routine=templates.keep,
    reply=templated.shown,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    FINISH,
    PUBLISH,
    FIT,
    UNFIT,
    SETTLE,
    SHORTEN,
    LEARN,
    MAKE_ASYNC,
    MEET,
    KEEP,
    SHORTEN_TO,
    TEMPLATES,
    SEE_TEMPLATE,
    EDIT_TEMPLATE,
    COMPARE_TEMPLATE,
    RESTORE_TEMPLATE,
    KEEP_TEMPLATE,
)
