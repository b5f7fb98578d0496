"""A time authority of the tests' own, for what has snapshots stamped."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_CONFIG = """
oid_section = oids
[oids]
policy1 = 1.2.3.4.1
[req]
distinguished_name = name
prompt = no
[name]
CN = Test authority
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[stamping]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = policy1
other_policies = policy1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


class TimeAuthority:
    """A time authority of the tests' own, made with OpenSSL, that anybody's OpenSSL believes."""

    def __init__(self, folder: Path) -> None:
        assert shutil.which("openssl"), "these tests need the program openssl"
        self.folder = folder
        folder.mkdir()
        (folder / "config").write_text(_CONFIG.format(folder=folder))
        (folder / "serial").write_text("01\n")
        key = ["req", "-config", "config", "-newkey", "rsa:2048", "-nodes", "-subj"]
        self.openssl(*key, "/CN=Root", "-x509", "-days", "2", "-extensions", "authority",
                     "-keyout", "root.key", "-out", "root.pem")  # fmt: skip
        self.openssl(*key, "/CN=Authority", "-keyout", "tsa.key", "-out", "tsa.csr")
        signed = ["-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "2"]
        self.openssl("x509", "-req", "-in", "tsa.csr", *signed,
                     "-extfile", "config", "-extensions", "stamping", "-out", "tsa.pem")  # fmt: skip
        self.roots = folder / "root.pem"

    def openssl(self, *words: str) -> str:
        done = subprocess.run(
            ["openssl", *words], cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def answer(self, request: bytes) -> tuple[int, str, bytes]:
        (self.folder / "request").write_bytes(request)
        self.openssl("ts", "-reply", "-config", "config", "-queryfile", "request", "-out", "reply")
        return 200, "application/timestamp-reply", (self.folder / "reply").read_bytes()
