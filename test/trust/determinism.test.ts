import {
  BackupClient,
  DescribeBackupJobCommand,
  DescribeBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { clientsOf, send } from "../support/any-command";
import { Dice } from "./worlds/dice";
import { isComplete, randomInput } from "./worlds/inputs";
import { type Answer, modelled, Stage } from "./worlds/stage";

/** Something that a stage is told to do. */
type Act = (stage: Stage) => Promise<unknown>;

const plain = ({ output, error }: Answer): unknown =>
  error ? { name: error.name, message: error.message } : output;

/** A story that is the same whenever it is told: what it does depends on what it has made. */
function story(length: number): Act[] {
  const dice = new Dice(23);
  return Array.from({ length }, (_, index): Act => {
    if (index % 9 === 8) return stage => stage.aws.clock.advance(index * 60_000);
    return async stage => {
      for (let tries = 0; tries < 6; tries++) {
        const { model } = dice.pick(modelled);
        const input = randomInput(model, stage.scene(0, dice));
        if (isComplete(model, input)) return plain(await stage.send(0, model, input));
      }
      return undefined;
    };
  });
}

interface Told {
  readonly answers: readonly unknown[];
  readonly world: unknown;
  readonly events: unknown;
}

const toldBy = (stage: Stage, answers: readonly unknown[]): Told => ({
  answers,
  world: JSON.parse(JSON.stringify(stage.aws.snapshot())),
  events: stage.aws.events(),
});

async function tell(stage: Stage, length = 400): Promise<Told> {
  const answers: unknown[] = [];
  for (const act of story(length)) answers.push(await act(stage));
  return toldBy(stage, answers);
}

test("the same calls on the same seed are answered alike to the last id and date, and make the same world", async () => {
  const first = await tell(new Stage("auto"));
  const second = await tell(new Stage("auto"));
  expect(second).toEqual(first);
  const again = new Stage("auto");
  await tell(again, 50);
  again.aws.reset();
  again.seed();
  expect(await tell(again)).toEqual(first);
});

test("mocks in use at once do not see each other", async () => {
  const alone = await tell(new Stage("auto"));
  const [one, two] = [new Stage("auto"), new Stage("auto")];
  const [ofOne, ofTwo]: [unknown[], unknown[]] = [[], []];
  const acts = story(400);
  const others = story(400);
  // One step here, one there; the second story is as far as the first at its end.
  for (const [index, act] of acts.entries()) {
    const [a, b] = await Promise.all([act(one), others[index]?.(two)]);
    ofOne.push(a);
    ofTwo.push(b);
  }
  expect(toldBy(one, ofOne)).toEqual(alone);
  expect(toldBy(two, ofTwo)).toEqual(alone);
});

test("another seed gives other ids, and nothing else", async () => {
  const idOf = async (options: MockOptions) => {
    const aws = mockAws(options);
    const made = await send(clientsOf(aws), "efs", "CreateFileSystem", {});
    return Reflect.get(made, "FileSystemId");
  };
  expect(await idOf({ idSeed: "a" })).toBe(await idOf({ idSeed: "a" }));
  expect(await idOf({ idSeed: "a" })).not.toBe(await idOf({ idSeed: "b" }));
});

// Fake timers

const role = "arn:aws:iam::123456789012:role/backup";
const ResourceArn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

function account(options: MockOptions) {
  const aws = mockAws(options);
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

  test("a poll loop comes to its end without anybody moving the timers", async () => {
    const { start, state, aws } = account({});
    const { BackupJobId } = await start();
    const seen = [await state(BackupJobId), await state(BackupJobId), await state(BackupJobId)];
    expect(seen).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
    await aws.clock.advance("35 days");
    await aws.settle();
    expect(jest.getTimerCount()).toBe(0);
  });

  test("refusals, stubs that delay and listeners need no timer either", async () => {
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
    test("with the system clock the timers drive everything", async () => {
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
    test("with the system clock, which legacy timers leave alone, the mock keeps to the real time", async () => {
      const { aws, start, state } = account({ clock: "system" });
      expect(Math.abs(aws.clock.now().getTime() - Date.now())).toBeLessThan(5_000);
      const { BackupJobId } = await start();
      expect(await state(BackupJobId)).toBe("CREATED");
      await aws.settle();
      expect(await state(BackupJobId)).toBe("COMPLETED");
    });
  }
});
