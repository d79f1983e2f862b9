"""What Klarsjekk is made of: `python -m deploy.supply sbom | licences | audit | release FOLDER`.

All of it is read from the lock file and the installed packages; only `audit` asks anyone, and says so when nobody answers.
"""

import gzip
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.txt"
# The index of known faults; another one that speaks the same is said in the environment.
ADVISORIES = "KLARSJEKK_ADVISORIES"
OSV = "https://api.osv.dev/v1/querybatch"
# As packages say it in their classifiers, or in words of their own.
SPOKEN = {
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
# May be used and passed on beside code under any licence. LGPL and MPL: as libraries, unchanged.
ALLOWED = {
    *("MIT", "MIT-0", "MIT-CMU", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "Zlib", "CC0-1.0"),
    *("MPL-2.0", "LGPL-3.0-only", "Unlicense"),
}


@dataclass(frozen=True, slots=True)
class Package:
    """One pinned package: its name, version, the hashes it may have, and its licence as SPDX ("" when nothing says it)."""

    name: str
    version: str
    hashes: tuple[str, ...]
    licence: str

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


def packages(lock: Path = LOCK) -> list[Package]:
    """Everything that is pinned, in the order of the lock file."""
    found = re.split(r"^(?=[a-zA-Z0-9])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    pinned = [(re.match(r"([\w.-]+)(?:\[[^]]*\])?==([^\s;\\]+)", text), text) for text in found]
    return [
        Package(start[1], start[2], tuple(re.findall(r"sha256:([0-9a-f]{64})", text)), _licence(start[1]))
        for start, text in pinned
        if start
    ]


def _licence(name: str) -> str:
    try:
        held = metadata(name)
    except PackageNotFoundError:
        return ""
    classifiers = [
        each.rpartition(" :: ")[2] for each in held.get_all("Classifier") or [] if each.startswith("License")
    ]
    said = held["License-Expression"] or (classifiers[0] if classifiers else (held["License"] or "").partition("\n")[0])
    return SPOKEN.get(said, said)


def unclear(found: Sequence[Package]) -> list[str]:
    """One line for each package whose licence is none of those that may be used."""
    return [
        f"{each.name} {each.version} · {each.licence or 'ingen lisens oppgitt'}"
        for each in found
        if not any(set(re.split(r" AND ", choice)) <= ALLOWED for choice in each.licence.strip("()").split(" OR "))
    ]


def sbom(found: Sequence[Package]) -> dict[str, Any]:
    """CycloneDX 1.6: the same bytes for the same lock file and packages."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    made_of = "\n".join(f"{each.purl} {each.licence}" for each in found)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, f'klarsjekk {version} {made_of}')}",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "klarsjekk", "name": "klarsjekk", "version": version}},
        "components": [
            {
                "type": "library",
                "bom-ref": each.purl,
                "name": each.name,
                "version": each.version,
                "purl": each.purl,
                "licenses": [{"expression": each.licence}],
                "hashes": [{"alg": "SHA-256", "content": held} for held in each.hashes],
            }
            for each in found
        ],
        "dependencies": [{"ref": "klarsjekk", "dependsOn": [each.purl for each in found]}],
    }  # fmt: skip


def audit(found: Sequence[Package], address: str) -> int:
    """Tell what is known about the pinned versions: 0 nothing, 1 something, 2 when nobody could be asked."""
    asked = {"queries": [{"package": {"purl": each.purl}} for each in found]}
    request = Request(address, json.dumps(asked).encode(), {"Content-Type": "application/json"})
    try:
        with urlopen(request, timeout=20) as reply:
            results = json.load(reply)["results"]
    except (URLError, OSError, ValueError, KeyError) as error:
        print(f"Ingen oversikt over kjente feil er nådd ({address}: {type(error).__name__}). Ingenting er sjekket.", file=sys.stderr)  # fmt: skip
        return 2
    known = [
        f"{each.name} {each.version} · {', '.join(fault['id'] for fault in result['vulns'])}"
        for each, result in zip(found, results, strict=True)
        if result.get("vulns")
    ]
    print(*known, f"{len(found)} pakker er sjekket, {len(known)} har kjente feil.", sep="\n")
    return 1 if known else 0


def release(folder: Path, commit: str = "HEAD") -> Path:
    """An archive of a commit with its list of contents and checksums; the same bytes each time."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    packed = subprocess.run(
        ["git", "archive", "--format=tar", f"--prefix=klarsjekk-{version}/", commit],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    folder.mkdir(parents=True, exist_ok=True)
    archive, listed = folder / f"klarsjekk-{version}.tar.gz", folder / "sbom.cdx.json"
    archive.write_bytes(gzip.compress(packed.stdout, mtime=0))
    listed.write_text(json.dumps(sbom(packages()), indent=1) + "\n", encoding="utf-8")
    sums = [f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in (archive, listed)]
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    return archive


def main(arguments: Sequence[str]) -> int:
    match arguments:
        case ["sbom"]:
            print(json.dumps(sbom(packages()), indent=1))
        case ["licences"]:
            found = packages()
            print(*(f"{each.name} {each.version}: {each.licence}" for each in found), sep="\n")
            if lost := unclear(found):
                print(*lost, "Disse er ikke blant lisensene i deploy/supply.py.", sep="\n", file=sys.stderr)
                return 1
        case ["audit"]:
            return audit(packages(), os.environ.get(ADVISORIES, OSV))
        case ["release", folder]:
            print(release(Path(folder)))
        case _:
            print("bruk: python -m deploy.supply sbom | licences | audit | release MAPPE", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
