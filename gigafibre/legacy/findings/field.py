"""What an import may find in work orders, the network, its traffic and quotations."""

from gigafibre.kernel.text import Text

RULES: dict[str, Text] = {
    "work_order_without_account": Text("Bon de travail sans compte : ignoré.", "Work order without an account: left."),
    "work_order_without_date": Text("Bon de travail sans date : ignoré.", "Work order without a date: left."),
    "work_order_unplaced": Text(
        "Bon de travail d’un client à plusieurs lieux, ou sans : gardé sans lieu.",
        "Work order of a customer with several locations, or none: kept without one.",
    ),
    "work_order_hours_unread": Text(
        "Heures illisibles ou absentes : du temps sans durée.", "Hours unreadable or missing: time without a length."
    ),
    "work_order_hours_reversed": Text(
        "Départ avant l’arrivée : du temps sans durée.", "Left before he came: time without a length."
    ),
    "work_order_technician_unknown": Text(
        "Technicien inconnu : bon et temps gardés sans lui.", "Unknown technician: work order and time without him."
    ),
    "work_order_hours_nobodys": Text(
        "Heures sans technicien nommé : du temps de personne.", "Hours of no named technician: nobody’s time."
    ),
    "work_order_line_left": Text(
        "Matériel sans bon de travail, ou d’une quantité nulle : ignoré.",
        "Material without a work order, or of no quantity: left.",
    ),
    "fibre_port_twice": Text(
        "Identifiant d’ONT de deux prises : la raccordée ou la plus récente le garde.",
        "An ONT id of two drops: the connected or newest one keeps it.",
    ),
    "fibre_port_impossible": Text("Port ou OLT illisible : sans port.", "Port or OLT not readable: no port."),
    "fibre_service_over": Text(
        "Prise d’un service terminé ou absent : desservable.", "Drop of a service that is over or gone: serviceable."
    ),
    "fibre_service_twice": Text(
        "Service de deux prises : la plus récente le porte, l’autre reste au lieu.",
        "A service of two drops: the newest carries it, the other stays at the location.",
    ),
    "fibre_without_address": Text("Prise sans rue ou sans ville : à compléter.", "Drop without street or city."),
    "taken_here": Text(
        "Port, série ou MAC déjà donné ici par le personnel : il le garde.",
        "Port, serial or MAC already given away here by staff: it stays.",
    ),
    "device_twice": Text(
        "Même adresse MAC : le plus récent en service est l’appareil, celui-ci n’est que listé.",
        "Same MAC address: the newest installed is the device, this row is only listed.",
    ),
    "device_serial_twice": Text(
        "Numéro de série de plusieurs appareils : un seul le garde.", "Serial of several devices: one keeps it."
    ),
    "device_mac_invalid": Text("Adresse MAC impossible : gardée telle quelle.", "Impossible MAC: kept as printed."),
    "device_unidentified": Text(
        "Appareil sans MAC ni série sûre : à identifier.", "Device without a MAC or a sure serial: to identify."
    ),
    "device_without_location": Text("Adresse de l’appareil absente : en stock.", "Its address is gone: in stock."),
    "device_circle": Text("Appareils l’un derrière l’autre en cercle : coupé.", "Devices in a circle: cut."),
    "device_parent_missing": Text("Appareil derrière un absent : sans parent.", "Plugged behind a missing device."),
    "ip_invalid": Text(
        "Pas une adresse IP que quelqu’un peut avoir : ignorée.", "Not an IP address that anybody can have: left."
    ),
    "ip_without_date": Text("Adresse IP sans date, ou à venir : ignorée.", "IP address of no day, or to come: left."),
    "ip_without_account": Text("Adresse IP d’un compte absent : ignorée.", "IP address of a missing account: left."),
    "ip_replaced_at_once": Text(
        "Adresse IP remplacée ou donnée à un autre à l’instant même : ignorée.",
        "IP address replaced or given to another at the same instant: left.",
    ),
    "ip_past_retention": Text(
        "Adresse IP perdue avant la durée de conservation : ignorée.", "IP address lost before what is kept: left."
    ),
    "ip_without_service": Text(
        "Adresse IP sans service : placée par son adresse de service, sinon chez le client.",
        "IP address without a service: placed by its delivery, else with the customer.",
    ),
    "ip_service_missing": Text(
        "Adresse IP d’un service absent ou qui n’est pas un abonnement : placée de même.",
        "IP address of a service that is missing or is no subscription: placed likewise.",
    ),
    "ip_out_of_order": Text(
        "Adresse IP inscrite après une plus récente du même service : remise à sa place dans le temps.",
        "IP address written after a newer one of the same service: put back in the order of time.",
    ),
    "ip_of_two_services": Text(
        "Adresse IP de deux services à la fois : au premier jusqu’à ce que l’autre la reçoive.",
        "IP address of two services at once: the first one’s until the other gets it.",
    ),
    "ip_account_disagrees": Text(
        "Adresse IP d’un compte et service ou adresse d’un autre : le compte de la rangée l’emporte.",
        "IP address of one account, its service or delivery of another: the row’s account wins.",
    ),
    "usage_negative": Text("Consommation négative : ignorée.", "Negative usage: left."),
    "usage_absurd": Text(
        "Consommation plus grande qu’une ligne de 10 Gbit/s n’en porte en un jour : ignorée.",
        "Usage beyond what a line of 10 Gbit/s carries in a day: left.",
    ),
    "usage_without_day": Text("Consommation sans jour, ou à venir : ignorée.", "Usage of no day, or to come: left."),
    "usage_without_service": Text(
        "Consommation d’un service absent ou qui n’est pas un abonnement : ignorée.",
        "Usage of a service that is missing or is no subscription: left.",
    ),
    "usage_past_retention": Text(
        "Consommation d’avant la durée de conservation : ignorée.", "Usage from before what is kept: left."
    ),
    "usage_twice": Text(
        "Plusieurs relevés d’un jour : le plus récent, le plus complet, est gardé.",
        "Several readings of a day: the newest, the fullest, is kept.",
    ),
    "usage_of_several": Text("Relevé gardé parmi plusieurs d’un jour.", "Reading kept of several of a day."),
    "traffic_taken_here": Text(
        "Adresse IP ou jour qui est déjà à un autre ici : ce qui est ici reste.",
        "IP address or day that is already another’s here: what is here stays.",
    ),
    "forgotten_here": Text(
        "Effacé ici, selon la durée de conservation : ne revient pas.", "Erased here, past what is kept: stays so."
    ),
    "quotation_without_account": Text(
        "Soumission d’un compte absent : gardée au nom du compte.", "Quotation of a missing account: kept under its id."
    ),
    "quotation_lengths": Text(
        "Lignes aux longueurs fausses : lues malgré tout.", "Lines of wrong lengths: read all the same."
    ),
    "quotation_cut_off": Text(
        "Lignes tronquées : les entières sont lues, le texte est gardé.", "Lines cut off: whole ones read, text kept."
    ),
    "quotation_object": Text(
        "Un objet dans les lignes : jamais construit, le texte est gardé.", "An object in the lines: never built, kept."
    ),
    "quotation_unreadable": Text("Lignes illisibles : le texte est gardé.", "Lines not readable: the text is kept."),
    "quotation_too_deep": Text("Lignes trop imbriquées : le texte est gardé.", "Lines nested too deep: text kept."),
    "quotation_trailing": Text("Texte après les lignes : gardé.", "Text after the lines: kept."),
    "quotation_line": Text("Une ligne qui n’en est pas une : le texte est gardé.", "A line that is none: text kept."),
    "quotation_number": Text(
        "Montant ou quantité illisible : 0,00 $, le texte est gardé.", "Amount or quantity not readable: 0, text kept."
    ),
    "quotation_total": Text(
        "Total d’une ligne qui n’est pas prix × quantité : recalculé, le texte est gardé.",
        "A line’s total isn’t price × quantity: worked out anew, text kept.",
    ),
}
