/**
 * The throughput of the endpoint with 64 connections from another process, against a bare `node:http` server with a
 * constant answer. Also checks that no write is lost under load: every answer with status 200 has created a vault.
 */
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";
import type { Figure } from "./harness";
import type { LoadName } from "./http-load";

/** The length of a round, in milliseconds. */
const roundTime = 1_500;
/** The length of the check for lost writes, in milliseconds. */
const writeTime = 20_000;
const rounds = 5;

interface Load {
  readonly statuses: readonly (readonly [status: number, answers: number])[];
  readonly perSecond: number;
  readonly p99: number;
}

const run = promisify(execFile);

async function runLoad(port: number, name: LoadName, duration: number): Promise<Load> {
  const program = ["--import", "tsx", "bench/http-load.ts", String(port), name, String(duration)];
  const { stdout } = await run(process.execPath, program);
  return JSON.parse(stdout);
}

/** A server that reads the body and answers a constant. */
async function constantServer() {
  const body = JSON.stringify({ BackupVaultName: "Default", Locked: false, NumberOfRecoveryPoints: 0 });
  const headers = { "content-type": "application/json", "content-length": body.length };
  const server = createServer((request, response) => {
    request.on("data", () => {});
    request.on("end", () => response.writeHead(200, headers).end(body));
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  // It listens on a port, so its address has one.
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port, close };
}

const newMock = () => mockAws({ quotas: { vaults: 100_000_000 }, recordCalls: 1_000 });

/** The median of rounds in which the mock and the bare server take turns. */
async function figureOf(load: LoadName, name: string, target: string): Promise<Figure> {
  const bare = await constantServer();
  const endpoint = await listen(newMock());
  const measured: { readonly mock: Load; readonly alone: Load; readonly ratio: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const alone = await runLoad(bare.port, load, roundTime);
    const mock = await runLoad(endpoint.port, load, roundTime);
    // The first round only warms up.
    if (round > 0) measured.push({ mock, alone, ratio: mock.perSecond / alone.perSecond });
  }
  bare.close();
  await endpoint.close();
  measured.sort((a, b) => a.ratio - b.ratio);
  const median = measured[rounds >> 1];
  if (!median) throw new Error("No round was measured.");
  return {
    name,
    value: `${median.ratio.toFixed(2)} × (${throughput(median.mock)} / ${throughput(median.alone)})`,
    target,
  };
}

const throughput = ({ perSecond, p99 }: Load): string =>
  `${perSecond.toFixed(0)} per second, p99 ${p99.toFixed(1)} ms`;

async function lostWrites(): Promise<Figure> {
  const aws = newMock();
  const before = aws.state.backup.vaults.size;
  const endpoint = await listen(aws);
  const { statuses } = await runLoad(endpoint.port, "writes", writeTime);
  await endpoint.close();
  const created = aws.state.backup.vaults.size - before;
  return {
    name: `vaults created in ${writeTime / 1_000} s of load, against answers by status`,
    value: `${created} / ${statuses.map(([status, answers]) => `${answers} of ${status}`).join(", ")}`,
    target: "equal, all of 200",
  };
}

export async function httpFigures(): Promise<Figure[]> {
  return [
    await figureOf("reads", "requests over HTTP, DescribeBackupVault, against a bare server", "≥ 0.5 ×"),
    await figureOf("writes", "requests over HTTP, CreateBackupVault, against a bare server", "≥ 0.3 ×"),
    await lostWrites(),
  ];
}
