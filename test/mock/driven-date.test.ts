import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { type MockAws, type MockOptions, mockAws } from "aws-backup-mock";

const now = "2020-02-29T12:00:00Z";
const RealDate = Date;
let mocks: MockAws[] = [];

const driven = (options: MockOptions = {}): MockAws => {
  const aws = mockAws({ now, driveDate: true, ...options });
  mocks.push(aws);
  return aws;
};

afterEach(() => {
  for (const aws of mocks) aws.restore();
  mocks = [];
  jest.useRealTimers();
  expect(Date).toBe(RealDate);
  expect(new Date().constructor).toBe(RealDate);
});

/** Code under test that knows nothing of the mock. */
async function ageOfNewVault(client: BackupClient): Promise<number> {
  const { CreationDate } = await client.send(new CreateBackupVaultCommand({ BackupVaultName: "nightly" }));
  return Date.now() - (CreationDate?.getTime() ?? 0);
}

test("code that compares a CreationDate with the present sees one time", async () => {
  const aws = driven();
  const client = aws.attach(new BackupClient());
  expect(await ageOfNewVault(client)).toBe(0);
  await aws.clock.advance("40 days");
  expect(new Date().toISOString()).toBe("2020-04-09T12:00:00.000Z");
  expect(Date.now()).toBe(aws.clock.now().getTime());
  expect(Date()).toBe(new Date(Date.now()).toString());
});

const hooks: readonly [string, (aws: MockAws) => unknown][] = [
  ["attach", aws => aws.attach(new EFSClient())],
  ["intercept", aws => aws.intercept(EFSClient)],
  ["the middleware", aws => aws.middleware],
  ["the plugin", aws => new EFSClient().middlewareStack.use(aws.plugin)],
  ["the request handler", aws => new EFSClient({ requestHandler: aws.requestHandler, region: "us-east-1" })],
  ["attach in another Region", aws => aws.in({ region: "eu-west-1" }).attach(new EFSClient())],
];
test.each(hooks)(
  "it tells the mock's time from %s until restore(), and again from the next one",
  (_, hook) => {
    const aws = driven();
    for (const round of [1, 2]) {
      expect(Date).toBe(RealDate);
      hook(aws);
      expect([round, new Date()]).toEqual([round, new RealDate(now)]);
      hook(aws);
      aws.restore();
      aws.restore();
    }
  },
);

test("it is as it was without the option", () => {
  const aws = mockAws({ now });
  aws.attach(new EFSClient());
  expect(Date).toBe(RealDate);
});

describe("all else about Date works as before", () => {
  let earlier: Date;
  beforeEach(() => {
    earlier = new Date(5);
    driven().attach(new EFSClient());
  });

  test("instanceof and equality, for dates made before and after", () => {
    const later = new Date(5);
    expect([earlier instanceof Date, later instanceof Date, later instanceof RealDate]).toEqual([
      true,
      true,
      true,
    ]);
    expect(later).toStrictEqual(earlier);
    expect([later.constructor, earlier.constructor]).toEqual([Date, Date]);
    expect(Object.prototype.toString.call(new Date())).toBe("[object Date]");
    expect(({} as unknown) instanceof Date).toBe(false);
  });

  test("every way to make a date", () => {
    const made = [
      new Date(2024, 1, 29, 1, 2, 3, 4),
      new Date("2024-02-29T01:02:03.004Z"),
      new Date(0),
      new Date(new Date(7)),
    ];
    const expected = [
      new RealDate(2024, 1, 29, 1, 2, 3, 4),
      new RealDate("2024-02-29T01:02:03.004Z"),
      new RealDate(0),
      new RealDate(7),
    ];
    expect(made).toEqual(expected);
    expect(Number.isNaN(new Date(undefined as unknown as number).getTime())).toBe(true);
  });

  test("its static members, name and length", () => {
    expect([Date.UTC(2024, 0), Date.parse("2024-01-01")]).toEqual([1_704_067_200_000, 1_704_067_200_000]);
    expect([Date.name, Date.length]).toEqual(["Date", 7]);
    expect(Object.keys(Date)).toEqual([]);
  });

  test("Intl and copies", () => {
    const format = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "short" });
    expect(format.format(new Date())).toBe("29/02/2020");
    expect(structuredClone(new Date())).toEqual(new Date());
  });

  test("subclasses", () => {
    class Day extends Date {
      get name(): string {
        return this.toISOString().slice(0, 10);
      }
    }
    const today = new Day();
    expect([today.name, today instanceof Day, today instanceof Date, new Date() instanceof Day]).toEqual([
      "2020-02-29",
      true,
      true,
      false,
    ]);
  });

  test("spies on it", () => {
    const spy = jest.spyOn(Date, "now").mockReturnValue(42);
    expect(Date.now()).toBe(42);
    spy.mockRestore();
    expect(Date.now()).toBe(RealDate.parse(now));
  });
});

test("whoever kept it is told the real time after restore()", () => {
  const aws = driven();
  aws.attach(new EFSClient());
  const Kept = Date;
  aws.restore();
  expect(Math.abs(Kept.now() - Date.now())).toBeLessThan(5_000);
  expect(new Kept() instanceof Date).toBe(true);
});

test("two mocks cannot both drive it, one after the other can; nothing is connected when it is refused", async () => {
  const first = driven();
  first.attach(new EFSClient());
  const second = driven({ now: "2024-01-01T00:00:00Z" });
  const client = new BackupClient({ region: "us-east-1" });
  expect(() => second.attach(client)).toThrow(
    expect.objectContaining({
      code: "DateHeld",
      message:
        "Cannot drive Date: another mock drives it already; call restore() on that mock first, in afterEach for instance.",
    }),
  );
  expect(() => second.intercept(BackupClient)).toThrow(expect.objectContaining({ code: "DateHeld" }));
  const third = mockAws();
  third.attach(client);
  third.restore();
  second.restore();
  expect(new Date()).toEqual(new Date(now));
  first.restore();
  second.attach(client);
  expect(new Date()).toEqual(new Date("2024-01-01T00:00:00Z"));
});

test("while fake timers hold Date it is refused, with the way out", () => {
  jest.useFakeTimers({ now: 0 });
  const aws = driven();
  expect(() => aws.attach(new EFSClient())).toThrow(
    'Cannot drive Date: fake timers or another library have replaced it; take them away first, or use mockAws({ clock: "system" }), which follows them.',
  );
  expect(new Date()).toEqual(new Date(0));
});

test("fake timers that leave Date alone go together with it", async () => {
  jest.useFakeTimers({ doNotFake: ["Date"] });
  const aws = driven();
  aws.attach(new EFSClient());
  jest.advanceTimersByTime(60_000);
  expect(new Date()).toEqual(new RealDate(now));
});

test("fake timers that come later, and go after restore(), leave the real Date", () => {
  const aws = driven();
  aws.attach(new EFSClient());
  jest.useFakeTimers({ now: 0 });
  expect(Date.now()).toBe(0);
  aws.restore();
  jest.useRealTimers();
  expect(Math.abs(Date.now() - RealDate.now())).toBeLessThan(5_000);
  globalThis.Date = RealDate;
});

test.each([
  [
    { driveDate: true, clock: "system" },
    'with clock: "system", the mock follows Date; leave one of them out',
  ],
  [{ driveDate: "yes" }, "give true or false"],
])("%j is refused", (options, why) => {
  expect(() => mockAws(options as MockOptions)).toThrow(why);
});
