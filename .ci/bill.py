"""The bill of materials of a release, as SPDX 2.3: every file that is shipped, and every piece of other people that the linker put into the program.

bill.py MAP STAGE NAME MOMENT COMMIT: MAP is what the linker wrote, STAGE what is shipped, MOMENT the seconds of the commit. Fails on an archive in the
map that no piece here accounts for."""

import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import sys

SWIFT = "Apache-2.0 WITH Swift-exception"
# name, files that are part of it, licence, who made it.
PIECES = [
    ("Swift standard library and runtime", r"libswift\w+\.a|swiftrt\.o", SWIFT, "Apple Inc. and the Swift project authors"),
    ("Foundation", r"lib_?(Core)?Foundation(Essentials|Internationalization|CShims)?\.a", SWIFT, "Apple Inc. and the Swift project authors"),
    ("Swift Collections, as part of Foundation", r"lib_FoundationCollections\.a", SWIFT, "Apple Inc. and the Swift project authors"),
    ("libdispatch and BlocksRuntime", r"lib(dispatch|BlocksRuntime)\.a", SWIFT, "Apple Inc. and the Swift project authors"),
    ("ICU, as part of Foundation", r"lib_FoundationICU\.a", "Unicode-3.0", "Unicode, Inc."),
    ("GNU C Library", r"lib(c|c_nonshared|m|m-[\d.]+|mvec|pthread|dl|rt|util)\.a|r?crt[1in]\.o|gcrt1\.o", "LGPL-2.1-or-later", "Free Software Foundation, Inc."),
    ("libgcc and libstdc++", r"lib(gcc|gcc_eh|stdc\+\+)\.a|crt(begin|end)[ST]?\.o", "GPL-3.0-or-later WITH GCC-exception-3.1", "Free Software Foundation, Inc."),
]
DEBIAN = ("GNU C Library", "libgcc and libstdc++")


def said(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def linked(path: str) -> dict[str, set[pathlib.Path]]:
    """The files of each piece of which the linker took something."""
    text = pathlib.Path(path).read_text(errors="replace")
    found = set(re.findall(r"(/[^\s()]+\.a)\(", text))
    found |= {name for name in re.findall(r"(/[^\s()]+\.o)\b", text) if re.search(r"/(r?crt|gcrt|swiftrt)[^/]*\.o$", name)}
    pieces: dict[str, set[pathlib.Path]] = {}
    for file in sorted(found):
        real = pathlib.Path(file).resolve()
        owner = next((name for name, pattern, _, _ in PIECES if re.fullmatch(pattern, real.name)), None)
        if owner is None:
            sys.exit(f"bill: the linker took something of {file}, of which the bill of materials knows nothing")
        pieces.setdefault(owner, set()).add(real)
    for needed in ("Swift standard library and runtime", "Foundation", "GNU C Library"):
        if needed not in pieces:
            sys.exit(f"bill: nothing of {needed} in the linker's map")
    return pieces


def version(piece: str, files: set[pathlib.Path]) -> str:
    """Of Debian's package for what Debian brings, else of the toolchain; ICU says its own."""
    if piece in DEBIAN:
        packages = {said("dpkg-query", "--search", str(file)).split(": ")[0] for file in files}
        return ", ".join(sorted({said("dpkg-query", "--show", "--showformat=${Version}", package) for package in packages}))
    if piece.startswith("ICU"):
        numbers = {int(number) for file in files for number in re.findall(rb"icudt(\d+)", file.read_bytes())}
        if len(numbers) != 1:
            sys.exit(f"bill: ICU says versions {sorted(numbers)}")
        return str(numbers.pop())
    return re.search(r"Swift version (\S+)", said("swift", "--version")).group(1)


def digest(path: pathlib.Path, kind: str) -> str:
    return hashlib.new(kind, path.read_bytes()).hexdigest()


def identifier(text: str) -> str:
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")


def main() -> None:
    map_file, stage, name, moment, commit = sys.argv[1:]
    root = pathlib.Path(stage)
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    files = [
        {
            "SPDXID": f"SPDXRef-File-{number}",
            "fileName": "./" + str(path.relative_to(root)),
            "checksums": [{"algorithm": kind.upper(), "checksumValue": digest(path, kind)} for kind in ("sha1", "sha256")],
            "licenseConcluded": "Apache-2.0",
            "copyrightText": "NOASSERTION",
        }
        for number, path in enumerate(paths, 1)
    ]
    program = next(file for file in files if file["fileName"] == "./bin/detente")
    program["licenseConcluded"] = "NOASSERTION"
    program["comment"] = "Linked statically with the packages that this document says are contained in it."
    code = hashlib.sha1("".join(sorted(file["checksums"][0]["checksumValue"] for file in files)).encode()).hexdigest()
    shipped = {
        "SPDXID": "SPDXRef-Package-detente",
        "name": "detente",
        "versionInfo": name.removeprefix("detente-").partition("-linux")[0],
        "packageFileName": f"{name}.tar.gz",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": True,
        # Neither this document nor the list of digests, which has this document's, can have its own digest in it.
        "packageVerificationCode": {
            "packageVerificationCodeValue": code,
            "packageVerificationCodeExcludedFiles": ["./share/doc/detente/detente.spdx.json", "./SHA256SUMS"],
        },
        "licenseInfoFromFiles": ["NOASSERTION"],
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "Apache-2.0",
        "copyrightText": "NOASSERTION",
        "sourceInfo": f"commit {commit}",
    }
    packages, relations = [shipped], [("SPDXRef-DOCUMENT", "DESCRIBES", shipped["SPDXID"])]
    relations += [(shipped["SPDXID"], "CONTAINS", file["SPDXID"]) for file in files]
    pieces = linked(map_file)
    for piece, _, licence, maker in PIECES:
        if piece not in pieces:
            continue
        packages.append(
            {
                "SPDXID": identifier("Package-" + piece.partition(",")[0].replace("+", "p")),
                "name": piece,
                "versionInfo": version(piece, pieces[piece]),
                "supplier": "Organization: Debian" if piece in DEBIAN else "Organization: Swift project",
                "originator": f"Organization: {maker}",
                "downloadLocation": "NOASSERTION",
                "filesAnalyzed": False,
                "licenseConcluded": licence,
                "licenseDeclared": licence,
                "copyrightText": "NOASSERTION",
                "comment": "Taken by the linker: " + ", ".join(sorted({file.name for file in pieces[piece]})),
            }
        )
        relations.append((program["SPDXID"], "STATIC_LINK", packages[-1]["SPDXID"]))
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": name,
        "documentNamespace": f"https://spdx.org/spdxdocs/{name}-{program['checksums'][1]['checksumValue']}",
        "creationInfo": {
            "created": datetime.datetime.fromtimestamp(int(moment), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": ["Tool: .ci/release"],
        },
        "packages": packages,
        "files": files,
        "relationships": [{"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b} for a, kind, b in relations],
    }
    json.dump(document, sys.stdout, indent=2)
    print()


main()
