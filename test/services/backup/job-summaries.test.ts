import {
  BackupClient,
  InvalidParameterValueException,
  ListBackupJobSummariesCommand,
  type ListBackupJobSummariesCommandInput,
  ListCopyJobSummariesCommand,
  ListRestoreJobSummariesCommand,
  StartBackupJobCommand,
  StartCopyJobCommand,
  StartRestoreJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const here = "123456789012";
const role = `arn:aws:iam::${here}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${here}:table/orders`;
const volume = `arn:aws:ec2:us-east-1:${here}:volume/vol-0123456789abcdef0`;
const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

/**
 * Jobs of three days: two of a table and a failing one of a volume, then one of a table, then another. The last day
 * is not over.
 */
async function worked() {
  const aws = mockAws({ region: "us-east-1", now: "2026-01-20T12:00:00Z" });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.in({ region: "us-west-2" }).seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table }, { arn: volume }] });
  const client = aws.attach(new BackupClient({ region: "us-east-1" }));
  const backUp = async (ResourceArn: string) => {
    const job = await client.send(
      new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn, IamRoleArn: role }),
    );
    await aws.settle();
    return job.RecoveryPointArn;
  };
  await backUp(table);
  await backUp(table);
  aws.nextJob({ type: "backup" }).fails("no space left");
  await backUp(volume);
  await aws.clock.advance("1 day");
  const RecoveryPointArn = await backUp(table);
  await client.send(
    new StartCopyJobCommand({
      RecoveryPointArn,
      SourceBackupVaultName: "Default",
      DestinationBackupVaultArn: `arn:aws:backup:us-west-2:${here}:backup-vault:Default`,
      IamRoleArn: role,
    }),
  );
  await client.send(new StartRestoreJobCommand({ RecoveryPointArn, Metadata: { targetTableName: "again" } }));
  await aws.clock.advance("1 day");
  await backUp(table);
  const summaries = async (input: ListBackupJobSummariesCommandInput = {}) =>
    (await client.send(new ListBackupJobSummariesCommand(input))).BackupJobSummaries;
  return { aws, client, summaries };
}

const of14Days = { StartTime: midnight("2026-01-08"), EndTime: midnight("2026-01-22") };
const inAll = { State: "AGGREGATE_ALL", ResourceType: "AGGREGATE_ALL", MessageCategory: "AGGREGATE_ALL" };
const home = { Region: "us-east-1", AccountId: here };

test("traits that are not given are summed up, until the last midnight", async () => {
  const { client, summaries } = await worked();
  expect(await summaries()).toEqual([{ ...home, ...inAll, ...of14Days, Count: 4 }]);
  expect(await summaries({ State: "COMPLETED" })).toMatchObject([{ State: "COMPLETED", Count: 3 }]);
  const success = { State: "COMPLETED", MessageCategory: "SUCCESS" } as const;
  expect(await summaries(success)).toMatchObject([{ ...success, Count: 3 }]);
  const { AggregationPeriod } = await client.send(
    new ListBackupJobSummariesCommand({ AggregationPeriod: "SEVEN_DAYS" }),
  );
  expect(AggregationPeriod).toBe("SEVEN_DAYS");
});

test("ANY has a row for each value, AGGREGATE_ALL one row for all", async () => {
  const { summaries } = await worked();
  expect(await summaries({ State: "ANY", ResourceType: "ANY", MessageCategory: "AGGREGATE_ALL" })).toEqual([
    { ...home, ...inAll, ...of14Days, State: "COMPLETED", ResourceType: "DynamoDB", Count: 3 },
    { ...home, ...inAll, ...of14Days, State: "FAILED", ResourceType: "EBS", Count: 1 },
  ]);
  expect(await summaries({ MessageCategory: "ANY" })).toMatchObject([
    { MessageCategory: "SUCCESS", Count: 3 },
    { MessageCategory: "MISCELLANEOUS", Count: 1 },
  ]);
  expect(await summaries({ MessageCategory: "Miscellaneous", ResourceType: "EBS" })).toMatchObject([
    { Count: 1 },
  ]);
  expect(await summaries({ State: "EXPIRED" })).toEqual([]);
  expect(await summaries({ AccountId: here })).toMatchObject([{ AccountId: here, Count: 4 }]);
});

test("periods cover 7 or 14 days, or 14 single days", async () => {
  const { aws, client, summaries } = await worked();
  expect(await summaries({ AggregationPeriod: "ONE_DAY" })).toEqual([
    { ...home, ...inAll, StartTime: midnight("2026-01-20"), EndTime: midnight("2026-01-21"), Count: 3 },
    { ...home, ...inAll, StartTime: midnight("2026-01-21"), EndTime: midnight("2026-01-22"), Count: 1 },
  ]);
  const daily = { AggregationPeriod: "ONE_DAY", MaxResults: 1 } as const;
  const { NextToken } = await client.send(new ListBackupJobSummariesCommand(daily));
  expect(await summaries({ ...daily, NextToken })).toMatchObject([{ Count: 1 }]);
  await aws.clock.advance("7 days");
  expect(await summaries({ AggregationPeriod: "SEVEN_DAYS" })).toMatchObject([
    { StartTime: midnight("2026-01-22"), Count: 1 },
  ]);
  expect(await summaries({ AggregationPeriod: "FOURTEEN_DAYS" })).toMatchObject([{ Count: 5 }]);
  await aws.clock.advance("21 days");
  expect(await summaries()).toEqual([]);
});

test("copies and restores are counted in the same way", async () => {
  const { client } = await worked();
  const copies = await client.send(new ListCopyJobSummariesCommand({ State: "ANY" }));
  expect(copies).toMatchObject({
    AggregationPeriod: "FOURTEEN_DAYS",
    CopyJobSummaries: [{ ...home, State: "COMPLETED", MessageCategory: "AGGREGATE_ALL", Count: 1 }],
  });
  const restores = await client.send(
    new ListRestoreJobSummariesCommand({ ResourceType: "DynamoDB", AggregationPeriod: "ONE_DAY" }),
  );
  expect(restores.RestoreJobSummaries).toEqual([
    {
      ...home,
      State: "AGGREGATE_ALL",
      ResourceType: "DynamoDB",
      Count: 1,
      StartTime: midnight("2026-01-21"),
      EndTime: midnight("2026-01-22"),
    },
  ]);
});

test("a made-up token is refused", async () => {
  const { aws, client } = await worked();
  const before = aws.state;
  const NextToken = "?";
  const attempts = [
    () => client.send(new ListBackupJobSummariesCommand({ NextToken })),
    () => client.send(new ListCopyJobSummariesCommand({ NextToken })),
    () => client.send(new ListRestoreJobSummariesCommand({ NextToken })),
  ];
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toEqual(expect.any(InvalidParameterValueException));
  }
  expect(aws.state).toBe(before);
});
