"""What the ILT's people said they would do: written down, asked about once, read out as a meeting opens."""

from bot.routines.commitments.by_clock import REASONS as REASONS
from bot.routines.commitments.by_clock import due as due
from bot.routines.commitments.listing import home as home
from bot.routines.commitments.listing import look as look
from bot.routines.commitments.making import BeforePromise as BeforePromise
from bot.routines.commitments.making import Promise as Promise
from bot.routines.commitments.making import make as make
from bot.routines.commitments.making import prepare as prepare
from bot.routines.commitments.telling import AboutCommitment as AboutCommitment
from bot.routines.commitments.telling import ExplainCommitment as ExplainCommitment
from bot.routines.commitments.telling import TellCommitment as TellCommitment
from bot.routines.commitments.telling import explain as explain
from bot.routines.commitments.telling import prepare_explanation as prepare_explanation
from bot.routines.commitments.telling import tell as tell
