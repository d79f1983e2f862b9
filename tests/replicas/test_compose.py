"""The compose file and the configuration of nginx say the same; neither an engine nor an image is at hand to run them."""

import re
from typing import Any

import pytest
import yaml

from deploy.local import TEMPLATE
from deploy.processes import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]


def test_nginx_is_given_every_value_it_asks_for_and_no_other() -> None:
    asked = set(re.findall(r"\$\{(\w+)\}", TEMPLATE.read_text(encoding="utf-8").split("\n", 3)[3]))
    assert asked == set(SERVICES["proxy"]["environment"])


def test_nginx_is_told_the_addresses_the_replicas_have() -> None:
    told = [SERVICES["proxy"]["environment"][f"KLARSJEKK_REPLICA_{number}"] for number in (1, 2)]
    assert told == [f"{SERVICES[f'app-{number}']['networks']['inside']['ipv4_address']}:8501" for number in (1, 2)]


def test_both_replicas_have_the_same_settings_and_nothing_of_them_is_published() -> None:
    first, second = ({**SERVICES[name], "networks": None} for name in ("app-1", "app-2"))
    assert first == second
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


def test_every_file_it_mounts_is_there_or_made_by_who_runs_it() -> None:
    made_later = {"./secrets.toml", "./tls.crt", "./tls.key", "./backup"}
    mounted = {str(volume).split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", ())}
    ours = {path for path in mounted if path.startswith("./")} - made_later
    assert [path for path in ours if not (ROOT / "deploy" / path).is_file()] == []


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_a_limit_of_memory_and_a_log_that_is_rotated(name: str) -> None:
    service = SERVICES[name]
    assert service["mem_limit"]
    assert service["logging"]["options"].keys() == {"max-size", "max-file"}


def test_a_copy_is_taken_of_the_database_the_app_has_by_a_role_that_owns_nothing() -> None:
    backup, app = SERVICES["backup"], SERVICES["app-1"]
    assert backup["environment"] == app["environment"]
    assert backup["environment"]["KLARSJEKK_DB_USER"] == "klarsjekk"
    assert "cli.py backup" in " ".join(backup["command"])
