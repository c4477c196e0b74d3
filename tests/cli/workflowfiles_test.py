#!/usr/bin/env python3
"""The exported workflows are run, from their trigger to the stored result: by an interpreter of this program's own, as
SailPoint's published workflows read, against the simulators' APIs. Neither the console nor the lab runs a step of them."""
import re
import time
import urllib.error
import urllib.parse
import urllib.request

from harness import *  # noqa: F403
from harness import Case, json, sys, unittest


def along(path, facts):
    """What a path such as $.find.body[0].id leads to; None where it leads nowhere."""
    at = facts
    for length, name, index, quoted in re.findall(r"\.(length)\(\)|\.([A-Za-z_]\w*)|\[(\d+)\]|\['([^']+)'\]", path[1:]):
        if length:
            return len(at)
        try:
            at = at[int(index)] if index else at[quoted or name]
        except (KeyError, IndexError, TypeError):
            return None
    return at


def filled(value, facts):
    if isinstance(value, dict):
        return {k: filled(v, facts) for k, v in value.items()}
    if isinstance(value, list):
        return [filled(v, facts) for v in value]
    if not isinstance(value, str):
        return value
    def told(m):
        found = along(m[1], facts)
        if found is None:
            raise AssertionError(f"{m[1]} leads nowhere: what SailPoint would write there nobody knows")
        return str(found)
    return re.sub(r"\{\{([^}]+)\}\}", told, value)


def variable_of(name):
    """What the answer of "HTTP Request 1" is called later: hTTPRequest1."""
    joined = re.sub(r"\W", "", name)
    return joined[:1].lower() + joined[1:]


class Machine:
    """Runs a workflow: what its builder would have entered is given by the address that is called."""

    def __init__(self, workflow, tokens, keys):
        self.steps, self.start = workflow["definition"]["steps"], workflow["definition"]["start"]
        self.tokens, self.keys = tokens, keys
        self.mails, self.calls, self.taken = [], [], []

    def http(self, a, facts):
        url = filled(a["url"], facts)
        if a.get("urlParams"):
            url += "?" + urllib.parse.urlencode(filled(a["urlParams"], facts), quote_via=urllib.parse.quote)
        body = a.get("jsonPatchRequestBody") if a.get("requestContentType") == "json-patch+json" else a.get("jsonRequestBody")
        headers = {"Content-Type": "application/" + a["requestContentType"]} if "requestContentType" in a else {}
        if a["authenticationType"] == "OAuth":
            headers["Authorization"] = "Bearer " + self.tokens(a["oAuthTokenUrl"])
        else:
            headers["Authorization"] = a["requestHeaders"]["Authorization"] + self.keys
        asked = urllib.request.Request(url, json.dumps(filled(body, facts)).encode() if body is not None else None, headers, method=a["method"].upper())
        self.calls.append((asked.method, url))
        try:
            with urllib.request.urlopen(asked) as r:
                return {"statusCode": r.status, "body": json.loads(r.read() or b"null")}
        except urllib.error.HTTPError as e:
            return {"statusCode": e.code, "body": json.loads(e.read() or b"null")}

    def holds(self, c, facts):
        value = along(c["variableA.$"], facts)
        other = along(c["variableB.$"], facts) if "variableB.$" in c else c.get("variableB")
        return value is not None if c["comparator"] == "IsPresent" else {"StringEquals": str, "NumericEquals": int}[c["comparator"]](value if value is not None else -1) == other

    def run(self, trigger):
        facts, name = {"trigger": trigger}, self.start
        while True:
            step = self.steps[name]
            self.taken.append(name)
            if step["type"] in ("success", "failure"):
                return step["type"]
            if step["type"] == "choice":
                choice, = step["choiceList"]
                name = choice["nextStep"] if self.holds(choice, facts) else step["defaultStep"]
                continue
            a = step["attributes"]
            if step["actionId"] == "sp:send-email":
                to = along(a["recipientEmailList.$"], facts) if "recipientEmailList.$" in a else a["recipientEmailList"]
                self.mails.append((to, filled(a["subject"], facts)))
            else:
                facts[variable_of(name)] = answer = self.http(a, facts)
                if answer["statusCode"] >= 300:
                    return f"{name}: {answer}"
            name = step["nextStep"]


class Files(Case):
    lab_args = ("--identities", "300", "--outcome", "never")

    def setUp(self):
        super().setUp()
        self.options += ["--callback-base-url", "https://relay.acme.example"]
        self.ready()
        self.file = pathlib.Path(self.dir.name) / "workflow.json"
        self.token = None

    def exported(self, *args):
        code, _, err = self.ctl("workflow", "export", *args[:1], str(self.file), *args[1:], "--tenant", "Lab")
        self.assertEqual(code, 0, err)
        return json.loads(self.file.read_text())

    def tokens(self, url):
        e = self.lab.ends
        self.assertEqual(url, e["sailpointUrl"] + "/oauth/token")
        if not self.token:
            form = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": e["clientId"], "client_secret": e["clientSecret"]}).encode()
            with urllib.request.urlopen(url, form) as r:
                self.token = json.load(r)["access_token"]
        return self.token

    def machine(self, workflow):
        return Machine(workflow, self.tokens, self.lab.ends["idvApiKey"])

    def identity(self, ident):
        asked = urllib.request.Request(f"{self.lab.ends['sailpointUrl']}/v2024/identities/{ident}", headers={"Authorization": "Bearer " + self.tokens(self.lab.ends["sailpointUrl"] + "/oauth/token")})
        with urllib.request.urlopen(asked) as r:
            return json.load(r)

    def shows(self, ident, **wanted):
        end = time.time() + 15
        while True:
            shown = {k: str(self.identity(ident)["attributes"].get(k, "")).lower() for k in wanted}
            if shown == {k: v.lower() for k, v in wanted.items()}:
                return
            self.assertLess(time.time(), end, shown)
            time.sleep(0.2)

    def someone_with_account(self):
        """The start keeps the session's id in an account of the source of results, which has to be there."""
        for person in json.loads(self.ctl("identities", "--tenant", "Lab", "--status", "never", "--limit", "200", "--json")[1])["identities"]:
            if person["lifecycle"] == "active" and person["email"]:
                found = self.machine({"definition": {"start": "Find", "steps": {"End": {"type": "success"}, "Find": {"type": "action", "actionId": "sp:http", "nextStep": "End", "attributes": {
                    "authenticationType": "OAuth", "method": "get", "oAuthTokenUrl": self.lab.ends["sailpointUrl"] + "/oauth/token", "url": self.lab.ends["sailpointUrl"] + "/accounts/v1",
                    "urlParams": {"filters": f"identityId eq \"{person['id']}\" and sourceId eq \"{self.lab.ends['idvSourceId']}\""}}}}}})
                answer = found.http(found.steps["Find"]["attributes"], {})
                if answer["body"]:
                    return person
        self.fail("nobody has an account in the source of results")

    def created(self, person):
        """What the trigger "Identity Created" tells."""
        full = self.identity(person["id"])
        return {"identity": {"id": person["id"], "type": "IDENTITY", "name": person["name"]}, "attributes": {**full["attributes"], "email": person["email"]}}

    def provider_says(self, session, person, status="VERIFIED"):
        full = self.identity(person["id"])["attributes"]
        return {"session_id": session, "user_identifier": person["email"], "verification_status": status, "ial_level": 2, "verified_name": f"{full['firstname']} {full['lastname']}",
                "document_type": "passport", "completed_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())}

    def started(self):
        """Somebody for whom SailPoint's own workflow asked for a verification: (person, the provider's session)."""
        person = self.someone_with_account()
        start = self.machine(self.exported("start"))
        self.assertEqual(start.run(self.created(person)), "success")
        self.assertEqual([m for m, _ in start.calls], ["GET", "POST", "PATCH"])
        self.shows(person["id"], idvStatus="PENDING")
        session = self.identity(person["id"])["attributes"]["idvSessionId"]
        self.assertTrue(session)
        return person, session

    def test_from_the_trigger_to_the_stored_result(self):
        person, session = self.started()
        # The provider's own callback, as it is.
        result = self.machine(self.exported("result"))
        self.assertEqual(result.run(self.provider_says(session, person)), "success")
        self.shows(person["id"], idvStatus="VERIFIED", idvVerified="true", idvIAL="2", idvSessionId=session, idvDocumentType="passport")

    def sailpoint(self, method, path, body=None, kind="json", token=None):
        headers = {"Authorization": "Bearer " + (token or self.tokens(self.lab.ends["sailpointUrl"] + "/oauth/token")), "Content-Type": "application/" + kind}
        asked = urllib.request.Request(self.lab.ends["sailpointUrl"] + path, json.dumps(body).encode() if body is not None else None, headers, method=method)
        try:
            with urllib.request.urlopen(asked) as r:
                return r.status, json.loads(r.read() or b"null")
        except urllib.error.HTTPError as e:
            return e.code, json.loads(e.read() or b"null")

    def ended(self, execution):
        end = time.time() + 15
        while True:
            code, (shown,) = self.sailpoint("GET", f"/v2024/workflow-executions/{execution}")
            self.assertEqual(code, 200)
            if shown["status"] != "Running":
                _, history = self.sailpoint("GET", f"/v2024/workflow-executions/{execution}/history")
                return shown["status"], history
            self.assertLess(time.time(), end)
            time.sleep(0.1)

    def test_both_are_imported_and_run_there(self):
        """In the simulated SailPoint itself, by its API: made, tried, switched on, called by a client that it hands out."""
        person = self.someone_with_account()
        code, start = self.sailpoint("POST", "/v2024/workflows", self.exported("start"))
        self.assertEqual((code, start["enabled"]), (200, False), start)
        code, told = self.sailpoint("POST", f"/v2024/workflows/{start['id']}/test", {"input": self.created(person)})
        self.assertEqual(code, 200, told)
        status, history = self.ended(told["workflowExecutionId"])
        self.assertEqual(status, "Completed", history)
        self.assertEqual([e["attributes"]["displayName"] for e in history if e["type"] == "ActivityTaskCompleted"], ["Find Account", "Is There One Account?", "Create Session", "Keep Session Id"])
        self.shows(person["id"], idvStatus="PENDING")
        session = self.identity(person["id"])["attributes"]["idvSessionId"]
        code, result = self.sailpoint("POST", "/workflows/v1", self.exported("result"))
        self.assertEqual(code, 200, result)
        execute = f"/v2024/workflows/execute/external/{result['id']}"
        code, client = self.sailpoint("POST", f"/v2024/workflows/{result['id']}/external/oauth-clients")
        self.assertEqual(code, 200, client)
        form = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": client["id"], "client_secret": client["secret"]}).encode()
        with urllib.request.urlopen(self.lab.ends["sailpointUrl"] + "/oauth/token", form) as r:
            token = json.load(r)["access_token"]
        self.assertEqual(self.sailpoint("GET", "/v2024/identities", token=token)[0], 403)  # it may call workflows, and nothing else
        self.assertNotIn("workflowExecutionId", self.sailpoint("POST", execute, {"input": {}}, token=token)[1])  # switched off
        self.assertEqual(self.sailpoint("PATCH", f"/v2024/workflows/{result['id']}", [{"op": "replace", "path": "/enabled", "value": True}], "json-patch+json")[0], 200)
        code, told = self.sailpoint("POST", execute, {"input": self.provider_says(session, person)}, token=token)
        status, history = self.ended(told["workflowExecutionId"])
        self.assertEqual(status, "Completed", history)
        self.shows(person["id"], idvStatus="VERIFIED", idvVerified="true", idvIAL="2", idvSessionId=session, idvDocumentType="passport")
        # Of another session than the newest nothing is written, and the run says that it failed.
        code, told = self.sailpoint("POST", execute, {"input": self.provider_says("another", person, "FAILED")}, token=token)
        self.assertEqual(self.ended(told["workflowExecutionId"])[0], "Failed")
        self.shows(person["id"], idvStatus="VERIFIED")
        self.assertEqual(self.sailpoint("DELETE", f"/v2024/workflows/{result['id']}")[0], 400)  # it is switched on
        self.assertEqual(self.sailpoint("DELETE", f"/v2024/workflows/{start['id']}")[0], 204)

    def test_what_would_not_run_is_not_taken(self):
        good = self.exported("start")
        for change in ({"name": ""}, {"definition": {"start": "x", "steps": {}}}, {"trigger": {"type": "SCHEDULED"}},
                       {"definition": {"start": "a", "steps": {"a": {"type": "action", "actionId": "sp:manage-accounts", "nextStep": "a"}}}},
                       {"definition": {"start": "a", "steps": {"a": {"type": "action", "actionId": "sp:http", "nextStep": "b"}}}},
                       {"definition": {"start": "a", "steps": {"a": {"type": "success", "nextStep": "a"}}}}):
            with self.subTest(change=change):
                self.assertEqual(self.sailpoint("POST", "/v2024/workflows", {**good, **change})[0], 400)

    def test_nobody_is_asked_where_nothing_could_be_kept(self):
        never = json.loads(self.ctl("identities", "--tenant", "Lab", "--status", "never", "--limit", "200", "--json")[1])["identities"]
        for person in (p for p in never if p["email"]):
            start = self.machine(self.exported("start"))
            before = self.lab.stats()
            if start.run(self.created(person)) == "failure":
                self.assertEqual([m for m, _ in start.calls], ["GET"])
                self.assertEqual(self.lab.stats(), before)
                return
        self.fail("everybody has an account")

    verified = {"idvVerified": "true", "idvStatus": "VERIFIED", "idvIAL": "2", "idvVerifiedName": "Ann Example", "idvDocumentType": "passport", "idvSessionId": "s-1", "idvVerifiedDate": "2026-07-01T10:00:00Z"}

    def test_this_consoles_words_are_taken_and_what_is_not_sent_stays(self):
        person = self.someone_with_account()
        self.assertEqual(self.machine(self.exported("result")).run({"identityId": person["id"], "attributes": self.verified}), "success")
        self.shows(person["id"], **self.verified)
        # A later try that failed, and one that began: the verification from before is not touched.
        for said in ({"idvStatus": "FAILED", "idvSessionId": "s-2"}, {"idvStatus": "PENDING"}, {"idvVerified": "false", "idvStatus": "FAILED", "idvSessionId": "s-3"}):
            decide = self.machine(self.exported("result", "--escalate-to", "idv@acme.example"))
            self.assertEqual(decide.run({"identityId": person["id"], "attributes": said}), "failure" if said["idvStatus"] == "FAILED" else "success")
            self.assertEqual([to for to, _ in decide.mails], [["idv@acme.example"]] if said["idvStatus"] == "FAILED" else [])
            self.shows(person["id"], **{**self.verified, **said, "idvSessionId": said.get("idvSessionId", "s-2")})

    def test_a_failed_one_is_told_and_handed_on(self):
        person, session = self.started()
        before = self.identity(person["id"])["attributes"].get("idvVerified")
        decide = self.machine(self.exported("result", "--escalate-to", "idv@acme.example"))
        self.assertEqual(decide.run({**self.provider_says(session, person, "FAILED"), "requesterEmail": "boss@acme.example"}), "failure")
        self.assertEqual([to for to, _ in decide.mails], ["boss@acme.example", ["idv@acme.example"]])
        self.shows(person["id"], idvStatus="FAILED", idvSessionId=session)
        self.assertEqual(self.identity(person["id"])["attributes"].get("idvVerified"), before)
        passed = self.machine(self.exported("result", "--escalate-to", "idv@acme.example"))
        self.assertEqual(passed.run(self.provider_says(session, person)), "success")
        self.assertEqual(passed.mails, [])

    def test_nothing_is_written_that_this_console_would_not_write(self):
        person, session = self.started()
        said = self.provider_says(session, person)
        for how, change, end in (("somebody else", {"user_identifier": "nobody@acme.example"}, "failure"), ("an older session", {"session_id": "s-0"}, "failure"), ("still open", {"verification_status": "PENDING"}, "success"),
                                 ("a word that nobody knows", {"verification_status": "APPROVED"}, "success"), *((f"no {key}", {key: None}, "failure") for key in ("ial_level", "verified_name", "document_type", "completed_at"))):
            with self.subTest(how):
                result = self.machine(self.exported("result", "--escalate-to", "idv@acme.example"))
                self.assertEqual(result.run({k: v for k, v in {**said, **change}.items() if v is not None}), end, how)
                self.assertNotIn("PATCH", [m for m, _ in result.calls], how)
                self.assertEqual(result.mails, [], how)

    def test_a_file_with_a_gap_is_refused(self):
        code, _, err = self.ctl("workflow", "export", "result", str(self.file), "--escalate-to", "security", "--tenant", "Lab")
        self.assertEqual(code, 2, err)
        self.assertFalse(self.file.exists())
        self.assertEqual(self.ctl("tenant", "set", "Lab", "--callback-base-url", "", "--no-test", secrets=False)[0], 0)
        code, _, err = self.ctl("workflow", "export", "start", str(self.file), "--tenant", "Lab")
        self.assertEqual(code, 2, err)
        self.assertIn("callback", err)
        self.assertEqual(self.ctl("tenant", "set", "Lab", "--results", "data", "--reason", "its own form", "--no-test", secrets=False)[0], 0)
        code, _, err = self.ctl("workflow", "export", "result", str(self.file), "--tenant", "Lab")
        self.assertEqual(code, 2, err)
        self.assertIn("form of their own", err)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
