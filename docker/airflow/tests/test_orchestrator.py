"""An error names the commands of the orchestrator that runs the container."""

import orchestrator
import pytest

PROGRAMS = {"compose": "docker compose", "swarm": "docker s", "kubernetes": "kubectl"}


@pytest.mark.parametrize(
    ("environment", "here"),
    [
        ({}, "compose"),
        ({"STACK_ORCHESTRATOR": "swarm"}, "swarm"),
        ({"KUBERNETES_SERVICE_HOST": "192.0.2.1"}, "kubernetes"),
    ],
)
def test_the_environment_says_where_this_is(environment, here):
    assert orchestrator.here(environment) == here


@pytest.mark.parametrize("trouble", orchestrator.CURES)
def test_each_trouble_has_a_cure_everywhere_and_names_no_program_of_elsewhere(trouble):
    assert set(orchestrator.CURES[trouble]) == set(PROGRAMS)
    for place, text in orchestrator.CURES[trouble].items():
        assert not any(program in text for other, program in PROGRAMS.items() if other != place)
