"""Short reports of three invented incidents."""

from tests.trace.making import Made, document

Rows = tuple[tuple[str, str, str], ...]

FERRY: Rows = (
    (
        "Vela Post",
        "2031-03-02",
        "Four people drowned when a bomb sank the ferry Corvina off Port Vela on Sunday, "
        "harbourmaster Ines Radoslav said. The Corvina was carrying 60 passengers.",
    ),
    (
        "Quay News",
        "2031-03-02",
        "The ferry Corvina sank off Port Vela after a bomb went off. Ines Radoslav, the "
        "harbourmaster, told Quay News that four passengers of the Corvina drowned.",
    ),
    (
        "Strand Herald",
        "2031-03-04",
        "Divers searching the wreck of the Corvina off Port Vela found a detonator of the bomb. "
        "Four passengers drowned when it sank. Harbourmaster Ines Radoslav resigned.",
    ),
)
DEPOT: Rows = (
    (
        "Vela Post",
        "2031-03-03",
        "Gunmen opened fire on a bus depot in Tarnholm, killing the driver Osric Bellweather and "
        "wounding two mechanics, Tarnholm police said on Monday.",
    ),
    (
        "Moor Gazette",
        "2031-03-03",
        "Osric Bellweather, a driver, was killed at the bus depot of Tarnholm on Monday when "
        "gunmen opened fire. Two mechanics were wounded, Tarnholm police said.",
    ),
)
ALONE: Rows = (
    (
        "Moor Gazette",
        "2031-03-03",
        "A letter bomb was defused at the tax office of Greywater on Monday, the bomb squad said. "
        "Nobody was hurt.",
    ),
)
EVERY = (FERRY, DEPOT, ALONE)


def made(rows: Rows) -> list[Made]:
    """Start the reports of one incident, with the toll and day that a reader would take."""
    every = []
    for outlet, published, text in rows:
        one = Made(document(outlet, text, published))
        one.kind = "bombing" if "bomb" in text else "shooting"
        if "drowned" in text:
            one.fact("killed", 4, "drowned")
            one.fact("date", "2031-03-02", "Corvina")
            one.fact("place", "Port Vela", "Port Vela")
        if "Tarnholm" in text:
            one.fact("wounded", 2, "mechanics")
            one.fact("date", "2031-03-03", "Monday")
            one.fact("place", "Tarnholm", "Tarnholm")
        every.append(one)
    return every
