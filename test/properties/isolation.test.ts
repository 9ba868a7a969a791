import async_hooks from "node:async_hooks";
import child_process from "node:child_process";
import crypto from "node:crypto";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import timers from "node:timers";
import tls from "node:tls";
import type { Fixture, MockAws, MockAwsPlace } from "aws-backup-mock";
import { type AnyClients, clientsOf, waysToConnect } from "../support/any-command";
import { allOperations } from "../support/model-walk";
import { isNewer } from "../support/newer-commands";
import { isComplete, randomInput } from "./generators/inputs";
import { Random } from "./generators/random";
import { operations as everyOperation } from "./model/operations";
import { Harness } from "./scenarios/harness";
import { bucket, stack, volume } from "./scenarios/initial-state";

/** Accesses to anything outside the mock, with the caller. */
const accesses: string[] = [];
const restores: (() => void)[] = [];

/** Whether accesses by the SDK count as well. With a request handler, its pipeline signs and retries by the clock. */
let includesSdk = true;

function record(what: string): void {
  const [, ...frames] = (new Error(what).stack ?? "").split("\n");
  const callers = frames.slice(1).filter(line => !/[ (]node:/.test(line));
  // While other tasks run, Jest reports in the same process, if it runs a single file.
  if (callers.length === 0 || callers.some(line => /@jest[\\/]reporters/.test(line))) return;
  const [caller = ""] = callers.filter(line => !/isolation\.test\.ts|jest-/.test(line));
  const isSdk = caller.includes("node_modules");
  if (includesSdk || !isSdk) accesses.push(`${what} ${caller.trim()}`);
}

/** Records every call of a function, and passes it on. */
function watch(owner: object, name: string, what: string): void {
  const original: unknown = Reflect.get(owner, name);
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (typeof original !== "function" || descriptor?.configurable === false) return;
  const watched = function (this: unknown, ...args: unknown[]): unknown {
    record(`${what}.${name}`);
    return Reflect.apply(original, this, args);
  };
  Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true });
  restores.push(() => {
    if (descriptor) Object.defineProperty(owner, name, descriptor);
    else Reflect.deleteProperty(owner, name);
  });
}

/** Asynchronous resources that need nothing outside the process. The clock lets other tasks run by a message port. */
const harmless = /^(PROMISE|TickObject|Microtask|MESSAGEPORT)$/;
/** Also sees calls through references that were taken before the functions were watched. */
const asyncResources = async_hooks.createHook({
  init(_, kind) {
    if (!harmless.test(kind)) record(`async resource ${kind}`);
  },
});

const functionsOf = (owner: object): string[] =>
  Object.getOwnPropertyNames(owner).filter(
    name => /^[a-z]/.test(name) && name !== "constructor" && typeof Reflect.get(owner, name) === "function",
  );

function watchEverything(): void {
  const { env } = process;
  const recordRead = (name: string | symbol): void => record(`process.env.${String(name)}`);
  process.env = new Proxy(env, {
    get: (target, name) => {
      recordRead(name);
      return Reflect.get(target, name);
    },
    has: (target, name) => {
      recordRead(name);
      return Reflect.has(target, name);
    },
    ownKeys: target => {
      recordRead("*");
      return Reflect.ownKeys(target);
    },
  });
  restores.push(() => {
    process.env = env;
  });
  const owners: readonly (readonly [string, object, readonly string[]])[] = [
    ["fs", fs, functionsOf(fs)],
    ["fs.promises", fs.promises, functionsOf(fs.promises)],
    ["net", net, ["connect", "createConnection", "createServer"]],
    ["net.Socket", net.Socket.prototype, ["connect"]],
    ["tls", tls, ["connect"]],
    ["dgram", dgram, ["createSocket"]],
    ["dns", dns, functionsOf(dns)],
    ["dns.promises", dns.promises, functionsOf(dns.promises)],
    ["child_process", child_process, functionsOf(child_process)],
    ["http", http, ["request", "get"]],
    ["https", https, ["request", "get"]],
    ["globalThis", globalThis, ["fetch", "setTimeout", "setInterval", "setImmediate"]],
    ["timers", timers, ["setTimeout", "setInterval", "setImmediate"]],
    ["Date", Date, ["now"]],
    ["Math", Math, ["random"]],
    ["crypto", crypto, ["randomUUID", "randomBytes", "getRandomValues"]],
    ["crypto", globalThis.crypto, ["randomUUID", "getRandomValues"]],
  ];
  for (const [what, owner, names] of owners) for (const name of names) watch(owner, name, what);
  asyncResources.enable();
  restores.push(() => asyncResources.disable());
}

let mock: MockAws | undefined;

afterEach(() => {
  for (const restore of restores.splice(0)) restore();
  accesses.length = 0;
  mock?.restore();
});

/** A reference that was taken before the function was watched. */
const { stat: earlierReference } = fs.promises;

test("the test would notice each kind of access", async () => {
  watchEverything();
  fs.existsSync("/");
  void process.env["HOME"];
  clearTimeout(setTimeout(() => {}, 0));
  Math.random();
  await earlierReference("/");
  for (const what of [
    "fs.existsSync",
    "process.env.HOME",
    "globalThis.setTimeout",
    "Math.random",
    "async resource Timeout",
    "async resource FSREQPROMISE",
  ]) {
    expect(accesses).toContainEqual(expect.stringContaining(what));
  }
});

const pointArn = (id: string) => `arn:aws:backup:us-east-1:123456789012:recovery-point:${id}`;

/** Recovery points that random calls rarely create. */
const rarePoints: Fixture = {
  backup: {
    recoveryPoints: [
      {
        ResourceArn: bucket,
        RecoveryPointArn: pointArn("continuous:a-bucket-0a1b2c3d"),
        Status: "AVAILABLE",
      },
      { ResourceArn: stack.arn, RecoveryPointArn: pointArn("parent"), IsParent: true },
      {
        ResourceArn: volume,
        ParentRecoveryPointArn: pointArn("parent"),
        CompositeMemberIdentifier: "volume",
      },
    ],
  },
};

type AttachClients = (aws: MockAwsPlace) => AnyClients;

/** A harness whose clients use a certain way of connecting in the first account and Region. */
function harnessWith(attachClients: AttachClients): Harness {
  let isFirst = true;
  return new Harness("auto", view => {
    const clients = isFirst ? attachClients(view) : clientsOf(view);
    isFirst = false;
    return clients;
  });
}

test.each(Object.entries<AttachClients>(waysToConnect))(
  "%s, no call opens a socket, looks up a name, reads a file or the environment, or sets a timer",
  async (way, attachClients) => {
    const harness = harnessWith(attachClients);
    const random = new Random(11);
    const { aws } = harness;
    mock = aws;
    // Commands of newer clients have no wire format here.
    const isSerialized = way === "with the request handler";
    const operations = everyOperation.filter(
      ({ model }) => !isSerialized || !isNewer(model.service, model.name),
    );
    let pending = operations;
    const callAll = async (): Promise<void> => {
      // Random other calls create the records that pending operations need.
      const others = Array.from({ length: 15 }, () => random.pick(operations));
      for (const { model } of [...pending, ...others]) {
        const input = randomInput(model, harness.context(0, random));
        await harness.send(0, model, {});
        if (!isComplete(model, input)) continue;
        const { output } = await harness.send(0, model, input);
        if (output) pending = pending.filter(operation => operation.model !== model);
      }
    };
    // Clients load their configuration and classes when they are first used.
    await callAll();
    includesSdk = way !== "with the request handler";
    watchEverything();
    await harness.populate(random);
    aws.seed(rarePoints);
    pending = operations;
    const snapshot = aws.snapshot();
    for (let round = 0; round < 200 && pending.length > 0; round++) {
      if (round % 50 === 49) aws.rollback(snapshot);
      await callAll();
      await aws.clock.advance(round % 4 === 0 ? "5 hours" : "1 minute");
    }
    aws.onEvent(() => {});
    await aws.clock.advance("3 days");
    await aws.settle();
    aws.rollback(JSON.parse(JSON.stringify(snapshot)));
    aws.calls();
    aws.events();
    aws.reset();
    // Waits for anything that runs asynchronously.
    for (let turn = 0; turn < 20; turn++) await undefined;
    const found = [...accesses];
    for (const restore of restores.splice(0)) restore();
    expect([...new Set(found)].slice(0, 10)).toEqual([]);
    expect(everyOperation).toHaveLength(allOperations().length);
    expect(pending.map(({ model }) => model.name)).toEqual([]);
  },
  120_000,
);
