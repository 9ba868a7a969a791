import { BackupClient } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { FSxClient } from "@aws-sdk/client-fsx";
import type { MockAws } from "aws-backup-mock";
import { type ImportOptions, importAccount } from "aws-backup-mock/infrastructure";
import { Calls } from "../../../src/infrastructure/account/calls";
import { Pace } from "../../../src/infrastructure/account/pace";
import { AccountReader } from "../../../src/infrastructure/account/reader";
import { type ServiceName, serviceModel, serviceNames } from "../../../src/model";

/** Clients that reach a mock as they would reach AWS: through the whole pipeline of the SDK. */
export function clientsOf(aws: MockAws) {
  const { region, accountId } = aws.state;
  const config = {
    region,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret", accountId },
    requestHandler: aws.requestHandler,
    cacheMiddleware: true,
    maxAttempts: 1,
  };
  return { backup: new BackupClient(config), efs: new EFSClient(config), fsx: new FSxClient(config) };
}

/** Imports the account of a mock at the mock's time. */
export const importMock = (aws: MockAws, options: ImportOptions = {}) =>
  importAccount(clientsOf(aws), {
    callsPerSecond: Number.POSITIVE_INFINITY,
    now: new Date(aws.clock.now()),
    ...options,
  });

type Answers = ReadonlyMap<string, object>;

/** Everything that the API shows of an account: what an import reads, and all that can be asked without knowing anything. */
export async function answersOf(aws: MockAws): Promise<Answers> {
  const clients = clientsOf(aws);
  const pace = new Pace(Number.POSITIVE_INFINITY);
  const calls = new Map<ServiceName, Calls>();
  const answers = new Map<string, object>();
  for (const service of serviceNames) {
    const ofService = await Calls.of(service, clients[service], pace);
    calls.set(service, ofService);
    for (const operation of serviceModel(service).operationNames()) {
      if (!needsNothing(service, operation) || `${service}.${operation}` in notImported) continue;
      const result = await ofService.call(operation, {});
      // What has further pages is read below, if an import reads it.
      if ("output" in result && result.output["NextToken"] === undefined)
        answers.set(`${service}.${operation}`, shown(`${service}.${operation}`, plain(result.output)));
    }
  }
  const { answers: read } = await new AccountReader(calls, true, () => {}).read();
  const whole = new Map<string, object>();
  for (const { service, operation, input, output } of read) {
    const call = `${service}.${operation} ${JSON.stringify(input)}`;
    whole.set(call, joined(whole.get(call), output));
  }
  for (const [call, output] of whole) answers.set(call, shown(call, output));
  return answers;
}

/** Two pages of an answer as one. */
const joined = (before: object = {}, page: object): object => ({
  ...before,
  ...Object.fromEntries(
    Object.entries(page).map(([name, member]: [string, unknown]) => {
      const first: unknown = Reflect.get(before, name);
      return [name, Array.isArray(first) && Array.isArray(member) ? [...first, ...member] : member];
    }),
  ),
});

const needsNothing = (service: ServiceName, operation: string): boolean => {
  const input = serviceModel(service).operation(operation)?.input;
  return /^(Describe|Get|List)/.test(operation) && !input?.members.some(({ required }) => required);
};

const plain = (output: object): object => {
  const { $metadata: _, ...members } = { $metadata: undefined, ...output };
  return JSON.parse(JSON.stringify(members));
};

/** Operations that show what a fixture cannot hold, each with the reason. */
const notImported: Readonly<Record<string, string>> = {
  "backup.ListReportJobs": "a fixture has no report jobs; reports of the past are objects in S3",
  "backup.ListScanJobs": "a fixture has no scan jobs",
  "backup.ListScanJobSummaries": "a fixture has no scan jobs",
};

const seededLate =
  "the last one made; a scenario seeds older ones after newer ones, which no import can tell";

/** Members that an import does not keep, each with the reason. */
const notKept: Readonly<Record<string, string>> = {
  "backup.DescribeGlobalSettings.LastUpdateTime": "seeding the settings is a change of them",
  "backup.ListProtectedResources.LastBackupTime": seededLate,
  "backup.ListProtectedResources.LastBackupVaultArn": seededLate,
  "backup.ListProtectedResources.LastRecoveryPointArn": seededLate,
  "backup.ListIndexedRecoveryPoints.IndexCreationDate": "seeding makes the index again",
  "fsx.DescribeDataRepositoryTasks.StartTime": "a task that is being canceled is taken to have begun",
  "fsx.DescribeDataRepositoryTasks.Status": "the same",
  "fsx.DescribeFileSystems.AdministrativeActions": "history, which changes nothing",
  "fsx.DescribeSnapshots.AdministrativeActions": "history, which changes nothing",
  "fsx.DescribeVolumes.AdministrativeActions": "history, which changes nothing",
};

/** An answer without what an import does not keep, with its lists in one order: AWS promises none. */
function shown(call: string, output: object): object {
  const [operation] = call.split(" ");
  return JSON.parse(JSON.stringify(output), (name, member: unknown) => {
    // Tokens name a place in a list, which an item that is left out moves.
    if (name === "NextToken" || `${operation}.${name}` in notKept) return undefined;
    return Array.isArray(member) ? inOrder(member) : member;
  });
}

const inOrder = (items: readonly unknown[]): readonly unknown[] =>
  items
    .map(item => [JSON.stringify(item), item] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, item]) => item);

/** What has been made, by what the API shows of it other than ids. */
export function futureOf({ state }: Pick<MockAws, "state">) {
  const { recoveryPoints, backupJobs } = state.backup;
  return {
    points: [...recoveryPoints]
      // What holds a point back may be an access point, which a fixture does not have.
      .filter(point => Reflect.get(point, "heldBack") !== true)
      .map(({ ResourceArn, BackupVaultName, CreationDate, Status, StorageClass, Lifecycle }) =>
        JSON.stringify([ResourceArn, BackupVaultName, CreationDate, Status, StorageClass, Lifecycle ?? {}]),
      )
      .sort(),
    jobs: [...backupJobs]
      .map(({ ResourceArn, BackupVaultName, CreationDate, State, CompletionDate, CreatedBy }) =>
        JSON.stringify([ResourceArn, BackupVaultName, CreationDate, State, CompletionDate, CreatedBy]),
      )
      .sort(),
  };
}
