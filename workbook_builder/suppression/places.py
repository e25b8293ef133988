"""Which districts and teams share their children: the teams of one kind and the districts they serve."""

from __future__ import annotations

from dataclasses import dataclass

from workbook_builder.specs.catalogue import Team
from workbook_builder.specs.model import Spec


@dataclass(frozen=True)
class Serving:
    """Districts that teams of one kind serve, and these teams, as far as they hang together.

    `links` are the pairs of a district and a team that serves it.
    """

    districts: tuple[str, ...]
    teams: tuple[str, ...]
    links: tuple[tuple[str, str], ...]

    @property
    def places(self) -> tuple[str, ...]:
        """All of them."""
        return self.districts + self.teams

    @property
    def is_simple(self) -> bool:
        """Whether it is one district with its teams, or one team with its districts: then one is the others' sum."""
        return min(len(self.districts), len(self.teams)) == 1

    def shares_of(self, place: str) -> list[str]:
        """Names for what a district and a team have in common, of all pairs that a place is in."""
        return [f"{district} × {team}" for district, team in self.links if place in (district, team)]


def servings(spec: Spec) -> list[Serving]:
    """Every group of districts and teams of one kind that hang together."""
    kinds = dict.fromkeys(team.kind for team in spec.teams)
    return [serving for kind in kinds for serving in _of_kind([team for team in spec.teams if team.kind == kind])]


def _of_kind(teams: list[Team]) -> list[Serving]:
    groups: list[tuple[set[str], list[Team]]] = []
    for team in teams:
        own = set(team.districts)
        joined = [group for group in groups if group[0] & own]
        groups = [group for group in groups if not group[0] & own]
        districts = own.union(*(group[0] for group in joined))
        groups.append((districts, [*(each for group in joined for each in group[1]), team]))
    return [_serving(members) for _, members in groups]


def _serving(teams: list[Team]) -> Serving:
    links = tuple((district, team.name) for team in teams for district in team.districts)
    return Serving(tuple(dict.fromkeys(link[0] for link in links)), tuple(team.name for team in teams), links)
