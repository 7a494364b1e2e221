"""Towns, roads and postal codes of southern Montérégie."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality: its postal code (or the first half of one), its middle and its weight among customers."""

    name: str
    postal: str
    latitude: float
    longitude: float
    weight: int
    roads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A civic address with its coordinates."""

    line1: str
    line2: str
    city: str
    postal: str
    latitude: float
    longitude: float


_EVERYWHERE = (
    "rue Principale", "rue de l'Église", "rue Saint-Joseph", "rue Notre-Dame", "rue des Érables", "rue du Collège",
    "rue Sainte-Anne", "rue Saint-Pierre", "rue des Pins", "rue du Moulin", "rue des Lilas", "rue Saint-Jean-Baptiste",
    "rang Saint-Joseph", "rang Sainte-Thérèse", "rang Saint-Louis", "rang Double", "petit rang", "rue de la Fabrique",
)  # fmt: skip


def _town(name: str, postal: str, latitude: float, longitude: float, weight: int, *roads: str) -> Town:
    return Town(name, postal, latitude, longitude, weight, roads + _EVERYWHERE)


TOWNS = (
    _town("Sainte-Clotilde", "J0L 1W0", 45.160, -73.676, 12, "chemin de la Rivière", "chemin de l'Église", "rang 1",
          "rang 2", "rang 3", "1er Rang", "2e Rang", "chemin du Grand-Rang"),
    _town("Saint-Rémi", "J0L 2L0", 45.263, -73.616, 16, "rue Perras", "rue Lachapelle", "rang Saint-Antoine",
          "rang Notre-Dame", "rue Saint-Paul", "avenue des Jardins", "boulevard Saint-Rémi", "montée Cinq-Mars"),
    _town("Saint-Chrysostome", "J0S 1R0", 45.100, -73.766, 10, "rang Saint-Anne", "rang du Dix", "rue Saint-Léon",
          "rang de la Rivière Noire", "rang Notre-Dame", "montée Giroux", "rang Saint-Jean-Baptiste"),
    _town("Hemmingford", "J0L 1H0", 45.050, -73.586, 8, "avenue Champlain", "rue Frontière", "chemin Williams",
          "chemin Covey Hill", "route 202", "chemin Fisher", "chemin de la Première-Concession", "rue Margaret"),
    _town("Napierville", "J0J 1L0", 45.183, -73.403, 8, "rue Saint-Jacques", "rue de l'Hôtel-de-Ville",
          "rang des Patriotes", "rue Poupart", "montée Gagnon", "rue Latour"),
    _town("Saint-Michel", "J0L 2J0", 45.233, -73.566, 6, "rue Saint-Michel", "rang Nord", "rang Sud",
          "place Saint-Michel", "montée Monette", "rang Saint-Pierre"),
    _town("Sherrington", "J0L 2N0", 45.166, -73.516, 6, "rang Saint-Paul", "rue Saint-Patrice", "rang des Sloan",
          "montée Saint-Patrice", "rang Contant", "rue Fortin"),
    _town("Saint-Édouard", "J0L 1Y0", 45.233, -73.516, 5, "montée Lussier", "rang des Sloan", "rue Saint-Hubert",
          "route 221", "rang Saint-Édouard"),
    _town("Saint-Isidore", "J0L 2A0", 45.300, -73.683, 6, "rang Saint-Régis", "rue Boyer", "chemin de la Grande-Ligne",
          "rang Saint-Simon", "rue Richer", "montée Saint-Isidore"),
    _town("Mercier", "J6R", 45.320, -73.743, 4, "boulevard Saint-Jean-Baptiste", "rue de l'Église",
    "rang Saint-Charles",
          "rue Batiscan", "rue Beauchemin", "montée Sainte-Marie"),
    _town("Châteauguay", "J6J", 45.380, -73.749, 3, "boulevard D'Anjou", "rue Brault", "boulevard Maple",
          "rue Saint-Francis", "boulevard Saint-Joseph", "rue Mc Comber"),
    _town("Sainte-Martine", "J0S 1V0", 45.250, -73.800, 6, "rang Touchette", "rue Saint-Joseph", "rang Laberge",
          "chemin de la Beauce", "rue des Copains", "rang du Quarante"),
    _town("Howick", "J0S 1G0", 45.183, -73.850, 3, "rue Colville", "rue Lambton", "chemin de la Rivière-aux-Outardes",
          "English River Road", "rang des Botreaux"),
    _town("Ormstown", "J0S 1K0", 45.133, -74.000, 6, "rue Lambton", "rue Church", "rue Bridge", "rang Dumas",
          "chemin Island", "rue Gale", "route 138 A", "rang de Tullochgorum"),
    _town("Huntingdon", "J0S 1H0", 45.083, -74.166, 4, "rue Châteauguay", "rue Bouchette", "rue King", "rue York",
          "chemin New Erin", "rue Wellington"),
    _town("Franklin", "J0S 1E0", 45.033, -73.916, 4, "route 202", "chemin de Covey Hill", "rang des Collines",
          "montée Blair", "chemin Stevenson", "rang Russeltown"),
    _town("Havelock", "J0S 2C0", 45.050, -73.750, 3, "route 203", "chemin Covey Hill", "rang Saint-Charles",
          "chemin de la Montée-Stewart", "chemin Waddell"),
    _town("Saint-Constant", "J5A", 45.366, -73.566, 3, "rue Saint-Pierre", "montée des Bouleaux",
    "rang Saint-Christophe",
          "rue Sainte-Catherine", "rue Maçon", "rue Vincent"),
    _town("La Prairie", "J5R", 45.416, -73.500, 2, "chemin de Saint-Jean", "boulevard Taschereau", "rue Saint-Ignace",
          "rang de la Bataille Nord", "avenue Balmoral"),
    _town("Saint-Urbain-Premier", "J0S 1Y0", 45.216, -73.733, 3, "chemin de la Rivière des Fèves", "montée Grande",
          "rang Double", "chemin de la Grande-Ligne"),
    _town("Saint-Jacques-le-Mineur", "J0J 1Z0", 45.283, -73.416, 3, "rang Saint-André", "montée du Clocher",
          "rang du Coteau", "rue Renaud", "chemin du Ruisseau"),
    _town("Lacolle", "J0J 1J0", 45.083, -73.366, 3, "rue de l'Église Sud", "rang Edgerton", "rue Van Vliet",
          "montée Henrysburg", "4e Concession"),
    _town("Saint-Mathieu", "J0L 2H0", 45.316, -73.533, 2, "chemin Saint-Édouard", "rang Saint-Pierre Nord",
          "montée Monette", "chemin de la Petite-Côte"),
    _town("Saint-Bernard-de-Lacolle", "J0J 1V0", 45.083, -73.416, 2, "rang Saint-Claude", "chemin Roxham",
          "rang Saint-André", "montée Roxham", "chemin Ridge"),
)  # fmt: skip
_WEIGHTS = tuple(town.weight for town in TOWNS)
_LETTERS = "ABCEGHJKLMNPRSTVWXYZ"
_SECOND_LINES = ("app. 1", "app. 2", "app. 3", "app. 4", "app. 5", "app. 101", "app. 204", "C.P. 112", "bureau 200")


def a_town(rng: Random) -> Town:
    """Draw a town by its weight."""
    return rng.choices(TOWNS, _WEIGHTS)[0]


def a_place(rng: Random, town: Town | None = None) -> Place:
    """Draw a civic address, in a given town or any."""
    town = town or a_town(rng)
    road = rng.choice(town.roads)
    countryside = road.startswith(("rang", "chemin", "montée", "route", "petit", "1er", "2e", "4e"))
    number = rng.randrange(2, 2_400 if countryside else 900)
    second = "" if countryside or rng.random() > 0.12 else rng.choice(_SECOND_LINES)
    return Place(
        line1=f"{number}, {road}",
        line2=second,
        city=town.name,
        postal=_postal(rng, town.postal),
        latitude=round(town.latitude + rng.uniform(-0.035, 0.035), 6),
        longitude=round(town.longitude + rng.uniform(-0.05, 0.05), 6),
    )


def town_called(name: str) -> Town:
    """Return a town by its name; StopIteration when there is none."""
    return next(town for town in TOWNS if town.name == name)


def _postal(rng: Random, start: str) -> str:
    if len(start) > 3:
        return start
    return f"{start} {rng.randrange(1, 10)}{rng.choice(_LETTERS)}{rng.randrange(1, 10)}"
