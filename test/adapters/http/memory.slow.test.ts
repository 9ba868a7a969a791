import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { closeAll, served } from "./support";

afterEach(closeAll);

const mebibyte = 1024 ** 2;

test("calls over HTTP are kept up to a number of bytes, the newest ones", async () => {
  const { aws, ask } = await served();
  const padding = " ".repeat(6 * mebibyte);
  for (let call = 0; call < 12; call++) {
    await ask("PUT", `/backup-vaults/vault-${call}`, `{"CreatorRequestId":"${call}"${padding}}`);
  }
  const kept = aws.calls().map(({ input }) => (input as { BackupVaultName: string }).BackupVaultName);
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.length).toBeLessThan(7);
  expect(kept).toEqual(
    Array.from({ length: kept.length }, (_, index) => `vault-${12 - kept.length + index}`),
  );
  const { status, content } = await ask("GET", "/_mock/calls");
  expect(status).toBe(200);
  expect(content).toHaveLength(kept.length);
}, 60_000);

test("one call that is larger than all that is kept is still shown", async () => {
  const { aws, ask } = await served({}, { maxBodyBytes: 64 * mebibyte });
  await ask("PUT", "/backup-vaults/nightly", `{"CreatorRequestId":"x"${" ".repeat(40 * mebibyte)}}`);
  expect(aws.calls()).toMatchObject([{ operation: "CreateBackupVault" }]);
});

test("a long answer is sent in pieces, a short one with its length", async () => {
  const { aws, ask, endpoint } = await served();
  expect((await ask("GET", "/_mock/clock")).headers.get("content-length")).toBe("34");
  const arn = (index: number) => `arn:aws:dynamodb:us-east-1:123456789012:table/orders-${index}`;
  aws.seed({ resources: Array.from({ length: 20_000 }, (_, index) => ({ arn: arn(index) })) });
  const response = await fetch(`${endpoint.url}/_mock/state`);
  expect(response.headers.get("content-length")).toBeNull();
  const text = await response.text();
  expect(text.length).toBeGreaterThan(mebibyte);
  const content: unknown = JSON.parse(text);
  expect(content).toMatchObject({ accountId: "123456789012", region: "us-east-1" });
  expect(text.split("table/orders-").length).toBeGreaterThanOrEqual(20_000);
});

test("unfinished requests are kept up to a number of bytes; further ones are refused, and later ones answered", async () => {
  const maxBodyBytes = 64 * 1024;
  const { ask, endpoint } = await served({}, { maxBodyBytes });
  const head = `PUT /backup-vaults/large HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${maxBodyBytes}\r\n\r\n`;
  const sockets: Socket[] = [];
  for (let number = 0; number < 33; number++) {
    const socket = connect(endpoint.port, "127.0.0.1");
    sockets.push(socket);
    await once(socket, "connect");
    socket.write(head);
    socket.write(" ".repeat(maxBodyBytes - 1));
  }
  const small = () => ask("PUT", "/backup-vaults/small", `${" ".repeat(maxBodyBytes - 2)}{}`);
  const refused = await small();
  expect(refused.status).toBe(503);
  expect(refused.text).toContain("Send the request again.");
  for (const socket of sockets) socket.destroy();
  let answer = await small();
  // The endpoint learns of closed connections a moment later.
  for (let tries = 0; answer.status === 503 && tries < 50; tries++) answer = await small();
  expect(answer.status).toBe(200);
});
