#!/usr/bin/env python3
"""Every text is translated: no unfinished, vanished or empty entry, and nothing in the sources that the files lack."""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

root = pathlib.Path(sys.argv[1])
lupdate = next((p for p in ("/usr/lib/qt6/bin/lupdate", "/usr/bin/lupdate") if pathlib.Path(p).exists()), None)
faults = []
sources = [str(p) for d in ("ui", "models", "app/services", "app/domain", "app/core", "app/vault", "app/store", "app/net") for p in (root / d).rglob("*") if p.suffix in (".cpp", ".h")]
with tempfile.TemporaryDirectory() as tmp:
    listing = pathlib.Path(tmp) / "sources"
    listing.write_text("\n".join(sources))
    fresh = pathlib.Path(tmp) / "fresh.ts"
    subprocess.run([lupdate, "-silent", "-locations", "none", "-I", str(root), "-I", str(root / "app"), "@" + str(listing), "-ts", str(fresh)], check=True, capture_output=True)

    def entries(path):
        out = {}
        for context in ET.parse(path).getroot().findall("context"):
            for m in context.findall("message"):
                key = (context.findtext("name"), m.findtext("source"), m.findtext("comment") or "")
                out[key] = m
        return out

    wanted = entries(fresh)
    # What lupdate does not see where it stands would stay English for ever.
    known = {(context, text) for context, text, _ in wanted}
    for path in sources:
        for context, text in re.findall(r'QT_TRANSLATE(?:_N)?_NOOP\("(\w+)",\s*"((?:[^"\\]|\\.)*)"\s*\)', re.sub(r'"\s*\n\s*"', '', pathlib.Path(path).read_text())):
            text = text.replace('\\"', '"').replace("\\n", "\n")
            if (context, text) not in known:
                faults.append(f"{path}: not found by lupdate: {context}: {text[:70]}")
    for ts in sorted((root / "translations").glob("*.ts")):
        have = entries(ts)
        english = ts.stem.endswith("_en")
        for key, m in wanted.items():
            if english and m.get("numerus") != "yes":
                continue
            if key not in have:
                faults.append(f"{ts.name}: missing: {key[0]}: {key[1][:70]}")
                continue
            t = have[key].find("translation")
            texts = [n.text or "" for n in t.findall("numerusform")] or [t.text or ""]
            if t.get("type") in ("unfinished", "vanished", "obsolete") or not all(x.strip() for x in texts):
                faults.append(f"{ts.name}: unfinished: {key[0]}: {key[1][:70]}")
            for mark in ("%1", "%2", "%n", "%L1"):
                if (mark in key[1]) and not any(mark in x or mark.replace("%", "%L") in x for x in texts):
                    faults.append(f"{ts.name}: lost {mark}: {key[1][:70]}")
        if not english:
            for key in have:
                if key not in wanted:
                    faults.append(f"{ts.name}: no longer used: {key[0]}: {key[1][:70]}")
for f in faults[:60]:
    print(f)
print(f"{len(wanted)} texts, {len(faults)} faults")
sys.exit(1 if faults else 0)
