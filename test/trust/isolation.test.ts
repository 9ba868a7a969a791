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
import type { MockAws, MockAwsPlace } from "aws-backup-mock";
import { type AnyClients, clientsOf, waysIn } from "../support/any-command";
import { allOperations } from "../support/model-walk";
import { Dice } from "./worlds/dice";
import { isComplete, randomInput } from "./worlds/inputs";
import { modelled, Stage } from "./worlds/stage";

/** What was touched of the world outside, and from where. */
const touched: string[] = [];
const undo: (() => void)[] = [];

/** Within the mock and the SDK alike, or of the mock's own doing only: the SDK's pipeline signs and retries by the clock. */
let ofSdkToo = true;

function note(what: string): void {
  const stack = new Error(what).stack ?? "";
  const [caller = ""] = stack
    .split("\n")
    .slice(1)
    .filter(line => !/isolation\.test\.ts|jest-|[ (]node:/.test(line));
  const isSdk = caller.includes("node_modules");
  if (ofSdkToo || !isSdk) touched.push(`${what} ${caller.trim()}`);
}

/** Notes every call of a function that leads out, and lets it pass. */
function watch(owner: object, name: string, what: string): void {
  const original: unknown = Reflect.get(owner, name);
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (typeof original !== "function" || descriptor?.configurable === false) return;
  const watched = function (this: unknown, ...args: unknown[]): unknown {
    note(`${what}.${name}`);
    return Reflect.apply(original, this, args);
  };
  Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true });
  undo.push(() => {
    if (descriptor) Object.defineProperty(owner, name, descriptor);
    else Reflect.deleteProperty(owner, name);
  });
}

/** What Node.js does on its own, whatever reference to its functions somebody holds. */
const harmless = /^(PROMISE|TickObject|Microtask)$/;
const below = async_hooks.createHook({
  init(_, kind) {
    if (!harmless.test(kind)) note(`a ${kind} of Node.js's own`);
  },
});

const functionsOf = (owner: object): string[] =>
  Object.getOwnPropertyNames(owner).filter(
    name => /^[a-z]/.test(name) && name !== "constructor" && typeof Reflect.get(owner, name) === "function",
  );

function watchEverything(): void {
  const { env } = process;
  const telling = (name: string | symbol): void => note(`process.env.${String(name)}`);
  process.env = new Proxy(env, {
    get: (target, name) => {
      telling(name);
      return Reflect.get(target, name);
    },
    has: (target, name) => {
      telling(name);
      return Reflect.has(target, name);
    },
    ownKeys: target => {
      telling("*");
      return Reflect.ownKeys(target);
    },
  });
  undo.push(() => {
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
  below.enable();
  undo.push(() => below.disable());
}

let mock: MockAws | undefined;

afterEach(() => {
  for (const restore of undo.splice(0)) restore();
  touched.length = 0;
  mock?.restore();
});

/** A function of Node.js that somebody got hold of before it was watched. */
const { stat: heldBefore } = fs.promises;

test("what is looked for would be noticed", async () => {
  watchEverything();
  fs.existsSync("/");
  void process.env["HOME"];
  clearTimeout(setTimeout(() => {}, 0));
  Math.random();
  await heldBefore("/");
  for (const what of [
    "fs.existsSync",
    "process.env.HOME",
    "globalThis.setTimeout",
    "Math.random",
    "a Timeout of Node.js's own",
    "a FSREQPROMISE of Node.js's own",
  ]) {
    expect(touched).toContainEqual(expect.stringContaining(what));
  }
});

type LetIn = (aws: MockAwsPlace) => AnyClients;

/** A stage whose clients at home come in one way, and those elsewhere in the usual one. */
function stageWith(letIn: LetIn): Stage {
  let isHome = true;
  return new Stage("auto", view => {
    const clients = isHome ? letIn(view) : clientsOf(view);
    isHome = false;
    return clients;
  });
}

test.each(Object.entries<LetIn>(waysIn))(
  "%s, no call opens a socket, looks up a name, reads a file or the environment, or sets a timer",
  async (way, letIn) => {
    const stage = stageWith(letIn);
    const dice = new Dice(11);
    const { aws } = stage;
    mock = aws;
    let unanswered = modelled;
    const callAll = async (): Promise<void> => {
      // What is wanted may need that something else was done first.
      const others = Array.from({ length: 40 }, () => dice.pick(modelled));
      for (const { model } of [...unanswered, ...others]) {
        const input = randomInput(model, stage.scene(0, dice));
        await stage.send(0, model, {});
        if (!isComplete(model, input)) continue;
        const { output } = await stage.send(0, model, input);
        if (output) unanswered = unanswered.filter(operation => operation.model !== model);
      }
    };
    // Clients load what is configured, and classes, when they are first used.
    await callAll();
    ofSdkToo = way !== "with the request handler";
    watchEverything();
    await stage.populate(dice);
    unanswered = modelled;
    const snapshot = aws.snapshot();
    for (let round = 0; round < 200 && unanswered.length > 0; round++) {
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
    // What would look around would do so later.
    for (let turn = 0; turn < 20; turn++) await undefined;
    const found = [...touched];
    for (const restore of undo.splice(0)) restore();
    expect([...new Set(found)].slice(0, 10)).toEqual([]);
    expect(modelled).toHaveLength(allOperations().length);
    expect(unanswered.map(({ model }) => model.name)).toEqual([]);
  },
);
