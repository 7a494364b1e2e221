"""Views of lists that people save: one's own, shared ones, the one a list opens in."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from gigafibre.identity.models import FirstView, SavedView, User
from gigafibre.identity.tests.factories import a_token, a_user, browser, send

pytestmark = pytest.mark.django_db
HOWICK = {"listing": "customers", "name": "Howick", "filters": {"city": "howick"}, "sort": "-overdue"}


def do(client: Client, verb: str, **given: Any) -> Any:
    return send(client, "post", f"/api/v1/actions/identity.{verb}", given)


def done(client: Client, verb: str, **given: Any) -> Any:
    answer = do(client, verb, **given)
    assert answer.status_code == 200, answer.content
    return answer.json()["result"]


def refused(client: Client, verb: str, **given: Any) -> tuple[int, str]:
    before = list(SavedView.objects.order_by("id").values()), list(FirstView.objects.values())
    answer = do(client, verb, **given)
    assert (list(SavedView.objects.order_by("id").values()), list(FirstView.objects.values())) == before
    return answer.status_code, answer.json()["code"]


def views(client: Client, listing: str = "customers") -> Any:
    answer = client.get(f"/api/v1/lists/{listing}/views")
    assert answer.status_code == 200, answer.content
    return answer.json()


def names(client: Client, listing: str = "customers") -> list[str]:
    return [one["label"] for one in views(client, listing)["items"]]


def test_a_view_of_ones_own_is_saved_renamed_changed_and_seen_by_nobody_else(django_assert_num_queries: Any) -> None:
    bob, eve = browser(a_user("support")), browser(a_user("manager"))
    key = done(bob, "save_view", **HOWICK, columns=["name", "overdue"])
    with django_assert_num_queries(4):  # session, person; views, the one it opens in
        found = views(bob)
    assert found == {
        "items": [
            {
                "id": key,
                "name": f"v{key}",
                "label": "Howick",
                "filters": {"city": "howick"},
                "sort": "-overdue",
                "columns": ["name", "overdue"],
                "shared": False,
                "owner": "Aimée Côté",
                "mine": True,
                "may_change": True,
            }
        ],
        "first": "",
        "may_share": False,
    }
    done(bob, "rename_view", view=key, name="Howick, en retard")
    done(bob, "update_view", view=key, filters={"city": "howick", "overdue": "true"}, sort="name")
    (now,) = views(bob)["items"]
    assert (now["label"], now["filters"], now["sort"], now["columns"]) == (
        "Howick, en retard",
        {"city": "howick", "overdue": "true"},
        "name",
        [],
    )
    assert names(eve) == []
    assert refused(eve, "rename_view", view=key, name="Volée") == (404, "no_such_view")
    assert refused(eve, "remove_view", view=key) == (404, "no_such_view")


def test_sharing_takes_a_permission_and_shows_it_to_whoever_reads_the_list() -> None:
    bob, manager, eve = browser(a_user("support")), browser(a_user("manager")), browser(a_user("read-only"))
    own = done(bob, "save_view", **HOWICK)
    assert refused(bob, "share_view", view=own) == (403, "forbidden")
    assert refused(bob, "save_view", **{**HOWICK, "name": "Pour tous", "shared": True}) == (403, "forbidden")
    key = done(manager, "save_view", **{**HOWICK, "name": "Pour tous"})
    assert names(eve) == []
    done(manager, "share_view", view=key)
    (seen,) = views(eve)["items"]
    assert (seen["label"], seen["shared"], seen["mine"], seen["may_change"]) == ("Pour tous", True, False, False)
    assert refused(eve, "rename_view", view=key, name="À moi") == (403, "not_your_view")
    done(manager, "share_view", view=key, shared=False)
    assert (names(eve), names(manager)) == ([], ["Pour tous"])


def test_a_removed_view_is_put_back_whole() -> None:
    bob = browser(a_user("support"))
    key = done(bob, "save_view", **HOWICK)
    done(bob, "remove_view", view=key)
    assert names(bob) == []
    assert refused(bob, "remove_view", view=key) == (404, "no_such_view")
    done(bob, "restore_view", view=key)
    (back,) = views(bob)["items"]
    assert (back["id"], back["filters"]) == (key, {"city": "howick"})
    done(bob, "remove_view", view=key)
    done(bob, "save_view", **HOWICK)
    assert refused(bob, "restore_view", view=key) == (409, "view_name_taken")


def test_a_name_stands_once_in_any_case() -> None:
    bob, eve = browser(a_user("support")), browser(a_user("support"))
    done(bob, "save_view", **HOWICK)
    assert refused(bob, "save_view", **{**HOWICK, "name": "HOWICK"}) == (409, "view_name_taken")
    done(eve, "save_view", **HOWICK)
    done(bob, "save_view", **{**HOWICK, "listing": "invoices", "filters": {}, "sort": ""})


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"filters": {"no_such": "1"}}, "filters.no_such"),
        ({"filters": {"limit": "3"}}, "filters.limit"),
        ({"filters": {"overdue_min": "beaucoup"}}, "overdue_min"),
        ({"filters": {"status": "asleep"}}, "status"),
        ({"sort": "-services"}, "sort"),
        ({"columns": ["name", "no_such"]}, "columns"),
    ],
)
def test_what_the_list_would_refuse_is_not_saved(wrong: dict[str, Any], field: str) -> None:
    bob = browser(a_user("support"))
    answer = do(bob, "save_view", **{**HOWICK, **wrong})
    assert (answer.status_code, answer.json()["details"][0]["field"]) == (422, field)
    assert SavedView.objects.count() == 0


def test_a_list_one_may_not_read_has_no_views() -> None:
    technician = browser(a_user("technician"))
    assert refused(technician, "save_view", **{**HOWICK, "listing": "invoices", "filters": {}}) == (404, "not_found")
    assert technician.get("/api/v1/lists/invoices/views").status_code == 404
    assert technician.get("/api/v1/lists/nonsense/views").status_code == 404


def test_a_list_opens_in_the_view_one_chose() -> None:
    bob, eve = a_user("support"), a_user("support")
    his, hers = browser(bob), browser(eve)
    key = done(his, "save_view", **HOWICK)
    done(his, "open_with_view", listing="customers", view=f"v{key}")
    assert (views(his)["first"], views(hers)["first"]) == (f"v{key}", "")
    assert refused(hers, "open_with_view", username=eve.username, listing="customers", view=f"v{key}")[0] == 404
    assert refused(hers, "open_with_view", username=bob.username, listing="customers", view="all")[0] == 403
    done(hers, "open_with_view", username=eve.username, listing="customers", view="overdue")
    assert views(hers)["first"] == "overdue"
    done(his, "remove_view", view=key)
    assert views(his)["first"] == ""
    done(hers, "open_with_view", listing="customers")
    assert views(hers)["first"] == ""


def test_a_program_sees_shared_views_and_saves_none() -> None:
    manager = browser(a_user("manager"))
    done(manager, "save_view", **HOWICK, shared=True)
    robot = Client(headers={"authorization": f"Bearer {a_token('robot', 'crm.read', 'billing.read', 'identity.self')}"})
    assert names(robot) == ["Howick"]
    given = {**HOWICK, "name": "À moi"}
    answer = robot.post("/api/v1/actions/identity.save_view", given, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "person_needed")


def test_filters_that_a_list_no_longer_has_are_left_out() -> None:
    bob = a_user("support")
    SavedView.objects.create(
        listing="customers",
        name="Ancienne",
        owner=bob,
        owner_name="Bob",
        filters={"city": "howick", "gone": "1"},
        sort="-gone",
        columns=["name", "gone"],
    )
    (seen,) = views(browser(bob))["items"]
    assert (seen["filters"], seen["sort"], seen["columns"]) == ({"city": "howick"}, "", ["name"])


def attack(**values: Any) -> None:
    SavedView.objects.create(**{"listing": "customers", "name": "Howick", "owner_name": "", **values})


def test_the_database_holds_the_rules() -> None:
    bob: User = a_user()
    for rule, given in (
        ("nobodys_view_is_shared", {"owner": None}),
        ("view_has_a_name", {"owner": bob, "name": ""}),
    ):
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            attack(**given)
    attack(owner=bob)
    attack(owner=bob, shared=True)
    for rule, shared in (("own_view_name_once", False), ("shared_view_name_once", True)):
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            attack(owner=bob, name="howick", shared=shared)
    FirstView.objects.create(user=bob, listing="customers", view="all")
    with pytest.raises(IntegrityError, match="one_first_view_per_person_and_list"), transaction.atomic():
        FirstView.objects.create(user=bob, listing="customers", view="overdue")
