"""Build the compact table of office-holders since 1985 from a list of effective leaders.

    python scripts/build_office_holders.py LEADERS_CSV_OR_FOLDER

The list is a CSV with stateabb (Correlates of War abbreviation), leader, sdate, smonth, syear,
emonth and eyear.
Leaders still in office where the list ends are written only for countries that our own
compilation (office_holders_public_record.tsv) does not cover, with an open end.
"""

import csv
import re
import sys
from pathlib import Path

from anyascii import anyascii

LEXICON = Path(__file__).resolve().parent.parent / "src" / "whence" / "extract" / "lexicon"
SINCE = 1985

# Correlates of War abbreviation -> ISO 3166-1 alpha-2. Source: public code lists.
_PAIRS = """
AAB:AG AFG:AF ALB:AL ALG:DZ AND:AD ANG:AO ARG:AR ARM:AM AUL:AU AUS:AT AZE:AZ BAH:BH BAR:BB
BEL:BE BEN:BJ BFO:BF BHM:BS BHU:BT BLR:BY BLZ:BZ BNG:BD BOL:BO BOS:BA BOT:BW BRA:BR BRU:BN
BUI:BI BUL:BG CAM:KH CAN:CA CAO:CM CAP:CV CDI:CI CEN:CF CHA:TD CHL:CL CHN:CN COL:CO COM:KM
CON:CG COS:CR CRO:HR CUB:CU CYP:CY CZE:CZ CZR:CZ DEN:DK DJI:DJ DMA:DM DOM:DO DRC:CD DRV:VN
ECU:EC EGY:EG EQG:GQ ERI:ER EST:EE ETH:ET ETM:TL FIJ:FJ FIN:FI FRN:FR FSM:FM GAB:GA GAM:GM
GDR:DE GHA:GH GMY:DE GNB:GW GRC:GR GRG:GE GRN:GD GUA:GT GUI:GN GUY:GY HAI:HT HON:HN HUN:HU
ICE:IS IND:IN INS:ID IRE:IE IRN:IR IRQ:IQ ISR:IL ITA:IT JAM:JM JOR:JO JPN:JP KEN:KE KIR:KI
KOS:XK KUW:KW KYR:KG KZK:KZ LAO:LA LAT:LV LBR:LR LEB:LB LES:LS LIB:LY LIE:LI LIT:LT LUX:LU
MAA:MR MAC:MK MAD:MV MAG:MG MAL:MY MAS:MU MAW:MW MEX:MX MLD:MD MLI:ML MLT:MT MNC:MC MNG:ME
MON:MN MOR:MA MSI:MH MYA:MM MZM:MZ NAM:NA NAU:NR NEP:NP NEW:NZ NIC:NI NIG:NG NIR:NE NOR:NO
NTH:NL OMA:OM PAK:PK PAL:PW PAN:PA PAR:PY PER:PE PHI:PH PNG:PG POL:PL POR:PT PRK:KP QAT:QA
ROK:KR ROM:RO RUS:RU RWA:RW SAF:ZA SAL:SV SAU:SA SEN:SN SEY:SC SIE:SL SIN:SG SKN:KN SLO:SK
SLU:LC SLV:SI SNM:SM SOL:SB SOM:SO SPN:ES SRI:LK SSD:SS STP:ST SUD:SD SUR:SR SVG:VC SWA:SZ
SWD:SE SWZ:CH SYR:SY TAJ:TJ TAZ:TZ THI:TH TKM:TM TOG:TG TON:TO TRI:TT TUN:TN TUR:TR TUV:TV
UAE:AE UGA:UG UKG:GB UKR:UA URU:UY USA:US UZB:UZ VAN:VU VEN:VE WSM:WS YAR:YE YEM:YE YPR:YE
YUG:RS ZAM:ZM ZIM:ZW
"""
ISO = {pair[:3]: pair[4:] for pair in _PAIRS.split()}


def covered(own: Path) -> set[str]:
    """Return the ISO codes of the countries that our own compilation covers."""
    lines = own.read_text("utf-8").splitlines()
    return {line.split("\t")[0] for line in lines if line and not line.startswith("#")}


def spelled(name: str) -> str:
    """Return a leader's name in the order given name, surname, in ASCII."""
    plain = anyascii(name.encode("cp1252", "replace").decode("utf-8", "replace")).strip()
    plain = re.sub(r"[^\w ,.'-]", "", plain)
    last, _, first = plain.partition(",")
    return " ".join(f"{first} {last}".split())


def rows(source: Path, own: set[str]) -> list[str]:
    """Return the table's lines, sorted, without rows that name no ISO country."""
    found = set()
    with source.open(encoding="latin-1", newline="") as lines:
        for row in csv.DictReader(lines):
            iso, end_year = ISO.get(row["stateabb"]), row["eyear"].strip()
            if iso is None or not row["syear"] or (end_year and int(end_year) < SINCE):
                continue
            if not end_year and iso in own:
                continue
            start = f"{int(row['syear'])}-{int(row['smonth']):02d}-{int(row['sdate']):02d}"
            end = f"{int(end_year)}-{int(row['emonth']):02d}" if end_year else ""
            found.add("\t".join((iso, spelled(row["leader"]), start, end)))
    return sorted(found)


def main() -> None:
    """Write office_holders.tsv beside the other tables."""
    given = Path(sys.argv[1])
    source = next(iter(sorted(given.glob("leaders*.csv")))) if given.is_dir() else given
    table = rows(source, covered(LEXICON / "office_holders_public_record.tsv"))
    head = (
        "# Effective leaders of states since 1985 to March 2021: ISO country code, name,\n"
        "# first day, last month (ISO prefixes). Built by scripts/build_office_holders.py.\n"
        "# Source: list of heads of state and government to 2021-03, MIT licence (see NOTICE).\n"
    )
    (LEXICON / "office_holders.tsv").write_text(head + "\n".join(table) + "\n", "utf-8")
    sys.stdout.write(f"{len(table)} terms of office\n")


if __name__ == "__main__":
    main()
