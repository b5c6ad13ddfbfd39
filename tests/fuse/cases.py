"""An invented incident in several reports: a correction, a copy, officials without a name."""

from tests.trace.making import Made, document


def correction() -> list[Made]:
    """Four reports of one drone attack; the ministry's spokesman takes one of three drones back."""
    gazette = Made(
        document(
            "The Gazette",
            "Three drones were used in the attack on the depot, two of which were downed while a "
            "third hit the roof, state news agency ABN quoted an interior ministry spokesman as "
            "saying.\nSeven guards were wounded, two officials told Reuters.",
            "2031-05-04",
        )
    )
    spokesman = ("state news agency ABN:agency", "an interior ministry spokesman:role")
    gazette.says("Three drones were used in the attack on the depot", *spokesman)
    gazette.fact("munitions_launched", 3, "Three drones", *spokesman, unit="drone")
    gazette.fact("munitions_intercepted", 2, "two of which", *spokesman, unit="drone")
    gazette.fact("munitions_struck", 1, "a third", *spokesman, unit="drone")
    officials = ("Reuters:agency", "two officials:anonymous")
    gazette.fact("wounded", 7, "Seven guards", *officials, unit="guards")
    gazette.kind = "drone_attack"
    courier = Made(
        document(
            "Courier",
            "Interior Ministry Spokesman Pau Riba told state television that two drones were shot "
            "down and a third struck the depot in Encamp, Andorra.",
            "2031-05-04",
        )
    )
    riba = ("state television:outlet", "Interior Ministry Spokesman Pau Riba:person")
    courier.fact("munitions_intercepted", 2, "two drones", *riba, unit="drone")
    courier.fact("munitions_struck", 1, "a third", *riba, unit="drone")
    courier.fact("place", "Encamp, Andorra", "Encamp, Andorra", *riba)
    courier.kind = "drone_attack"
    herald = Made(
        document(
            "Herald",
            "Col. Pau Riba initially said that three drones attacked the depot, but clarified "
            "later that only two drones were involved.",
            "2031-05-04",
        )
    )
    herald.fact(
        "munitions_launched",
        3,
        "three drones",
        "Col. Pau Riba:person",
        unit="drone",
        stage="initial",
    )
    herald.fact(
        "munitions_launched",
        2,
        "only two drones",
        "Col. Pau Riba:person",
        unit="drone",
        stage="correction",
    )
    late = Made(
        document(
            "Evening Star",
            "The Andorran Interior Ministry said that three drones were launched.\n"
            "The attack of 4 May involved three drones.",
            "2031-05-05",
        )
    )
    late.fact(
        "munitions_launched", 3, "three drones", "The Andorran Interior Ministry:body", unit="drone"
    )
    late.fact("munitions_launched", 3, "involved three drones", unit="drone")
    late.fact("date", "2031-05-04", "4 May")
    return [gazette, courier, herald, late]
