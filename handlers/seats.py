"""Who speaks for whom: seeing it, inviting, looking after seats, suggesting, and teams that meet."""

from typing import Any

from bot.messages.seats import inviting as invitations
from bot.messages.seats import keeping as keeping_words
from bot.messages.seats import suggesting as suggestions
from bot.messages.seats import teams as team_words
from bot.messages.seats import who as wording
from bot.routines.requests import Nothing
from bot.routines.seats import acting, inviting, keeping, suggesting, teams, who
from handlers.interactions import Asking, Interaction

LOOKING: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="who",
        help="See who speaks for whom on the ILT, and whom to go to about what",
        usage="who [topic or person]",
        text_fills="about",
        command=who.SeeWho,
        routine=who.see,
        reply=wording.shown,
    ),
    Interaction(
        verb="seats",
        help="Look after the seats of the ILT",
        usage="seats",
        command=who.SeeSeats,
        routine=who.see_seats,
        reply=wording.seats,
    ),
)

INVITING: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="invite-rep",
        help="Invite somebody to the ILT",
        command=inviting.Invite,
        routine=inviting.invite,
        asking=Asking(inviting.WhomToInvite, inviting.whom_to_invite, invitations.form),
        reply=invitations.invited,
    ),
    Interaction(
        verb="withdraw-invitation",
        help="Take an invitation to the ILT back",
        command=inviting.OneInvitation,
        routine=inviting.withdraw,
        reply=invitations.withdrawn,
    ),
    Interaction(
        verb="accept-seat",
        help="Accept an invitation to the ILT",
        command=inviting.OneInvitation,
        routine=inviting.accept,
        reply=invitations.accepted,
        repaint=invitations.accepted,
    ),
    Interaction(
        verb="decline-seat",
        help="Say not now to an invitation to the ILT",
        command=inviting.OneInvitation,
        routine=inviting.decline,
        reply=invitations.declined,
        repaint=invitations.declined,
    ),
    Interaction(
        verb="my-perspective",
        help="Write or delete the perspective you bring",
        command=inviting.WritePerspective,
        routine=inviting.write_perspective,
        asking=Asking(inviting.MyPerspective, inviting.my_perspective, invitations.perspective_form),
        reply=invitations.perspective_saved,
    ),
)

KEEPING: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="edit-seat",
        help="Say what a seat on the ILT is for",
        command=keeping.EditSeat,
        routine=keeping.edit,
        asking=Asking(keeping.OneSeat, keeping.one_seat, keeping_words.edit_form),
        reply=keeping_words.edited,
    ),
    Interaction(
        verb="extend-seat",
        help="Let a seat on the ILT last longer",
        command=keeping.ExtendSeat,
        routine=keeping.extend,
        asking=Asking(keeping.OneSeat, keeping.to_extend, keeping_words.extend_form),
        reply=keeping_words.extended,
    ),
    Interaction(
        verb="end-seat",
        help="End a seat on the ILT",
        command=keeping.EndSeat,
        routine=keeping.end,
        reply=keeping_words.ended,
    ),
    Interaction(
        verb="voice-settings",
        help="Say how the school calls its seats and grades",
        command=keeping.SetVoices,
        routine=keeping.set_voices,
        asking=Asking(Nothing, keeping.voices, keeping_words.voices_form),
        reply=keeping_words.voices_saved,
    ),
    Interaction(
        verb="name-acting-leader",
        help="Name an acting school leader",
        usage="name-acting-leader",
        command=acting.NameActingLeader,
        routine=acting.name_acting,
        asking=Asking(acting.WhoCouldAct, acting.who_could_act, keeping_words.acting_form),
        reply=keeping_words.acting_named,
    ),
    Interaction(
        verb="end-acting-leader",
        help="End the acting leadership",
        command=acting.EndActing,
        routine=acting.end_acting,
        reply=keeping_words.acting_over,
    ),
)

SUGGESTING: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="nominate",
        help="Suggest a colleague for the ILT; they are asked first",
        usage="nominate",
        command=suggesting.Suggest,
        routine=suggesting.suggest,
        asking=Asking(Nothing, suggesting.whom_to_suggest, suggestions.form),
        reply=suggestions.asked,
    ),
    Interaction(
        verb="allow-suggestion",
        help="Let a colleague suggest you for the ILT",
        command=suggesting.OneSuggestion,
        routine=suggesting.allow,
        reply=suggestions.allowed,
        repaint=suggestions.allowed,
    ),
    Interaction(
        verb="refuse-suggestion",
        help="Do not be suggested for the ILT",
        command=suggesting.OneSuggestion,
        routine=suggesting.refuse,
        reply=suggestions.refused,
        repaint=suggestions.refused,
    ),
    Interaction(
        verb="suggestions",
        help="Read whom colleagues suggest for the ILT",
        usage="suggestions",
        command=suggesting.SeeSuggestions,
        routine=suggesting.see,
        reply=suggestions.shown,
    ),
)

TEAMS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="log-team-meeting",
        help="Note that your team met",
        command=teams.LogTeamMeeting,
        routine=teams.log,
        reply=team_words.logged,
        repaint=team_words.logged,
    ),
    Interaction(
        verb="plan-team-meeting",
        help="Plan your team's next meeting",
        command=teams.PlanTeamMeeting,
        routine=teams.plan,
        asking=Asking(teams.WhichTeam, teams.which, team_words.plan_form),
        reply=team_words.planned,
    ),
    Interaction(
        verb="retire-team",
        help="Take a team that does not meet any more out of every list",
        command=teams.RetireTeam,
        routine=teams.retire,
        reply=team_words.retired,
        repaint=team_words.retired,
    ),
    Interaction(
        verb="restore-team",
        help="Bring a retired team back",
        command=teams.RetireTeam,
        routine=teams.restore,
        reply=team_words.restored,
        repaint=team_words.restored,
    ),
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (*LOOKING, *INVITING, *KEEPING, *SUGGESTING, *TEAMS)
