import { type MockAws, mockAws } from "aws-backup-mock";
import { fromAwsCli } from "aws-backup-mock/infrastructure";
import { richAccount } from "../rich-account";
import { dumpOf } from "./dump";

/** How many records there are of each kind; settings that are shown need not be stored. */
const sizesOf = ({ state }: MockAws): object =>
  Object.fromEntries(
    [state.backup, state.efs, state.fsx].flatMap((service, index) =>
      Object.entries(service)
        .filter(([table]) => table !== "sharedVpcSettings")
        .map(([table, records]) => [`${index} ${table}`, records.size]),
    ),
  );

test.each(["seconds", "iso"] as const)(
  "an account and the world of its dump answer alike (%s)",
  async form => {
    const aws = await richAccount();
    const dump = await dumpOf(aws, form);
    const { fixture, skipped, warnings } = fromAwsCli(dump, { now: aws.clock.now() });
    expect({ skipped, warnings }).toEqual({ skipped: [], warnings: [] });
    const other = mockAws(fixture.origin);
    other.seed(fixture);
    expect(await dumpOf(other, form)).toEqual(dump);
    expect(other.events()).toEqual([]);

    // What comes is the same, too. Ids are not.
    for (const each of [aws, other]) await each.clock.advance("40 days");
    expect(sizesOf(other)).toEqual(sizesOf(aws));
    expect(other.state.backup.recoveryPoints.size).toBeGreaterThanOrEqual(35);
  },
);
