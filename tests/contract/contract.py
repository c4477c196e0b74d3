#!/usr/bin/env python3
"""Puts Prism (from npm) with an OpenAPI file between the console and the simulator, does the main job and every
write-back through it, and prints operations x violations. Both sides are checked: requests and answers."""
import collections
import http.server
import json
import os
import pathlib
import pty
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time

build, spec = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
idvctl = str(build / "idvctl")
node = build / "contract"
# By the paths that the file describes: "/identities/v1" or "/v2024/identities".
style = "v1" if sum(bool(re.match(r"/[^/]+/v1(/|$)", p)) for p in json.loads(spec.read_text())["paths"]) > 50 else "v2024"
relaxed = collections.Counter()
env = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}

if not (node / "node_modules/.bin/prism").exists():
    node.mkdir(exist_ok=True)
    print("contract: installing Prism with npm", file=sys.stderr)
    subprocess.run(["npm", "install", "--prefix", str(node), "--no-audit", "--no-fund", "@stoplight/prism-cli@5"], check=True, capture_output=True)


def without_contradictions(node):
    """The file without what its own examples break: ids "in the format uuid" are 32 hexadecimal digits in them, and
    an identity found by a search fits several of the kinds of which it must fit exactly one."""
    if isinstance(node, list):
        return [without_contradictions(x) for x in node]
    if not isinstance(node, dict):
        return node
    node = {k: without_contradictions(v) for k, v in node.items()}
    if node.get("type") == "string" and node.get("format") == "uuid":
        relaxed["ids in the format uuid"] += 1
        del node["format"]
    if any("identitydocuments" in str(x).lower() for x in node.get("oneOf", [])):
        relaxed["kinds of documents of a search"] += 1
        node["anyOf"] = node.pop("oneOf")
    return node


believed = node / f"believed-{spec.name}"
believed.write_text(json.dumps(without_contradictions(json.loads(spec.read_text()))))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Bench:
    def __init__(self, *lab_args):
        self.lab = subprocess.Popen([idvctl, "lab", "serve", "--identities", "600", "--no-rate-limit", "--journey-ms", "300", "--processing-ms", "4000", "--outcome", "verified", *lab_args], stdout=subprocess.PIPE, env=env)
        self.ends = json.loads(self.lab.stdout.readline())
        self.port = free_port()
        self.log = []
        self.prism = subprocess.Popen([str(node / "node_modules/.bin/prism"), "proxy", "-h", "127.0.0.1", "-p", str(self.port), str(believed), self.ends["sailpointUrl"]],
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        threading.Thread(target=lambda: self.log.extend(self.prism.stdout), daemon=True).start()
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                break
            except OSError:
                time.sleep(0.1)
        self.dir = tempfile.TemporaryDirectory()
        self.secrets = json.dumps({"sailpointClientSecret": self.ends["clientSecret"], "idvApiKey": self.ends["idvApiKey"]})

    def ctl(self, *args):
        p = subprocess.run([idvctl, "--data-dir", self.dir.name, *args, "--secrets", "-"], input=self.secrets.encode(), capture_output=True, env=env, timeout=120)
        return p.returncode, p.stdout.decode(), p.stderr.decode()

    def at_terminal(self, *args):
        """What was printed, and the link, which is shown to a person only."""
        ours, theirs = pty.openpty()
        p = subprocess.Popen([idvctl, "--data-dir", self.dir.name, *args, "--secrets", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=theirs, env=env)
        os.close(theirs)
        out, _ = p.communicate(self.secrets.encode(), timeout=120)
        seen = b""
        try:
            while chunk := os.read(ours, 4096):
                seen += chunk
        except OSError:  # the other end was closed
            pass
        os.close(ours)
        link = re.search(r"Link for the person: (\S+)", seen.decode(errors="replace"))
        return out.decode(), link.group(1) if link else "    "

    def job(self, strategy):
        e = self.ends
        code, _, err = self.ctl("tenant", "add", strategy, "--sailpoint-url", f"http://127.0.0.1:{self.port}", "--client-id", e["clientId"], "--idv-url", e["idvUrl"], "--community", e["communityId"],
                                "--path-style", style, "--environment", "simulator", "--write-back", strategy, "--idv-source", e["idvSourceId"], "--workflow-id", e["workflowId"])
        if code:
            print(f"contract: tenant add ({strategy}): {code}\n{err}", file=sys.stderr)
            return
        code, out, err = self.ctl("sync", "--tenant", strategy, "--json", "--no-rate-limit")
        if code:
            print(f"contract: sync ({strategy}): {code}\n{err}", file=sys.stderr)
            return
        self.ctl("sync", "--tenant", strategy, "--json", "--no-rate-limit", "--include-uncorrelated", "--full")
        people = [p for p in json.loads(self.ctl("identities", "--tenant", strategy, "--status", "never", "--limit", "100", "--json")[1])["identities"] if p["lifecycle"] == "active" and p["email"]]
        for person in people[:12]:  # with and without an account on the flat file
            code, out, err = self.ctl("verify", person["id"], "--tenant", strategy, "--reason", "periodic", "--json", *(["--wait"] if strategy != "none" else []))
            result = json.loads(out)
            print(f"contract: verify ({strategy}): exit {code}, write-back {result.get('writeBack')} {result.get('writeBackDetail')}", file=sys.stderr)

    def recover(self, strategy):
        """Verify for account recovery, bind the caller, ask for the password-reset mail. Whoever sits here is the owner of the token."""
        own = json.dumps({**json.loads(self.secrets), "reviewerClientId": self.ends["clientId"], "reviewerClientSecret": self.ends["clientSecret"]})
        p = subprocess.run([idvctl, "--data-dir", self.dir.name, "operator", "--tenant", strategy, "--secrets", "-"], input=own.encode(), capture_output=True, env=env, timeout=60)
        print(f"contract: operator: exit {p.returncode} {p.stderr.decode().strip()}", file=sys.stderr)
        people = [p for p in json.loads(self.ctl("identities", "--tenant", strategy, "--status", "never", "--limit", "100", "--json")[1])["identities"] if p["lifecycle"] == "active" and p["email"]]
        for person, via in zip(people[-4:], ("EMAIL_WORK", "LINK_WORK", "EMAIL_WORK", "LINK_WORK")):
            out, link = self.at_terminal("verify", person["id"], "--tenant", strategy, "--reason", "account-recovery", "--ticket", "INC1", "--ial", "2", "--documents", "passport,drivers_license,national_id", "--delivery", "link", "--json", "--wait")
            session = json.loads(out).get("session")
            if not session:
                print(f"contract: verify for a recovery: {out.strip()}", file=sys.stderr)
                continue
            code, out, err = self.ctl("reset-password", session, "--tenant", strategy, "--via", via, "--code", link[-4:], "--contact-reason", "contract run", "--json", *(["--source", "HR Directory"] if via == "LINK_WORK" else []))
            print(f"contract: reset-password {via}: exit {code} {err.strip()}", file=sys.stderr)

    def ask(self, strategy, *args):
        code, out, err = self.ctl(*args, "--tenant", strategy, "--json")
        if code not in (0, 9):
            print(f"contract: {' '.join(args[:2])}: exit {code} {err.strip()}", file=sys.stderr)
        return json.loads(out) if out.strip().startswith("{") else {}

    def lifecycle(self, strategy):
        """Every operation on identities and identity profiles."""
        people = [p["id"] for p in self.ask(strategy, "identity", "list", "--sorters", "name", "--limit", "40")["identities"]]
        self.ask(strategy, "identity", "list", "--filters", 'firstname sw "A" and correlated eq true', "--default-filter", "NONE", "--limit", "5")
        self.ask(strategy, "identity", "get", people[0])
        free = [p for p in people[:25] if not self.ask(strategy, "identity", "ownership", p)["owns"]]
        roles = self.ask(strategy, "identity", "roles", free[1])["roles"]
        self.ask(strategy, "identity", "roles", free[1], "--role-id", roles[0]["roleId"])
        self.ask(strategy, "identity", "roles", free[1], "--assignment", roles[0]["id"])
        self.ask(strategy, "identity", "delete", free[0], free[0], "--yes")
        self.ask(strategy, "identity", "get", free[0])
        started = [self.ask(strategy, "identity", "invite", free[1], free[2], free[3]), self.ask(strategy, "identity", "invite", "--uninvited"), self.ask(strategy, "identity", "process", free[1], free[2])]
        self.ask(strategy, "identity", "sync", free[1])
        self.ask(strategy, "identity", "deregister", free[2], free[2], "--yes")
        profiles = {p["name"]: p["id"] for p in self.ask(strategy, "profile", "list")["profiles"]}
        one = self.ask(strategy, "profile", "get", profiles["Board"])["profile"]
        file = pathlib.Path(self.dir.name) / "profile.json"
        file.write_text(json.dumps(self.ask(strategy, "profile", "export", profiles["Board"])["exported"]))
        self.ask(strategy, "profile", "export")
        self.ask(strategy, "profile", "import", str(file))
        file.write_text(json.dumps({"name": "Contract run", "description": "made by the contract run", "priority": 95, "owner": one["owner"], "authoritativeSource": one["authoritativeSource"]}))
        self.ask(strategy, "profile", "create", str(file))
        made = {p["name"]: p["id"] for p in self.ask(strategy, "profile", "list")["profiles"]}["Contract run"]
        file.write_text(json.dumps([{"op": "replace", "path": "/description", "value": "changed"}]))
        self.ask(strategy, "profile", "update", made, "--patch", str(file))
        self.ask(strategy, "profile", "default-config", made)
        self.ask(strategy, "profile", "preview", profiles["Employees"], "--identity", free[4])
        self.ask(strategy, "profile", "lifecycle-states", profiles["Employees"])
        self.ask(strategy, "profile", "refresh", profiles["Contractors"])
        started += [self.ask(strategy, "profile", "delete", made, made, "--yes"), self.ask(strategy, "profile", "bulk-delete", profiles["Board"], profiles["Seasonal"], profiles["Board"], profiles["Seasonal"], "--yes")]
        for s in started:
            if s.get("operation"):
                self.ask(strategy, "task", "wait", s["operation"], "--timeout", "20")

    def events(self, strategy):
        """Event triggers, subscriptions, invocations and workflows. The listener is this process."""
        class Listen(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *args):
                pass

        told = []
        listener = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listen)
        threading.Thread(target=listener.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{listener.server_port}/events"
        self.secrets = json.dumps({**json.loads(self.secrets), "triggerSecret": "contract-run-secret-0001"})
        self.ask(strategy, "trigger", "list")
        file = pathlib.Path(self.dir.name) / "input.json"
        file.write_text(json.dumps({"identity": {"id": "i", "name": "n", "type": "IDENTITY"}, "changes": [{"attribute": "idvStatus", "oldValue": "PENDING", "newValue": "FAILED"}]}))
        path = '$.changes[?(@.attribute == "idvStatus" && @.newValue == "FAILED")]'
        self.ask(strategy, "trigger", "validate-filter", path, "--input", str(file))
        self.ask(strategy, "trigger", "subscribe", "idn:identity-attributes-changed", "--name", "Contract run", "--url", url, "--filter", path)
        self.ask(strategy, "trigger", "subscribe", "idn:access-request-dynamic-approver", "--name", "Contract run, later", "--url", url, "--auth", "basic", "--user", "contract", "--mode", "async", "--deadline", "PT10M")
        made = {x["name"]: x["id"] for x in self.ask(strategy, "trigger", "subscriptions")["subscriptions"]}
        self.ask(strategy, "trigger", "disable", made["Contract run"])
        self.ask(strategy, "trigger", "enable", made["Contract run"])
        self.ask(strategy, "trigger", "change", made["Contract run"], "--name", "Contract run, renamed", "--url", url + "/moved")
        self.ask(strategy, "trigger", "test", "idn:identity-attributes-changed", "--input", str(file), "--subscription", made["Contract run"], "--yes")
        self.ask(strategy, "trigger", "test", "idn:access-request-dynamic-approver", "--yes")
        self.ask(strategy, "trigger", "test", "idn:source-updated", "--yes")  # nobody subscribed: 204
        for _ in range(50):
            later = [t for t in told if "_metadata" in t]
            if later:
                break
            time.sleep(0.1)
        self.ask(strategy, "trigger", "invocations")
        file.write_text(json.dumps({"id": "i", "name": "n", "type": "IDENTITY"}))
        self.secrets = json.dumps({**json.loads(self.secrets), "triggerSecret": later[0]["_metadata"]["secret"]})
        self.ask(strategy, "trigger", "complete", later[0]["_metadata"]["invocationId"], "--output", str(file))
        for x in made.values():
            self.ask(strategy, "trigger", "delete", x, x, "--yes")
        workflows = self.ask(strategy, "workflow", "list")["workflows"]
        off = next(w["id"] for w in workflows if not w["enabled"])
        self.ask(strategy, "workflow", "get", off)
        run = self.ask(strategy, "workflow", "test", off, "--input", str(file), "--yes")["text"]
        self.ask(strategy, "workflow", "executions", off)
        self.ask(strategy, "workflow", "execution", run)
        self.ask(strategy, "workflow", "history", run)
        self.ask(strategy, "workflow", "client", off, "--show")
        listener.shutdown()

    def approvals(self, strategy):
        """Access requests that wait, decided in each way, and access reviews."""
        waiting = self.ask(strategy, "approvals", "list")["approvals"]
        self.ask(strategy, "approvals", "show", waiting[0]["id"])
        self.ask(strategy, "approvals", "approve", waiting[0]["id"], "--comment", "fine")
        self.ask(strategy, "approvals", "approve", waiting[1]["id"])
        self.ask(strategy, "approvals", "deny", waiting[2]["id"], "--comment", "not needed")
        self.ask(strategy, "approvals", "forward", waiting[3]["id"], "--to", waiting[4]["forId"], "--comment", "yours")
        time.sleep(4.5)
        self.ask(strategy, "approvals", "approve", waiting[0]["id"])  # decided meanwhile: who, is read from what is completed
        self.ask(strategy, "reviews", "list")

    def stop(self):
        time.sleep(0.5)
        self.prism.terminate()
        self.lab.terminate()
        self.prism.wait()
        self.lab.wait()
        return self.log


logs = []
for strategy, args in (("account", ()), ("workflow", ()), ("none", ("--no-search",))):
    b = Bench(*args)
    b.job(strategy)
    b.ask(strategy, "doctor")
    if strategy == "account":
        b.recover(strategy)
        b.lifecycle(strategy)
        b.events(strategy)
        b.approvals(strategy)
    logs += b.stop()

seen = collections.Counter()
violations = collections.Counter()
texts = {}
unlisted = set()  # documented elsewhere, not in this file: reported, not counted
current = None
for line in logs:
    line = re.sub(r"\x1b\[[0-9;]*m", "", line)
    m = re.search(r"\[HTTP SERVER\]\s+(get|post|put|patch|delete)\s+(\S+)", line, re.I)
    if m:
        path = re.sub(r"\?.*", "", m.group(2))
        path = re.sub(r"/(?:acc|2c91)[0-9a-f]{20,}|/[0-9a-f-]{30,}", "/{id}", path)
        current = f"{m.group(1).upper()} {path}"
        seen[current] += 1
    elif "Selected route not found" in line and current:
        unlisted.add(current)
    elif "iolation" in line and current:
        # The description lets a patch's value be anything but true and false, and yet /enabled is one of what it may change.
        if re.match(r"PATCH (/v2024/trigger-subscriptions|/trigger-subscriptions/v1)/", current) and "request.body.0.value" in line:
            continue
        violations[current] += 1
        texts.setdefault(current, line.strip()[:200])
print("| operation | calls | violations |\n|---|---|---|")
for op in sorted(seen):
    print(f"| {op} | {seen[op]} | {'not in the file' if op in unlisted else violations[op]} |")
for op, t in texts.items():
    print(f"{op}: {t}")
for what, n in relaxed.items():
    print(f"not asked for, the file's own examples break it: {what} ({n} places)")
print(f"{len(seen)} operations, {sum(seen.values())} calls by {style}, {len(unlisted)} operations not in the file, {sum(violations.values())} violations")
sys.exit(1 if violations or len(seen) - len(unlisted) < 50 else 0)
