"""A time-stamp authority of one's own, made and run by the openssl program."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

EXTENSIONS = """
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[stamps]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
"""
CONFIGURATION = """
[tsa]
default_tsa = made
[made]
serial = {folder}/serial
signer_cert = {folder}/stamps.pem
signer_key = {folder}/stamps.key
signer_digest = sha256
{certs}
default_policy = 1.2.3.4.1
digests = {digests}
ess_cert_id_alg = sha256
"""
KEYS = {
    "rsa": ("-newkey", "rsa:2048"),
    "ec": ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
}


def program(name: str) -> str:
    """Return where a program is; without it the test fails in CI and skips elsewhere."""
    found = shutil.which(name)
    if found is None:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing(f"the program {name} is not installed, and this test needs it")
    return found


class Authority:
    """A root, a certificate for time-stamps under it, and answers to requests.

    ``chain`` puts the root's certificate into each answer as well.
    """

    def __init__(self, folder: Path, key: str = "rsa", chain: bool = False) -> None:
        self.folder = folder
        self.openssl = program("openssl")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "extensions").write_text(EXTENSIONS)
        self._certificate("root", "/CN=Made Root", key)
        self._certificate("stamps", "/O=Made Hours/CN=Made Time Authority", key, signed=True)
        self.root = (folder / "root.pem").read_bytes()
        self.certs = f"certs = {folder}/root.pem" if chain else ""
        self._configure("sha256")

    def answer(self, request: bytes) -> bytes:
        """Return the authority's response to a request, both in DER."""
        (self.folder / "query").write_bytes(request)
        self._run("ts", "-reply", "-config", "conf", "-queryfile", "query", "-out", "reply")
        return (self.folder / "reply").read_bytes()

    def refuse(self, request: bytes) -> bytes:
        """Return a refusal: this once no digest is accepted but SHA-512."""
        self._configure("sha512")
        try:
            return self.answer(request)
        finally:
            self._configure("sha256")

    def confirms(self, data: bytes, response: bytes) -> bool:
        """Tell whether openssl itself finds that a response is a stamp of data."""
        (self.folder / "data").write_bytes(data)
        (self.folder / "given").write_bytes(response)
        call = [
            self.openssl, "ts", "-verify", "-data", "data", "-in", "given", "-CAfile", "root.pem",
        ]  # fmt: skip
        done = subprocess.run(call, cwd=self.folder, capture_output=True, check=False)
        return done.returncode == 0

    def _certificate(self, name: str, subject: str, key: str, signed: bool = False) -> None:
        self._run(
            "req", "-new", *KEYS[key], "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr",
            "-subj", subject, "-sha256", "-config", self._requests(),
        )  # fmt: skip
        by = (
            ["-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial"]
            if signed
            else ["-signkey", f"{name}.key"]
        )
        self._run(
            "x509", "-req", "-in", f"{name}.csr", "-out", f"{name}.pem", "-days", "9", "-sha256",
            "-extfile", "extensions", "-extensions", name, *by,
        )  # fmt: skip

    def _requests(self) -> str:
        path = self.folder / "requests"
        path.write_text("[req]\ndistinguished_name = dn\n[dn]\n")
        return str(path)

    def _configure(self, digests: str) -> None:
        text = CONFIGURATION.format(folder=self.folder, certs=self.certs, digests=digests)
        (self.folder / "conf").write_text(text)

    def _run(self, *arguments: str) -> None:
        call = [self.openssl, *arguments]
        done = subprocess.run(call, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
