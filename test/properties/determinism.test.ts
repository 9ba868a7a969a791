import {
  BackupClient,
  DescribeBackupJobCommand,
  DescribeBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { clientsOf, send } from "../support/any-command";
import { isComplete, randomInput } from "./generators/inputs";
import { Random } from "./generators/random";
import { operations } from "./model/operations";
import { type CallResult, Harness } from "./scenarios/harness";

type Action = (harness: Harness) => Promise<unknown>;

const plain = ({ output, error }: CallResult): unknown =>
  error ? { name: error.name, message: error.message } : output;

/** The same actions every time it is called; their inputs depend on the records that earlier actions created. */
function scenario(length: number): Action[] {
  const random = new Random(23);
  return Array.from({ length }, (_, index): Action => {
    if (index % 9 === 8) return harness => harness.aws.clock.advance(index * 60_000);
    return async harness => {
      for (let attempt = 0; attempt < 6; attempt++) {
        const { model } = random.pick(operations);
        const input = randomInput(model, harness.context(0, random));
        if (isComplete(model, input)) return plain(await harness.send(0, model, input));
      }
      return undefined;
    };
  });
}

interface Outcome {
  readonly results: readonly unknown[];
  readonly state: unknown;
  readonly events: unknown;
}

const outcomeOf = (harness: Harness, results: readonly unknown[]): Outcome => ({
  results,
  state: JSON.parse(JSON.stringify(harness.aws.snapshot())),
  events: harness.aws.events(),
});

async function run(harness: Harness, length = 400): Promise<Outcome> {
  const results: unknown[] = [];
  for (const act of scenario(length)) results.push(await act(harness));
  return outcomeOf(harness, results);
}

test("the same calls with the same seed have the same results, down to ids and dates, and lead to the same state", async () => {
  const first = await run(new Harness("auto"));
  const second = await run(new Harness("auto"));
  expect(second).toEqual(first);
  const reset = new Harness("auto");
  await run(reset, 50);
  reset.aws.reset();
  reset.seed();
  expect(await run(reset)).toEqual(first);
});

test("mocks that are used at the same time do not affect each other", async () => {
  const alone = await run(new Harness("auto"));
  const [one, two] = [new Harness("auto"), new Harness("auto")];
  const [resultsOfOne, resultsOfTwo]: [unknown[], unknown[]] = [[], []];
  const actions = scenario(400);
  const otherActions = scenario(400);
  for (const [index, act] of actions.entries()) {
    const [a, b] = await Promise.all([act(one), otherActions[index]?.(two)]);
    resultsOfOne.push(a);
    resultsOfTwo.push(b);
  }
  expect(outcomeOf(one, resultsOfOne)).toEqual(alone);
  expect(outcomeOf(two, resultsOfTwo)).toEqual(alone);
});

test("another seed gives other ids", async () => {
  const idOf = async (options: MockOptions) => {
    const aws = mockAws(options);
    aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
    const created = await send(clientsOf(aws), "efs", "CreateFileSystem", {});
    return Reflect.get(created, "FileSystemId");
  };
  expect(await idOf({ idSeed: "a" })).toBe(await idOf({ idSeed: "a" }));
  expect(await idOf({ idSeed: "a" })).not.toBe(await idOf({ idSeed: "b" }));
});

// Fake timers

const role = "arn:aws:iam::123456789012:role/backup";
const ResourceArn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

function account(options: MockOptions) {
  const aws = mockAws(options);
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: ResourceArn }] });
  const [backup, efs] = [aws.attach(new BackupClient()), aws.attach(new EFSClient())];
  const start = () =>
    backup.send(new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn, IamRoleArn: role }));
  const state = async (BackupJobId: string | undefined) =>
    (await backup.send(new DescribeBackupJobCommand({ BackupJobId }))).State;
  return { aws, backup, efs, start, state };
}

describe.each([
  ["modern", {}],
  ["legacy", { legacyFakeTimers: true }],
] as const)("under %s fake timers", (kind, timers) => {
  beforeEach(() => {
    jest.useFakeTimers(timers);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test("a poll loop ends without advancing the timers", async () => {
    const { start, state, aws } = account({});
    const { BackupJobId } = await start();
    const states = [await state(BackupJobId), await state(BackupJobId), await state(BackupJobId)];
    expect(states).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
    await aws.clock.advance("35 days");
    await aws.settle();
    expect(jest.getTimerCount()).toBe(0);
  });

  test("errors, delayed stubs and listeners need no timer either", async () => {
    const { aws, backup, efs } = account({});
    const events: string[] = [];
    aws.onEvent(async event => events.push(event["detail-type"]));
    aws.on(DescribeFileSystemsCommand).resolves({ FileSystems: [] }).delays("1 hour");
    await expect(
      backup.send(new DescribeBackupVaultCommand({ BackupVaultName: "missing" })),
    ).rejects.toThrow();
    await efs.send(new CreateFileSystemCommand({ Backup: true }));
    await efs.send(new DescribeFileSystemsCommand({}));
    await aws.clock.advance("2 days");
    expect(events.length).toBeGreaterThan(0);
    expect(jest.getTimerCount()).toBe(0);
  });

  if (kind === "modern") {
    test("with the system clock, the fake timers control time", async () => {
      jest.setSystemTime(new Date("2030-05-01T00:00:00Z"));
      const { aws, start, state } = account({ clock: "system" });
      expect(aws.clock.now()).toEqual(new Date("2030-05-01T00:00:00Z"));
      const { BackupJobId } = await start();
      expect(await state(BackupJobId)).toBe("CREATED");
      expect(await state(BackupJobId)).toBe("CREATED");
      jest.advanceTimersByTime(10_000);
      expect(await state(BackupJobId)).toBe("RUNNING");
      jest.advanceTimersByTime(20_000);
      expect(await state(BackupJobId)).toBe("COMPLETED");
      expect(jest.getTimerCount()).toBe(0);
    });
  } else {
    test("with the system clock, which legacy timers do not fake, the mock follows real time", async () => {
      const { aws, start, state } = account({ clock: "system" });
      expect(Math.abs(aws.clock.now().getTime() - Date.now())).toBeLessThan(5_000);
      const { BackupJobId } = await start();
      expect(await state(BackupJobId)).toBe("CREATED");
      await aws.settle();
      expect(await state(BackupJobId)).toBe("COMPLETED");
    });
  }
});
