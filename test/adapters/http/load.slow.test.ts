import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";
import { underLoad } from "./load";

test("under load, every successful answer has created a vault", async () => {
  const aws = mockAws({ quotas: { vaults: 1_000_000 }, recordCalls: 100 });
  const endpoint = await listen(aws);
  const { statuses } = await underLoad({
    port: endpoint.port,
    connections: 64,
    duration: 2_000,
    request: n => `PUT /backup-vaults/vault-${n} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}`,
  });
  await endpoint.close();
  expect([...statuses.keys()]).toEqual([200]);
  expect(aws.state.backup.vaults.size).toBe(statuses.get(200));
}, 60_000);
