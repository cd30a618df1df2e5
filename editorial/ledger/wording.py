"""The wording of log entries, in one place: a sentence an editor understands."""

from typing import Any

from editorial.workflow.gates import name_of
from editorial.workflow.wording import ACTION_WORDS, ROLE_WORDS, STATE_WORDS
from editorial.workflow.words import Action, Gate, Role, State

EVENTS = {
    "create_dispatch": "began the dispatch {slugline}",
    "grant": "granted {person} the role of {role} on {desk}",
    "revoke": "took from {person} the role of {role} on {desk}",
    "invite": "invited {person}",
    "deactivate": "deactivated {person}",
    "reactivate": "reactivated {person}",
    "lose_device": "reported a device of {person} lost",
    "found_newsroom": "founded this newsroom",
    "change_setting": "changed the setting {key} from “{before}” to “{after}”",
    "open_desk": "opened the desk {desk}",
    "change_desk": "changed the description of the desk {desk}",
    "rename_desk": "renamed the desk {before} to {desk}",
    "order_desks": "changed the order of the desks",
    "close_desk": "closed the desk {desk}",
    "reopen_desk": "opened the desk {desk} again",
    "reset_password": "set a new password",
    "rename": "changed their name from {before} to {after}",
    "accept_invitation": "accepted the invitation",
    "set_up_second_factor": "set up a second factor",
    "drop_second_factor": "gave up the second factor",
    "change_email": "changed the e-mail address of {person}",
    "require_totp": "required a second factor of {person}",
    "release_totp": "left the second factor to {person}",
    "reset_totp": "took away the second factor of {person}, who sets up a new one",
    "miss_schedule": "could not publish {slugline} at its hour, {hour}",
    "lose_schedule": "took {slugline} off the schedule for {hour}",
    "restore_backup": "restored a backup of {entries} entries",
    "begin_log_key": "began to sign the log with the key {key}",
    "rotate_log_key": "replaced the key that signs the log by {key}",
    "take_words": "took over words that {person} had typed before leaving",
    "dismiss_words": "set aside words that {person} had typed before leaving",
    "dismiss_filing": "set aside a filing of {person} that waited",
    "show_source": "said anew who may see a source",
    "certify": "certified {address}",
    "set_hook": "had the desk {desk} tell its events to {host}",
    "add_mirror": "had the website carried to the mirror {mirror}",
    "pause_mirror": "paused the mirror {mirror}",
    "resume_mirror": "had the mirror {mirror} kept up again",
    "drop_mirror": "ended the mirror {mirror}",
    "make_preview": "made a preview link of {slugline}, revision {number}, until {until}",
    "revoke_preview": "revoked a preview link of {slugline}, revision {number}",
    "drop_hook": "ended the telling of the desk {desk}’s events outside",
}


# Acts whose words name the state they lead to already.
SAYS_ITS_STATE = (
    "file",
    "claim",
    "approve",
    "return",
    "spike",
    "schedule",
    "publish",
    "drop",
    "kill",
    "take_down",
)

# Who had it, or has it now.
CHANGES_HANDS = {Action.HAND_ON: " on to {to}", Action.TAKE_OVER: " from {held_by}"}


def sentence(said: dict[str, Any], slugline: str | None) -> str:
    """One sentence for the entry whose body was read into ``said``."""
    name = said["actor"]["name"]
    role = said["actor"]["role"]
    who = name if role in ("", "system") else f"{name} ({_role(role)})"
    return f"{who} {_what(said, slugline or 'a dispatch')}."


def _what(said: dict[str, Any], slugline: str) -> str:
    action: str = said["action"]
    details: dict[str, Any] = said.get("details", {})
    if action in EVENTS:
        filled = {k: _role(str(v)) if k == "role" else str(v) for k, v in details.items()}
        if said.get("dispatch") is not None:
            # As the reader may know it, not as the entry holds it.
            filled["slugline"] = slugline
        return EVENTS[action].format_map(_Missing(filled))
    try:
        words = ACTION_WORDS[Action(action)]
    except ValueError:
        return action.replace("_", " ")
    done = words.done
    if gate := details.get("gate"):
        done = done.replace("a gate", f"the {_gate(str(gate))} gate")
    text = f"{done} {slugline}"
    if action in CHANGES_HANDS:
        text += CHANGES_HANDS[Action(action)].format_map(_Missing(details))
    revision = said.get("revision")
    if revision is not None and action in ("file", "revise", "approve", "publish"):
        text += f", revision {revision['number']}"
    if said.get("from") != said.get("to") and action not in SAYS_ITS_STATE:
        text += f"; it is {STATE_WORDS[State(said['to'])].name} now"
    return text


def _gate(gate: str) -> str:
    return name_of(Gate(gate)) if gate in set(Gate) else gate


def _role(role: str) -> str:
    return ROLE_WORDS[Role(role)] if role in set(Role) else role


class _Missing(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"({key})"
