// Calls a simulated SailPoint with the vendor's own client and prints, as JSON, what each call answered and whether it
// is right: an answer that fits, or an honest refusal. Started by sdk.py: node sdk.mjs FOLDER_OF_THE_CLIENT ENDPOINTS.
import { createRequire } from "node:module";

const [folder, endsText] = process.argv.slice(2);
const sdk = createRequire(folder + "/x.js")("sailpoint-api-client");
const ends = JSON.parse(endsText);
const configuration = new sdk.Configuration({ baseurl: ends.sailpointUrl, clientId: ends.clientId, clientSecret: ends.clientSecret, tokenUrl: ends.sailpointUrl + "/oauth/token" });
configuration.experimental = true;
configuration.retriesConfig = { retries: 0 };
const results = [];

// Every class of the client that has this call, whatever its generation's name is.
function owner(call) {
  const name = Object.keys(sdk).find((k) => /V2024Api$/.test(k) && sdk[k].prototype && call in sdk[k].prototype);
  if (!name) throw new Error("the client has no " + call);
  return new sdk[name](configuration);
}

async function ask(call, parameters = {}) {
  try {
    const r = await owner(call)[call](parameters);
    return { status: r.status, data: r.data, headers: r.headers };
  } catch (e) {
    if (e.response) return { status: e.response.status, data: e.response.data, headers: e.response.headers };
    return { status: 0, data: String(e) };
  }
}

/// `fits`: what a success has to be; without it the call is one that the simulator does not do.
async function check(call, parameters, fits) {
  const r = await ask(call, parameters);
  const refused = r.status === 501 || (r.status >= 400 && r.status < 500);
  let right = fits ? false : refused;
  if (fits) {
    try { right = Boolean(await fits(r)); } catch (e) { right = false; }
  }
  results.push({ call, status: r.status, verdict: right ? (fits ? "right" : "refused") : r.status >= 200 && r.status < 300 ? "false success" : "wrong" });
  return r;
}

const list = (n) => (r) => r.status === 200 && Array.isArray(r.data) && (n === undefined || r.data.length === n);
const answered = (status, test = () => true) => (r) => r.status === status && test(r.data);
const refusal = (status) => (r) => r.status === status;
const later = () => new Promise((done) => setTimeout(done, 1500));

const people = (await check("listIdentities", { limit: 40 }, list(40))).data;
const one = people[3], free = people[9];
await check("listIdentities", { limit: 2, offset: 1, sorters: "name" }, (r) => list(2)(r) && [...r.data].sort((a, b) => (a.name < b.name ? -1 : 1))[0].id === r.data[0].id);
await check("listIdentities", { filters: `email eq "${one.emailAddress}"` }, (r) => list(1)(r) && r.data[0].id === one.id);
await check("listIdentities", { filters: "shoeSize eq 42" }, refusal(400));
await check("listIdentities", { count: true, limit: 1 }, (r) => list(1)(r) && Number(r.headers["x-total-count"]) > 100);
await check("getIdentity", { id: one.id }, answered(200, (d) => d.id === one.id));
await check("getIdentity", { id: "nobody" }, refusal(404));
await check("getIdentityOwnershipDetails", { identityId: one.id }, (r) => r.status === 200);
const roles = (await check("getRoleAssignments", { identityId: one.id }, list())).data;
if (roles.length) await check("getRoleAssignment", { identityId: one.id, assignmentId: roles[0].id }, answered(200, (d) => d.id === roles[0].id));
await check("startIdentityProcessing", { processIdentitiesRequestV2024: { identityIds: [one.id] } }, (r) => r.status === 202 && r.data.id);
await check("startIdentitiesInvite", { inviteIdentitiesRequestV2024: { ids: [one.id], uninvited: false } }, (r) => r.status === 202);
// The client sends the placeholder of its path: there is nobody of that name.
await check("resetIdentity", { identityId: free.id }, refusal(404));
await check("synchronizeAttributesForIdentity", { identityId: one.id }, (r) => r.status === 202);
await check("sendIdentityVerificationAccountToken", { id: one.id, sendAccountVerificationRequestV2024: { via: "EMAIL_WORK" } }, (r) => r.status === 200);
await check("setLifecycleState", { identityId: one.id, setLifecycleStateRequestV2024: { lifecycleStateId: "x" } });
await check("getPublicIdentities", { limit: 1 }, list(1));
await check("searchPost", { searchV2024: { indices: ["identities"], query: { query: "*" } }, limit: 5 }, list(5));
await check("searchPost", { searchV2024: { indices: ["events"], query: { query: "*" } } }, refusal(400));
await check("searchCount", { searchV2024: { indices: ["identities"], query: { query: "*" } } }, (r) => Number(r.headers["x-total-count"]) > 100);
await check("searchGet", { index: "identities", id: one.id }, answered(200, (d) => d.id === one.id));
await check("searchAggregate", { searchV2024: { indices: ["identities"], query: { query: "*" }, aggregations: { metric: { name: "n", type: "UNIQUE_COUNT", field: "id" } } } });

const profiles = (await check("listIdentityProfiles", {}, list())).data;
const board = profiles.find((p) => p.name === "Board"), profile = profiles[0];
await check("listIdentityProfiles", { limit: 1 }, list(1));
await check("listIdentityProfiles", { filters: `id eq "${profile.id}"` }, list(1));
await check("getIdentityProfile", { identityProfileId: profile.id }, answered(200, (d) => d.id === profile.id));
await check("exportIdentityProfiles", {}, list());
await check("getLifecycleStates", { identityProfileId: profile.id }, list());
await check("getDefaultIdentityAttributeConfig", { identityProfileId: profile.id }, (r) => r.status === 200);
await check("generateIdentityPreview", { identityPreviewRequestV2024: { identityId: one.id, identityAttributeConfig: { attributeTransforms: [] } } }, (r) => r.status === 200);
await check("updateIdentityProfile", { identityProfileId: board.id, jsonPatchOperationV2024: [{ op: "replace", path: "/description", value: "by the client" }] }, answered(200, (d) => d.description === "by the client"));
await check("getIdentityProfile", { identityProfileId: board.id }, answered(200, (d) => d.description === "by the client"));
await check("syncIdentityProfile", { identityProfileId: board.id }, (r) => r.status === 202);
await check("deleteIdentityProfile", { identityProfileId: board.id }, (r) => r.status === 202);
await later();
await check("getIdentityProfile", { identityProfileId: board.id }, refusal(404));

await check("listIdentityAttributes", {}, list());
await check("createIdentityAttribute", { identityAttributeV2024: { name: "shoeSize", displayName: "Shoe size", type: "string", multi: false, searchable: false } }, (r) => r.status === 201);
await check("getIdentityAttribute", { name: "shoeSize" }, answered(200, (d) => d.name === "shoeSize"));
await check("putIdentityAttribute", { name: "shoeSize", identityAttributeV2024: { name: "shoeSize" } });
await check("deleteIdentityAttribute", { name: "shoeSize" }, refusal(204));
await check("getIdentityAttribute", { name: "shoeSize" }, refusal(404));
await check("deleteIdentityAttributesInBulk", { identityAttributeNamesV2024: { ids: ["idvStatus"] } });

const mine = `identityId eq "${one.id}" and sourceId eq "${ends.idvSourceId}"`;
let account = (await check("listAccounts", { filters: mine }, list())).data[0];
if (!account) {
  await check("createAccount", { accountAttributesCreateV2024: { attributes: { sourceId: ends.idvSourceId, id: one.id, idvStatus: "PENDING" } } }, (r) => r.status === 202);
  await later();
  account = (await check("listAccounts", { filters: mine }, list(1))).data[0];
}
await check("getAccount", { id: account.id }, answered(200, (d) => d.id === account.id));
await check("updateAccount", { id: account.id, requestBody: [{ op: "add", path: "/attributes/idvStatus", value: "FAILED" }] }, (r) => r.status === 202);
await later();
await check("getIdentity", { id: one.id }, answered(200, (d) => d.attributes.idvStatus === "FAILED"));
await check("updateAccount", { id: account.id, requestBody: [{ op: "remove", path: "/attributes/idvStatus" }] }, refusal(400));
for (const call of ["putAccount", "deleteAccount", "submitReloadAccount"]) await check(call, { id: account.id, accountAttributesV2024: { attributes: {} } });
await check("listAccounts", { filters: "name eq \"x\"" }, refusal(400));

await check("getSource", { id: ends.idvSourceId }, answered(200, (d) => d.id === ends.idvSourceId));
for (const [call, p] of [["listSources", {}], ["createSource", { sourceV2024: { name: "x" } }], ["putSource", { id: ends.idvSourceId, sourceV2024: {} }], ["updateSource", { id: ends.idvSourceId, jsonPatchOperationV2024: [] }], ["deleteSource", { id: ends.idvSourceId }], ["getSourceSchemas", { sourceId: ends.idvSourceId }], ["importAccounts", { id: ends.idvSourceId }]])
  await check(call, p);

const workflows = (await check("listWorkflows", {}, list(3))).data;
const off = workflows.find((w) => !w.enabled), results_ = workflows.find((w) => w.id === ends.workflowId);
for (const [call, n] of [["listIdentityCertifications", 2], ["listPendingApprovals", 8]]) {
  await check(call, { limit: 1, offset: 1, sorters: "name" }, (r) => list(1)(r) && r.data[0].name);
  await check(call, { offset: n }, list(0));
  await check(call, { filters: 'shoeSize eq "42"' }, refusal(400));
  await check(call, { sorters: "shoeSize" }, refusal(400));
}
await check("listIdentityProfiles", { limit: 1, offset: 1 }, list(1));
await check("listIdentityProfiles", { limit: 2, count: true }, (r) => list(2)(r) && Number(r.headers["x-total-count"]) === profiles.length - 1);
await check("getWorkflow", { id: off.id }, answered(200, (d) => d.id === off.id));
const run = (await check("testWorkflow", { id: off.id, testWorkflowRequestV2024: { input: {} } }, answered(200, (d) => d.workflowExecutionId))).data;
await check("getWorkflowExecutions", { id: off.id, limit: 1 }, list(1));
await check("getWorkflowExecution", { id: run.workflowExecutionId }, (r) => r.status === 200);
await check("getWorkflowExecutionHistory", { id: run.workflowExecutionId }, list());
await check("createWorkflowExternalTrigger", { id: results_.id }, answered(200, (d) => d.secret));
await check("testExternalExecuteWorkflow", { id: results_.id, testExternalExecuteWorkflowRequestV2024: { input: { a: 1 } } }, answered(200, (d) => d.payload.a === 1));
await check("cancelWorkflowExecution", { id: run.workflowExecutionId }, refusal(204));
for (const [call, p] of [["createWorkflow", { createWorkflowRequestV2024: { name: "x" } }], ["putWorkflow", { id: off.id, workflowBodyV2024: {} }], ["patchWorkflow", { id: "nobody", jsonPatchOperationV2024: [{ op: "replace", path: "/name", value: "y" }] }]])
  await check(call, p);
const own = (await check("createWorkflow", { createWorkflowRequestV2024: { name: "by the client", owner: { type: "IDENTITY", id: off.owner.id }, enabled: false, definition: { start: "End", steps: { End: { type: "success" } } }, trigger: off.trigger } }, (r) => r.status === 200 || r.status === 201)).data;
await check("patchWorkflow", { id: own.id, jsonPatchOperationV2024: [{ op: "replace", path: "/name", value: "renamed" }] }, answered(200, (d) => d.name === "renamed"));
await check("deleteWorkflow", { id: own.id }, refusal(204));
await check("getWorkflow", { id: own.id }, refusal(404));
await check("getWorkflow", { id: off.id }, answered(200, (d) => d.name === off.name));

await check("listTriggers", { limit: 2 }, list(2));
const made = (await check("createSubscription", { subscriptionPostRequestV2024: { name: "by the client", triggerId: "idn:identity-attributes-changed", type: "HTTP", httpConfig: { url: "http://127.0.0.1:9/x", httpDispatchMode: "SYNC", httpAuthenticationType: "NO_AUTH" } } }, (r) => r.status === 201)).data;
await check("listSubscriptions", { filters: `id eq "${made.id}"` }, list(1));
await check("patchSubscription", { id: made.id, subscriptionPatchRequestInnerV2024: [{ op: "replace", path: "/name", value: "renamed" }] }, answered(200, (d) => d.name === "renamed"));
await check("testSubscriptionFilter", { validateFilterInputDtoV2024: { filter: "$.changes[?(@.attribute == \"idvStatus\")]", input: { changes: [] } } }, (r) => r.status === 200);
await check("updateSubscription", { id: made.id, subscriptionPutRequestV2024: { name: "z" } });
await check("listTriggerInvocationStatus", { filters: "subscriptionId eq \"nobody\"" }, list(0));
await check("deleteSubscription", { id: made.id }, refusal(204));
await check("listSubscriptions", { filters: `id eq "${made.id}"` }, list(0));

const waiting = (await check("listPendingApprovals", {}, list())).data;
await check("listPendingApprovals", { limit: 1 }, list(1));
await check("getAccessRequestApprovalSummary", {}, answered(200, (d) => d.pending === waiting.length));
await check("approveAccessRequest", { approvalId: waiting[0].id, commentDtoV2024: { comment: "fine" } }, (r) => r.status === 202);
await check("rejectAccessRequest", { approvalId: waiting[1].id, commentDtoV2024: { comment: "no" } }, (r) => r.status === 202);
await check("listCompletedApprovals", {}, list());
await check("approveBulkAccessRequest", { bulkApproveAccessRequestV2024: { approvalIds: [waiting[2].id], comment: "x" } });
await check("listAccessRequestStatus", {});
await check("listIdentityCertifications", { limit: 1 }, list(1));
for (const [call, p] of [["getIdentityCertification", { id: "x" }], ["listIdentityAccessReviewItems", { id: "x" }], ["makeIdentityDecision", { id: "x", reviewDecisionV2024: [] }], ["signOffIdentityCertification", { id: "x" }], ["getActiveCampaigns", {}], ["createCampaign", { campaignV2024: {} }]])
  await check(call, p);

await check("listOauthClients", {}, list());
for (const [call, p] of [["getOauthClient", { id: "x" }], ["createOauthClient", { createOAuthClientRequestV2024: {} }], ["deleteOauthClient", { id: "x" }], ["patchOauthClient", { id: "x", jsonPatchOperationV2024: [] }], ["getTenant", {}]])
  await check(call, p);
const tokens = (await check("listPersonalAccessTokens", {}, list())).data;
const second = (await check("createPersonalAccessToken", { createPersonalAccessTokenRequestV2024: { name: "by the client", userAwareTokenNeverExpires: true } }, answered(200, (d) => d.secret))).data;
await check("listPersonalAccessTokens", {}, list(tokens.length + 1));
await check("deletePersonalAccessToken", { id: second.id }, refusal(204));
await check("listPersonalAccessTokens", {}, list(tokens.length));
const tasks = (await check("getTaskStatusList", {}, list())).data;
if (tasks.length) await check("getTaskStatus", { id: tasks[0].id }, answered(200, (d) => d.id === tasks[0].id));
await check("updateTaskStatus", { id: tasks.length ? tasks[0].id : "x", xSailPointExperimental: "true", jsonPatchOperationV2024: [] });
await check("deleteIdentity", { id: free.id }, (r) => r.status === 202 || r.status === 204 || r.status === 400);

console.log(JSON.stringify(results));
