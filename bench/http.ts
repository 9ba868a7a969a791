/**
 * What the ways over the wire cost. In process: a `requestHandler` against one that answers a constant, in processor
 * time, which what else runs on the machine counts less towards. Over HTTP: 64 connections for 20 s, against a bare
 * `node:http` server that echoes a constant. Run by `npx tsx bench/http.ts`, or with a number of seconds behind it.
 */
import { createServer } from "node:http";
import { BackupClient, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";
import { type Load, underLoad } from "../test/adapters/http/load";
import { type Contender, type Figure, print } from "./harness";

const seconds = Number(process.argv[2] ?? 20);
const connections = 64;

/** Microseconds of processor time a call: the best of many rounds, in which each has its turn. */
async function processorTime(contenders: readonly Contender[], calls: number): Promise<readonly number[]> {
  const best = contenders.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= 100; round++) {
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

async function handlerFigures(): Promise<Figure[]> {
  const { requestHandler } = mockAws({ clock: "manual", recordCalls: 1_000 });
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
  const [floor = 0, whole = 0, alone = 0] = await processorTime(
    [
      { name: "constant", run: () => constant.send(describe()) },
      { name: "mock", run: () => mock.send(describe()) },
      { name: "handler", run: () => requestHandler.handle(request) },
    ],
    300,
  );
  return [
    {
      what: "requestHandler, DescribeBackupVault, over a constant one",
      value: `${(whole - floor).toFixed(1)} µs more (${whole.toFixed(0)} µs / ${floor.toFixed(0)} µs)`,
      bar: "≤ 15 µs",
    },
    { what: "the handler alone, in a loop of its own", value: `${alone.toFixed(1)} µs`, bar: "≤ 15 µs" },
  ];
}

const put = (n: number): string =>
  `PUT /backup-vaults/vault-${n} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}`;
const get = (): string => "GET /backup-vaults/Default HTTP/1.1\r\nHost: x\r\n\r\n";

/** The least that a server of `node:http` can do: read the body, answer a constant. */
async function floorLoad(duration: number): Promise<Load> {
  const body = JSON.stringify({ BackupVaultName: "Default", Locked: false, NumberOfRecoveryPoints: 0 });
  const server = createServer((request, response) => {
    request.on("data", () => {});
    request.on("end", () => {
      response
        .writeHead(200, { "content-type": "application/json", "content-length": body.length })
        .end(body);
    });
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const load = await underLoad({ port, connections, duration, request: put });
  server.closeAllConnections();
  server.close();
  return load;
}

async function mockLoad(duration: number, request: (n: number) => string) {
  const aws = mockAws({ quotas: { vaults: 10_000_000 }, recordCalls: 1_000 });
  const endpoint = await listen(aws);
  const load = await underLoad({ port: endpoint.port, connections, duration, request });
  await endpoint.close();
  const made = aws.state.backup.vaults.size - 1;
  return { load, made };
}

const loadFigure = (what: string, { perSecond, p99 }: Load, bar: string): Figure => ({
  what,
  value: `${perSecond.toFixed(0)} requests/s, p99 ${p99.toFixed(1)} ms`,
  bar,
});

async function loadFigures(): Promise<Figure[]> {
  // Warm, so that neither is the first to run.
  await floorLoad(1_000);
  await mockLoad(1_000, put);
  const floor = await floorLoad((seconds * 1_000) / 4);
  const reads = await mockLoad((seconds * 1_000) / 4, get);
  const writes = await mockLoad(seconds * 1_000, put);
  const answered = writes.load.statuses.get(200) ?? 0;
  const others = [...writes.load.statuses].filter(([status]) => status !== 200);
  return [
    loadFigure(`node:http alone, ${connections} connections`, floor, "the floor"),
    loadFigure("GET /backup-vaults/Default", reads.load, "none"),
    loadFigure(`PUT /backup-vaults/… for ${seconds} s`, writes.load, "none"),
    {
      what: "vaults made to answers that say so",
      value: `${writes.made} to ${answered}, ${others.length} other statuses`,
      bar: "as many",
    },
  ];
}

print([...(await handlerFigures()), ...(await loadFigures())]);
