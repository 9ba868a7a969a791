import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { mockAws } from "aws-backup-mock";

setFlagsFromString("--expose-gc");
const collectGarbage: unknown = runInNewContext("gc");

/** Megabytes in use. */
function heapUsed(): number {
  if (typeof collectGarbage === "function") collectGarbage();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

const region = (index: number) =>
  `xx-${String.fromCharCode(97 + (index % 26), 97 + ((index / 26) % 26), 97 + ((index / 676) % 26))}-1`;

test.each<[string, (aws: ReturnType<typeof mockAws>, region: string) => unknown]>([
  [
    "a signature",
    (aws, region) =>
      aws.requestHandler.answer({
        method: "GET",
        path: "/backup-vaults",
        query: {},
        headers: { authorization: `AWS4-HMAC-SHA256 Credential=AKID/20260101/${region}/backup/aws4_request` },
      }),
  ],
  ["the query of a control path", (aws, region) => aws.in({ region }).state.backup.vaults.size],
])(
  "thousands of Regions named by %s leave no memory behind",
  (_, look) => {
    const aws = mockAws({ recordCalls: 100 });
    for (let index = 0; index < 500; index++) look(aws, region(index));
    const before = heapUsed();
    for (let index = 500; index < 4_500; index++) look(aws, region(index));
    expect(heapUsed() - before).toBeLessThan(30);
    expect(aws.state.backup.vaults.size).toBe(0);
  },
  60_000,
);

test("a place that was not asked for in a long time is the same when it is asked for again", () => {
  const aws = mockAws();
  const vaults = () => JSON.stringify([...aws.in({ region: "eu-west-1" }).state.backup.vaults.values()]);
  const before = vaults();
  const snapshot = aws.snapshot();
  for (let index = 0; index < 2_000; index++) void aws.in({ region: region(index) }).state;
  expect(vaults()).toBe(before);
  expect(aws.in({ region: "eu-west-1" }).changes(snapshot)).toEqual({});
});
