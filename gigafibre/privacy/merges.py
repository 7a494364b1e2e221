"""What a person asked of his personal information follows him when he turns out to be another one."""

from __future__ import annotations

from gigafibre.crm.merging import goes_along
from gigafibre.kernel.text import Text

goes_along("privacy_request", what=Text("demandes de vie privée", "privacy requests"))
goes_along("privacy_personexport", what=Text("envois de renseignements", "exports of information"))
