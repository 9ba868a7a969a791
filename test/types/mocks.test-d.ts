import { Backup, BackupClient } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { type AccountState, type MockAws, type MockAwsPlace, mockAws } from "aws-backup-mock";
import { check, type Same } from "./types";

const aws = mockAws({
  clock: "manual",
  now: new Date(),
  accounts: { AKIA: "222222222222" },
  durations: "5s",
});
check<Same<typeof aws, MockAws>>();
// @ts-expect-error: no such clock
mockAws({ clock: "fast" });
// @ts-expect-error: no such option
mockAws({ regoin: "us-east-1" });

// A client keeps its type.
const client = aws.attach(new BackupClient());
check<Same<typeof client, BackupClient>>();
const aggregated = aws.attach(new Backup());
check<Same<typeof aggregated, Backup>>();
aws.intercept(BackupClient, Backup, EFSClient);
// @ts-expect-error: classes are intercepted
aws.attach(BackupClient);
// @ts-expect-error: clients are attached
aws.intercept(client);

const place = aws.in({ region: "eu-west-1" });
check<Same<typeof place, MockAwsPlace>>();
// @ts-expect-error: no such part of a place
aws.in({ regoin: "eu-west-1" });

// A fixture has the SDK's member names, and dates in any form.
const seeded = aws.seed({
  backup: {
    vaults: [{ BackupVaultName: "daily", CreationDate: "40 days ago" }],
    recoveryPoints: [
      { BackupVaultName: "daily", CreationDate: new Date(), Lifecycle: { DeleteAfterDays: 35 } },
    ],
  },
  resources: [{ arn: "arn:aws:s3:::photos", tags: { team: "media" }, sizeInBytes: 1024 }],
});
const vault = seeded.backup.vaults[0];
check<Same<NonNullable<typeof vault>["BackupVaultName"], string>>();
check<Same<NonNullable<typeof vault>["CreationDate"], number>>();
// @ts-expect-error: no such list
aws.seed({ backup: { vauts: [] } });
// @ts-expect-error: no such member
aws.seed({ backup: { vaults: [{ Name: "daily" }] } });
// @ts-expect-error: a number
aws.seed({ backup: { recoveryPoints: [{ Lifecycle: { DeleteAfterDays: "35" } }] } });

// The state is read-only.
const { state } = aws;
check<Same<typeof state, AccountState>>();
const nightly = state.backup.vaults.get("daily");
check<Same<NonNullable<typeof nightly>["Locked"], boolean | undefined>>();
// @ts-expect-error: read-only
state.now = 0;
// @ts-expect-error: read-only
if (nightly) nightly.Locked = true;

// A duration function receives the record.
mockAws({ durations: { backupJob: job => (job.ResourceType === "EFS" ? "1 hour" : { minutes: 5 }) } });
mockAws({ durations: { efsFileSystem: fileSystem => fileSystem.SizeInBytes.Value ?? 0, legalHold: 0 } });
mockAws({ durations: () => "1 minute" });
// @ts-expect-error: no such kind
mockAws({ durations: { backupJobs: 0 } });
// @ts-expect-error: no such member of a job
mockAws({ durations: { backupJob: job => job.Size } });

// A plan holds its selections, which name no plan, and a selection of the list names its plan.
const selection = { SelectionName: "tables", Resources: ["*"] };
aws.seed({
  backup: { plans: [{ selections: [selection] }], selections: [{ ...selection, BackupPlanName: "daily" }] },
});
// @ts-expect-error: the plan is the one that it stands in
aws.seed({ backup: { plans: [{ selections: [{ ...selection, BackupPlanName: "daily" }] }] } });
// @ts-expect-error: no such member
aws.seed({ backup: { plans: [{ selections: [{ SelectionNam: "tables" }] }] } });
// Members that are undefined count as left out.
aws.seed({ backup: { vaults: undefined }, resources: [{ arn: "arn", tags: undefined }] });
