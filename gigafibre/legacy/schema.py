"""The tables of the legacy database `gestionclient`, as the sample writes them and the import reads them.

One line per table group, in a small notation: `name kind`, columns split by commas. Every column is NOT NULL with a
default unless its kind says otherwise; every table begins with an auto-increment `id`. Kinds:

    sN  varchar(N) ''      text, mediumtext  nullable      when  unix seconds, 0 = none     ref    unsigned id, 0 = none
    cN  char(N)            tiny, small, int  integers      money decimal(10,2)              double
    !   after a kind: no default (the value is required)   =X  another default              ^  indexed   ^^  unique
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Family(StrEnum):
    """What a column's values are, whatever their width."""

    INTEGER = "integer"
    DECIMAL = "decimal"
    DOUBLE = "double"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its MariaDB type and whether it may be NULL."""

    name: str
    sql_type: str
    nullable: bool
    default: str | None  # as SQL text; None = no default
    index: str  # "", "key" or "unique"

    @property
    def family(self) -> Family:
        """What the values are: integers, decimals, doubles or text."""
        return family_of(self.sql_type)


@dataclass(frozen=True, slots=True)
class Table:
    """One legacy table, with its volume in the real database (0 where it is not told)."""

    name: str
    volume: int
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in the order of the table."""
        return tuple(column.name for column in self.columns)

    def ddl(self, next_id: int = 1) -> str:
        """The CREATE TABLE statement, written as MariaDB itself shows it."""
        lines = [_column_ddl(column) for column in self.columns] + ["  PRIMARY KEY (`id`)"]
        for column in self.columns:
            if column.index:
                word = "UNIQUE KEY" if column.index == "unique" else "KEY"
                lines.append(f"  {word} `{column.name}` (`{column.name}`)")
        counter = f" AUTO_INCREMENT={next_id}" if next_id > 1 else ""
        ending = f"ENGINE=InnoDB{counter} DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci"
        return f"CREATE TABLE `{self.name}` (\n" + ",\n".join(lines) + f"\n) {ending}"


def family_of(sql_type: str) -> Family:
    """Return what a MariaDB type holds."""
    word = re.match(r"[a-z]+", sql_type.lower())
    kind = word.group() if word else ""
    if kind.endswith("int"):
        return Family.INTEGER
    if kind in {"decimal", "numeric"}:
        return Family.DECIMAL
    if kind in {"double", "float"}:
        return Family.DOUBLE
    return Family.TEXT


_WIDTHS = {"tiny": "tinyint(4)", "small": "smallint(6)", "int": "int(11)", "ref": "int(10) unsigned"}
_KIND = re.compile(r"(?P<kind>[a-z]+)(?P<size>\d+(?:\.\d+)?)?(?P<required>!)?(?:=(?P<default>\S+?))?(?P<index>\^{0,2})")


def _column(text: str) -> Column:
    name, _, rest = text.strip().partition(" ")
    if rest.startswith("enum"):
        word, *options = rest.split()
        sql_type = "enum(" + ",".join(f"'{option}'" for option in options) + ")"
        return Column(name, sql_type, False, f"'{options[0]}'", "key" if word.endswith("^") else "")
    found = _KIND.fullmatch(rest.strip())
    if not found:
        raise ValueError(f"unreadable column: {text!r}")
    kind, size, default = found["kind"], found["size"] or "", found["default"]
    index = {"": "", "^": "key", "^^": "unique"}[found["index"]]
    if kind in {"text", "mediumtext"}:
        return Column(name, kind, True, "NULL", index)
    zero = default or "0"
    match kind:
        case "s" | "c":
            sql_type, value = f"{'varchar' if kind == 's' else 'char'}({size})", f"'{default or ''}'"
        case "money":
            sql_type, value = f"decimal({size.replace('.', ',') or '10,2'})", "0.00"
        case "quantity":
            sql_type, value = "decimal(10,3)", "1.000"
        case "rate":
            sql_type, value = "decimal(7,4)", "0.0000"
        case "when" | "big":
            sql_type, value = "bigint(20)", zero
        case "double":
            sql_type, value = "double", zero
        case _:
            sql_type, value = _WIDTHS[kind], zero
    return Column(name, sql_type, False, None if found["required"] else value, index)


def _column_ddl(column: Column) -> str:
    counter = " AUTO_INCREMENT" if column.name == "id" else ""
    absent = "" if column.nullable else " NOT NULL"
    default = "" if column.default is None else f" DEFAULT {column.default}"
    return f"  `{column.name}` {column.sql_type}{absent}{default}{counter}"


_CUSTOMERS = """
account 15303: customer_id s32^, first_name s64, last_name s64, company s128, title s16, email s255, email_billing s255,
    tel_home s32, tel_office s32, cell s32, fax s32, address1 s128, address2 s128, city s64, state s32=QC, zip s16,
    status tiny=1^, group_id int=5, language_id s16=francais, tax_group tiny=1, commercial tiny, vip tiny,
    mauvais_payeur tiny, username s64, password s64, stripe_id s64, stripe_ppa tiny, stripe_ppa_nocc tiny, ppa tiny,
    ppa_name s64, ppa_code s8, ppa_branch s8, ppa_account s16, ppa_amount money, ppa_amount_buffer money,
    ppa_fixed money, ppa_cc tiny, invoice_delivery tiny=1, notes_client text, date_orig when, date_last when,
    terminate_date when, terminate_reason s128
account_memo 29245: account_id ref!^, staff_id int, memo text, last_updated when
account_profile 658: account_id ref!^, profile_id c36!, card_id c36!, token s64!, initial_transaction s64
account_suspension 1049: account_id ref!^, date_start when, date_end when, note text
accord_paiement 7283: account_id ref!^, staff_id int, date_accord when, date_echeance when, date_coupure when,
    montant money, method tiny, status tiny, note text, raison_changement text
delivery 17114: account_id ref!^, name s128, contact s128, email s255, tel_home s32, cell s32, address1 s128,
    address2 s128, city s64, state s32=QC, zip s16, longitude double, latitude double, note text, date_orig when
delivery_history 16284: account_id ref!^, date_orig when, address1 s128, address2 s128, city s64, state s32, zip s16
"""

_CATALOGUE = """
product_cat 34: name s64!, num_compte int, combo_dispo tiny
product 833: sku s32!^, name s128, price money, active tiny=1, category ref!^, type tiny=1, taxable tiny=1,
    download_speed int, upload_speed int, quota_day big, quota_night big, fibre_lineprofile int,
    fibre_serviceprofile int
"""

_SUBSCRIPTIONS = """
service 66879: delivery_id ref!^, device_id ref, product_id ref!^, status tiny=1^, date_orig when,
    date_next_invoice when, date_suspended when, payment_recurrence tiny=1, hijack tiny, hijack_price money,
    hijack_desc s255, hijack_quota_day big, hijack_quota_night big, radius_user s64, radius_pwd s64,
    date_end_contract when, actif_until when, comment text
service_snapshot 45977: account_id ref!, service_id ref!^, date when!, quota_day big, quota_night big
ip_history 20999: account_id ref!^, delivery_id ref, service_id ref^, ip s45!, date when!
"""

_BILLING = """
tax 4: name s32!, rate rate!, num_compte int
invoice 629944: account_id ref!^, date_orig when!^, due_date when, total_amt money, billed_amt money,
    billing_status tiny=1, process_status tiny, correction tiny, ppa_charge tiny, notes mediumtext,
    template_message text
invoice_item 1859260: invoice_id ref!^, service_id ref^, sku s32, product_name s255, quantity quantity,
    unitary_price money
invoice_tax 1200000: invoice_id ref!^, tax_id ref!, amount money!
payment 540522: account_id ref!^, date_orig when!, amount money!, applied_amt money, type s32, reference s128,
    memo text
payment_item 684778: payment_id ref!^, invoice_id ref!^, amount money!
compta_comptes 48: num_compte int!^^, category s32!, desc s128
compta_journal_ecriture 1200000: date when!^, compta_id ref!^, debit money12.2, credit money12.2, desc s255
compta_setup 1: month_closed when
"""

_NETWORK = """
device 10377: delivery_id ref^, category s32, name s64, sn s64, mac s32^, model s64, manufacturier s64, manage s64,
    user s64, pass s64, parent ref, date_orig when
fibre 16057: service_id ref^, terrain s32, rue s128, ville s64, frame tiny, slot tiny, port tiny, ontid small,
    vlan_manage small, vlan_internet small, vlan_tel small, vlan_tele small, sn s32, info_connect s64,
    latitude double, longitude double, placemarks_id s64
pbx 790: account_id ref!, delivery_id ref, service_id ref, phone c10!^, name s64, password s64, has_vm tiny,
    vm_password s16, vm_email s255, int_code s16, language s4=fr, call_911 tiny=1, max_calls tiny=2,
    call_timeout small=30, user_context s64, country_whitelist text, date_origin when, date_update when
phone_addr 1014: account_id ref!, phone c10!^, street_number s16, apt s16, street_name s128, city s64, state s4=QC,
    zip s16, first_name s64, last_name s64, info s255, enhanced_capable c1=Y, code_cauca s16, class_service c3=RES
phone_provisioning 786: account_id ref!, delivery_id ref, service_id ref, phone c10!^, app s16, mac s32,
    password s64, internationnal tiny
"""

_PEOPLE = """
staff 155: username s64!, password s64, first_name s64, last_name s64, email s255, cell s32, ext s8, status tiny=1,
    rights text, dept_list s255
ticket_dept 21: name s64!
ticket 242618: parent ref^, account_id ref^, delivery_id ref, subject s255, dept_id int, open_by int, assign_to int,
    participant s255, status enum^ open pending closed, priority tiny=2, important tiny, due_date when, due_time s8,
    date_create when, date_closed when, wizard mediumtext, wizard_fibre mediumtext
ticket_msg 784290: ticket_id ref!^, staff_id int, msg mediumtext, date_orig when, public tiny, unread_csv s255
bon_travail 14486: account_id ref!^, date when!, tech1 int, heure_arrive_t1 s8, heure_depart_t1 s8, tech2 int,
    heure_arrive_t2 s8, heure_depart_t2 s8, note text, subtotal money, tps money, tvq money, total money
bon_travail_item 3: bon_id ref!, product_id ref!, qte quantity, price money, desc s255
soumission 908: account_id ref!^, name s128, po s64, date when, tax tiny=1, materiel mediumtext,
    mensuel mediumtext, text mediumtext
soumission_template 3: name s64!, materiel mediumtext, mensuel mediumtext, text mediumtext
"""


@cache
def tables() -> dict[str, Table]:
    """Every table of the contract by name, in the order of a dump."""
    found: dict[str, Table] = {}
    for group in (_CUSTOMERS, _CATALOGUE, _SUBSCRIPTIONS, _BILLING, _NETWORK, _PEOPLE):
        for entry in re.split(r"\n(?=\w)", group.strip()):
            head, _, body = entry.partition(":")
            name, volume = head.split()
            columns = [Column("id", "int(10) unsigned", False, None, "")]
            columns += [_column(part) for part in body.split(",")]
            found[name] = Table(name, int(volume), tuple(columns))
    return dict(sorted(found.items()))


def table(name: str) -> Table:
    """Return one table of the contract; KeyError when the contract has none of that name."""
    return tables()[name]
