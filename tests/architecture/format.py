#!/usr/bin/env python3
"""Every source is as `./dev format` leaves it. Other versions of the formatter break lines elsewhere: then 77, not checked."""
import pathlib
import re
import shutil
import subprocess
import sys

VERSION = "14"

root = pathlib.Path(sys.argv[1])
tool = shutil.which(f"clang-format-{VERSION}") or shutil.which("clang-format")
said = subprocess.run([tool, "--version"], capture_output=True, text=True).stdout if tool else ""
found = re.search(r"version (\d+)", said)
if not found or found[1] != VERSION:
    print(f"not checked: clang-format {VERSION} is not here ({said.strip() or 'none'})")
    sys.exit(77)
files = [p for d in ("app", "ui", "models", "tests") for p in sorted((root / d).rglob("*")) if p.suffix in (".cpp", ".h")]
run = subprocess.run([tool, "--dry-run", "--Werror", *map(str, files)], capture_output=True, text=True)
faults = sorted({line.split(":")[0] for line in run.stderr.splitlines() if "clang-format-violations" in line})
for fault in faults:
    print(f"{pathlib.Path(fault).relative_to(root)}: ./dev format changes it")
print(f"{len(files)} files, {len(faults)} faults")
sys.exit(1 if run.returncode else 0)
