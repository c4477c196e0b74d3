"""A package of npm's, for tests by somebody else's program: installed once, or the test ends with 77, "not tried"."""
import shutil
import subprocess
import sys


def installed(folder, name, version):
    """`folder` holds the package afterwards."""
    if not shutil.which("npm") or not shutil.which("node"):
        print(f"{name}: no Node.js here")
        sys.exit(77)
    if (folder / "node_modules" / name).exists():
        return
    folder.mkdir(exist_ok=True)
    try:
        tried = subprocess.run(["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--fetch-retries", "0", "--fetch-timeout", "20000", f"{name}@{version}"], capture_output=True, timeout=240)
    except subprocess.TimeoutExpired:
        tried = None
    if not tried or tried.returncode:
        shutil.rmtree(folder, ignore_errors=True)  # half of it would be taken for all of it
        print(f"{name}: npm does not answer")
        sys.exit(77)
