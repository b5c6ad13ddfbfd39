"""Where the workbench listens, and what it refuses to begin with."""

import socket
from pathlib import Path

import pytest

from whence.errors import ConfigError
from whence.web.listening import LOOPBACK, Bound, Team, listen, refuse_unsafe


def with_tls(*names: str) -> Team:
    return Team(names=names, certificate=Path("chain.pem"), key=Path("key.pem"))


@pytest.mark.parametrize(
    "bound",
    [
        Bound(),
        Bound(host="localhost"),
        Bound(host="::1"),
        Bound(team=Team()),
        Bound(team=Team(names=("desk.example",), proxies=("127.0.0.1", "10.0.0.0/28"))),
        Bound(host="0.0.0.0", team=Team(proxies=("10.0.0.7",))),
        Bound(host="0.0.0.0", team=with_tls()),
        Bound(host="desk.example", team=with_tls()),
    ],
)
def test_safe_ways_are_let_be(bound: Bound) -> None:
    refuse_unsafe(bound)


@pytest.mark.parametrize(
    ("bound", "told"),
    [
        (Bound(host="0.0.0.0"), "would not have to log in"),
        (Bound(host="desk.example"), "would not have to log in"),
        (Bound(host="0.0.0.0", team=Team()), "passwords would cross the network"),
        (Bound(host="::", team=Team(names=("desk.example",))), "passwords would cross"),
        (Bound(team=Team(names=("https://desk.example",))), "is no host name"),
        (Bound(team=Team(names=("*",))), "is no host name"),
        (Bound(team=Team(names=("",))), "is no host name"),
        (Bound(team=Team(proxies=("*",))), "is no network address"),
        (Bound(team=Team(proxies=("proxy.example",))), "is no network address"),
        (Bound(team=Team(proxies=("0.0.0.0/0",))), "every address"),
        (Bound(team=Team(certificate=Path("chain.pem"))), "needs its key"),
        (Bound(team=Team(key=Path("key.pem"))), "needs its key"),
    ],
)
def test_unsafe_ways_are_refused(bound: Bound, told: str) -> None:
    with pytest.raises(ConfigError, match=told) as caught:
        refuse_unsafe(bound)
    assert caught.value.hint


def test_it_is_asked_for_under_the_names_given_and_no_other() -> None:
    assert Bound().hosts == LOOPBACK
    assert Bound(team=Team()).hosts == LOOPBACK
    assert Bound(team=Team(names=("desk.example",))).hosts == ("desk.example",)


@pytest.mark.parametrize(
    ("bound", "address"),
    [
        (Bound(), "http://127.0.0.1:8421/"),
        (Bound(host="::1"), "http://[::1]:8421/"),
        (Bound(team=with_tls()), "https://127.0.0.1:8421/"),
        (Bound(team=with_tls("desk.example")), "https://desk.example:8421/"),
        (Bound(team=Team(names=("desk.example",), proxies=("::1",))), "https://desk.example/"),
    ],
)
def test_address_is_the_one_that_people_use(bound: Bound, address: str) -> None:
    assert bound.address(8421) == address


@pytest.mark.enable_socket
def test_answers_leave_at_once() -> None:
    with listen(Bound(port=0)) as listening:
        # asyncio sets TCP_NODELAY on what is accepted only where the protocol is named
        assert listening.proto == socket.IPPROTO_TCP


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_port_that_is_taken_is_told() -> None:
    first = listen(Bound(port=0))
    with first, pytest.raises(ConfigError, match="cannot be listened at"):
        listen(Bound(port=first.getsockname()[1]))
