"""Style sheets and scripts: the libraries among them are those that were brought."""

from hashlib import sha256
from importlib import resources

from whence.web.assets import address, assets

VENDOR = resources.files("whence.web") / "static" / "vendor"


def test_libraries_are_unchanged() -> None:
    lines = (VENDOR / "SHA256SUMS").read_text().splitlines()
    sums = {name: hexadecimal for hexadecimal, _, name in (line.partition("  ") for line in lines)}
    there = {
        file.name: sha256(file.read_bytes()).hexdigest()
        for file in VENDOR.iterdir()
        if file.name.endswith(".js")
    }
    assert there == sums
    assert {f"vendor/{name}" for name in sums} <= set(assets())


def test_address_changes_with_the_content() -> None:
    assert assets()["workbench.css"].digest in address("workbench.css")
    assert len({asset.digest for asset in assets().values()}) == len(assets())


def test_every_library_has_its_licence_beside_it() -> None:
    names = {file.name for file in VENDOR.iterdir()}
    assert {f"{name.partition('.')[0]}.LICENSE" for name in names if name.endswith(".js")} <= names
