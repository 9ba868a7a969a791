import * as backupSdk from "@aws-sdk/client-backup";
import * as efsSdk from "@aws-sdk/client-efs";
import * as fsxSdk from "@aws-sdk/client-fsx";
import { type MockAws, mockAws } from "aws-backup-mock";
import { type Endpoint, listen } from "aws-backup-mock/http";
import { type AnyClients, clientsOf, send } from "../../support/any-command";
import { minimalInput } from "../../support/minimal-input";
import { allOperations, operationNamed } from "../../support/model-walk";
import { isNewer } from "../../support/newer-commands";
import { backupStory } from "./stories/backup";
import { bucket, continuous, table, volume } from "./stories/backup-resources";
import { efsEnd, efsStory } from "./stories/efs";
import { fsxStory } from "./stories/fsx";
import type { CallStep, Step } from "./stories/step";

/** One call of a story, as its caller saw it. */
interface Told {
  readonly call: string;
  readonly output?: object;
  readonly error?: object;
}

const told = [...efsStory, ...backupStory, ...fsxStory, ...efsEnd];
const toldOf = new Set(
  told.flatMap(step => ("operation" in step ? [`${step.service} ${step.operation}`] : [])),
);

/** A call with minimal input for every operation that the stories leave out. */
const theRest: readonly Step[] = allOperations()
  // The commands of newer clients have no wire format here. The records of AWS's answers send them over HTTP.
  .filter(({ service, name }) => !toldOf.has(`${service} ${name}`) && !isNewer(service, name))
  .map(operation => ({
    service: operation.service,
    operation: operation.name,
    input: minimalInput(operation),
    keep: {},
  }));

function newAccount(): MockAws {
  const aws = mockAws({ idSeed: "every way" });
  aws.seed({
    resources: [{ arn: table }, { arn: volume }, { arn: bucket }],
    backup: {
      recoveryPoints: [
        {
          ...continuous,
          ResourceArn: bucket,
          CreationDate: "10 days ago",
          Lifecycle: { DeleteAfterDays: 35 },
        },
      ],
    },
  });
  return aws;
}

const config = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  maxAttempts: 1,
};

const wired = (more: object): AnyClients => ({
  backup: new backupSdk.BackupClient({ ...config, ...more }),
  efs: new efsSdk.EFSClient({ ...config, ...more }),
  fsx: new fsxSdk.FSxClient({ ...config, ...more }),
});

/** The results of a story. */
interface Tale {
  readonly calls: readonly Told[];
  /** The recorded calls. */
  readonly log: readonly object[];
  /** The whole world at the end. */
  readonly world: unknown;
}

async function tell(aws: MockAws, clients: AnyClients): Promise<Tale> {
  const kept = new Map<string, string>();
  const calls: Told[] = [];
  for (const step of [...told, ...theRest]) {
    if ("operation" in step) calls.push(await toldCall(clients, step, kept, calls.length));
    else if (step.pass === "all") await aws.settle();
    else await aws.clock.advance(step.pass);
  }
  const log = aws.calls().map(({ error, ...call }) => ({ ...call, error: error?.name }));
  return { calls, log, world: JSON.parse(JSON.stringify(aws.snapshot())) };
}

async function toldCall(
  clients: AnyClients,
  step: CallStep,
  kept: Map<string, string>,
  number: number,
): Promise<Told> {
  const { service, operation, keep } = step;
  const call = `${service} ${operation}`;
  // Otherwise the SDK generates one while serialising.
  const token = operationNamed(service, operation).idempotencyToken;
  const input = { ...(token !== undefined && { [token]: `token-${number}` }), ...step.input };
  try {
    const output = await send(clients, service, operation, filledIn(input, kept));
    for (const [name, path] of Object.entries(keep)) kept.set(name, String(at(output, path)));
    return { call, output };
  } catch (error) {
    return { call, error: factsOf(error) };
  }
}

/** The input, with the values that earlier steps kept. */
function filledIn(value: unknown, kept: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") {
    return value.replace(/\$(\w+)/g, (_, name: string) => kept.get(name) ?? `nothing-kept-as-${name}`);
  }
  if (Array.isArray(value)) return value.map(item => filledIn(item, kept));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filledIn(item, kept)]));
}

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inside, name) => Reflect.get(Object(inside), name), value);

/** Everything about an exception except its stack and response. */
function factsOf(error: unknown): object {
  if (!(error instanceof Error)) throw new Error(`${error} was thrown.`);
  const members = Reflect.ownKeys(error)
    .filter(name => name !== "stack" && name !== "$response")
    .map(name => [name, Object.getOwnPropertyDescriptor(error, name)]);
  return { Class: Object.getPrototypeOf(error), ...Object.fromEntries(members) };
}

let directly: Tale;
let endpoint: Endpoint;
const served = newAccount();

beforeAll(async () => {
  endpoint = await listen(served);
  const aws = newAccount();
  directly = await tell(aws, clientsOf(aws));
});
afterAll(() => endpoint.close());

/** Operations that these stories cannot bring to succeed. */
const onlyRefused = ["backup DisassociateRecoveryPointFromParent", "fsx StartMisconfiguredStateRecovery"];

test("the stories call every operation, and nearly all of them succeed", () => {
  expect(new Set(directly.calls.map(({ call }) => call)).size).toBe(
    allOperations().filter(({ service, name }) => !isNewer(service, name)).length,
  );
  const done = new Set(directly.calls.filter(({ output }) => output).map(({ call }) => call));
  const neverDone = [...new Set(directly.calls.map(({ call }) => call))].filter(call => !done.has(call));
  expect(neverDone).toEqual(onlyRefused);
});

test("a requestHandler gives the outputs and errors that the middleware gives", async () => {
  const aws = newAccount();
  expect(await tell(aws, wired({ requestHandler: aws.requestHandler }))).toStrictEqual(directly);
});

test("an HTTP endpoint gives them as well", async () => {
  expect(await tell(served, wired({ endpoint: endpoint.url }))).toStrictEqual(directly);
});
