import { Backup } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { FSx } from "@aws-sdk/client-fsx";
import { type MockAws, MockError, mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const vault = { BackupVaultName: "nightly" };

/** An account with clients of all services, whose clock the test moves. */
function account() {
  const aws = mockAws({ clock: "manual" });
  aws.seed({ backup: { vaults: [vault] }, resources: [{ arn: table, tags: { backup: "daily" } }] });
  const [backup, efs, fsx] = [aws.attach(new Backup()), aws.attach(new EFS()), aws.attach(new FSx())];
  const start = async () =>
    (await backup.startBackupJob({ ...vault, ResourceArn: table, IamRoleArn: role })).BackupJobId ?? "";
  const job = (BackupJobId: string) => backup.describeBackupJob({ BackupJobId });
  const points = async () => (await backup.listRecoveryPointsByBackupVault(vault)).RecoveryPoints ?? [];
  return { aws, backup, efs, fsx, start, job, points };
}

/** An available FSx file system, or one that is being created. */
async function lustre({ aws, fsx }: ReturnType<typeof account>, isAvailable = true): Promise<string> {
  const { FileSystem } = await fsx.createFileSystem({
    FileSystemType: "LUSTRE",
    StorageCapacity: 1_200,
    SubnetIds: ["subnet-0123456789abcdef0"],
    LustreConfiguration: { DeploymentType: "PERSISTENT_1", PerUnitStorageThroughput: 50 },
  });
  if (isAvailable) await aws.settle();
  return FileSystem?.FileSystemId ?? "";
}

/** Edits, and returns the error with which the edit was refused. */
function refusal(aws: MockAws, edit: () => void): MockError {
  const before = aws.state;
  try {
    edit();
  } catch (error) {
    expect(aws.state).toBe(before);
    if (error instanceof MockError) return error;
    throw error;
  }
  throw new Error("The edit was not refused.");
}

describe("a file system of FSx that fails in use", () => {
  test("is shown as FAILED with its message, and can be deleted", async () => {
    const story = account();
    const { aws, fsx } = story;
    const FileSystemId = await lustre(story);

    aws.edit("fsx.fileSystems", FileSystemId, draft => {
      draft.Lifecycle = "FAILED";
      draft.FailureDetails = { Message: "The KMS key was deleted." };
    });

    const { FileSystems } = await fsx.describeFileSystems({ FileSystemIds: [FileSystemId] });
    expect(FileSystems).toMatchObject([
      { Lifecycle: "FAILED", FailureDetails: { Message: "The KMS key was deleted." } },
    ]);
    await expect(fsx.createBackup({ FileSystemId })).rejects.toMatchObject({ name: "BadRequest" });

    await fsx.deleteFileSystem({ FileSystemId });
    await aws.settle();
    expect(aws.state.fsx.fileSystems.size).toBe(0);
  });

  test("is not created any more if that was under way", async () => {
    const story = account();
    const { aws } = story;
    const FileSystemId = await lustre(story, false);
    aws.edit("fsx.fileSystems", FileSystemId, draft => {
      draft.Lifecycle = "FAILED";
      draft.FailureDetails = { Message: "no capacity" };
    });
    expect([...aws.state.agenda]).toEqual([]);
    await aws.clock.advance("1 day");
    expect(aws.state.fsx.fileSystems.get(FileSystemId)).toMatchObject({
      Lifecycle: "FAILED",
      FailureDetails: { Message: "no capacity" },
    });
  });

  test("is found by its ARN as well", async () => {
    const story = account();
    const { aws } = story;
    const id = await lustre(story);
    const arn = aws.state.fsx.fileSystems.get(id)?.ResourceARN ?? "";
    aws.edit("fsx.fileSystems", arn, draft => {
      draft.Lifecycle = "MISCONFIGURED";
    });
    expect(aws.state.fsx.fileSystems.get(id)?.Lifecycle).toBe("MISCONFIGURED");
  });
});

describe("a tag that drifted", () => {
  test("takes a file system of EFS out of its cost center, and renames it", async () => {
    const { aws, efs } = account();
    const { FileSystemId = "" } = await efs.createFileSystem({
      CreationToken: "home",
      Tags: [
        { Key: "Name", Value: "home" },
        { Key: "team", Value: "media" },
      ],
    });
    aws.edit("efs.fileSystems", FileSystemId, draft => {
      for (const tag of draft.Tags) if (tag.Key === "Name") tag.Value = "old-home";
      draft.Tags = draft.Tags.filter(tag => tag.Key !== "team");
    });
    const { FileSystems } = await efs.describeFileSystems({ FileSystemId });
    expect(FileSystems).toMatchObject([{ Name: "old-home", Tags: [{ Key: "Name", Value: "old-home" }] }]);
    const refused = refusal(aws, () =>
      aws.edit("efs.fileSystems", FileSystemId, draft => {
        draft.Name = "new-home";
      }),
    );
    expect(refused.message).toMatch(/Name follows from the tag Name; change Tags\.$/);
  });

  test("hides a resource from a plan that selects by tag", async () => {
    const { aws, backup } = account();
    const Rules = [{ RuleName: "daily", TargetBackupVaultName: "nightly" }];
    const { BackupPlanId } = await backup.createBackupPlan({ BackupPlan: { BackupPlanName: "p", Rules } });
    await backup.createBackupSelection({
      BackupPlanId,
      BackupSelection: {
        SelectionName: "daily",
        IamRoleArn: role,
        ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "backup", ConditionValue: "daily" }],
      },
    });
    await aws.clock.advance("1 day");
    expect(aws.state.backup.backupJobs.size).toBe(1);

    aws.edit("backup.resources", table, draft => {
      draft.tags["backup"] = "weekly";
    });
    await aws.clock.advance("7 days");
    expect(aws.state.backup.backupJobs.size).toBe(1);
  });

  test("is gone from a resource that AWS Backup tags", async () => {
    const { aws, backup } = account();
    await backup.createBackupVault({ BackupVaultName: "tagged", BackupVaultTags: { team: "media" } });
    const ResourceArn = aws.state.backup.vaults.get("tagged")?.BackupVaultArn ?? "";
    aws.edit("backup.tags", ResourceArn, draft => {
      draft.Tags = {};
    });
    expect((await backup.listTags({ ResourceArn })).Tags).toEqual({});
    expect(aws.state.backup.tags.size).toBe(0);
  });
});

describe("a recovery point", () => {
  async function backedUp() {
    const story = account();
    await story.start();
    await story.aws.settle();
    const [point] = await story.points();
    return { ...story, arn: point?.RecoveryPointArn ?? "" };
  }

  test("loses its encryption flag", async () => {
    const { aws, points, arn } = await backedUp();
    expect(await points()).toMatchObject([{ IsEncrypted: true }]);
    aws.edit("backup.recoveryPoints", arn, draft => {
      draft.IsEncrypted = false;
      delete draft.EncryptionKeyArn;
    });
    const [edited] = await points();
    expect(edited).toMatchObject({ IsEncrypted: false });
    expect(edited).not.toHaveProperty("EncryptionKeyArn");
  });

  test("expires by its new lifecycle, and at once if it is older than that", async () => {
    const { aws, points, arn } = await backedUp();
    aws.edit("backup.recoveryPoints", arn, draft => {
      draft.Lifecycle = { DeleteAfterDays: 7 };
    });
    await aws.clock.advance("6 days");
    expect(await points()).toHaveLength(1);
    aws.edit("backup.recoveryPoints", arn, draft => {
      draft.CreationDate -= 30 * 86_400_000;
    });
    expect(await points()).toEqual([]);
  });

  test("no longer expires when it has no lifecycle, and is scanned as infected", async () => {
    const { aws, points, arn } = await backedUp();
    aws.edit("backup.recoveryPoints", arn, draft => {
      draft.Lifecycle = { DeleteAfterDays: 7 };
    });
    aws.edit("backup.recoveryPoints", arn, draft => {
      delete draft.Lifecycle;
      draft.infected = true;
    });
    await aws.clock.advance("300 days");
    expect(await points()).toHaveLength(1);
    expect(aws.state.backup.recoveryPoints.get(arn)?.infected).toBe(true);
  });

  test("is CREATING only while a job makes it", async () => {
    const { aws, arn } = await backedUp();
    const error = refusal(aws, () =>
      aws.edit("backup.recoveryPoints", arn, draft => {
        draft.Status = "CREATING";
      }),
    );
    expect(error.message).toMatch(/CREATING only while a job makes it/);
  });
});

describe("a backup job", () => {
  test("that is set to an end state ends as AWS ends it, and leaves no point in creation", async () => {
    const { aws, start, job, points } = account();
    const id = await start();
    await aws.clock.advance("15 seconds");
    expect(await points()).toMatchObject([{ Status: "CREATING" }]);
    aws.edit("backup.backupJobs", id, draft => {
      draft.State = "FAILED";
      draft.StatusMessage = "The table was deleted.";
    });
    expect(await job(id)).toMatchObject({
      State: "FAILED",
      StatusMessage: "The table was deleted.",
      CompletionDate: aws.clock.now(),
    });
    expect(await points()).toEqual([]);
    await aws.settle();
    expect((await job(id)).State).toBe("FAILED");
  });

  test.each(["COMPLETED", "PARTIAL"] as const)("that is set to %s has made its point", async State => {
    const { aws, start, job, points } = account();
    const id = await start();
    aws.edit("backup.backupJobs", id, draft => {
      draft.State = State;
    });
    expect(await job(id)).toMatchObject({ State, PercentDone: "100.0" });
    expect(await points()).toMatchObject([{ Status: "COMPLETED" }]);
  });

  test.each([
    ["ABORTING", "ABORTED"],
    ["EXPIRED", "EXPIRED"],
    ["RUNNING", "COMPLETED"],
  ] as const)("that is set to %s comes to %s", async (State, end) => {
    const { aws, start, job } = account();
    const id = await start();
    aws.edit("backup.backupJobs", id, draft => {
      draft.State = State;
    });
    expect((await job(id)).State).toBe(State);
    await aws.settle();
    expect((await job(id)).State).toBe(end);
  });

  test("that has ended does not run again", async () => {
    const { aws, start } = account();
    const id = await start();
    await aws.settle();
    const error = refusal(aws, () =>
      aws.edit("backup.backupJobs", id, draft => {
        draft.State = "RUNNING";
      }),
    );
    expect(error.message).toMatch(/has ended in COMPLETED, and a job that has ended does not run again/);
  });

  test("cannot complete while another job of its resource runs", async () => {
    const { aws, start } = account();
    await start();
    await aws.clock.advance("15 seconds");
    const id = await start();
    const error = refusal(aws, () =>
      aws.edit("backup.backupJobs", id, draft => {
        draft.State = "COMPLETED";
      }),
    );
    expect(error.message).toMatch(/it cannot leave CREATED like this; see what it waits for\.$/);
  });

  test("stays listed for 30 days from its new completion date", async () => {
    const { aws, start } = account();
    const id = await start();
    await aws.settle();
    aws.edit("backup.backupJobs", id, draft => {
      draft.CompletionDate = aws.clock.now().getTime() - 29 * 86_400_000;
    });
    await aws.clock.advance("2 days");
    expect(aws.state.backup.backupJobs.size).toBe(0);
  });
});

describe("what is pending follows the new state", () => {
  test("a file system of EFS that is set to deleting is removed in time", async () => {
    const { aws, efs } = account();
    const { FileSystemId = "" } = await efs.createFileSystem({ CreationToken: "home" });
    await aws.settle();
    aws.edit("efs.fileSystems", FileSystemId, draft => {
      draft.LifeCycleState = "deleting";
    });
    await expect(efs.describeFileSystems({ FileSystemId })).resolves.toMatchObject({
      FileSystems: [{ LifeCycleState: "deleting" }],
    });
    await aws.settle();
    expect(aws.state.efs.fileSystems.size).toBe(0);
  });

  test("a file system of FSx that is set to available has its addresses and its daily backups", async () => {
    const story = account();
    const { aws } = story;
    const FileSystemId = await lustre(story, false);
    aws.edit("fsx.fileSystems", FileSystemId, draft => {
      draft.Lifecycle = "AVAILABLE";
      if (draft.LustreConfiguration) draft.LustreConfiguration.AutomaticBackupRetentionDays = 7;
      if (draft.LustreConfiguration) draft.LustreConfiguration.DailyAutomaticBackupStartTime = "05:00";
    });
    const created = aws.state.fsx.fileSystems.get(FileSystemId);
    expect(created?.NetworkInterfaceIds?.length).toBeGreaterThan(0);
    await aws.clock.advance("2 days");
    expect([...aws.state.fsx.backups]).toMatchObject([{ Type: "AUTOMATIC" }, { Type: "AUTOMATIC" }]);
  });

  test("a plan runs by its new rules", async () => {
    const { aws, backup } = account();
    const Rules = [
      { RuleName: "daily", TargetBackupVaultName: "nightly", ScheduleExpression: "cron(0 5 ? * * *)" },
    ];
    const { BackupPlanId = "" } = await backup.createBackupPlan({
      BackupPlan: { BackupPlanName: "p", Rules },
    });
    aws.edit("backup.plans", BackupPlanId, draft => {
      for (const rule of draft.BackupPlan.Rules) rule.ScheduleExpression = "cron(0 9 ? * * *)";
    });
    const [rule] = aws.explain(BackupPlanId).rules;
    expect(rule?.nextRuns[0]).toEqual(new Date("2026-01-01T09:00:00Z"));
    expect([...aws.state.agenda][0]?.at).toBe(Date.UTC(2026, 0, 1, 9));
    const { BackupPlan } = await backup.getBackupPlan({
      BackupPlanId,
      VersionId: aws.state.backup.plans.get(BackupPlanId)?.VersionId,
    });
    expect(BackupPlan?.Rules?.[0]?.ScheduleExpression).toBe("cron(0 9 ? * * *)");
    const error = refusal(aws, () =>
      aws.edit("backup.plans", BackupPlanId, draft => {
        for (const changed of draft.BackupPlan.Rules) changed.ScheduleExpression = "daily";
      }),
    );
    expect(error.code).toBe("InvalidEdit");
  });
});

describe("an edit", () => {
  test("emits no events, and starts waiting over", async () => {
    const aws = mockAws();
    const efs = aws.attach(new EFS());
    const { FileSystemId = "" } = await efs.createFileSystem({ CreationToken: "home" });
    const state = async () =>
      (await efs.describeFileSystems({ FileSystemId })).FileSystems?.[0]?.LifeCycleState;
    expect(await state()).toBe("creating");
    aws.edit("efs.fileSystems", FileSystemId, draft => {
      draft.Encrypted = true;
    });
    expect(await state()).toBe("creating");
    expect(await state()).toBe("available");

    const story = account();
    const id = await story.start();
    const before = story.aws.events().length;
    story.aws.edit("backup.backupJobs", id, draft => {
      draft.State = "COMPLETED";
    });
    expect(story.aws.events()).toHaveLength(before);
  });

  test("that changes nothing leaves the state the same object", async () => {
    const { aws } = account();
    const { state } = aws;
    aws.edit("backup.vaults", "nightly", () => {});
    aws.edit("backup.vaults", "nightly", draft => {
      draft.Locked = false;
    });
    expect(aws.state).toBe(state);
  });

  test("is undone by a rollback, and is one of its place", () => {
    const { aws } = account();
    aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [vault] } });
    const before = aws.snapshot();
    aws.in({ region: "eu-west-1" }).edit("backup.vaults", "nightly", draft => {
      draft.Locked = true;
    });
    expect(aws.state.backup.vaults.get("nightly")?.Locked).toBe(false);
    expect(aws.in({ region: "eu-west-1" }).state.backup.vaults.get("nightly")?.Locked).toBe(true);
    aws.rollback(before);
    expect(aws.in({ region: "eu-west-1" }).state.backup.vaults.get("nightly")?.Locked).toBe(false);
  });

  // What TypeScript would not let a test write.
  type Loose = (kind: string, key: string, recipe: (draft: Record<string, unknown>) => unknown) => void;
  const mistakes: [string, (edit: Loose) => void, RegExp][] = [
    [
      "a misspelt member",
      edit => edit("backup.vaults", "nightly", draft => Object.assign(draft, { Lokced: true })),
      /^Invalid edit of backup\.vaults nightly \(1 problem\); nothing changed:\n {2}unknown member "Lokced"; did you mean "Locked"\?$/,
    ],
    [
      "a wrong type",
      edit => edit("backup.vaults", "nightly", draft => Object.assign(draft, { Locked: "yes" })),
      /Locked must be a boolean, not a string\.$/,
    ],
    [
      "an unknown state",
      edit => edit("backup.vaults", "nightly", draft => Object.assign(draft, { VaultState: "GONE" })),
      /VaultState must be one of CREATING, AVAILABLE, FAILED, not "GONE"\.$/,
    ],
    [
      "a Date, where the state has milliseconds",
      edit => edit("backup.vaults", "nightly", draft => Object.assign(draft, { CreationDate: new Date() })),
      /CreationDate must be in epoch milliseconds, not a Date\.$/,
    ],
    [
      "several problems at once",
      edit =>
        edit("backup.vaults", "nightly", draft => Object.assign(draft, { Locked: 1, MinRetentionDays: "1" })),
      /\(2 problems\); nothing changed:\n {2}Locked .*\n {2}MinRetentionDays .*$/,
    ],
    [
      "another name",
      edit => edit("backup.vaults", "nightly", draft => Object.assign(draft, { BackupVaultName: "weekly" })),
      /its key "nightly" cannot change/,
    ],
    [
      "another ARN",
      edit =>
        edit("backup.vaults", "nightly", draft => Object.assign(draft, { BackupVaultArn: "arn:aws:x" })),
      /its ARN ".*:backup-vault:nightly" cannot change/,
    ],
    [
      "a member that follows from other records",
      edit => edit("backup.vaults", "nightly", draft => Object.assign(draft, { NumberOfRecoveryPoints: 5 })),
      /NumberOfRecoveryPoints would be 0: it follows from something else\.$/,
    ],
    [
      "a member of the mock's own",
      edit => edit("backup.resources", table, draft => Object.assign(draft, { seeded: false })),
      /seeded is the mock's own and nothing that the service shows/,
    ],
    [
      "a wrong type of a resource's member",
      edit => edit("backup.resources", table, draft => Object.assign(draft, { sizeInBytes: "1 GiB" })),
      /sizeInBytes must be a number, not "1 GiB"\.$/,
    ],
    [
      "an invalid policy",
      edit => edit("backup.vaults", "nightly", draft => Object.assign(draft, { policy: "{" })),
      /policy is invalid/,
    ],
    [
      "an asynchronous function",
      edit => edit("backup.vaults", "nightly", async () => {}),
      /its function is asynchronous; await first, then edit\.$/,
    ],
    [
      "an unknown kind",
      edit => edit("backup.vault", "nightly", () => {}),
      /^Cannot edit backup\.vault "nightly": unknown kind "backup\.vault"; did you mean "backup\.vaults"\?$/,
    ],
    ["a kind that AWS does not show", edit => edit("backup.plannedRules", "x", () => {}), /unknown kind/],
    ["an inherited name", edit => edit("backup.constructor", "x", () => {}), /unknown kind/],
    [
      "an unknown key",
      edit => edit("backup.vaults", "nihgtly", () => {}),
      /^Cannot edit backup\.vaults "nihgtly": no record has this key or ARN; did you mean "nightly"\?$/,
    ],
  ];
  test.each(mistakes)("is refused for %s", (_, make, message) => {
    const { aws } = account();
    const loose: Loose = (kind, key, recipe) => aws.edit(kind as "backup.vaults", key, recipe as () => void);
    const error = refusal(aws, () => make(loose));
    expect(error.message).toMatch(message);
    expect(["InvalidEdit", "UnknownId"]).toContain(error.code);
  });

  test("cannot change the account from within, and passes on what its function throws", () => {
    const { aws } = account();
    const nested = refusal(aws, () => aws.edit("backup.vaults", "nightly", () => aws.seed({})));
    expect(nested.code).toBe("NestedChange");
    expect(() =>
      aws.edit("backup.vaults", "nightly", () => {
        throw new RangeError("mine");
      }),
    ).toThrow(RangeError);
  });
});
