import { type MockError, type MockOptions, mockAws } from "../../src";

function refusal(run: () => unknown): Pick<MockError, "code" | "message"> {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown) return thrown as MockError;
    throw thrown;
  }
  throw new Error("The call was not refused.");
}

describe("invalid options are refused when the mock is made", () => {
  test.each<[object, RegExp]>([
    [
      { regoin: "eu-west-1" },
      /^Cannot make a mock with regoin "eu-west-1": unknown option; did you mean "region"\?$/,
    ],
    [{ colour: "red" }, /colour "red": unknown option; choose one of region, accountId, .*, snapshot\.$/],
    [{ region: "nowhere" }, /the Region "nowhere": not a Region name; give one such as/],
    [{ region: 5 }, /the Region 5: not a Region name/],
    [{ accountId: "12" }, /the account "12": not an account id; give a string of twelve digits/],
    [{ accountId: 123456789012 }, /the account 123456789012: not an account id/],
    [{ accounts: { AKIA: "2" } }, /the account "2"/],
    [{ accounts: ["222222222222"] }, /accounts \["222222222222"\]: give the account of each access key/],
    [{ organization: "222222222222" }, /organization "222222222222": give a list of account ids/],
    [{ organization: ["2"] }, /the account "2"/],
    [{ pageSize: 0 }, /pageSize 0: give the most items of a page, from 1 up\.$/],
    [{ log: "all" }, /log "all": give true, false, or a function that takes a line\.$/],
    [{ interceptAt: "response" }, /interceptAt "response": choose one of call, request\.$/],
    [{ clock: "fast" }, /clock "fast": choose one of auto, manual, system\.$/],
    [{ clock: "maunal" }, /clock "maunal": did you mean "manual"\?$/],
    [{ clock: Object.create(null) }, /clock \{\}: choose one of auto, manual, system\.$/],
    [{ now: "soon" }, /the date "soon": not a date from .*; give a Date/],
    [{ idSeed: {} }, /idSeed \{\}: give a text or a number/],
    [{ recordCalls: 2.5 }, /recordCalls 2\.5: give true, false, or how many/],
    [{ recordCalls: -1 }, /recordCalls -1: /],
    [{ recordCalls: "yes" }, /recordCalls "yes": /],
    [{ recordCalls: Number.NaN }, /recordCalls NaN: /],
    [{ recordEvents: 0.5 }, /recordEvents 0\.5: /],
    [{ quotas: { vaults: "x" } }, /quotas\.vaults "x": give a whole number from 0 up/],
    [{ quotas: { vaults: Number.NaN } }, /quotas\.vaults NaN: /],
    [{ quotas: { vaults: -1 } }, /quotas\.vaults -1: /],
    [{ quotas: { vaults: 1.5 } }, /quotas\.vaults 1\.5: /],
    [{ quotas: 5 }, /quotas 5: give a limit for each name/],
    [
      { quotas: { cellars: 1 } },
      /^Cannot set quotas\.cellars: unknown name; choose one of accessPoints.* … and \d+ more\.$/,
    ],
    [{ durations: "soon" }, /the duration "soon": it is not a duration; give milliseconds, /],
    [{ durations: null }, /durations null: /],
    [{ durations: [5] }, /durations \[5\]: /],
    [{ durations: { days: -1 } }, /the duration \{"days":-1\}/],
    [{ durations: { days: 1, backupJob: 5 } }, /the duration \{"days":1,"backupJob":5\}/],
    [{ durations: { backupJob: -1 } }, /durations\.backupJob: .*the duration -1/],
    [{ durations: { backupJob: "a while" } }, /durations\.backupJob: .*the duration "a while"/],
    [
      { durations: { none: 1 } },
      /^Cannot set durations\.none: unknown name; choose one of .*airGappedVault, .*, backupJob, /,
    ],
  ])("%j", (options, message) => {
    expect(refusal(() => mockAws(options))).toMatchObject({
      code: "InvalidOption",
      message: expect.stringMatching(message),
    });
  });

  test.each([null, "eu-west-1", 5])("options that are %j", options => {
    const wrong = options as unknown as MockOptions;
    expect(refusal(() => mockAws(wrong)).code).toBe("InvalidOption");
  });
});

test("valid options are accepted, and undefined ones have their defaults", () => {
  const aws = mockAws({
    region: "us-gov-west-1",
    accountId: undefined,
    recordCalls: 0,
    quotas: { vaults: 0, plans: Number.POSITIVE_INFINITY, versionsPerPlan: undefined },
    durations: { backupJob: () => "1 hour", copyJob: { minutes: 2 }, restoreJob: undefined },
  } as MockOptions);
  expect(aws.state).toMatchObject({ region: "us-gov-west-1", accountId: "123456789012" });
  expect(mockAws({ durations: { days: 1 } }).state.region).toBe("us-east-1");
});
