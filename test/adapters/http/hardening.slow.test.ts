import { existsSync } from "node:fs";
import { connect } from "node:net";
import { closeAll, parsed, sendRaw, served } from "./support";

afterEach(closeAll);

const mebibyte = 1024 ** 2;
const fsx = (operation: string) => ({ "x-amz-target": `AWSSimbaAPIService_v20180301.${operation}` });

/** A served mock; `check` expects that its state is the same object as before and that it still answers. */
async function unchanged(listening = {}) {
  const story = await served({}, listening);
  const before = story.aws.state;
  return {
    ...story,
    async check() {
      expect(story.aws.state).toBe(before);
      expect((await story.ask("GET", "/backup-vaults")).status).toBe(200);
    },
  };
}

const refused = (name: string) => ({ __type: name, message: expect.any(String) });

test.each<[string, string, string, string, Record<string, string>, number, string]>([
  [
    "JSON that ends early",
    "PUT",
    "/backup-vaults/x1",
    '{"BackupVaultTags":{',
    {},
    400,
    "SerializationException",
  ],
  ["JSON that is no object", "PUT", "/backup-vaults/x1", "[1]", {}, 400, "SerializationException"],
  ["text", "PUT", "/backup-vaults/x1", "hello", {}, 400, "SerializationException"],
  ["an unknown path", "GET", "/backup-vault", "", {}, 404, "UnknownOperationException"],
  ["a path up and away", "GET", "/../../etc/passwd", "", {}, 404, "UnknownOperationException"],
  ["a wrong method", "PATCH", "/backup-vaults/x1", "", {}, 404, "UnknownOperationException"],
  [
    "a target without form",
    "POST",
    "/",
    "{}",
    { "x-amz-target": "nonsense" },
    404,
    "UnknownOperationException",
  ],
  ["an unknown operation", "POST", "/", "{}", fsx("MakeTea"), 501, "UnsupportedOperation"],
  ["a target of every object", "POST", "/", "{}", fsx("constructor"), 501, "UnsupportedOperation"],
  ["a target by GET", "GET", "/", "", fsx("DescribeFileSystems"), 404, "UnknownOperationException"],
  [
    "a target that names an operation of a REST service",
    "PUT",
    "/",
    "{}",
    { "x-amz-target": "backup.CreateBackupVault" },
    404,
    "UnknownOperationException",
  ],
  [
    "a broken percent-encoding in the path",
    "GET",
    "/backup-vaults/%zz",
    "",
    {},
    400,
    "SerializationException",
  ],
  ["one that is no UTF-8", "GET", "/backup-vaults/%ff", "", {}, 400, "SerializationException"],
  [
    "a broken percent-encoding in the query",
    "GET",
    "/backup-vaults?a=%",
    "",
    {},
    400,
    "SerializationException",
  ],
  [
    "depth",
    "POST",
    "/",
    `{"FileSystemIds":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`,
    fsx("DescribeFileSystems"),
    400,
    "SerializationException",
  ],
  [
    "depth where a text should be",
    "PUT",
    "/backup-vaults/x1",
    `{"CreatorRequestId":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    {},
    400,
    "SerializationException",
  ],
])("%s is refused", async (_, method, path, body, headers, status, name) => {
  const { ask, check } = await unchanged();
  const answer = await ask(method, path, body === "" ? undefined : body, headers);
  expect(answer).toMatchObject({ status, content: refused(name) });
  expect(answer.headers.get("x-amzn-errortype")).toBe(name);
  await check();
});

test("depth in an unknown member is accepted", async () => {
  const { ask, aws } = await served();
  const body = `{"Unknown":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  expect((await ask("PUT", "/backup-vaults/nightly", body)).status).toBe(200);
  expect(aws.calls()).toMatchObject([{ input: { BackupVaultName: "nightly" } }]);
  expect((await ask("GET", "/_mock/calls")).status).toBe(200);
});

test("keys that every object inherits are plain data", async () => {
  const { ask, aws } = await served();
  const BackupVaultTags = '{"__proto__":"polluted","constructor":"c"}';
  const body = `{"__proto__":{"BackupVaultName":"other"},"constructor":{},"BackupVaultTags":${BackupVaultTags}}`;
  expect((await ask("PUT", "/backup-vaults/nightly", body)).status).toBe(200);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  expect(aws.state.backup.vaults.has("other")).toBe(false);
  const arn = encodeURIComponent("arn:aws:backup:us-east-1:123456789012:backup-vault:nightly");
  const { content } = await ask("GET", `/tags/${arn}?__proto__=x&constructor=y`);
  expect(JSON.stringify(content)).toBe(`{"Tags":${BackupVaultTags}}`);
});

test("a name that looks like a path touches no file", async () => {
  const { ask, check } = await unchanged();
  const { status } = await ask("PUT", `/backup-vaults/${encodeURIComponent("../../tmp/vault")}`, {});
  expect(status).toBe(400);
  expect(existsSync("/tmp/vault")).toBe(false);
  await check();
});

test("a body over the limit is refused, with or without a length, and the connection stays open", async () => {
  const { endpoint, ask, check } = await unchanged({ maxBodyBytes: mebibyte });
  const { status, content } = await ask("PUT", "/backup-vaults/x1", "x".repeat(mebibyte + 1));
  expect({ status, content }).toEqual({ status: 413, content: refused("RequestEntityTooLarge") });
  const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
  const answer = await sendRaw(
    endpoint.port,
    "PUT /backup-vaults/x1 HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n",
    ...Array.from({ length: 20 }, () => chunk),
    "0\r\n\r\nGET /backup-vaults HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
  );
  expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual(["HTTP/1.1 413", "HTTP/1.1 200"]);
  await check();
});

test("a body of exactly the limit is accepted", async () => {
  const { ask } = await served({}, { maxBodyBytes: mebibyte });
  const body = '{"BackupVaultTags":{}}'.padEnd(mebibyte, " ");
  expect((await ask("PUT", "/backup-vaults/nightly", body)).status).toBe(200);
});

test("endless headers are refused", async () => {
  const { endpoint, check } = await unchanged();
  const headers = Array.from({ length: 4_000 }, (_, index) => `X-Header-${index}: ${"x".repeat(100)}\r\n`);
  const { status, content } = parsed(
    await sendRaw(endpoint.port, "GET /backup-vaults HTTP/1.1\r\n", ...headers),
  );
  expect({ status, content }).toEqual({ status: 431, content: refused("RequestHeaderFieldsTooLarge") });
  await check();
});

test.each([
  ["no HTTP", "hello, is it me you're looking for?\r\n\r\n"],
  ["TLS", Uint8Array.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])],
  ["an unknown method", "BREW /backup-vaults HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"],
  ["another version", "GET /backup-vaults HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n"],
  ["two lengths", "PUT /backup-vaults/x1 HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"],
  [
    "a length and chunks",
    "PUT /backup-vaults/x1 HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
  ],
  ["a negative length", "PUT /backup-vaults/x1 HTTP/1.1\r\nContent-Length: -1\r\n\r\n{}"],
  [
    "broken chunks",
    "PUT /backup-vaults/x1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
  ],
  ["a line feed in a header", "GET /backup-vaults HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: b\nX: \u0000\r\n\r\n"],
])("%s is a bad request", async (_, bytes) => {
  const { endpoint, check } = await unchanged();
  const { status, content } = parsed(await sendRaw(endpoint.port, bytes));
  expect({ status, content }).toEqual({ status: 400, content: refused("BadRequest") });
  await check();
});

test("it refuses to be a proxy, and expectations other than 100-continue", async () => {
  const { endpoint, check } = await unchanged();
  const tunnel = await sendRaw(
    endpoint.port,
    "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n",
  );
  expect(parsed(tunnel)).toMatchObject({ status: 405, content: refused("MethodNotAllowed") });
  const other = await sendRaw(
    endpoint.port,
    "GET /backup-vaults HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: the unexpected\r\nConnection: close\r\n\r\n",
  );
  expect(parsed(other)).toMatchObject({ status: 417, content: refused("ExpectationFailed") });
  const upgrade = await sendRaw(
    endpoint.port,
    "GET /backup-vaults HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n",
  );
  expect(parsed(upgrade).status).toBe(200);
  await check();
});

test.each([
  ["the headers", "PUT /backup-vaults/nightly HTTP/1.1\r\nHost: 127.0.0.1\r\n"],
  ["the body", 'PUT /backup-vaults/nightly HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 50\r\n\r\n{"Back'],
])("a client that never ends %s gets a timeout, and others are served meanwhile", async (_, bytes) => {
  const { endpoint, ask, check } = await unchanged({ requestTimeout: 1_000 });
  const slow = sendRaw(endpoint.port, bytes);
  expect((await ask("GET", "/backup-vaults")).status).toBe(200);
  const { status, content } = parsed(await slow);
  expect({ status, content }).toEqual({ status: 408, content: refused("RequestTimeout") });
  await check();
});

test("a client that disconnects in the middle of a body does no harm", async () => {
  const { endpoint, check } = await unchanged();
  await new Promise<void>(resolve => {
    const socket = connect(endpoint.port, "127.0.0.1", () => {
      socket.write(
        'PUT /backup-vaults/nightly HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 50\r\n\r\n{"Back',
        () => {
          socket.resetAndDestroy();
          resolve();
        },
      );
    });
    socket.on("error", () => {});
  });
  await check();
});

test("a client that does not read its answers is disconnected, and others are served", async () => {
  const { endpoint, aws, ask } = await served({}, { requestTimeout: 300 });
  // Answers that fill every buffer on the way.
  const arn = (index: number) => `arn:aws:dynamodb:us-east-1:123456789012:table/orders-${index}`;
  aws.seed({ resources: Array.from({ length: 20_000 }, (_, index) => ({ arn: arn(index) })) });
  const socket = connect(endpoint.port, "127.0.0.1").pause();
  socket.on("error", () => {});
  const closed = new Promise(resolve => socket.on("close", () => resolve("closed")));
  const tooLong = new Promise(resolve => setTimeout(resolve, 45_000, "held on").unref());
  socket.write("GET /_mock/state HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".repeat(10));
  // A client that does not read notices the end by writing.
  const writing = setInterval(() => socket.write("\r\n"), 500);
  const end = await Promise.race([closed, tooLong]);
  clearInterval(writing);
  socket.destroy();
  expect(end).toBe("closed");
  expect(await ask("GET", "/_mock/clock")).toMatchObject({ status: 200 });
}, 60_000);

test("whole addresses, as clients of a proxy send them, are accepted", async () => {
  const { endpoint } = await served();
  const answer = await sendRaw(
    endpoint.port,
    "GET http://backup.us-east-1.amazonaws.com/backup-vaults?maxResults=1 HTTP/1.1\r\nHost: backup.us-east-1.amazonaws.com\r\nConnection: close\r\n\r\n",
  );
  expect(parsed(answer)).toMatchObject({
    status: 200,
    content: { BackupVaultList: [{ BackupVaultName: "Default" }] },
  });
});
