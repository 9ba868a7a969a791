import type { Volume } from "@aws-sdk/client-fsx";
import { account } from "../account";
import { type Asked, type AskedOf, Tags } from "./asked";
import { secret, volumeSettings } from "./full-requests";

/** An ONTAP file system with two aggregates and a virtual machine, and an OpenZFS one with a snapshot. */
async function fixture() {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("ontap", {
    StorageCapacity: 2_048,
    OntapConfiguration: {
      DeploymentType: "SINGLE_AZ_2",
      HAPairs: 2,
      ThroughputCapacityPerHAPair: 1_536,
    },
  });
  const { StorageVirtualMachine } = await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm" });
  const { OpenZFSConfiguration } = await available("openzfs");
  const ParentVolumeId = OpenZFSConfiguration?.RootVolumeId;
  const { Snapshot } = await fsx.createSnapshot({ VolumeId: ParentVolumeId, Name: "one" });
  await aws.settle();
  return {
    aws,
    fsx,
    FileSystemId,
    ParentVolumeId,
    SnapshotId: Snapshot?.SnapshotId,
    SnapshotARN: Snapshot?.ResourceARN,
    StorageVirtualMachineId: StorageVirtualMachine?.StorageVirtualMachineId,
    /** The description of a volume after all pending work has completed. */
    async volume(made: { readonly VolumeId?: string | undefined } | undefined) {
      await aws.settle();
      const { Volumes = [] } = await fsx.describeVolumes({ VolumeIds: [made?.VolumeId ?? ""] });
      return withConstituents(Volumes[0]);
    },
  };
}

/** The constituents per aggregate are shown as a total. */
function withConstituents(volume: Volume | undefined): object | undefined {
  const { Aggregates = [], TotalConstituents } = volume?.OntapConfiguration?.AggregateConfiguration ?? {};
  if (TotalConstituents === undefined) return volume;
  const ConstituentsPerAggregate = TotalConstituents / Aggregates.length;
  const AggregateConfiguration = { Aggregates, ConstituentsPerAggregate };
  return { ...volume, OntapConfiguration: { ...volume?.OntapConfiguration, AggregateConfiguration } };
}

const snaplock = {
  AuditLogVolume: true,
  AutocommitPeriod: { Type: "DAYS", Value: 3 },
  PrivilegedDelete: "ENABLED",
  RetentionPeriod: {
    DefaultRetention: { Type: "YEARS", Value: 2 },
    MinimumRetention: { Type: "YEARS", Value: 1 },
    MaximumRetention: { Type: "YEARS", Value: 3 },
  },
  VolumeAppendModeEnabled: true,
} as const;

const settings = {
  SecurityStyle: "MIXED",
  StorageEfficiencyEnabled: true,
  TieringPolicy: { Name: "AUTO", CoolingPeriod: 50 },
  SnapshotPolicy: "none",
  CopyTagsToBackups: true,
} as const;

/** Requests that together use every setting of an ONTAP volume. */
const ontapVolumes = (StorageVirtualMachineId: string | undefined) => ({
  locked: {
    ...settings,
    StorageVirtualMachineId,
    OntapVolumeType: "RW" as const,
    JunctionPath: "/snaplock_audit_log",
    SizeInMegabytes: 4_096,
    SnaplockConfiguration: { ...snaplock, SnaplockType: "ENTERPRISE" as const },
  },
  group: {
    ...settings,
    StorageVirtualMachineId,
    JunctionPath: "/group",
    SizeInBytes: 1_073_741_824,
    VolumeStyle: "FLEXGROUP" as const,
    AggregateConfiguration: { Aggregates: ["aggr1", "aggr2"], ConstituentsPerAggregate: 4 },
  },
});

const sizes = { StorageCapacityReservationGiB: 2, StorageCapacityQuotaGiB: 3 };

const { CopyTagsToSnapshots, ...changeable } = volumeSettings;

async function creatingVolumes(): Promise<Asked[]> {
  const { fsx, StorageVirtualMachineId, ParentVolumeId, SnapshotARN, volume } = await fixture();
  const asked: Asked[] = [];
  for (const [Name, OntapConfiguration] of Object.entries(ontapVolumes(StorageVirtualMachineId))) {
    const input = { VolumeType: "ONTAP" as const, Name, OntapConfiguration, Tags };
    asked.push([input, await volume((await fsx.createVolume(input)).Volume)]);
  }
  const OriginSnapshot = { SnapshotARN, CopyStrategy: "CLONE" as const };
  const clone = {
    VolumeType: "OPENZFS" as const,
    Name: "clone",
    OpenZFSConfiguration: { ...changeable, ...sizes, CopyTagsToSnapshots, ParentVolumeId, OriginSnapshot },
  };
  return [...asked, [clone, await volume((await fsx.createVolume(clone)).Volume)]];
}

async function restoringVolumes(): Promise<Asked[]> {
  const { aws, fsx, StorageVirtualMachineId, volume } = await fixture();
  const { Volumes = [] } = await fsx.describeVolumes({});
  const VolumeId = Volumes.find(({ VolumeType }) => VolumeType === "ONTAP")?.VolumeId;
  const { Backup } = await fsx.createBackup({ VolumeId });
  await aws.settle();
  const BackupId = Backup?.BackupId;
  const asked: Asked[] = [];
  for (const [Name, OntapConfiguration] of Object.entries(ontapVolumes(StorageVirtualMachineId))) {
    const input = { BackupId, Name, OntapConfiguration, Tags };
    const shown = await volume((await fsx.createVolumeFromBackup(input)).Volume);
    asked.push([input, { ...shown, BackupId }]);
  }
  return asked;
}

async function updatingVolumes(): Promise<Asked[]> {
  const { fsx, StorageVirtualMachineId, ParentVolumeId, volume } = await fixture();
  const locked = await fsx.createVolume({
    VolumeType: "ONTAP",
    Name: "locked",
    OntapConfiguration: {
      StorageVirtualMachineId,
      JunctionPath: "/old",
      SizeInMegabytes: 1_024,
      StorageEfficiencyEnabled: false,
      SnaplockConfiguration: { SnaplockType: "ENTERPRISE" },
    },
  });
  const child = await fsx.createVolume({
    VolumeType: "OPENZFS",
    Name: "child",
    OpenZFSConfiguration: { ParentVolumeId },
  });
  await volume(child.Volume);
  const VolumeId = locked.Volume?.VolumeId;
  const inputs = [
    {
      VolumeId,
      OntapConfiguration: {
        ...settings,
        JunctionPath: "/snaplock_audit_log",
        SizeInMegabytes: 4_096,
        SnaplockConfiguration: snaplock,
      },
    },
    { VolumeId, OntapConfiguration: { SizeInBytes: 8_589_934_592 } },
    { VolumeId: child.Volume?.VolumeId, Name: "renamed", OpenZFSConfiguration: { ...changeable, ...sizes } },
  ];
  const asked: Asked[] = [];
  for (const input of inputs) {
    await fsx.updateVolume(input);
    asked.push([input, await volume(input)]);
  }
  return asked;
}

const directory = {
  DomainName: "ad.example.org",
  OrganizationalUnitDistinguishedName: "OU=FSx",
  FileSystemAdministratorsGroup: "Keepers",
  DnsIps: ["10.0.0.2"],
};

/** Both kinds of credentials for joining a directory. */
const directories = [
  { ...directory, UserName: "joiner", Password: "a-password" },
  { ...directory, DomainJoinServiceAccountSecret: secret },
].map(own => ({ NetBiosName: "JOINED", SelfManagedActiveDirectoryConfiguration: own }));

const creatingMachines = () =>
  directories.map(async (ActiveDirectoryConfiguration): Promise<Asked> => {
    const { aws, fsx, FileSystemId } = await fixture();
    const input = {
      FileSystemId,
      Name: "joined",
      ActiveDirectoryConfiguration,
      RootVolumeSecurityStyle: "NTFS" as const,
      SvmAdminPassword: "a-password",
      Tags,
    };
    await fsx.createStorageVirtualMachine(input);
    await aws.settle();
    const { StorageVirtualMachines = [] } = await fsx.describeStorageVirtualMachines({});
    // The root volume shows the security style.
    const { Volumes = [] } = await fsx.describeVolumes({});
    const root = Volumes.find(({ Name }) => Name === "joined_root")?.OntapConfiguration;
    return [input, { ...StorageVirtualMachines[1], RootVolumeSecurityStyle: root?.SecurityStyle }];
  });

const updatingMachines = () =>
  directories.map(async (ActiveDirectoryConfiguration): Promise<Asked> => {
    const { fsx, StorageVirtualMachineId } = await fixture();
    const input = { StorageVirtualMachineId, ActiveDirectoryConfiguration, SvmAdminPassword: "a-password" };
    await fsx.updateStorageVirtualMachine(input);
    const { StorageVirtualMachines = [] } = await fsx.describeStorageVirtualMachines({});
    return [input, StorageVirtualMachines[0]];
  });

async function snapshots(): Promise<{ create: Asked; update: Asked }> {
  const { aws, fsx, ParentVolumeId: VolumeId, SnapshotId } = await fixture();
  const input = { VolumeId, Name: "two", Tags };
  await fsx.createSnapshot(input);
  const change = { SnapshotId, Name: "first" };
  await fsx.updateSnapshot(change);
  await aws.settle();
  const { Snapshots: [first, second] = [] } = await fsx.describeSnapshots({});
  return { create: [input, second], update: [change, first] };
}

export const volumes: AskedOf = {
  CreateVolume: creatingVolumes,
  CreateVolumeFromBackup: restoringVolumes,
  UpdateVolume: updatingVolumes,
  CreateStorageVirtualMachine: () => Promise.all(creatingMachines()),
  UpdateStorageVirtualMachine: () => Promise.all(updatingMachines()),
  CreateSnapshot: async () => [(await snapshots()).create],
  UpdateSnapshot: async () => [(await snapshots()).update],
};
