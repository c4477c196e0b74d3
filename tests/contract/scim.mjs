// Compares the simulated IdentityIQ with SCIMMY's filters and schemas, and with RFC 7644 where it leaves no choice.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, text] = process.argv.slice(2);
const ends = JSON.parse(text);
const require = createRequire(pathToFileURL(folder + "/x.js"));
const SCIMMY = require("scimmy").default ?? require("scimmy");
const base = ends.iiqUrl + "/scim/v2";
const basic = (u, p) => "Basic " + Buffer.from(`${u}:${p}`).toString("base64");

const token = await (await fetch(`${ends.iiqUrl}/oauth2/token?grant_type=client_credentials`, { method: "POST", headers: { authorization: basic(ends.iiqClientId, ends.iiqClientSecret) } })).json();
const bearer = { authorization: `Bearer ${token.access_token}` };

async function ask(path, { method = "GET", headers = {}, body } = {}) {
  const r = await fetch(base + path, { method, headers: { ...bearer, ...headers }, body: body && JSON.stringify(body) });
  const raw = await r.text();
  return { status: r.status, type: r.headers.get("content-type"), tag: r.headers.get("etag"), body: raw ? JSON.parse(raw) : null };
}
const list = (query) => ask("/Users?" + new URLSearchParams(query));

const every = await list({});
assert.equal(every.status, 200);
assert.match(every.type, /^application\/scim\+json/);
const people = every.body.Resources;
assert.deepEqual([every.body.totalResults, every.body.startIndex, every.body.itemsPerPage], [people.length, 1, people.length]);
assert.ok(people.length > 200);

// Each filter chooses whom an independent reader of filters chooses.
const one = people[42], ext = "urn:ietf:params:scim:schemas:sailpoint:1.0:User";
const first = one.name.givenName, day = one.meta.lastModified;
const filters = [
  `userName eq "${one.userName}"`, `userName eq "${one.userName.toUpperCase()}"`, `USERNAME eq "${one.userName}"`, `userName ne "${one.userName}"`, `id eq "${one.id}"`,
  `name.givenName sw "${first.slice(0, 2)}"`, `name.familyName co "a"`, `displayName ew "a"`, `active eq true`, `active eq false`, `not (active eq true)`, `userType pr`, `title pr`,
  `emails.value co "@"`, `emails[type eq "work"]`, `emails[type eq "home"]`, `emails[type eq "work" and value sw "a"]`, `active eq true and userType eq "employee"`,
  `name.givenName sw "A" or name.givenName sw "B"`, `(name.givenName sw "A" or name.givenName sw "B") and active eq true`, `name.givenName sw "A" or name.givenName sw "B" and active eq false`,
  `name.givenName sw "A" and not (active eq false)`, `userName gt "m"`, `userName lt "m"`, `userName ge "${one.userName}"`, `userName le "${one.userName}"`,
  `meta.lastModified gt "${day}"`, `meta.lastModified ge "${day}"`, `meta.lastModified lt "${day}"`, `meta.lastModified le "${day}"`, `meta.resourceType eq "User"`,
];
// SCIMMY knows no schema: that text of a user ignores case (RFC 7643, caseExact) is said to it by small letters.
const isTime = (v) => /^\d{4}-\d\d-\d\dT/.test(v);
const small = (v) => (typeof v === "string" ? (isTime(v) ? v : v.toLowerCase()) : Array.isArray(v) ? v.map(small) : v && typeof v === "object" ? Object.fromEntries(Object.entries(v).map(([k, w]) => [k, small(w)])) : v);
const smallPeople = people.map((p) => small({ emails: [], ...p })); // it needs the list of who has none
const smallFilter = (f) => f.replace(/"([^"]*)"/g, (all, v) => (isTime(v) ? all : `"${v.toLowerCase()}"`));
let compared = 0;
const differing = [];
for (const filter of filters) {
  const answer = await list({ filter });
  assert.equal(answer.status, 200, filter + ": " + JSON.stringify(answer.body));
  const ours = (answer.body.Resources ?? []).map((p) => p.id).sort();
  const theirs = new SCIMMY.Types.Filter(smallFilter(filter)).match(smallPeople).map((p) => p.id).sort();
  if (ours.join() !== theirs.join()) differing.push(`${filter}: ${ours.length} here, ${theirs.length} there`);
  assert.equal(answer.body.totalResults, ours.length);
  compared += ours.length > 0 && ours.length < people.length ? 1 : 0;
}
assert.deepEqual(differing, []);
// Those that SCIMMY cannot take: a list of objects as a whole, and a name of an extension with a dot in it.
for (const [filter, holds] of [
  ["emails pr", (p) => p.emails?.length > 0], [`${ext}:riskScore gt 600`, (p) => p[ext].riskScore > 600], [`${ext}:idvStatus pr`, (p) => p[ext].idvStatus != null],
  [`${ext}:riskGroup pr and active eq true`, (p) => p[ext].riskGroup != null && p.active], [`${ext}:isManager eq false`, (p) => p[ext].isManager === false],
  [`urn:ietf:params:scim:schemas:core:2.0:User:userName eq "${one.userName}"`, (p) => p.id === one.id],
])
  assert.deepEqual(((await list({ filter })).body.Resources ?? []).map((p) => p.id).sort(), people.filter(holds).map((p) => p.id).sort(), filter);
assert.ok(compared > 20, `only ${compared} filters choose some and not all`);

// What is no filter is refused, and never everybody.
for (const filter of ["userName", "userName eq", "userName is \"x\"", "eq \"x\"", "userName eq \"x", "(userName pr", "userName pr)", "userName eq x", "shoeSize eq 4", "emails[type eq \"work\"", "userName eq \"x\" and", "not userName pr", "userName pr pr", "emails[emails[type pr]]", "(".repeat(5000) + "userName pr"]) {
  const refused = await ask("/Users/.search", { method: "POST", headers: { "content-type": "application/scim+json" }, body: { filter } });
  assert.equal(refused.status, 400, filter.slice(0, 40));
  assert.deepEqual([refused.body.schemas[0], refused.body.status, refused.body.scimType], ["urn:ietf:params:scim:api:messages:2.0:Error", "400", "invalidFilter"]);
}

// Order, pages, projection.
const byFamily = await list({ sortBy: "name.familyName", count: 500 });
const names = byFamily.body.Resources.map((p) => p.name.familyName.toLowerCase());
assert.deepEqual(names, [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
const turned = (await list({ sortBy: "name.familyName", sortOrder: "descending" })).body.Resources.map((p) => p.name.familyName.toLowerCase());
assert.deepEqual(turned, [...names].reverse());
const risks = (await list({ sortBy: `${ext}:riskScore` })).body.Resources.map((p) => p[ext].riskScore);
assert.deepEqual(risks, [...risks].sort((a, b) => a - b)); // numbers by their size
const paged = [];
for (let at = 1; at <= people.length; at += 37) {
  const page = (await list({ sortBy: "name.familyName", startIndex: at, count: 37 })).body;
  assert.equal(page.itemsPerPage, page.Resources.length);
  paged.push(...page.Resources.map((p) => p.id));
}
assert.deepEqual(paged, byFamily.body.Resources.map((p) => p.id));
const none = (await list({ count: 0 })).body;
assert.deepEqual([none.totalResults, none.itemsPerPage, none.Resources], [people.length, 0, undefined]);
assert.equal((await list({ startIndex: -5, count: 1 })).body.startIndex, 1);
assert.equal((await list({ sortBy: "shoeSize" })).status, 400);
assert.equal((await list({ count: "many" })).status, 400);
const few = (await list({ attributes: `userName,name.givenName,${ext}:riskScore`, count: 3 })).body.Resources;
for (const p of few) {
  assert.deepEqual(Object.keys(p).sort(), ["id", "name", "schemas", ext, "userName"].sort());
  assert.deepEqual([Object.keys(p.name), Object.keys(p[ext])], [["givenName"], ["riskScore"]]);
}
const less = (await list({ excludedAttributes: "emails,meta,id", count: 1 })).body.Resources[0];
assert.ok(less.id && less.userName && !("emails" in less) && !("meta" in less));

// Versions.
const read = await ask(`/Users/${one.id}`);
assert.equal(read.tag, read.body.meta.version);
assert.equal((await ask(`/Users/${one.id}`, { headers: { "if-none-match": read.tag } })).status, 304);
assert.equal((await ask(`/Users/${one.id}`, { headers: { "if-none-match": 'W/"another"' } })).status, 200);
const put = (tag, record = read.body, type = "application/scim+json") => ask(`/Users/${one.id}`, { method: "PUT", headers: { "if-match": tag, "content-type": type }, body: record });
assert.equal((await put('W/"another"')).status, 412);
const changed = structuredClone(read.body);
changed[ext].idvStatus = "VERIFIED";
const written = await put(read.tag, changed);
assert.deepEqual([written.status, written.body[ext].idvStatus], [200, "VERIFIED"]);
assert.notEqual(written.tag, read.tag);
assert.equal((await put(read.tag, changed)).status, 412);
assert.equal((await put(written.tag, changed, "text/plain")).status, 415);

// What is not done is said; what it says of itself is what it does.
for (const [method, path] of [["PATCH", `/Users/${one.id}`], ["DELETE", `/Users/${one.id}`], ["POST", "/Users"]])
  assert.equal((await ask(path, { method })).status, 501, method);
assert.equal((await ask(`/Users/${one.id}`)).status, 200);
const config = (await ask("/ServiceProviderConfig")).body;
assert.deepEqual([config.patch.supported, config.filter.supported, config.sort.supported, config.etag.supported, config.bulk.supported], [false, true, true, true, false]);
assert.deepEqual(config.authenticationSchemes.map((s) => s.type).sort(), ["httpbasic", "oauthbearertoken"]);
const byBasic = await fetch(base + "/Users?count=1", { headers: { authorization: basic(ends.iiqReviewer, ends.iiqReviewerPassword) } });
assert.equal(byBasic.status, 200);
assert.equal((await fetch(base + "/Users?count=1", { headers: { authorization: basic(ends.iiqReviewer, "wrong") } })).status, 401);
const types = (await ask("/ResourceTypes")).body;
assert.equal(types.totalResults, types.Resources.length);
for (const t of types.Resources) assert.notEqual((await ask(t.endpoint)).status, 404, t.endpoint);
const schemas = (await ask("/Schemas")).body;
assert.deepEqual(schemas.Resources.map((s) => s.id), [ext]);
assert.equal((await ask(`/Schemas/${ext}`)).body.attributes.length > 10, true);
assert.equal((await ask("/Schemas/urn:none")).status, 404);
assert.equal((await ask("/Users/nobody")).body.schemas[0], "urn:ietf:params:scim:api:messages:2.0:Error");
console.log(`scim: ${filters.length} filters over ${people.length} people choose as SCIMMY's do; order, pages, projection, versions, refusals hold`);
