"""What people, farms and shops of southern Montérégie are called; invented persons, reserved addresses and numbers."""

import unicodedata
from dataclasses import dataclass
from random import Random


def _words(text: str, split_by: str | None = None) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.strip().split(split_by) if word.strip())


FRENCH_WOMEN = _words(
    """
    Sylvie Nathalie Isabelle Julie Caroline Chantal Johanne Manon Francine Louise Diane Lise Ginette Nicole Carole
    Martine Josée Annie Mélanie Karine Véronique Geneviève Stéphanie Valérie Audrey Catherine Émilie Marie-Ève
    Marie-Claude Marie-Josée Anne-Marie Élise Noémie Léa Camille Gabrielle Laurence Rosalie Annick Claudette
    Ghislaine Huguette Pauline Thérèse Suzanne Hélène Guylaine Lyne Line Sonia Cynthia Jessica Vanessa Maude Joanie
    Amélie Michèle Monique Danielle Jacinthe Mireille Solange Céline Colette Denise Ève Florence Maryse Nancy
    Roxanne Sabrina Sophie
    """
)
FRENCH_MEN = _words(
    """
    Michel Pierre Jean Daniel Sylvain Martin Stéphane Alain Richard Robert Marc Luc Yves Denis Guy Réjean Normand
    Gilles Serge Claude Jacques André Mario François Benoît Éric Patrick Sébastien Mathieu Maxime Alexandre Nicolas
    Simon Vincent Olivier Guillaume Jonathan Dominic Francis Étienne Philippe David Frédéric Hugo Samuel Gabriel
    Antoine Félix Raphaël Jean-François Marc-André Jean-Pierre Pierre-Luc Jean-Guy Yvon Gérald Roland Fernand Lucien
    Léo Yannick Kevin Steve Dany Ghislain Raymond Gaétan Jocelyn Christian Bernard Carl Jean-Sébastien Rosaire
    Donald Germain Hervé Julien
    """
)
FRENCH_FAMILIES = _words(
    """
    Tremblay Tremblay Tremblay Gagnon Gagnon Roy Roy Côté Bouchard Gauthier Morin Lavoie Fortin Gagné Ouellet
    Pelletier Bélanger Lévesque Bergeron Leblanc Paquette Girard Simard Boucher Caron Beaulieu Cloutier Dubé Poirier
    Fournier Lapointe Leclerc Lefebvre Poulin Thibault Nadeau Martel Landry Martin Grenier Lessard Bédard Bernier
    Richard Michaud Hébert Desjardins Couture Turcotte Lachance Parent Blais Gosselin Savard Proulx Beaudoin Demers
    Perreault Boudreau Lemieux Cyr Perron Dufour Dion Mercier Bolduc Bérubé Boisvert Langlois Ménard Therrien Plante
    Bilodeau Blanchette Dubois Champagne Paradis Fortier Arsenault Dupuis Gaudreault Hamel Houle Villeneuve Rousseau
    Gravel Thériault Lemay Robert Allard Deschênes Giroux Guay Leduc Boivin Charbonneau Lambert Raymond Vachon
    Gilbert Audet Jean Larouche Legault Trudel Poissant Riendeau Yelle Viau Lestage Guérin Boulerice Brault Primeau
    Dubuc Pinsonneault Rémillard Surprenant Bourdeau Lussier Barbeau Faille Hamelin Beaudin Perras Patenaude Marcil
    Sainte-Marie Fontaine Lamoureux Pépin Racine Boyer Daigle Laplante Prud'homme L'Écuyer Sauvé Chénier Myre
    Marleau Bissonnette Coallier Trépanier Dumouchel Lazure Giguère
    """
)
ENGLISH_FIRST = _words(
    """
    John Robert William David James Brian Kevin Scott Douglas Gordon Keith Ronald Heather Susan Linda Karen Nancy
    Barbara Margaret Jennifer Kathleen Donna Sharon Judith Allan Bruce Wayne Murray Colin Ian Neil Glenn Beverley
    Joyce Shirley Emily
    """
)
ENGLISH_FAMILIES = _words(
    """
    McNaughton McArthur Stewart Campbell Robertson Barr Elder Hooker Erskine Cullen Greer Tannahill Ness Brisbin
    Rennie Orr Petch Duncan Watt Kerr Goundrey Merlin Cairns Moore Sample Dear Blair Templeton Roy Ruddock Finlayson
    Anderson Gruer Waller Hamilton Ouimet Rember Wallace Coulter Craik
    """
)
NEWCOMERS = (
    ("Amira", "Benali"), ("Karim", "Haddad"), ("Nadia", "Bouzid"), ("Youssef", "El Amrani"), ("Fatima", "Cherkaoui"),
    ("Ngoc Anh", "Nguyen"), ("Minh", "Tran"), ("Thi Lan", "Pham"), ("Wei", "Zhang"), ("Li Na", "Chen"),
    ("Carlos", "Hernández"), ("María José", "Ramírez"), ("Luis", "Morales"), ("Ana", "Castillo"), ("Jorge", "Pérez"),
    ("Jean-Robert", "Toussaint"), ("Marie-Ange", "Pierre-Louis"), ("Wilner", "Desrosiers"), ("Nadège", "Saint-Fleur"),
    ("Olena", "Kovalenko"), ("Andriy", "Shevchuk"), ("Ioana", "Popescu"), ("Mihai", "Ionescu"), ("Piotr", "Kowalski"),
    ("Harpreet", "Singh"), ("Priya", "Patel"), ("Rajesh", "Kumar"), ("Mohammed", "Rahman"), ("Awa", "Diallo"),
    ("Ousmane", "Traoré"), ("Aïssatou", "Bah"), ("João", "Ferreira"), ("Maria", "da Silva"), ("Giuseppe", "Ricci"),
    ("Pieter", "Van Velzen"), ("Hans", "Zimmermann"), ("Ursula", "Keller"), ("Jan", "De Vries"), ("Katrien",
    "Janssens"),
)  # fmt: skip
COMPANIES = (
    "Ferme {last} et fils inc.", "Ferme {last} s.e.n.c.", "Ferme {last} et frères inc.", "Les Serres {last} inc.",
    "Verger {last}", "Maraîchers {last} inc.", "Les Jardins {last} inc.", "Pépinière {last}", "Érablière {last}",
    "Ferme laitière {last} inc.", "Culture {last} inc.", "Garage {last} inc.", "Mécanique {last}",
    "Transport {last} inc.", "Excavation {last} inc.", "Construction {last} inc.", "Toitures {last} et fils",
    "Plomberie {last} inc.", "Électricité {last} inc.", "Menuiserie {last}", "Soudure {last} inc.",
    "Marché {last} inc.", "Boucherie {last}", "Boulangerie {last}", "Pharmacie {first} {last}",
    "Salon de coiffure {first}", "Assurances {last} et associés", "Notaires {last} et {other}",
    "Clinique vétérinaire de {town}", "Clinique dentaire {last}", "Dépanneur de {town}", "Quincaillerie de {town}",
    "Camping {last}", "Cabane à sucre {last}", "Restaurant Chez {first}", "Casse-croûte {last}",
    "Centre de la petite enfance de {town}", "Club de golf de {town}", "Vignoble {last}", "Cidrerie {last}",
    "Machinerie agricole {last} inc.", "Meunerie {last} inc.", "Gestion {first} {last} inc.", "Comptabilité {last} CPA",
)  # fmt: skip
MAILBOXES = (
    "courriel.example", "courriel.example", "gmail.example", "gmail.example", "gmail.example", "hotmail.example",
    "hotmail.example", "outlook.example", "videotron.example", "sympatico.example", "icloud.example", "yahoo.example",
)  # fmt: skip
AREA_CODES = ("450", "450", "450", "450", "514", "438", "579")


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name, form of address and the language he is written to in."""

    first: str
    last: str
    title: str
    language: str


def a_person(rng: Random) -> Person:
    """Draw a person: mostly French names, some English, some newcomers'."""
    draw = rng.random()
    if draw < 0.08:
        return Person(rng.choice(ENGLISH_FIRST), rng.choice(ENGLISH_FAMILIES), "", "anglais")
    if draw < 0.15:
        first, last = rng.choice(NEWCOMERS)
        return Person(first, last, "", "francais")
    woman = rng.random() < 0.49
    first = rng.choice(FRENCH_WOMEN if woman else FRENCH_MEN)
    language = "anglais" if rng.random() < 0.01 else "francais"
    return Person(first, rng.choice(FRENCH_FAMILIES), "Mme" if woman else "M.", language)


def a_company(rng: Random, person: Person, town: str) -> str:
    """Name a farm, shop or workshop after its owner or its town."""
    other = rng.choice(FRENCH_FAMILIES)
    name = rng.choice(COMPANIES).format(first=person.first, last=person.last, other=other, town=town)
    return name.replace("de Hemmingford", "d'Hemmingford").replace("de Ormstown", "d'Ormstown").replace("de Ho", "d'Ho")


def a_phone(rng: Random) -> str:
    """Draw a number of the reserved 555 exchange, ten digits."""
    return f"{rng.choice(AREA_CODES)}555{rng.randrange(10_000):04d}"


def printed(phone: str) -> str:
    """Write ten digits as most clerks typed them: 450 555-0142."""
    return f"{phone[:3]} {phone[3:6]}-{phone[6:]}"


def plain(text: str) -> str:
    """Reduce a name to lower-case letters without accents, for logins and mail addresses."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())


def an_email(rng: Random, first: str, last: str) -> str:
    """Make a mail address out of a name, at a domain that can never exist."""
    one, two = plain(first), plain(last)
    forms = (f"{one}.{two}", f"{one}{two}", f"{one[:1]}{two}", f"{one}_{two}", f"{two}.{one}", f"{one}{two}")
    digits = str(rng.randrange(1, 99)) if rng.random() < 0.3 else ""
    return f"{rng.choice(forms) or 'client'}{digits}@{rng.choice(MAILBOXES)}"
