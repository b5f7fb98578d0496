"""A web server of the tests' own, on loopback, whose pages the test writes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """Pages by path; each is bytes, or a function that answers by itself."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, bytes | Answer] = {}
        self.posted: dict[str, Callable[[bytes], tuple[int, str, bytes]]] = {}
        self.sent: list[bytes] = []
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.media_type = "text/html; charset=utf-8"

    @property
    def allowed(self) -> frozenset[str]:
        return frozenset({self.address})

    def url(self, path: str) -> str:
        return f"http://{self.address}{path}"


@contextmanager
def serving() -> Iterator[Site]:
    """A server that is gone at the end."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = site.pages.get(self.path)
            if callable(page):
                page(self)
                return
            self.send_response(404 if page is None else 200)
            self.send_header("Content-Type", site.media_type)
            self.send_header("Content-Length", str(len(page or b"")))
            self.end_headers()
            self.wfile.write(page or b"")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            site.sent.append(body)
            self.do_answer(site.posted[self.path](body))

        def do_answer(self, reply: tuple[int, str, bytes]) -> None:
            status, media_type, body = reply
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(status: int = 200, body: bytes = b"", /, **headers: str) -> Answer:
    """A page with a status and headers of its own."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return send
