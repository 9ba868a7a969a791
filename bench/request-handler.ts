/** The cost of `aws.requestHandler` against a handler with a constant answer, each below the SDK's whole pipeline. */
import { BackupClient, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import type { Contender, Figure } from "./harness";

const rounds = 100;
const calls = 300;

/**
 * Microseconds of processor time per call, the best of many short rounds in turn. Processor time depends less on what else
 * runs on the machine than elapsed time.
 */
async function processorTime(contenders: readonly Contender[]): Promise<readonly number[]> {
  const best = contenders.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const start = process.cpuUsage();
      for (let call = 0; call < calls; call++) await run();
      const { user, system } = process.cpuUsage(start);
      // The first round only warms up.
      if (round > 0) best[index] = Math.min(best[index] ?? 0, (user + system) / calls);
    }
  }
  return best;
}

export async function requestHandlerFigures(): Promise<Figure[]> {
  const aws = mockAws({ clock: "manual", recordCalls: 1_000 });
  const { requestHandler } = aws;
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
  const client = (handler: object) =>
    new BackupClient({ region: "us-east-1", credentials, requestHandler: { ...requestHandler, ...handler } });
  const describe = () => new DescribeBackupVaultCommand({ BackupVaultName: "Default" });
  const headers = { authorization: "Credential=AKID/20260101/us-east-1/backup/aws4_request" };
  const request = { method: "GET", path: "/backup-vaults/Default", headers };
  const { response } = await requestHandler.handle(request);
  const constant = client({
    handle: async () => ({ response: { ...response, headers: { ...response.headers } } }),
  });
  const mock = client({});
  const [constantTime = 0, mockTime = 0, alone = 0] = await processorTime([
    { name: "constant", run: () => constant.send(describe()) },
    { name: "mock", run: () => mock.send(describe()) },
    { name: "handler", run: () => requestHandler.handle(request) },
  ]);
  return [
    {
      name: "requestHandler, DescribeBackupVault, over a constant handler",
      value: `${(mockTime - constantTime).toFixed(1)} µs more (${mockTime.toFixed(0)} µs / ${constantTime.toFixed(0)} µs)`,
      target: "≤ 15 µs more",
    },
    { name: "the handler alone", value: `${alone.toFixed(1)} µs`, target: "≤ 15 µs" },
  ];
}
