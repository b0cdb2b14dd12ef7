"""What the ILT asks of staff: campaigns, the staff pulse, student voice, and who works on the same."""

from typing import Any

from bot.messages.campaigns import answering, asking, connecting, pulse, results, student_voice
from bot.routines import campaigns
from bot.routines.campaigns import connecting as connects
from bot.routines.campaigns import pulse as pulses
from bot.routines.campaigns import student_voice as voices
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

QUESTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="campaign",
        help="Ask staff one question, and bring the result back to them",
        usage="campaign [question]",
        text_fills="what",
        command=campaigns.AskQuestion,
        routine=campaigns.draft,
        asking=Asking(campaigns.BeforeAsking, campaigns.prepare, asking.form),
        reply=asking.drafted,
        keeps_draft=True,
    ),
    Interaction(
        verb="change-campaign",
        help="Change a question before it is asked",
        command=campaigns.ChangeCampaign,
        routine=campaigns.change,
        asking=Asking(campaigns.AboutCampaign, campaigns.prepare_change, asking.form),
        reply=asking.drafted,
    ),
    Interaction(
        verb="ask-campaign",
        help="Ask staff the question that was drafted",
        command=campaigns.OpenCampaign,
        routine=campaigns.ask,
        reply=asking.opened,
    ),
    Interaction(
        verb="drop-campaign",
        help="Take a question back",
        command=campaigns.DropCampaign,
        routine=campaigns.drop,
        reply=asking.dropped,
    ),
    Interaction(
        verb="answer-campaign",
        help="Answer a question of the ILT",
        command=campaigns.AnswerCampaign,
        routine=campaigns.answer,
        asking=Asking(campaigns.AboutCampaign, campaigns.prepare_answer, answering.form),
        reply=answering.thanks,
        closing=answering.last_page,
    ),
    Interaction(
        verb="campaigns",
        help="See what the ILT asks, and what came of it",
        command=Nothing,
        routine=campaigns.page,
        reply=results.listed,
    ),
    Interaction(
        verb="read-campaign",
        help="Read the answers to a question",
        command=campaigns.AboutCampaign,
        routine=campaigns.read,
        reply=results.answers,
    ),
    Interaction(
        verb="sum-up-campaign",
        help="Sum up the answers to a question",
        command=campaigns.SumUp,
        routine=campaigns.sum_up,
        asking=Asking(campaigns.AboutCampaign, campaigns.prepare_sum, results.form),
        reply=results.posted,
    ),
)

OTHERS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="answer-pulse",
        help="Say how far the ILT listens and acts",
        command=pulses.AnswerPulse,
        routine=pulses.answer,
        asking=Asking(pulses.AboutPulse, pulses.prepare_answer, pulse.form),
        reply=pulse.nothing,
        closing=pulse.thanks,
    ),
    Interaction(
        verb="student-voice",
        help="See what students said, as figures",
        usage="student-voice",
        command=Nothing,
        routine=voices.page,
        reply=student_voice.full_page,
    ),
    Interaction(
        verb="add-student-voice",
        help="Add figures of what students said",
        command=voices.AddStudentVoice,
        routine=voices.add,
        asking=Asking(Nothing, voices.before_adding, student_voice.form),
        reply=student_voice.kept,
    ),
    Interaction(
        verb="approve-student-voice",
        help="Let all staff read what students said",
        command=voices.ApproveStudentVoice,
        routine=voices.approve,
        reply=student_voice.approved,
    ),
    Interaction(
        verb="drop-student-voice",
        help="Delete figures of what students said",
        command=voices.DropStudentVoice,
        routine=voices.drop,
        reply=student_voice.dropped,
    ),
    Interaction(
        verb="connect",
        help="Find out who else works on something",
        usage="connect [topic]",
        text_fills="topic",
        command=connects.Connect,
        routine=connects.connect,
        asking=Asking(connects.BeforeConnecting, connects.prepare, connecting.form),
        reply=connecting.answered,
    ),
    Interaction(
        verb="stop-connecting",
        help="Be told of no others on a topic any more",
        command=connects.StopConnecting,
        routine=connects.stop,
        reply=connecting.left,
    ),
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (*QUESTIONS, *OTHERS)
