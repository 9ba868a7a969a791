import { DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { closeAll, sendRaw, served } from "./support";

afterEach(closeAll);

const request = (method: string, path: string, body = "", more = ""): string =>
  `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${body.length}\r\n${more}\r\n${body}`;
const last = "Connection: close\r\n";
const statuses = (answer: string) => answer.match(/HTTP\/1\.1 \d{3}/g)?.map(line => Number(line.slice(-3)));

test("pipelined requests are done in their order, with a body or without", async () => {
  const { endpoint } = await served();
  const answer = await sendRaw(
    endpoint.port,
    request("PUT", "/backup-vaults/nightly", "{}") +
      "GET /backup-vaults/nightly HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" +
      request("DELETE", "/backup-vaults/nightly") +
      request("GET", "/backup-vaults/nightly") +
      request("PUT", "/backup-vaults/nightly", "{}", last),
  );
  // AWS Backup denies access to a vault that does not exist.
  expect(statuses(answer)).toEqual([200, 200, 200, 403, 200]);
});

test("a body that comes late does not let later requests overtake", async () => {
  const { endpoint, aws } = await served();
  const chunked =
    "PUT /backup-vaults/nightly HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n";
  const answer = await sendRaw(
    endpoint.port,
    `${chunked}1\r\n{\r\n`,
    `1\r\n}\r\n0\r\n\r\n${request("GET", "/_mock/calls", "", last)}`,
  );
  expect(statuses(answer)).toEqual([200, 200]);
  expect(answer).toContain("CreateBackupVault");
  expect(aws.calls()).toHaveLength(1);
});

test("a read after a move of the clock, on one connection, sees its end", async () => {
  const { endpoint } = await served({ clock: "manual" });
  const answer = await sendRaw(
    endpoint.port,
    request("POST", "/_mock/clock", '{"advance":"1 day"}') + request("GET", "/_mock/clock", "", last),
  );
  expect(answer).toContain('{"now":"2026-01-02T00:00:00.000Z"}');
});

test("a call that waits on the mock's clock lets a later request of its connection move that", async () => {
  const { endpoint, aws } = await served({ clock: "manual" });
  aws.on(DescribeBackupVaultCommand).resolves({ CreatorRequestId: "late" }).delays("1 hour");
  const answer = await sendRaw(
    endpoint.port,
    request("GET", "/backup-vaults/Default") + request("POST", "/_mock/clock", '{"advance":"1 hour"}', last),
  );
  expect(statuses(answer)).toEqual([200, 200]);
  expect(answer).toContain('"CreatorRequestId":"late"');
});

test.each([
  ["HTTP/1.0", "GET /backup-vaults HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"],
  ["HTTP/1.1 without a host", "GET /backup-vaults HTTP/1.1\r\nConnection: close\r\n\r\n"],
])("%s is a bad request", async (_, bytes) => {
  const { endpoint, aws } = await served();
  const answer = await sendRaw(endpoint.port, bytes);
  expect(statuses(answer)).toEqual([400]);
  expect(answer).toContain("x-amzn-errortype: BadRequest");
  expect(aws.calls()).toEqual([]);
});
