#!/usr/bin/env python3
"""Services see of the network, the store and the keychain what their .cpp files include, and of the ledger the stores written down here."""
import json
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
services = root / "app" / "services"
book = root / "tests" / "architecture" / "stores.json"
other_layer = re.compile(r'#include "(net|store|vault)/|\b(net|store|vault)::|\bnamespace (net|store|vault)\b')
inside = re.compile(r'#include "services/\w+/internal/')
use = re.compile(r'\bledger\s*(?:->|\.)\s*(\w+)\(')
offered = set(re.findall(r'^    [\w:]+ [&*]?(\w+)\(\) const', (services / "tenants/internal/stores.h").read_text(), re.M)) | {"file"}
faults = []


def code(line):
    return re.sub(r'//.*', '', line)


def uses(path):
    """The stores a source asks the ledger for; the restoration's own ledger is among them."""
    return sorted(offered & set(use.findall("\n".join(code(line) for line in path.read_text().splitlines()))))


for path in sorted(p for d in ("app", "ui", "models") for p in (root / d).rglob("*.h")):
    rel = path.relative_to(root).as_posix()
    if "/internal/" in rel:
        continue
    for n, line in enumerate(path.read_text().splitlines(), 1):
        if rel.startswith("app/services/") and other_layer.search(code(line)):
            faults.append(f"{rel}:{n}: a header of the services names no network, store or keychain: {line.strip()[:90]}")
        if inside.search(line) and not rel.startswith("app/assembly/"):
            faults.append(f"{rel}:{n}: an internal header is for .cpp files")
for path in sorted(p for d in ("app", "ui", "models") for p in (root / d).rglob("*.cpp")):
    rel = path.relative_to(root).as_posix()
    if rel.startswith(("app/services/", "app/assembly/")):
        continue
    for n, line in enumerate(path.read_text().splitlines(), 1):
        if inside.search(line):
            faults.append(f"{rel}:{n}: this header is internal to the services")
seen = {p.relative_to(services).as_posix(): u for p in sorted(services.rglob("*.cpp")) if (u := uses(p))}
if "--write" in sys.argv:
    book.write_text(json.dumps(seen, indent=1) + "\n")
wanted = json.loads(book.read_text())
for source in sorted(set(seen) | set(wanted)):
    if seen.get(source, []) != wanted.get(source, []):
        faults.append(f"app/services/{source}: uses {seen.get(source, [])} of the ledger; tests/architecture/stores.json says {wanted.get(source, [])}")
for fault in faults:
    print(fault)
print(f"{len(seen)} sources use the ledger, {sum(len(u) == 1 for u in seen.values())} of them one store; {len(faults)} faults")
sys.exit(bool(faults))
