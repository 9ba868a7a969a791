import { Agent, request } from "node:http";
import { connect } from "node:net";
import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";
import { atDepth } from "../../support/depth";
import { allOperations } from "../../support/model-walk";
import { randomly } from "./randomly";

/** A request that is valid HTTP and that the services must refuse. */
interface Malformed {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}

const operations = allOperations();
const { pick, below, bytes, text } = randomly(20_260_101);

const target = (name: string) => ({ "x-amz-target": `AWSSimbaAPIService_v20180301.${name}` });
const rest = operations.filter(({ service }) => service !== "fsx");
const withBody = operations.filter(({ http }) => http.method !== "GET" && http.method !== "DELETE");

const named = (...names: readonly string[]) => operations.filter(({ name }) => names.includes(name));
const withTags = named("CreateFileSystem", "CreateAccessPoint", "CreateBackup", "CreateVolume");
const withArn = operations.filter(
  ({ service, name }) => service === "fsx" && /^(ListTagsForResource|TagResource|UntagResource)$/.test(name),
);

/** The method and path of an operation, with values for its labels. */
function addressOf({ service, name, http }: (typeof operations)[number], label: () => string) {
  const path = http.uri.replace(/\{\w+\+?\}/g, label);
  return { method: http.method, path, headers: service === "fsx" ? target(name) : {} };
}

const plain = () => "nothing";
const deep = (open: string, close: string) => {
  const depth = 200 + below(3_000);
  return `${open.repeat(depth)}1${close.repeat(depth)}`;
};

/** Malformed requests that every service must refuse. */
const ways: readonly (() => Malformed)[] = [
  // Bodies that are not a JSON object
  () => ({
    ...addressOf(pick(withBody), plain),
    body: pick([
      () => `{"${text(5)}`,
      () => `{"a":${text(8)}`,
      () => `[${below(100)}]`,
      () => `"${"x".repeat(below(50))}"`,
      () => String(1 + below(1_000)),
      () => "{]",
      () => `{'a': 1}`,
      () => `${"{".repeat(below(2_000) + 1)}`,
      () => `{"a":1}${text(6)}x`,
    ])(),
  }),
  // Bodies that are not UTF-8
  () => ({ ...addressOf(pick(withBody), plain), body: Uint8Array.from([0xff, 0xfe, ...bytes(below(100))]) }),
  // Depth where the service looks
  () => ({
    method: "POST",
    path: "/",
    headers: target("DescribeFileSystems"),
    body: `{"FileSystemIds":${pick([deep('{"a":', "}"), deep("[", "]")])}}`,
  }),
  // Members of a wrong type, also members that every object inherits
  () => ({
    method: "PUT",
    path: "/backup-vaults/x1",
    headers: {},
    body: `{"BackupVaultTags":${pick(["[]", '"a"', "1", "true", "[{}]", '{"a":{"__proto__":1}}', '{"a":["b"]}'])},"__proto__":{"a":1},"constructor":{"prototype":{}}}`,
  }),
  () => ({
    method: "PUT",
    path: "/backup/plans",
    headers: {},
    body: JSON.stringify({
      BackupPlan: pick<unknown>([1, "x", [], { Rules: {} }, { Rules: [null] }, { Rules: [[[]]] }]),
    }),
  }),
  // Percent-encoding
  () => ({
    ...addressOf(pick(rest.filter(({ http }) => http.uri.includes("{"))), () =>
      pick(["%", "%z", "%zz", "%f", "%ff", "%c3%28", "a%", "%e0%80%80", "%u0041"]),
    ),
    body: "",
  }),
  () => ({
    method: "GET",
    path: `/backup-vaults?${pick(["%", "a=%zz", "maxResults=%ff", "%80=1"])}`,
    headers: {},
    body: "",
  }),
  // Queries of a wrong type
  () => ({
    method: "GET",
    path: pick([
      "/backup-jobs?maxResults=many",
      "/backup-jobs?maxResults=-1",
      "/backup-jobs?maxResults=1e309",
      "/backup-jobs?createdAfter=yesterday",
      "/backup-jobs?state=__proto__",
      "/backup-vaults?shared=perhaps",
      "/2015-02-01/file-systems?MaxItems=NaN",
    ]),
    headers: {},
    body: "",
  }),
  // Unknown paths, methods and targets
  () => ({ method: "GET", path: `/${encodeURIComponent(text(1 + below(30)))}/x`, headers: {}, body: "" }),
  () => ({
    method: pick(["PATCH", "OPTIONS", "PROPFIND", "LOCK", "M-SEARCH"]),
    path: pick(rest).http.uri.replace(/[{}+]/g, ""),
    headers: {},
    body: "",
  }),
  () => ({
    method: "GET",
    path: pick([
      "/../../etc/passwd",
      "//backup-vaults",
      "/backup-vaults/../../x/y/z",
      "/./a/b",
      "/__proto__",
      "/constructor/prototype",
    ]),
    headers: {},
    body: "",
  }),
  () => ({
    method: "POST",
    path: "/",
    headers: {
      "x-amz-target": pick([
        "",
        ".",
        "x",
        "AWSSimbaAPIService_v20180301",
        "AWSSimbaAPIService_v20180301.",
        "backup.CreateBackupVault",
        "a.b.c",
        `${"x".repeat(200)}.y`,
        "fsx.__proto__",
      ]),
    },
    body: "{}",
  }),
  () => ({
    method: "POST",
    path: "/",
    headers: target(pick(["MakeTea", "constructor", "__proto__", "toString", "valueOf"])),
    body: "{}",
  }),
  // Lists whose items are all wrong, which must not make long answers
  () => ({
    ...addressOf(pick(withTags), plain),
    body: `{"Tags":[${Array.from({ length: 1 + below(20_000) }, () => pick(["{}", "null", "[]", '{"Key":""}'])).join(",")}]}`,
  }),
  // Texts on which a pattern could backtrack
  () => ({
    ...addressOf(pick(withArn), plain),
    body: JSON.stringify({
      ResourceARN: `arn:aws:fsx:${pick(["a-", "aa", "a:", "-a:", "1a/"]).repeat(1 + below(250))}${pick(["!", "\n", "$", " "])}`,
    }),
  }),
  // Pages of other sites, and names of other hosts
  () => ({
    ...addressOf(pick(operations), plain),
    ...pick([
      () => ({
        headers: { origin: pick(["https://example.com", "http://localhost.example.com", "null", "file://"]) },
      }),
      () => ({ headers: { "sec-fetch-site": pick(["cross-site", "same-site"]) } }),
      () => ({
        headers: { host: pick(["example.com", "127.0.0.1.example.com", "169.254.169.254", "[::2]"]) },
      }),
      () => ({ path: "/_mock/reset", method: "POST", headers: { origin: "https://example.com" } }),
    ])(),
    body: "{}",
  }),
  // Signatures for other services
  () => ({
    method: "GET",
    path: "/backup-vaults",
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/${pick(["s3", "sts", "iam", "constructor"])}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: "",
  }),
  // Control paths
  () => ({
    method: "POST",
    path: "/_mock/clock",
    headers: {},
    body: pick([
      '{"advance":-1}',
      '{"advance":"x"}',
      '{"advance":1e400}',
      '{"now":0}',
      "{}",
      "[]",
      "{",
      '{"settle":1}',
      '{"advance":{"__proto__":1}}',
      '{"advance":{"days":"1"}}',
    ]),
  }),
  () => ({
    method: "POST",
    path: "/_mock/seed",
    headers: {},
    body: pick([
      '{"resources":[{}]}',
      '{"resources":[{"arn":5}]}',
      '{"resources":[{"arn":"x","tags":null}]}',
      '{"backup":{"vaults":[{"BackupVaultName":{}}]}}',
      '{"backup":{"plans":[{"BackupPlan":[]}]}}',
      '{"backup":{"recoveryPoints":[{"ResourceArn":"x"}]}}',
      '{"backup":{"backupJobs":[{"CreationDate":"x"}]}}',
      '{"backup":{"vaults":[{"BackupVaultName":"ok"},{"BackupVaultName":""}]}}',
      '{"__proto__":{}}',
      '{"constructor":{}}',
      `{"backup":{"vaults":[${deep("[", "]")}]}}`,
    ]),
  }),
  () => ({
    method: pick(["DELETE", "PUT"]),
    path: pick(["/_mock/state", "/_mock/reset", "/_mock/seed", "/_mock"]),
    headers: {},
    body: "",
  }),
];

/** Bytes that are not valid HTTP. */
const garbage: readonly (() => string | Uint8Array)[] = [
  () => Uint8Array.from([0, ...bytes(1 + below(200))]),
  () => `${text(20)}\r\n\r\n`,
  () => `BREW /${below(1_000)} HTTP/1.1\r\n\r\n`,
  () => `GET / HTTP/${1 + below(8)}.${2 + below(7)}\r\n\r\n`,
  () => "GET /backup-vaults HTTP/1.1\r\nHost : x\r\n\r\n",
  () => `GET /backup-vaults HTTP/1.1\r\n${text(10)}\u0000: x\r\n\r\n`,
  () =>
    `PUT /backup-vaults/x1 HTTP/1.1\r\nContent-Length: ${pick(["-1", "x", "1e3", "99999999999999999999"])}\r\n\r\n{}`,
  () => "PUT /backup-vaults/x1 HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
  () =>
    `PUT /backup-vaults/x1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n${pick(["zz", "-1", "ffffffffffffffffffff"])}\r\n`,
  () => `GET /${"x".repeat(20_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
  () => `GET / HTTP/1.1\r\n${`X-${"y".repeat(500)}: z\r\n`.repeat(40)}`,
  () => "CONNECT example.com:443 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
];

const wellFormedCount = atDepth({ quick: 1_000, deep: 34_000 });
const garbageCount = atDepth({ quick: 200, deep: 7_000 });

test(`${wellFormedCount + garbageCount} malformed requests are all refused and change nothing, and a good one is served afterwards`, async () => {
  const aws = mockAws({ recordCalls: 100 });
  const endpoint = await listen(aws);
  const before = aws.state;
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const statuses = new Map<number, number>();
  const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
  try {
    await inParallel(wellFormedCount, 16, async () => {
      const sent = pick(ways)();
      const { status, type, length } = await ask(endpoint.url, agent, sent);
      count(status);
      const isLong = length > 4 * sent.body.length + 20_000;
      if (status < 400 || status === 500 || !isJson(type) || isLong || aws.state !== before) {
        throw new Error(`${status} ${type} to ${JSON.stringify(sent).slice(0, 1_000)}`);
      }
    });
    await inParallel(garbageCount, 16, async () => {
      const sent = pick(garbage)();
      const answer = await sendGarbage(endpoint.port, sent);
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
      count(status);
      if (!(status >= 400) || status === 500 || aws.state !== before) {
        throw new Error(`${answer.slice(0, 300)} to ${JSON.stringify(sent.toString()).slice(0, 1_000)}`);
      }
    });
    expect([...statuses.values()].reduce((sum, each) => sum + each)).toBe(wellFormedCount + garbageCount);
    expect(aws.state).toBe(before);
    const good = { method: "PUT", path: "/backup-vaults/nightly", headers: {}, body: "{}" };
    expect(await ask(endpoint.url, agent, good)).toMatchObject({ status: 200, type: "application/json" });
    expect(aws.state.backup.vaults.has("nightly")).toBe(true);
  } finally {
    agent.destroy();
    await endpoint.close();
  }
}, 300_000);

const isJson = (type: string | undefined): boolean =>
  type === "application/json" || type === "application/x-amz-json-1.1";

/** Runs a task a number of times, a number of them at once. */
async function inParallel(times: number, atOnce: number, run: () => Promise<void>): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left-- > 0) await run();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function ask(url: string, agent: Agent, { method, path, headers, body }: Malformed) {
  return new Promise<{ status: number; type: string | undefined; length: number }>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, agent, method, path, headers }, response => {
      let length = 0;
      response.on("data", (chunk: Buffer) => {
        length += chunk.length;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"], length });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Sends bytes and resolves to what was received until the connection closed, which it does after invalid HTTP. */
function sendGarbage(port: number, sent: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(sent));
    let received = "";
    socket.on("data", chunk => {
      received += chunk.toString("latin1");
    });
    socket.on("close", () => resolve(received));
    socket.on("error", error => (received === "" ? reject(error) : resolve(received)));
  });
}
