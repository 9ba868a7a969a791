import type { CreateVolumeCommandInput } from "@aws-sdk/client-fsx";
import { account, poll, refusal } from "./account";
import { type Settings, withMachine } from "./ontap-machine";

const unknown = { svm: "svm-0123456789abcdef0", volume: "fsvol-0123456789abcdef0" };

describe("a volume", () => {
  test("is CREATING, then CREATED, with the service defaults", async () => {
    const { createVolume, describeVolume, FileSystemId, StorageVirtualMachineId } = await withMachine();
    const made = await createVolume("vol1");
    expect(made).toMatchObject({
      FileSystemId,
      Lifecycle: "CREATING",
      Name: "vol1",
      ResourceARN: `arn:aws:fsx:us-east-1:123456789012:volume/${FileSystemId}/${made.VolumeId}`,
      OntapConfiguration: {
        FlexCacheEndpointType: "NONE",
        JunctionPath: "/vol1",
        SecurityStyle: "UNIX",
        SizeInBytes: 1_073_741_824,
        StorageVirtualMachineId,
        StorageVirtualMachineRoot: false,
        TieringPolicy: { Name: "SNAPSHOT_ONLY", CoolingPeriod: 2 },
        OntapVolumeType: "RW",
        SnapshotPolicy: "default",
        VolumeStyle: "FLEXVOL",
        CopyTagsToBackups: false,
      },
    });
    const seen = await poll(async () => (await describeVolume(made.VolumeId)).Lifecycle, ["CREATED"]);
    expect(seen).toEqual(["CREATING", "CREATED"]);
    expect((await describeVolume(made.VolumeId)).OntapConfiguration?.UUID).toBeDefined();
  });

  test("has the security style of its root volume by default", async () => {
    const { fsx, aws, FileSystemId, createVolume } = await withMachine();
    const { StorageVirtualMachine } = await fsx.createStorageVirtualMachine({
      FileSystemId,
      Name: "svm-2",
      RootVolumeSecurityStyle: "NTFS",
    });
    await aws.settle();
    const { StorageVirtualMachineId } = StorageVirtualMachine ?? {};
    const { OntapConfiguration } = await createVolume("vol", { StorageVirtualMachineId });
    expect(OntapConfiguration?.SecurityStyle).toBe("NTFS");
  });

  test("is updated later, without an administrative action", async () => {
    const { aws, fsx, createVolume, describeVolume } = await withMachine();
    const { VolumeId } = await createVolume("vol1");
    await aws.settle();
    const { Volume } = await fsx.updateVolume({
      VolumeId,
      OntapConfiguration: {
        SizeInBytes: 2_147_483_648,
        TieringPolicy: { Name: "AUTO" },
        JunctionPath: "/elsewhere",
        CopyTagsToBackups: true,
      },
    });
    expect(Volume).toMatchObject({ Lifecycle: "CREATED", OntapConfiguration: { SizeInMegabytes: 1_024 } });
    expect(Volume).not.toHaveProperty("AdministrativeActions");
    await aws.settle();
    const wrong = fsx.updateVolume({ VolumeId, OntapConfiguration: { JunctionPath: "elsewhere" } });
    expect((await refusal(wrong)).name).toBe("BadRequest");
    expect((await describeVolume(VolumeId)).OntapConfiguration).toMatchObject({
      SizeInMegabytes: 2_048,
      TieringPolicy: { Name: "AUTO", CoolingPeriod: 31 },
      JunctionPath: "/elsewhere",
      CopyTagsToBackups: true,
      StorageEfficiencyEnabled: true,
    });
  });

  test("with SnapLock follows its rules", async () => {
    const { aws, fsx, createVolume } = await withMachine();
    const { VolumeId, OntapConfiguration } = await createVolume("worm", {
      SnaplockConfiguration: { SnaplockType: "ENTERPRISE" },
    });
    expect(OntapConfiguration?.SnaplockConfiguration).toMatchObject({
      AuditLogVolume: false,
      AutocommitPeriod: { Type: "NONE" },
      PrivilegedDelete: "DISABLED",
      VolumeAppendModeEnabled: false,
    });
    await aws.settle();
    const privileged = (PrivilegedDelete: "ENABLED" | "PERMANENTLY_DISABLED") =>
      fsx.updateVolume({ VolumeId, OntapConfiguration: { SnaplockConfiguration: { PrivilegedDelete } } });
    await privileged("ENABLED");
    await aws.settle();
    await privileged("PERMANENTLY_DISABLED");
    await aws.settle();
    expect((await refusal(privileged("ENABLED"))).name).toBe("BadRequest");
    const years = (Value: number) => ({ Type: "YEARS", Value }) as const;
    const wrong = createVolume("other", {
      SnaplockConfiguration: {
        SnaplockType: "COMPLIANCE",
        RetentionPeriod: {
          DefaultRetention: years(1),
          MinimumRetention: years(2),
          MaximumRetention: years(3),
        },
      },
    });
    expect((await refusal(wrong)).name).toBe("BadRequest");
  });

  const periods = {
    DefaultRetention: { Type: "MONTHS", Value: 7 },
    MinimumRetention: { Type: "MONTHS", Value: 7 },
    MaximumRetention: { Type: "YEARS", Value: 1 },
  } as const;
  const worm = (settings: object): Settings => ({
    SnaplockConfiguration: { SnaplockType: "COMPLIANCE", ...settings },
  });
  const broken: readonly [why: string, name: string, settings: Settings][] = [
    ["no size", "vol", { SizeInMegabytes: undefined }],
    ["two sizes", "vol", { SizeInBytes: 1_073_741_824 }],
    ["a size below the minimum", "vol", { SizeInMegabytes: 19 }],
    [
      "more than 300 TiB for a FlexVol",
      "vol",
      { SizeInMegabytes: undefined, SizeInBytes: 300 * 1_024 ** 4 + 1_024 ** 2 },
    ],
    ["a path without a slash", "vol", { JunctionPath: "vol" }],
    ["no path", "vol", { JunctionPath: undefined }],
    ["a path in use", "vol", { JunctionPath: "/taken" }],
    ["a name in use", "taken", { JunctionPath: "/vol" }],
    ["a name with a hyphen", "my-vol", {}],
    ["no storage efficiency setting", "vol", { StorageEfficiencyEnabled: undefined }],
    ["a cooling period without tiering", "vol", { TieringPolicy: { Name: "NONE", CoolingPeriod: 3 } }],
    ["a path of a DP volume", "vol", { OntapVolumeType: "DP" }],
    ["two aggregates of a FlexVol", "vol", { AggregateConfiguration: { Aggregates: ["aggr1", "aggr1"] } }],
    ["constituents of a FlexVol", "vol", { AggregateConfiguration: { ConstituentsPerAggregate: 2 } }],
    [
      "a retention of 25 hours",
      "vol",
      worm({ RetentionPeriod: { ...periods, DefaultRetention: { Type: "HOURS", Value: 25 } } }),
    ],
    [
      "a value of no end",
      "vol",
      worm({ RetentionPeriod: { ...periods, MaximumRetention: { Type: "INFINITE", Value: 1 } } }),
    ],
    ["an autocommit period of 4 minutes", "vol", worm({ AutocommitPeriod: { Type: "MINUTES", Value: 4 } })],
    ["a value of no autocommit period", "vol", worm({ AutocommitPeriod: { Type: "NONE", Value: 5 } })],
    ["an audit log volume elsewhere", "vol", worm({ AuditLogVolume: true })],
    [
      "an audit log volume of five months",
      "vol",
      {
        ...worm({
          AuditLogVolume: true,
          RetentionPeriod: { ...periods, MinimumRetention: { Type: "MONTHS", Value: 5 } },
        }),
        JunctionPath: "/snaplock_audit_log",
      },
    ],
    ["privileged delete of SnapLock Compliance", "vol", worm({ PrivilegedDelete: "ENABLED" })],
    ["an unknown aggregate", "vol", { AggregateConfiguration: { Aggregates: ["aggr2"] } }],
  ];
  test.each(broken)("is refused with %s", async (_why, name, settings) => {
    const { aws, createVolume } = await withMachine();
    await createVolume("taken");
    await aws.settle();
    const before = aws.state;
    expect((await refusal(createVolume(name, settings))).name).toBe("BadRequest");
    expect(aws.state).toBe(before);
  });

  test("is refused without its configuration, or on an unknown storage virtual machine", async () => {
    const { fsx, createVolume } = await withMachine(account({ quotas: { fsxVolumes: 1 } }));
    expect((await refusal(fsx.createVolume({ VolumeType: "ONTAP", Name: "vol" }))).name).toBe(
      "MissingVolumeConfiguration",
    );
    expect((await refusal(createVolume("vol", { StorageVirtualMachineId: unknown.svm }))).name).toBe(
      "StorageVirtualMachineNotFound",
    );
    expect(await refusal(createVolume("vol"))).toMatchObject({
      name: "ServiceLimitExceeded",
      Limit: "VOLUMES_PER_FILE_SYSTEM",
    });
    const settings = { SizeInMegabytes: 100 };
    for (const call of [
      fsx.updateVolume({ VolumeId: unknown.volume, OntapConfiguration: settings }),
      fsx.deleteVolume({ VolumeId: unknown.volume }),
      fsx.describeVolumes({ VolumeIds: [unknown.volume] }),
      fsx.createBackup({ VolumeId: unknown.volume }),
    ]) {
      expect(await refusal(call)).toMatchObject({ name: "VolumeNotFound", message: unknown.volume });
    }
  });

  test("with the same token is created once", async () => {
    const { aws, fsx, StorageVirtualMachineId } = await withMachine();
    const input: CreateVolumeCommandInput = {
      VolumeType: "ONTAP",
      Name: "vol1",
      ClientRequestToken: "t",
      OntapConfiguration: {
        StorageVirtualMachineId,
        JunctionPath: "/vol1",
        SizeInMegabytes: 100,
        StorageEfficiencyEnabled: true,
      },
    };
    const { Volume: first } = await fsx.createVolume(input);
    await aws.settle();
    expect((await fsx.createVolume(input)).Volume?.VolumeId).toBe(first?.VolumeId);
    expect(await refusal(fsx.createVolume({ ...input, Name: "vol2" }))).toMatchObject({ Parameter: "Name" });
  });
});
