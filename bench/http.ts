/**
 * What the endpoint costs: 64 connections from another process, against a bare `node:http` server that echoes a
 * constant. Also shows that nothing is lost under load: there are as many vaults as answers that say so.
 */
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";
import type { Figure } from "./harness";
import type { LoadName } from "./http-load";

/** How long a round takes, and how long the mock is kept busy to see whether it loses anything, in milliseconds. */
const roundTime = 1_500;
const longTime = 20_000;
const rounds = 5;

interface Load {
  readonly statuses: readonly (readonly [status: number, answers: number])[];
  readonly perSecond: number;
  readonly p99: number;
}

const run = promisify(execFile);

async function load(port: number, name: LoadName, duration: number): Promise<Load> {
  const program = ["--import", "tsx", "bench/http-load.ts", String(port), name, String(duration)];
  const { stdout } = await run(process.execPath, program);
  return JSON.parse(stdout);
}

/** The least that a server of `node:http` can do: read the body, answer a constant. */
async function echo() {
  const body = JSON.stringify({ BackupVaultName: "Default", Locked: false, NumberOfRecoveryPoints: 0 });
  const headers = { "content-type": "application/json", "content-length": body.length };
  const server = createServer((request, response) => {
    request.on("data", () => {});
    request.on("end", () => response.writeHead(200, headers).end(body));
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  // It listens at a port, so its address has one.
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port, close };
}

const newMock = () => mockAws({ quotas: { vaults: 100_000_000 }, recordCalls: 1_000 });

/** The middle one of many rounds, in which the mock and the floor take turns. */
async function figureOf(name: LoadName, what: string, bar: string): Promise<Figure> {
  const floor = await echo();
  const endpoint = await listen(newMock());
  const taken: { readonly mock: Load; readonly alone: Load; readonly ratio: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const alone = await load(floor.port, name, roundTime);
    const mock = await load(endpoint.port, name, roundTime);
    // The first round only warms up.
    if (round > 0) taken.push({ mock, alone, ratio: mock.perSecond / alone.perSecond });
  }
  floor.close();
  await endpoint.close();
  taken.sort((a, b) => a.ratio - b.ratio);
  const middle = taken[rounds >> 1];
  if (!middle) throw new Error("No round was taken.");
  return { what, value: `${middle.ratio.toFixed(2)} × (${told(middle.mock)} / ${told(middle.alone)})`, bar };
}

const told = ({ perSecond, p99 }: Load): string =>
  `${perSecond.toFixed(0)} a second, p99 ${p99.toFixed(1)} ms`;

async function nothingLost(): Promise<Figure> {
  const aws = newMock();
  const others = aws.state.backup.vaults.size;
  const endpoint = await listen(aws);
  const { statuses } = await load(endpoint.port, "writes", longTime);
  await endpoint.close();
  const made = aws.state.backup.vaults.size - others;
  return {
    what: `vaults there are after ${longTime / 1_000} s of load, to answers by status`,
    value: `${made} to ${statuses.map(([status, answers]) => `${answers} of ${status}`).join(", ")}`,
    bar: "as many, all of 200",
  };
}

export async function httpFigures(): Promise<Figure[]> {
  return [
    await figureOf("reads", "requests over HTTP, DescribeBackupVault, against a bare server", "≥ 0.5 ×"),
    await figureOf("writes", "requests over HTTP, CreateBackupVault, against a bare server", "≥ 0.3 ×"),
    await nothingLost(),
  ];
}
