"""What the school works on: strategies, initiatives, the district, PD, the leader's own week."""

from bot.model.people import Relation as R
from bot.model.settings import RoutineName as Of
from bot.permissions.relations import ILT, KEEPERS, LEADING, STAFF, Permission

TABLE: tuple[Permission, ...] = (
    Permission("strategies", "read the strategies", STAFF),
    Permission("new-strategy", "change the strategies", LEADING),
    Permission("take-up-strategy", "change the strategies", LEADING),
    Permission("change-strategy", "change the strategies", LEADING),
    Permission("pause-strategy", "change the strategies", LEADING),
    Permission("announce-goals", "tell all staff what the school works on", LEADING),
    Permission("load", "see what staff are asked to do", STAFF),
    Permission("new-initiative", "begin an initiative", ILT, Of.MEETINGS),
    Permission("move-initiative", "move an initiative on", ILT, Of.MEETINGS),
    Permission("end-initiative", "end an initiative", ILT, Of.MEETINGS),
    Permission("ask-district", "ask something of the district", ILT, Of.MEETINGS),
    Permission("district-asks", "see what we ask of the district", ILT, Of.MEETINGS),
    Permission("chase-ask", "ask the district again", ILT, Of.MEETINGS),
    Permission("answer-ask", "note what the district said", ILT, Of.MEETINGS),
    Permission("drop-ask", "drop what we asked of the district", ILT, Of.MEETINGS),
    Permission("my-week", "see their own week", frozenset({R.SCHOOL_LEADER}), Of.MEETINGS),
    Permission("plan-week", "plan their own week", frozenset({R.SCHOOL_LEADER}), Of.MEETINGS),
    Permission("visited-team", "note a team they visited", frozenset({R.SCHOOL_LEADER}), Of.MEETINGS),
    Permission("quiet-mondays", "go without Monday's list", frozenset({R.SCHOOL_LEADER}), Of.MEETINGS),
    Permission("pd", "see PD sessions", ILT, Of.MEETINGS),
    Permission("plan-pd", "plan a PD session", ILT, Of.MEETINGS),
    Permission("pd-feedback", "note what was said of PD", ILT, Of.MEETINGS),
    Permission("discuss-pd", "put PD design on the agenda", ILT, Of.MEETINGS),
    Permission("map", "see how the work hangs together", ILT, Of.MEETINGS),
    Permission("link-pd", "link a PD session", ILT, Of.MEETINGS),
    Permission("let-go-pd", "let a PD session stand alone", ILT, Of.MEETINGS),
    Permission("coverage", "see what the strategies cover", STAFF),
    Permission("set-tags", "change the lists to tag with", KEEPERS),
    Permission("tag-strategies", "say what the strategies are work on", KEEPERS),
    Permission("take-up", "take up what came to this team", frozenset({R.CARRIER})),
    Permission("give-back", "give back what came to this team", frozenset({R.CARRIER})),
)
