import type { ListenOptions } from "aws-backup-mock/http";
import { closeAll, parsed, sendRaw, served } from "./support";

afterEach(closeAll);

/** What a raw request with these headers is answered; the port of the endpoint takes the place of PORT. */
async function send(
  listening: ListenOptions,
  headers: Readonly<Record<string, string>>,
  [method, path, body]: readonly [string, string, string] = ["PUT", "/backup-vaults/nightly", "{}"],
) {
  const { aws, endpoint } = await served({}, listening);
  const before = aws.state;
  const lines = Object.entries({ "Content-Length": String(body.length), Connection: "close", ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value.replace("PORT", String(endpoint.port))}\r\n`);
  const answer = await sendRaw(endpoint.port, `${method} ${path} HTTP/1.1\r\n${head.join("")}\r\n${body}`);
  return { ...parsed(answer), changed: aws.state !== before };
}

test.each<[string, ListenOptions, Record<string, string>]>([
  ["the address with its port", {}, { Host: "127.0.0.1:PORT" }],
  ["another loopback address", {}, { Host: "127.8.8.8" }],
  ["IPv6", {}, { Host: "[::1]:PORT" }],
  ["localhost, however it is written", {}, { Host: "LocalHost.:PORT" }],
  ["a name of localhost", {}, { Host: "mock.localhost:PORT" }],
  ["an allowed name", { allowedHosts: ["Backup-Mock"] }, { Host: "backup-mock:PORT" }],
  ["the name it listens on", { host: "localhost" }, { Host: "localhost" }],
  ["AWS's own name", {}, { Host: "backup.eu-west-1.amazonaws.com" }],
  [
    "its own page",
    {},
    { Host: "localhost:PORT", Origin: "http://localhost:PORT", "Sec-Fetch-Site": "same-origin" },
  ],
  ["an address typed into a browser", {}, { Host: "localhost:PORT", "Sec-Fetch-Site": "none" }],
])("requests are taken from %s", async (_, listening, headers) => {
  expect(await send(listening, headers)).toMatchObject({ status: 200, changed: true });
});

test.each<[string, string, Record<string, string>]>([
  ["a name that was pointed here", "ForbiddenHost", { Host: "attacker.example:PORT" }],
  ["a name that looks like a loopback one", "ForbiddenHost", { Host: "localhost.attacker.example" }],
  ["a name that looks like an address", "ForbiddenHost", { Host: "127.0.0.1.attacker.example" }],
  [
    "a name that looks like AWS's",
    "ForbiddenHost",
    { Host: "backup.us-east-1.amazonaws.com.attacker.example" },
  ],
  ["an address of others", "ForbiddenHost", { Host: "192.0.2.1:PORT" }],
  ["an empty name", "ForbiddenHost", { Host: "" }],
  ["broken brackets", "ForbiddenHost", { Host: "[::1" }],
  [
    "a page of another site",
    "ForbiddenOrigin",
    { Host: "127.0.0.1:PORT", Origin: "https://attacker.example" },
  ],
  ["a page without an origin", "ForbiddenOrigin", { Host: "127.0.0.1:PORT", Origin: "null" }],
  ["a page of another port", "ForbiddenOrigin", { Host: "localhost:PORT", Origin: "http://localhost:3000" }],
  ["a form of another site", "ForbiddenOrigin", { Host: "127.0.0.1:PORT", "Sec-Fetch-Site": "cross-site" }],
  [
    "a page of another port, told by the browser",
    "ForbiddenOrigin",
    { Host: "127.0.0.1", "Sec-Fetch-Site": "same-site" },
  ],
])("requests from %s are refused and change nothing", async (_, code, headers) => {
  expect(await send({}, headers)).toMatchObject({
    status: 403,
    content: { __type: code, message: expect.any(String) },
    head: expect.stringContaining(`x-amzn-errortype: ${code}`),
    changed: false,
  });
});

test.each<[string, string, string]>([
  ["POST", "/_mock/reset", ""],
  ["POST", "/_mock/seed", '{"resources":[{"arn":"arn:aws:dynamodb:us-east-1:123456789012:table/orders"}]}'],
  ["POST", "/_mock/clock", '{"advance":"1 day"}'],
  ["GET", "/_mock/state", ""],
])("%s %s is refused to other sites in the mock's own form", async (method, path, body) => {
  const foreign = await send({}, { Host: "attacker.example" }, [method, path, body]);
  expect(foreign).toMatchObject({ status: 403, content: { code: "ForbiddenHost" }, changed: false });
  const headers = { Host: "127.0.0.1", Origin: "https://attacker.example" };
  const page = await send({}, headers, [method, path, body]);
  expect(page).toMatchObject({ status: 403, content: { code: "ForbiddenOrigin" }, changed: false });
});

test("a whole address of another host is refused, whatever the Host header says", async () => {
  const target = ["PUT", "http://attacker.example/backup-vaults/nightly", "{}"] as const;
  expect(await send({}, { Host: "127.0.0.1" }, target)).toMatchObject({ status: 403, changed: false });
});

test("a refused request does not end its connection", async () => {
  const { endpoint } = await served();
  const body = "x".repeat(100_000);
  const answer = await sendRaw(
    endpoint.port,
    `PUT /backup-vaults/nightly HTTP/1.1\r\nHost: attacker.example\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    "GET /backup-vaults HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
  );
  expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual(["HTTP/1.1 403", "HTTP/1.1 200"]);
});

test("listening on all addresses, it answers by the address that a client has reached", async () => {
  const warn = jest.spyOn(process, "emitWarning").mockImplementation(() => {});
  expect(await send({ host: "::" }, { Host: "127.0.0.1:PORT" })).toMatchObject({ status: 200 });
  expect(await send({ host: "0.0.0.0" }, { Host: "attacker.example" })).toMatchObject({ status: 403 });
  warn.mockRestore();
});
