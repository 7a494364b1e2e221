"""What is done to people, their roles, tokens, switches and notices: one function per verb."""

from gigafibre.identity.actions.batches import perform_many, stop_batch
from gigafibre.identity.actions.departments import save_department, set_departments
from gigafibre.identity.actions.factors import (
    add_passkey,
    begin_totp,
    confirm_totp,
    demand_second_factor,
    remove_passkey,
    remove_totp,
    rename_passkey,
    renew_recovery_codes,
    reset_second_factors,
)
from gigafibre.identity.actions.links import choose_password, send_login_link
from gigafibre.identity.actions.notices import mark_notice_read, mark_notice_unread, mark_notices_read
from gigafibre.identity.actions.people import (
    change_password,
    create_user,
    deactivate_user,
    end_sessions,
    reactivate_user,
    set_password,
    set_preferences,
    set_roles,
    unlock_user,
    update_user,
)
from gigafibre.identity.actions.providers import admit_outsider, end_outsider, map_group, save_login_provider
from gigafibre.identity.actions.roles import create_role, edit_role
from gigafibre.identity.actions.switches import turn_switch_off, turn_switch_on
from gigafibre.identity.actions.tokens import create_token, revoke_token
from gigafibre.identity.actions.views import (
    open_with_view,
    remove_view,
    rename_view,
    restore_view,
    save_view,
    share_view,
    update_view,
)

__all__ = [
    "add_passkey",
    "admit_outsider",
    "begin_totp",
    "change_password",
    "choose_password",
    "confirm_totp",
    "create_role",
    "create_token",
    "create_user",
    "deactivate_user",
    "demand_second_factor",
    "edit_role",
    "end_outsider",
    "end_sessions",
    "map_group",
    "mark_notice_read",
    "mark_notice_unread",
    "mark_notices_read",
    "open_with_view",
    "perform_many",
    "reactivate_user",
    "remove_passkey",
    "remove_totp",
    "remove_view",
    "rename_passkey",
    "rename_view",
    "renew_recovery_codes",
    "reset_second_factors",
    "restore_view",
    "revoke_token",
    "save_department",
    "save_login_provider",
    "save_view",
    "send_login_link",
    "set_departments",
    "set_password",
    "set_preferences",
    "set_roles",
    "share_view",
    "stop_batch",
    "turn_switch_off",
    "turn_switch_on",
    "unlock_user",
    "update_user",
    "update_view",
]
