import { MockError, mockAws } from "aws-backup-mock";
import { fromAwsCli, type Infrastructure } from "aws-backup-mock/infrastructure";
import fc from "fast-check";
import { atDepth } from "../../support/depth";
import { damaged, placesIn } from "../damage";
import { richAccount } from "../rich-account";
import { dumpOf } from "./dump";

const slips: readonly unknown[] = [
  ...[null, 0, -1, 1e9, 1e300, "", "x", "*", true, false, [], {}, [[]], [null], "constructor", "__proto__"],
  ...["arn:aws:s3:::b", "arn:aws:backup:us-east-1:999999999999:backup-vault:x", "2025-13-01", "aws/efs/x"],
];

test("a damaged dump is read, or refused with an error that says where", async () => {
  const dump = await dumpOf(await richAccount(), "iso");
  const places = placesIn(dump);
  const cases = fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    slip: fc.constantFrom(...slips),
  });
  const property = fc.property(cases, ({ at, slip }) => {
    const document = damaged(dump, Math.floor(at * places), slip);
    const result = readOrRefuse(Object(document));
    if (typeof result === "string") expect(result).toMatch(/^Cannot read the dump[ :]/);
    else expect(() => mockAws(result.fixture.origin).seed(result.fixture)).not.toThrow();
  });
  fc.assert(property, { numRuns: atDepth({ quick: 100, deep: 600 }) });
});

function readOrRefuse(document: Record<string, unknown>): Infrastructure | string {
  try {
    return fromAwsCli(document);
  } catch (error) {
    if (error instanceof MockError) return error.message;
    throw error;
  }
}
