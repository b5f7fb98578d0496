from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from factcheck.errors import BadInput, FactcheckError, FetchFailed, FetchRefused
from factcheck.evidence import addresses
from factcheck.evidence.addresses import find_target, is_public
from factcheck.evidence.fetch import AGENT, Limits, fetch
from tests.evidence.serving import Site, answer, serving

# Addresses that no fetch may reach, in the spellings under which they are smuggled in. Each was
# taken from the ways in which the notations may be mixed (inet_aton(3), RFC 4291, RFC 6052, RFC 3056).
HOSTILE = """
    http://127.0.0.1/ http://127.0.0.1:80/ http://127.1/ http://127.0.1/ http://127.255.255.254/
    http://2130706433/ http://0x7f000001/ http://0x7f.0x0.0x0.0x1/ http://0177.0.0.1/ http://017700000001/
    http://0x7f.1/ http://0/ http://0.0.0.0/ http://localhost/ http://LOCALHOST./ http://a.localhost/
    http://[::1]/ http://[::]/ http://[0:0:0:0:0:0:0:1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/
    http://[::127.0.0.1]/ http://[64:ff9b::7f00:1]/ http://[2002:7f00:1::]/ http://[fe80::1]/ http://[fd00::1]/
    http://[fec0::1]/ http://[ff02::1]/ http://10.0.0.1/ http://172.16.0.1/ http://172.31.255.255/
    http://192.168.0.1/ http://169.254.169.254/latest/meta-data/ http://[fd00:ec2::254]/ http://100.64.0.1/
    http://100.100.100.200/ http://192.0.0.192/ http://198.18.0.1/ http://203.0.113.7/ http://224.0.0.1/
    http://240.0.0.1/ http://255.255.255.255/ http://metadata.google.internal/ http://printer.local/
    http://router.home.arpa/ http://intranet.test/ http://nothing.invalid/ http://page.example/
    http://site.onion/ file:///etc/passwd ftp://ftp.gnu.org/ gopher://gopher.floodgap.com/ javascript:alert(1)
    data:text/html,hello dict://127.0.0.1:11211/ https:///path http://user:secret@www.gnu.org/
    http://www.gnu.org@127.0.0.1/ http://127.0.0.1:22/ http://www.gnu.org:22/ http://www.gnu.org:8080/
    http://127.0.0.1\\@www.gnu.org/ http://www.gnu.org\\.localhost/ //www.gnu.org/ http://①②⑦.⓪.⓪.①/
    http://127。0。0。1/ http://%31%32%37.0.0.1/ http://[::1%25lo]/ http://[::ffff:0:127.0.0.1]/
""".split()


def numeric(host: str, port: int) -> list[str]:
    """What the system makes of a numeric host; every other name leads to one public address."""
    import socket

    if host[:1].isdigit() or ":" in host or host.startswith("0x"):
        try:
            return [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except OSError:
            return []
    return ["1.1.1.1"]


def test_the_list_is_long_enough() -> None:
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("url", HOSTILE)
def test_a_hostile_link_leads_nowhere(url: str) -> None:
    with pytest.raises((BadInput, FetchRefused)):
        find_target(url, resolver=numeric)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "64:ff9b::101:101", "8.8.8.8"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address", ["", "nonsense", "1.1.1.1%eth0", "::ffff:10.0.0.1", "2001:db8::1", "2002:a00:1::"]
)
def test_whatever_else_is_none(address: str) -> None:
    assert not is_public(address)


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(FetchRefused, match=r"10\.0\.0\.1, which is not a public address"):
        find_target("http://two-faced.org/", resolver=lambda _host, _port: ["1.1.1.1", "10.0.0.1"])


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def get(site: Site, path: str, **limits: float) -> bytes:
    return fetch(site.url(path), allowed=site.allowed, limits=Limits(**limits)).body  # type: ignore[arg-type]


def test_a_page_is_fetched_as_it_went_over_the_wire(site: Site) -> None:
    packed = gzip.compress(b"the page")
    site.pages["/a?b=c"] = answer(200, packed, Content_Encoding="gzip", Content_Type="Text/HTML; x=y")
    page = fetch(site.url("/a?b=c#part"), allowed=site.allowed, headers={"If-None-Match": '"tag"'})
    assert (page.status, page.body, page.media_type, page.url) == (
        200,
        b"the page",
        "text/html",
        site.url("/a?b=c"),
    )
    assert gzip.decompress(page.exchanges[0].raw) == b"the page"
    sent = site.asked[0][1]
    assert (sent["user-agent"], sent["if-none-match"], sent["host"]) == (AGENT, '"tag"', site.address)
    assert "cookie" not in sent


def test_without_being_allowed_by_name_loopback_is_refused(site: Site) -> None:
    with pytest.raises(FetchRefused):
        fetch(site.url("/"))
    assert site.asked == []


def test_proxies_of_the_environment_are_not_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages["/"] = b"direct"
    assert get(site, "/") == b"direct"


def test_a_redirect_is_followed_and_kept(site: Site) -> None:
    site.pages["/old"] = answer(301, Location="/new")
    site.pages["/new"] = b"moved here"
    page = fetch(site.url("/old"), allowed=site.allowed)
    assert [one.status for one in page.exchanges] == [301, 200]
    assert page.url == site.url("/new")


@pytest.mark.parametrize(
    "place",
    ["http://127.0.0.1:1/", "http://169.254.169.254/", "file:///etc/passwd", "http://[::1]/", "javascript:1"],
)
def test_a_redirect_is_looked_at_anew(site: Site, place: str) -> None:
    site.pages["/old"] = answer(302, Location=place)
    with pytest.raises((BadInput, FetchRefused)):
        get(site, "/old")


def test_redirects_come_to_an_end(site: Site) -> None:
    site.pages["/round"] = answer(302, Location="/round")
    with pytest.raises(FetchRefused, match="more than 5 times"):
        get(site, "/round")
    assert len(site.asked) == 6


def test_a_name_that_flips_between_two_addresses_is_asked_once(site: Site) -> None:
    answers = [["1.1.1.1"], ["127.0.0.1"]]
    asked: list[str] = []

    def flipping(host: str, _: int) -> list[str]:
        asked.append(host)
        return answers[min(len(asked) - 1, 1)]

    target = find_target("http://flip.org/", resolver=flipping)
    assert (target.address, asked) == ("1.1.1.1", ["flip.org"])
    with pytest.raises(FetchRefused):
        find_target("http://flip.org/", resolver=flipping)


def test_a_body_without_an_end_is_cut(site: Site) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 65536)
        except OSError:
            return

    site.pages["/"] = endless
    with pytest.raises(FetchRefused, match="more than 1,000,000 bytes"):
        get(site, "/", raw=1_000_000)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress], ids=["gzip", "zlib"])
def test_a_bomb_is_not_unpacked(site: Site, pack: object) -> None:
    packed = pack(b"\0" * 50_000_000)  # type: ignore[operator]
    site.pages["/"] = answer(200, packed, Content_Encoding="gzip")
    begun = time.perf_counter()
    with pytest.raises(FetchRefused, match="unpacks to more than 1,000,000 bytes"):
        get(site, "/", unpacked=1_000_000)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("where", ["status", "headers", "body"])
def test_bytes_that_drip_are_cut_at_the_deadline(site: Site, where: str) -> None:
    stop = threading.Event()

    def dripping(handler: BaseHTTPRequestHandler) -> None:
        begin = {
            "status": b"",
            "headers": b"HTTP/1.1 200 OK\r\nX-Slow: ",
            "body": b"HTTP/1.1 200 OK\r\n\r\n",
        }[where]
        try:
            handler.wfile.write(begin)
            while not stop.wait(0.05):
                handler.wfile.write(b"x")
        except OSError:
            return

    site.pages["/"] = dripping
    begun = time.monotonic()
    try:
        with pytest.raises(FetchFailed, match="takes too long"):
            get(site, "/", seconds=0.6)
    finally:
        stop.set()
    assert time.monotonic() - begun < 5


def test_what_is_no_http_and_what_nobody_asked_for_is_told(site: Site) -> None:
    def rubbish(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"\x00\x01\x02 nothing of the kind\r\n\r\n")
        handler.close_connection = True

    site.pages["/rubbish"] = rubbish
    site.pages["/br"] = answer(200, b"xyz", Content_Encoding="br")
    site.pages["/broken"] = answer(200, b"no gzip", Content_Encoding="gzip")
    site.pages["/headers"] = answer(200, b"", **{f"X_{n}": "y" for n in range(150)})
    for path in ("/rubbish", "/br", "/broken", "/headers"):
        with pytest.raises((FetchFailed, FetchRefused)) as refused:
            get(site, path)
        assert refused.value.hint


def test_a_page_that_was_cut_off_on_its_way_is_no_page(site: Site) -> None:
    def cut(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nthe beginning")
        handler.close_connection = True

    site.pages["/cut"] = cut
    site.pages["/gzip"] = answer(200, gzip.compress(b"the page " * 99)[:-20], Content_Encoding="gzip")
    for path in ("/cut", "/gzip"):
        with pytest.raises(FetchFailed, match=r"cut off on its way|can't be read"):
            get(site, path)
    site.pages["/two"] = answer(200, gzip.compress(b"one ") + gzip.compress(b"two"), Content_Encoding="gzip")
    assert get(site, "/two") == b"one two"


def test_a_server_that_is_gone_is_told(site: Site) -> None:
    with serving() as gone:
        address = gone.address
    with pytest.raises(FetchFailed, match="can't be read"):
        fetch(f"http://{address}/", allowed=frozenset({address}))
    assert issubclass(FetchFailed, FactcheckError)


def test_a_name_that_nobody_answers_for_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()

    def never(*_: object, **__: object) -> list[object]:
        asked.wait(30)
        return []

    monkeypatch.setattr(addresses, "_SECONDS", 0.05)
    monkeypatch.setattr(socket, "getaddrinfo", never)
    with pytest.raises(FetchFailed, match="Nobody says where"):
        fetch("https://slow.newsroom.org/")
    asked.set()
