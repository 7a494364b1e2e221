"""Fibre drops and devices: addresses with their ports, one device per MAC, and what could not be believed."""

from __future__ import annotations

from collections.abc import Sequence

from gigafibre.kernel.encrypted import seal
from gigafibre.legacy.importing import numbering
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.marks import mark_of
from gigafibre.legacy.importing.merge import Kind, merge, touched
from gigafibre.legacy.importing.stage import read_secrets

DROP = (
    "number",
    "civic",
    "street",
    "city",
    "zone",
    "postal_code",
    "latitude",
    "longitude",
    "olt_id",
    "frame",
    "slot",
    "port",
    "ont_id",
    "vlan_management",
    "vlan_internet",
    "vlan_telephone",
    "vlan_tv",
    "ont_serial",
    "state",
    "location_id",
    "subscription_id",
    "placemark",
)
EQUIPMENT = (
    "number",
    "kind",
    "serial",
    "mac",
    "model",
    "manufacturer",
    "management_ip",
    "state",
    "location_id",
    "subscription_id",
    "stock_place",
    "note",
    "printed_serial",
    "printed_mac",
)
# What of a row is told when another row of the same device stands: nothing of it is lost, secrets apart.
TWICE = """
SELECT d.id, concat_ws(', ', 'device ' || d.best, 'sn ' || nullif(d.sn, ''), 'mac ' || d.mac, d.category, d.model,
                       'delivery ' || d.delivery_id, nullif(d.name, ''), nullif(d.manage, '')), NULL::numeric
FROM device_ranked d WHERE d.best <> d.id
"""
SERIAL_TWICE = "SELECT id, sn, NULL::numeric FROM device_ranked WHERE of_serial > 1 AND best = id"
BAD_MAC = "SELECT id, mac, NULL::numeric FROM device_ranked WHERE mac_key IS NULL AND btrim(mac) <> ''"
UNIDENTIFIED = """
SELECT legacy_id, printed_serial, NULL::numeric FROM want_equipment WHERE mac IS NULL AND serial IS NULL
"""
NOWHERE = """
SELECT id, 'delivery ' || delivery_id, NULL::numeric FROM device_ranked
WHERE delivery_id <> 0 AND location_id IS NULL AND best = id
"""
CIRCLE = "SELECT id, 'device ' || least, NULL::numeric FROM device_circle WHERE id = least"
NO_PARENT = """
SELECT id, 'device ' || parent, NULL::numeric FROM device_ranked d
WHERE parent <> 0 AND NOT EXISTS (SELECT 1 FROM legacy_stage.device p WHERE p.id = d.parent)
"""
# Behind what a device stands, as the source says; new ones are hung at once, others by `merge`.
PARENTS = """
CREATE TEMP TABLE want_parent ON COMMIT DROP AS
SELECT w.legacy_id, p.id AS parent_id FROM want_equipment w
LEFT JOIN device_parent d ON d.id = w.legacy_id AND NOT EXISTS (
  SELECT FROM device_circle c WHERE c.id = d.id AND c.least = d.id)
LEFT JOIN network_equipment p ON p.legacy_id = d.parent AND p.legacy_id <> w.legacy_id
"""
# What staff plugged meanwhile and what comes now may close a circle: then ours stays.
CIRCLE_HERE = """
WITH RECURSIVE becomes (id, parent_id) AS (
  SELECT e.id, CASE WHEN w.legacy_id IS NULL OR m.print = md5(ROW(w.parent_id)::text)::uuid
                      OR m.print <> md5(ROW(e.parent_id)::text)::uuid THEN e.parent_id ELSE w.parent_id END
  FROM network_equipment e LEFT JOIN want_parent w ON w.legacy_id = e.legacy_id
  LEFT JOIN legacy_legacyrow m ON m.target = 'network_equipment.parent' AND m.legacy_id = e.legacy_id
), up (start, id) AS (
  SELECT id, parent_id FROM becomes WHERE parent_id IS NOT NULL
  UNION SELECT u.start, b.parent_id FROM up u JOIN becomes b ON b.id = u.id
  WHERE b.parent_id IS NOT NULL AND u.id <> u.start)
UPDATE want_parent w SET parent_id = e.parent_id FROM network_equipment e
WHERE e.legacy_id = w.legacy_id AND e.id IN (SELECT start FROM up WHERE id = start)
  AND w.parent_id IS DISTINCT FROM e.parent_id
RETURNING w.legacy_id
"""
HANG_NEW = """
UPDATE network_equipment e SET parent_id = w.parent_id FROM want_parent w
WHERE e.legacy_id = w.legacy_id AND e.parent_id IS NULL AND w.parent_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM legacy_legacyrow m
                  WHERE m.target = 'network_equipment.parent' AND m.legacy_id = w.legacy_id)
"""
# What staff gave away here (rows of their own, or changed since) is theirs: the former system's claim to it is dropped.
TAKEN_HERE = """
UPDATE {want} w SET {gives} FROM {target} t
WHERE {same} AND t.legacy_id IS DISTINCT FROM w.legacy_id
  AND (t.legacy_id IS NULL OR t.legacy_id IN (SELECT legacy_id FROM touched_rows))
RETURNING w.legacy_id, t.number
"""
CLAIMS = {
    "network_drop": {
        "ont_id": "(t.olt_id, t.frame, t.slot, t.port, t.ont_id) = (w.olt_id, w.frame, w.slot, w.port, w.ont_id)",
        "subscription_id": "t.subscription_id = w.subscription_id",
    },
    "network_equipment": {"serial": "t.serial = w.serial", "mac": "t.mac = w.mac"},
}
PORT_TWICE = """
SELECT f.id, concat_ws('/', btrim(f.info_connect), f.frame, f.slot, f.port, f.ontid), NULL::numeric
FROM fibre_used f JOIN fibre_plugged g ON g.id = f.id WHERE g.of_ont > 1
"""
IMPOSSIBLE_PORT = """
SELECT id, info_connect || ' ' || frame || '/' || slot || '/' || port || ' ONT ' || ontid, NULL::numeric FROM fibre_used
WHERE btrim(info_connect) <> '' AND (olt_id IS NULL OR frame NOT BETWEEN 0 AND 63 OR slot NOT BETWEEN 0 AND 63
  OR port NOT BETWEEN 0 AND 127 OR ontid NOT BETWEEN 0 AND 127)
"""
SERVICE_OVER = """
SELECT id, 'service ' || service_id, NULL::numeric FROM fibre_used WHERE service_id <> 0 AND location_id IS NULL
"""
SERVICE_TWICE = "SELECT id, 'service ' || service_id, NULL::numeric FROM fibre_used WHERE of_service > 1"
NO_ADDRESS = """
SELECT id, concat_ws(' ', terrain, rue, ville), NULL::numeric FROM legacy_stage.fibre
WHERE btrim(rue) = '' OR btrim(ville) = ''
"""


def import_plant(ctx: Ctx) -> None:
    """Terminals and drops, then devices with their sealed credentials, their parents, and what is listed."""
    ctx.cursor.execute(
        "SELECT set_config('gigafibre.actor', 'importation', true), set_config('gigafibre.now', %s, true)",
        [ctx.now.isoformat()],
    )
    ctx.script("drops")
    _drop_claims(ctx, "network_drop", "want_drop", DROP, "fibre")
    numbering.number(ctx, "network_drop", "want_drop", "drop", "fibre")
    merge(ctx, "network_drop", "want_drop", DROP, "fibre")
    ctx.found("fibre_port_twice", "fibre", PORT_TWICE)
    ctx.found("fibre_port_impossible", "fibre", IMPOSSIBLE_PORT)
    ctx.found("fibre_service_over", "fibre", SERVICE_OVER)
    ctx.found("fibre_service_twice", "fibre", SERVICE_TWICE)
    ctx.found("fibre_without_address", "fibre", NO_ADDRESS)
    read_secrets(ctx, "device", "user", "pass")
    ctx.script("equipment")
    _drop_claims(ctx, "network_equipment", "want_equipment", EQUIPMENT, "device")
    _seal(ctx)
    numbering.number(ctx, "network_equipment", "want_equipment", "equipment", "device")
    sealed = Kind(secrets=("username", "password"))
    merge(ctx, "network_equipment", "want_equipment", EQUIPMENT, "device", sealed)
    _hang(ctx)
    ctx.found("device_twice", "device", TWICE)
    ctx.found("device_serial_twice", "device", SERIAL_TWICE)
    ctx.found("device_mac_invalid", "device", BAD_MAC)
    ctx.found("device_unidentified", "device", UNIDENTIFIED)
    ctx.found("device_without_location", "device", NOWHERE)
    ctx.found("device_circle", "device", CIRCLE)
    ctx.found("device_parent_missing", "device", NO_PARENT)


def _hang(ctx: Ctx) -> None:
    """Hang devices behind others as the source says, where nobody plugged them elsewhere here."""
    ctx.cursor.execute(PARENTS)
    ctx.cursor.execute(CIRCLE_HERE)
    ctx.list_rows("device_circle", "device", [(key, "") for (key,) in ctx.cursor.fetchall()])
    ctx.cursor.execute(HANG_NEW)
    parents = Kind(made_as="network_equipment.parent")
    merge(ctx, "network_equipment", "want_parent", ("parent_id",), "device", parents)


def _drop_claims(ctx: Ctx, target: str, want: str, columns: Sequence[str], table: str) -> None:
    """Take from what should be what already belongs to a row that staff made or changed, and list it."""
    touched(ctx, target, columns)
    for column, same in CLAIMS[target].items():
        ctx.cursor.execute(TAKEN_HERE.format(want=want, target=target, same=same, gives=f"{column} = NULL"))
        ctx.list_rows("taken_here", table, [(key, f"{column}: {number}") for key, number in ctx.cursor.fetchall()])


def _seal(ctx: Ctx) -> None:
    """Seal the credentials that are new or changed; the mark tells without opening what is kept."""
    cursor = ctx.cursor
    cursor.execute(
        "ALTER TABLE want_equipment ADD username text NOT NULL DEFAULT '', ADD password text NOT NULL DEFAULT '', "
        "ADD mark uuid"
    )
    cursor.execute("SELECT legacy_id, user_clear, pass_clear FROM want_equipment WHERE user_clear || pass_clear <> ''")
    clear = cursor.fetchall()
    cursor.execute("SELECT legacy_id, mark FROM legacy_legacyrow WHERE target = 'network_equipment'")
    known = dict(cursor.fetchall())
    cursor.execute("CREATE TEMP TABLE sealed_device (legacy_id bigint, u text, p text, mark uuid) ON COMMIT DROP")
    with cursor.copy("COPY sealed_device FROM STDIN") as target:
        for key, user, secret in clear:
            mark = mark_of(user, secret)
            same = known.get(key) == mark
            target.write_row([key, "" if same else seal(user), "" if same else seal(secret), mark])
    cursor.execute(
        "UPDATE want_equipment w SET username = s.u, password = s.p, mark = s.mark FROM sealed_device s "
        "WHERE s.legacy_id = w.legacy_id"
    )
