"""The provider's price list as plain tables (prices in cents), read by `catalog`."""

from collections.abc import Iterator


def _words(text: str, split_by: str | None = None) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.strip().split(split_by) if word.strip())


# prefix, category, word, first year, last year, ((down, up, cents, own first year, own last year), ...)
ACCESS = (
    ("SF", 3, "Internet sans fil", 2004, 2099, (
        (512, 128, 2995, 2004, 2011), (1024, 256, 3495, 2004, 2012), (2048, 512, 3995, 2006, 2014),
        (3072, 512, 4495, 2008, 2016), (5120, 1024, 4995, 2010, 2019), (10240, 1024, 5495, 2013, 2023),
        (15360, 2048, 5695, 2015, 2025), (25600, 5120, 5995, 2017, 2099), (51200, 10240, 5995, 2020, 2099))),
    ("DSL", 2, "Internet ADSL", 2005, 2024, (
        (1024, 128, 2995, 2005, 2012), (3072, 512, 3495, 2005, 2014), (5120, 800, 3995, 2006, 2016),
        (7168, 800, 4295, 2007, 2017), (10240, 800, 4495, 2009, 2020), (15360, 1024, 4795, 2012, 2024),
        (25600, 7168, 5495, 2013, 2024), (51200, 10240, 5995, 2014, 2024))),
    ("CBL", 4, "Internet câble", 2013, 2099, (
        (10240, 1500, 4495, 2013, 2019), (30720, 10240, 5495, 2013, 2099), (61440, 10240, 5995, 2014, 2099),
        (122880, 20480, 6995, 2016, 2099))),
    ("FTTH", 32, "Internet Fibre", 2014, 2099, (
        (10240, 10240, 3995, 2014, 2019), (25600, 25600, 4495, 2014, 2020), (51200, 51200, 4995, 2014, 2023),
        (102400, 102400, 5495, 2015, 2099), (153600, 153600, 5995, 2016, 2024), (204800, 204800, 6495, 2018, 2099),
        (307200, 307200, 6995, 2018, 2024), (512000, 512000, 7495, 2019, 2099), (1024000, 1024000, 8995, 2021, 2099),
        (1536000, 1024000, 10495, 2023, 2099))),
)  # fmt: skip

# sku, name, cents, category, use, first year, last year, segment, months, rise per price change
RECURRING = (
    ("TVMINI", "Télé Mini", 2495, 23, "tv", 2016, 2099, "", 1, 150),
    ("TVESS", "Télé Essentiel", 3995, 23, "tv", 2016, 2099, "", 1, 250),
    ("TVFAM", "Télé Famille", 5495, 23, "tv", 2016, 2099, "", 1, 250),
    ("TVSPO", "Télé Sports", 6495, 23, "tv", 2017, 2099, "", 1, 250),
    ("TVMAX", "Télé Maximum", 7995, 23, "tv", 2018, 2099, "", 1, 300),
    ("TVTH5", "Bouquet de 5 chaînes", 1000, 24, "tv_theme", 2016, 2099, "", 1, 0),
    ("TVTH10", "Bouquet de 10 chaînes", 1800, 24, "tv_theme", 2016, 2099, "", 1, 0),
    ("TVTH20", "Bouquet de 20 chaînes", 2800, 24, "tv_theme", 2016, 2099, "", 1, 0),
    ("TVFILM", "Cinéma à volonté", 1695, 24, "tv_theme", 2017, 2099, "", 1, 0),
    ("TVJEUN", "Bouquet jeunesse", 600, 24, "tv_theme", 2017, 2099, "", 1, 0),
    ("TVINFO", "Bouquet nouvelles", 500, 24, "tv_theme", 2016, 2099, "", 1, 0),
    ("TVENG", "Bouquet anglophone", 1200, 24, "tv_theme", 2016, 2099, "", 1, 0),
    ("DEC1", "Location décodeur", 500, 25, "decoder", 2016, 2099, "", 1, 0),
    ("DEC2", "Location décodeur additionnel", 400, 25, "decoder", 2016, 2099, "", 1, 0),
    ("ENR250", "Enregistreur infonuagique 250 h", 1000, 25, "decoder", 2018, 2099, "", 1, 0),
    ("TELRES", "Téléphonie résidentielle", 2495, 19, "phone", 2009, 2099, "r", 1, 0),
    ("TELRESE", "Téléphonie résidentielle économique", 1495, 19, "phone", 2012, 2099, "r", 1, 0),
    ("TELRESI", "Téléphonie résidentielle illimitée", 2995, 19, "phone", 2012, 2099, "r", 1, 0),
    ("TELBV", "Boîte vocale", 300, 19, "phone_option", 2009, 2099, "", 1, 0),
    ("TELAFF", "Afficheur et appel en attente", 500, 19, "phone_option", 2009, 2099, "", 1, 0),
    ("TELNUM2", "Deuxième numéro", 595, 19, "phone_option", 2010, 2099, "", 1, 0),
    ("TELIUS", "Interurbains Canada et États-Unis illimités", 1000, 21, "phone_option", 2010, 2099, "", 1, 0),
    ("TELBUS", "Ligne affaires", 3995, 20, "phone", 2009, 2099, "b", 1, 0),
    ("TELTRK", "Canal SIP affaires", 2195, 20, "phone_business", 2013, 2099, "b", 1, 0),
    ("TELPBX", "Poste de téléphonie hébergée", 1995, 20, "phone_business", 2014, 2099, "b", 1, 0),
    ("TELSF", "Numéro sans frais", 995, 20, "phone_business", 2010, 2099, "b", 1, 0),
    ("TELFAX", "Télécopie par courriel", 795, 20, "phone_business", 2011, 2099, "b", 1, 0),
    ("LOCRT", "Location routeur", 500, 12, "router", 2010, 2020, "", 1, 0),
    ("LOCRTAC", "Location routeur Wi-Fi AC", 500, 12, "router", 2016, 2023, "", 1, 0),
    ("LOCDECO", "Location Wi-Fi maillé", 700, 12, "router", 2019, 2099, "", 1, 0),
    ("LOCONT", "Location ONT et routeur Wi-Fi 6", 600, 12, "router", 2021, 2099, "", 1, 0),
    ("LOCMOD", "Location modem ADSL", 400, 12, "router", 2005, 2018, "", 1, 0),
    ("LOCANT", "Location antenne", 500, 12, "router", 2004, 2099, "", 1, 0),
    ("LOCDEC2", "Borne Wi-Fi additionnelle", 400, 12, "addon", 2019, 2099, "", 1, 0),
    ("LOCUPS", "Location pile de secours", 300, 12, "addon", 2015, 2099, "", 1, 0),
    ("PROTEC", "Plan de protection d'équipement", 495, 12, "addon", 2012, 2099, "", 1, 0),
    ("WEB1", "Hébergement Web de base", 995, 13, "hosting", 2003, 2099, "", 1, 0),
    ("WEB2", "Hébergement Web Pro", 1995, 13, "hosting", 2003, 2099, "b", 1, 0),
    ("WEB3", "Hébergement Web commerce", 3995, 13, "hosting", 2008, 2099, "b", 1, 0),
    ("WEB1-12", "Hébergement Web de base, annuel", 9900, 13, "yearly", 2003, 2099, "", 12, 0),
    ("DOMCA", "Nom de domaine .ca, un an", 2495, 14, "yearly", 2003, 2099, "", 12, 0),
    ("DOMCOM", "Nom de domaine .com, un an", 2295, 14, "yearly", 2003, 2099, "", 12, 0),
    ("DOMQC", "Nom de domaine .quebec, un an", 3995, 14, "yearly", 2015, 2099, "", 12, 0),
    ("COUR1", "Boîte de courriel additionnelle", 200, 15, "addon", 2003, 2099, "", 1, 0),
    ("COUR5", "5 boîtes de courriel", 500, 15, "addon", 2003, 2099, "", 1, 0),
    ("COURPRO", "Courriel Pro 50 Go", 695, 15, "hosting", 2014, 2099, "b", 1, 0),
    ("ANTIV", "Antivirus, un an", 3995, 15, "yearly", 2006, 2099, "", 12, 0),
    ("IPFIXE", "Adresse IP fixe", 1000, 16, "ip", 2004, 2099, "", 1, 0),
    ("IP8", "Bloc de 8 adresses IP", 2500, 16, "ip", 2006, 2099, "b", 1, 0),
    ("IP16", "Bloc de 16 adresses IP", 4500, 16, "ip", 2006, 2099, "b", 1, 0),
    ("AFF1G", "Affaires 1 Gbit", 12900, 33, "business", 2021, 2099, "b", 1, 0),
    ("AFF2G", "Affaires 2 Gbit", 19900, 33, "business", 2023, 2099, "b", 1, 0),
    ("AFFDED", "Lien fibre dédié 100 Mbit", 44900, 33, "business", 2015, 2099, "b", 1, 0),
    ("AFFLAN", "Réseau local étendu, par site", 29900, 17, "business", 2012, 2099, "b", 1, 0),
    ("AFFSUR", "Surveillance réseau", 4995, 17, "business_addon", 2010, 2099, "b", 1, 0),
    ("AFFSAU", "Sauvegarde hors site 500 Go", 5995, 17, "business_addon", 2012, 2099, "b", 1, 0),
    ("AFFWIFI", "Wi-Fi public géré, par borne", 1995, 17, "business_addon", 2016, 2099, "b", 1, 0),
    ("COLO1U", "Colocation 1U", 7500, 18, "business_addon", 2006, 2099, "b", 1, 0),
    ("COLOQ", "Colocation quart de cabinet", 24900, 18, "business_addon", 2006, 2099, "b", 1, 0),
    ("SUP3", "Soutien à distance, 3 mois", 5995, 34, "quarterly", 2010, 2099, "", 3, 0),
    ("SUP6", "Entretien réseau, 6 mois", 14900, 17, "halfyearly", 2010, 2099, "b", 6, 0),
)  # fmt: skip

# sku, name, cents, category, use, first year, last year
ONE_TIME = (
    ("INSTDIAL", "Ouverture de compte", 2500, 5, "install", 2003, 2009),
    ("INSTSF", "Installation Internet sans fil", 14900, 5, "install_wireless", 2004, 2099),
    ("INSTDSL", "Installation ADSL", 4995, 5, "install", 2005, 2024),
    ("INSTFTTH", "Installation fibre", 9995, 5, "install_fibre", 2014, 2099),
    ("INSTTEL", "Installation téléphonie", 2995, 5, "install_phone", 2009, 2099),
    ("INSTTV", "Installation télévision", 4995, 5, "install_tv", 2016, 2099),
    ("INSTPRISE", "Prise réseau additionnelle", 6500, 5, "work", 2008, 2099),
    ("ACTIV", "Frais d'activation", 2500, 29, "activation", 2003, 2026),
    ("MO1", "Main-d'œuvre, l'heure", 7500, 6, "labour", 2003, 2019),
    ("MO2", "Main-d'œuvre, l'heure", 8500, 6, "labour", 2019, 2099),
    ("MOAFF", "Main-d'œuvre affaires, l'heure", 11000, 6, "labour", 2012, 2099),
    ("MODEP", "Déplacement", 4500, 6, "work", 2003, 2099),
    ("MOHAUT", "Travail en hauteur", 12500, 6, "work", 2006, 2099),
    ("MOPC", "Nettoyage d'ordinateur", 7995, 6, "work", 2003, 2016),
    ("DEMEN", "Déménagement de service", 5000, 29, "move", 2003, 2099),
    ("RECON", "Frais de reconnexion", 3000, 29, "fee", 2003, 2013),
    ("NSF", "Frais de provision insuffisante", 2500, 29, "fee_nsf", 2003, 2016),
    ("INTRET", "Intérêts sur solde en retard", 500, 30, "fee_late", 2003, 2099),
    ("DUPFAC", "Copie de facture par la poste", 200, 29, "fee", 2010, 2099),
    ("DEPOT", "Dépôt de garantie", 10000, 31, "deposit", 2003, 2099),
    ("CREDPAN", "Crédit pour panne", -500, 28, "credit", 2003, 2099),
    ("CREDREF", "Crédit de parrainage", -5000, 28, "credit", 2012, 2099),
    ("CREDGES", "Geste commercial", -1000, 28, "credit", 2003, 2099),
    ("CREDINS", "Rabais installation", -5000, 26, "credit_install", 2010, 2099),
    ("DIV1", "Article divers", 1000, 34, "hardware", 2003, 2099),
    ("DIV2", "Frais de poste", 1200, 34, "hardware", 2003, 2099),
)  # fmt: skip

DISCOUNTS = tuple(
    (cents, word, since)
    for word, since in (
        ("promo télé", 2016), ("promo fibre", 2015), ("fidélité", 2008), ("duo", 2009), ("trio", 2016),
        ("60 ans et plus", 2010), ("employé", 2005), ("promo rentrée", 2014), ("entente municipalité", 2012),
    )
    for cents in (500, 1000, 1500, 2000)
)  # fmt: skip

CHANNELS = _words(
    """
    Rivage|Horizon|Terroir|Hockey Classique|Rallye|Ciné Nostalgie|Ciné Frissons|Ciné Famille|Petits Curieux|
    Mini-Mousse|Documentaires|Planète Verte|Histoire Vivante|Sciences|Voyages|Cuisine du monde|Chasse et pêche|
    Country|Jazz|Opéra|Rock Laurentien|Nouvelles 24|Météo|Économie|Affaires publiques|Humour|Séries noires|
    Séries d'ici|Télé-roman|Mode|Rénovation|Jardin|Agriculture|Chevaux|Golf|Tennis|Football|Baseball|Soccer|
    Course automobile|Lutte|Combat|Plein air|Aviation|Trains|Jeux|Technologie|Espace|Santé|Vie|Spiritualité|Art|
    Danse|Théâtre|Cirque|Québec Rétro|Acadie|Ontario|Prairie|Pacifique|World News|Classic Movies|Kids World|
    Sports One|Sports Two|Life Style|Home and Garden|Drama|Comedy|Mystery|Western|Science Fiction|Nature|
    Discovery Trail|Food Channel One|Italia|Portugal|España|Deutschland|Polska|Liban|Maghreb|Haïti|Vietnam|Chine|
    Inde
    """,
    "|",
)

COUNTRIES = _words(
    """
    France|Royaume-Uni|Allemagne|Belgique|Suisse|Italie|Espagne|Portugal|Pays-Bas|Pologne|Roumanie|Ukraine|Maroc|
    Algérie|Tunisie|Liban|Égypte|Sénégal|Côte d'Ivoire|Cameroun|Haïti|République dominicaine|Cuba|Mexique|
    Colombie|Pérou|Chili|Argentine|Brésil|Guatemala|Chine|Vietnam|Inde|Philippines|Japon|Australie|
    Nouvelle-Zélande|Russie|Turquie|Grèce
    """,
    "|",
)


def _sizes(unit: str, *pairs: tuple[int, int]) -> tuple[tuple[str, int], ...]:
    return tuple((f"{size} {unit}", cents) for size, cents in pairs)


# word, code, category, first year, ((variant, cents), ...)
FAMILIES = (
    ("Routeur", "RT", 8, 2003, (("filaire 4 ports", 4995), ("Wi-Fi G", 6995), ("Wi-Fi N300", 5995), ("Wi-Fi N600",
    7995),
        ("Wi-Fi AC1200", 8995), ("Wi-Fi AC1750", 11995), ("Wi-Fi AX1500", 9995), ("Wi-Fi AX3000", 14995),
        ("Wi-Fi AX5400", 21995), ("affaires VPN", 24995))),
    ("Wi-Fi maillé", "WM", 8, 2018, (("ensemble de 2", 19995), ("ensemble de 3", 26995), ("borne seule", 10995))),
    ("Commutateur", "SW", 7, 2003, (("5 ports", 3495), ("8 ports", 4995), ("16 ports", 9995), ("24 ports", 17995),
        ("8 ports PoE", 12995), ("24 ports PoE", 39995))),
    ("Antenne", "AN", 9, 2004, (("900 MHz Yagi", 11995), ("2,4 GHz 14 dBi", 7995), ("5 GHz 23 dBi", 13995),
        ("3,5 GHz 18 dBi", 22995), ("5 GHz 30 dBi", 24995))),
    ("Mât", "MA", 9, 2004, _sizes("pi", (5, 2495), (10, 3995), (20, 8995), (30, 13995))),
    ("Support", "SU", 9, 2004, (("mural", 1995), ("de toit", 3495), ("de cheminée", 4495), ("trépied", 5995))),
    ("Modem", "MO", 8, 2003, (("56k", 4995), ("ADSL2+", 7995), ("VDSL2", 11995), ("câble D3", 12995))),
    ("Adaptateur téléphonique", "AT", 8, 2009, (("1 ligne", 6995), ("2 lignes", 8995), ("8 lignes", 29995))),
    ("Téléphone IP", "TI", 7, 2012, (("de base", 8995), ("couleur", 14995), ("sans fil", 15995), ("de conférence",
    49995))),
    ("Carte réseau", "CR", 11, 2003, (("10/100", 1995), ("gigabit", 2995), ("sans fil PCI", 4495), ("USB sans fil",
    3495))),
    ("Mémoire", "ME", 11, 2003, _sizes("Go", (1, 4995), (2, 5995), (4, 6995), (8, 7995), (16, 10995))),
    ("Disque dur", "DD", 11, 2003, _sizes("Go", (80, 7995), (160, 8995), (500, 7995), (1000, 8995), (2000, 9995))),
    ("Ordinateur", "OR", 11, 2003, (("de base", 54995), ("bureau", 74995), ("performance", 119995), ("portable",
    89995))),
    ("Écran", "EC", 11, 2003, _sizes("po", (17, 17995), (19, 19995), (22, 18995), (24, 21995))),
    ("Pile de secours", "UP", 7, 2005, _sizes("VA", (350, 6995), (550, 8995), (850, 13995), (1500, 24995))),
    ("Parasurtenseur", "PS", 7, 2003, (("6 prises", 2495), ("8 prises", 3495), ("Ethernet", 2995))),
    ("Télécommande", "TC", 7, 2016, (("de rechange", 2495), ("à gros boutons", 2995))),
    ("Décodeur", "DC", 7, 2016, (("HD", 9995), ("4K", 14995))),
    ("Clé USB", "CU", 11, 2005, _sizes("Go", (4, 1495), (16, 1995), (64, 2495))),
    ("Caméra IP", "CI", 7, 2012, (("intérieure", 7995), ("extérieure", 12995), ("PTZ", 24995))),
    ("Fibre optique préconnectée", "FO", 10, 2014, _sizes("m", (30, 3995), (50, 5495), (80, 7495), (120, 9995), (200,
    14995))),
    ("Boîtier de raccordement", "BR", 10, 2014, (("intérieur", 1995), ("extérieur", 3495))),
    ("Piquet et mise à la terre", "MT", 10, 2004, (("ensemble", 2995), ("fil no 6, le pied", 95))),
)  # fmt: skip


def cable_variants() -> Iterator[tuple[str, str, int, int]]:
    """Network cables in every grade, length and colour, for as many products as are asked for."""
    grades = (
        ("CAT5e", "5E", 2003, 30),
        ("CAT6", "6", 2009, 40),
        ("CAT6 extérieur", "6X", 2010, 60),
        ("CAT6A", "6A", 2015, 70),
    )
    for grade, code, since, per_foot in grades:
        for feet in (1, 3, 5, 7, 10, 15, 25, 35, 50, 75, 100, 150):
            for colour in ("bleu", "gris", "noir", "blanc", "jaune", "rouge", "vert", "orange"):
                sku = f"CAT{code}-{feet}{colour[:3].upper()}"
                yield sku, f"Câble réseau {grade}, {feet} pi, {colour}", 300 + feet * per_foot, since


def speed_name(kbits: int) -> str:
    """Write a download speed as it is sold: 500, 1 Gbit, 512k."""
    if kbits < 1024:
        return f"{kbits}k"
    if kbits >= 1_024_000:
        return "1 Gbit" if kbits == 1_024_000 else "1,5 Gbit"
    return str({512000: 500}.get(kbits, kbits // 1024))


def speed_code(kbits: int) -> str:
    """Write a download speed as it stands in a SKU: 150, 1G, 512K."""
    return {512: "512K", 512000: "500", 1_024_000: "1G", 1_536_000: "1G5"}.get(kbits, str(kbits // 1024))


def initials(words: str) -> str:
    """The first letters of some words, for a SKU."""
    return "".join(word[0] for word in words.upper().replace("É", "E").split())
