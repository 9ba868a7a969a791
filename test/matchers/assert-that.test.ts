import { BackupClient, CreateBackupVaultCommand, ListBackupVaultsCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { assertThat, matchers } from "aws-backup-mock/matchers";
import { failure } from "../support/failure";

const aws = mockAws({ now: "2026-03-01T00:00:00Z" });
const client = aws.attach(new BackupClient());

beforeEach(async () => {
  aws.reset();
  await client.send(
    new CreateBackupVaultCommand({ BackupVaultName: "daily", BackupVaultTags: { team: "storage" } }),
  );
  await client.send(new ListBackupVaultsCommand({ MaxResults: 3 }));
});

test("true assertions pass on a mock, a place and a client", () => {
  for (const subject of [aws, aws.in({ region: "us-east-1" }), client]) {
    assertThat(subject).toHaveReceivedAnyCommand();
    assertThat(subject).toHaveReceivedCommand(CreateBackupVaultCommand);
    assertThat(subject).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
    assertThat(subject).toHaveReceivedCommandTimes(CreateBackupVaultCommand, 1);
    assertThat(subject).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "daily" });
    assertThat(subject).toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, {
      BackupVaultTags: { team: "storage" },
    });
    assertThat(subject).toHaveReceivedNthCommandWith(2, ListBackupVaultsCommand, { MaxResults: 3 });
    assertThat(subject).toHaveReceivedNthSpecificCommandWith(1, ListBackupVaultsCommand, {});
    assertThat(subject).toHaveReceivedLastCommandWith(CreateBackupVaultCommand, {});
    assertThat(subject).toHaveReceivedNoOtherCommands([CreateBackupVaultCommand, ListBackupVaultsCommand]);
    assertThat(subject).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "x" });
  }
  assertThat(aws).toHaveVault("daily", { CreationDate: new Date("2026-03-01T00:00:00Z") });
  assertThat(aws).toHaveEmitted("Backup Vault State Change", { state: "CREATED" });
  assertThat(aws).not.toHaveVault("weekly");
  assertThat(aws).not.toHaveRecoveryPoint();
  assertThat(aws).not.toHaveBackupJob();
  assertThat(aws).not.toHaveProtected("arn:aws:ec2:us-east-1:123456789012:volume/vol-1");
});

test("a false assertion throws an AssertionError that shows how the closest call differs", () => {
  const expected = { BackupVaultName: "weekly", BackupVaultTags: { team: "storage" } };
  expect(failure(() => assertThat(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, expected))).toBe(
    `Expected the mock to have received CreateBackupVaultCommand with {"BackupVaultName": "weekly", "BackupVaultTags": {"team": "storage"}}.

The mock received 2 calls:

  1. CreateBackupVaultCommand {"BackupVaultName": "daily", "BackupVaultTags": {"team": "storage"}}
  2. ListBackupVaultsCommand {"MaxResults": 3}

Number 1 is the closest:

- Expected
+ Received

- BackupVaultName: "weekly"
+ BackupVaultName: "daily"`,
  );
  expect(() => assertThat(aws).toHaveVault("weekly")).toThrow(
    expect.objectContaining({ name: "AssertionError", code: "ERR_ASSERTION" }),
  );
  expect(failure(() => assertThat(aws).not.toHaveVault("daily"))).toMatch(
    /^Expected the mock not to have a vault named "daily"\./,
  );
});

test("asymmetric matchers of any library work", () => {
  const startsWith = (start: string) => ({
    asymmetricMatch: (actual: unknown) => typeof actual === "string" && actual.startsWith(start),
    toString: () => `startsWith(${start})`,
  });
  assertThat(aws).toHaveVault(startsWith("dai"));
  expect(
    failure(() =>
      assertThat(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, {
        BackupVaultName: startsWith("wee"),
      }),
    ),
  ).toContain('with {"BackupVaultName": startsWith(wee)}.');
});

test("every matcher has an assertion", () => {
  const { not, ...assertions } = assertThat(aws);
  expect(Object.keys(assertions).sort()).toEqual(Object.keys(matchers).sort());
  expect(Object.keys(not).sort()).toEqual(Object.keys(matchers).sort());
});
