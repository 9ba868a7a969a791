import { type Fixture, type MockAws, mockAws } from "aws-backup-mock";
import { Calls } from "../../../src/infrastructure/account/calls";
import { Pace } from "../../../src/infrastructure/account/pace";
import { AccountReader } from "../../../src/infrastructure/account/reader";
import { type ServiceName, serviceNames } from "../../../src/model";
import { isComplete, randomInput } from "../../properties/generators/inputs";
import { Random } from "../../properties/generators/random";
import { weightedOperations } from "../../properties/model/operations";
import { Harness } from "../../properties/scenarios/harness";
import { clientsOf, importMock } from "./world-of-account";

const worlds = 12;

/**
 * What an import cannot carry over, by the paths of the members that differ, and why. `docs/infrastructure.md` tells users.
 */
const notImported: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^fsx\..*\.AdministrativeActions$/, "what was done to a resource of FSx is not kept"],
  [
    /^efs\.DescribeReplicationConfigurations\..*\.(FileSystemId|LastReplicatedTimestamp)$/,
    "a replica in another Region is made anew, and replicates at once",
  ],
  [/^backup\.ListProtectedResources\..*\.Last\w+$/, "the last backup may be one that is gone"],
];

/** Whatever the API shows of an account: each answer by its call. */
async function shown(aws: MockAws): Promise<ReadonlyMap<string, unknown>> {
  const clients = clientsOf(aws);
  const calls = new Map<ServiceName, Calls>();
  const pace = new Pace(Number.POSITIVE_INFINITY);
  for (const service of serviceNames) {
    const client: { send(command: never): Promise<unknown> } = clients[service];
    calls.set(service, await Calls.of(service, { send: command => client.send(command as never) }, pace));
  }
  const { answers } = await new AccountReader(calls, true, () => {}).read();
  return new Map(
    answers.map(({ service, operation, input, output }) => [
      `${service}.${operation} ${JSON.stringify(input)}`,
      output,
    ]),
  );
}

const ids = [
  "RecoveryPointArn",
  "BackupJobId",
  "CopyJobId",
  "RestoreJobId",
  "VolumeId",
  "BackupVaultName",
  "SourceFileSystemId",
  "Region",
  "FileSystemId",
  "ResourceArn",
  "SelectionId",
  "Key",
];

/** The items of a list by what identifies them: the order of what came at the same time may differ. */
function byId(list: readonly unknown[]): Readonly<Record<string, unknown>> {
  const keyOf = (item: unknown, index: number): string => {
    if (typeof item !== "object" || item === null) return String(index);
    const id = ids.find(name => Reflect.get(item, name) !== undefined);
    return id === undefined ? String(index) : `${id} ${String(Reflect.get(item, id))}`;
  };
  return Object.fromEntries(list.map((item, index) => [keyOf(item, index), item]));
}

/** The paths at which two values differ. */
function* differences(one: unknown, other: unknown, path: string): Generator<string> {
  if (Array.isArray(one) && Array.isArray(other)) {
    yield* differences(byId(one), byId(other), path);
  } else if (typeof one === "object" && one !== null && typeof other === "object" && other !== null) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
      yield* differences(Reflect.get(one, name), Reflect.get(other, name), `${path}.${name}`);
  } else if (!Object.is(one, other)) {
    yield `${path}: ${JSON.stringify(one)} became ${JSON.stringify(other)}`;
  }
}

function differencesIn(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .flatMap(call => [...differences(one.get(call), other.get(call), call.split(" ", 1).join(""))])
    .filter(text => !notImported.some(([path]) => path.test(text.split(": ", 1).join(""))));
}

/** With the resources of other services and their tags: AWS Backup shows neither tags nor what it has never backed up. */
function withResources(fixture: Fixture, { state }: MockAws): Fixture {
  const resources = [...state.backup.resources].map(({ arn, tags, sizeInBytes }) => ({
    arn,
    tags,
    sizeInBytes,
  }));
  const known = new Set(resources.map(({ arn }) => arn));
  const others = (fixture.resources ?? []).filter(({ arn }) => !known.has(arn));
  return { ...fixture, resources: [...resources, ...others] };
}

/** An account after random calls, with nothing that the installed clients cannot show. */
async function randomAccount(seed: number): Promise<MockAws> {
  const harness = new Harness("manual");
  await harness.populate(new Random(seed));
  const random = new Random(seed);
  for (let call = 0; call < 40; call++) {
    const { model } = random.pick(weightedOperations);
    const input = randomInput(model, harness.context(0, random));
    if (isComplete(model, input) && !/AccessPoint/.test(model.name)) await harness.send(0, model, input);
  }
  await harness.aws.clock.advance("2 days");
  return harness.aws;
}

/** The backups that plans have begun since an instant. */
const runsSince = ({ state }: MockAws, from: number): readonly string[] =>
  [...state.backup.backupJobs]
    .filter(({ CreationDate, CreatedBy }) => CreationDate >= from && CreatedBy !== undefined)
    .map(({ CreationDate, CreatedBy, ResourceArn, BackupVaultName }) =>
      [new Date(CreationDate).toISOString(), CreatedBy?.BackupRuleName, ResourceArn, BackupVaultName].join(
        " ",
      ),
    )
    .sort();

/** The recovery points that existed at an instant and still do. */
const pointsSince = ({ state }: MockAws, from: number): readonly string[] =>
  [...state.backup.recoveryPoints]
    .filter(({ CreationDate }) => CreationDate < from)
    .map(({ RecoveryPointArn, Status, StorageClass }) => `${RecoveryPointArn} ${Status} ${StorageClass}`)
    .sort();

test.each(Array.from({ length: worlds }, (_, index) => index + 1))(
  "an imported account is the same as far as the API shows it, and has the same future (world %i)",
  async seed => {
    const aws = await randomAccount(seed);
    const { fixture } = await importMock(aws, { everyPoint: true });
    const copy = mockAws({ ...fixture.origin, clock: "manual" });
    copy.seed(withResources(fixture, aws));
    expect(differencesIn(await shown(aws), await shown(copy))).toEqual([]);
    const from = aws.clock.now().getTime();
    for (let part = 0; part < 4; part++) {
      for (const each of [aws, copy]) await each.clock.advance("25 days");
      expect(runsSince(copy, from)).toEqual(runsSince(aws, from));
      expect(pointsSince(copy, from)).toEqual(pointsSince(aws, from));
    }
  },
  120_000,
);
