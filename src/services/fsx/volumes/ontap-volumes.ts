import type { CreateOntapVolumeConfiguration, UpdateOntapVolumeConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FsxView } from "../account/account";
import { given } from "../file-systems/changes";
import { fileSystemWithId } from "../file-systems/file-systems";
import { refuseUnless, refuseUnlessWithin } from "../file-systems/rules";
import type { StorageVirtualMachine } from "../records/storage-virtual-machines";
import type { Volume } from "../records/volumes";
import { changedSnaplock, snaplock } from "./snaplock";
import { machineWithId } from "./storage-virtual-machines";
import { tiering } from "./tiering";

type Asked = Stored<CreateOntapVolumeConfiguration>;
export type OntapSettings = NonNullable<Volume["OntapConfiguration"]>;

const mebibyte = 1_024 ** 2;
const nameForm = /^[A-Za-z_][A-Za-z0-9_]*$/;
const constituentsPerAggregate = 8;

/** The size of a volume, which is given in one unit and shown in both. */
function sizes({ SizeInBytes, SizeInMegabytes }: Pick<Asked, "SizeInBytes" | "SizeInMegabytes">) {
  const megabytes =
    SizeInMegabytes ?? (SizeInBytes === undefined ? undefined : Math.floor(SizeInBytes / mebibyte));
  refuseUnless(
    megabytes !== undefined && (SizeInBytes === undefined || SizeInMegabytes === undefined),
    "Exactly one of SizeInBytes and SizeInMegabytes is required.",
  );
  refuseUnlessWithin("volume size in MB", megabytes, 20, 22_517_998_000_000_000 / mebibyte);
  return { SizeInMegabytes: megabytes, SizeInBytes: SizeInBytes ?? megabytes * mebibyte };
}

/** On which aggregates a volume lies: one, or several for a FlexGroup. */
function aggregates(asked: Asked, pairs: number) {
  const isGroup = asked.VolumeStyle === "FLEXGROUP";
  const { Aggregates: names, ConstituentsPerAggregate: parts } = asked.AggregateConfiguration ?? {};
  const all = Array.from({ length: pairs }, (_, index) => `aggr${index + 1}`);
  const Aggregates = names ?? (isGroup ? all : all.slice(0, 1));
  const unknown = Aggregates.find(name => !all.includes(name));
  refuseUnless(unknown === undefined, `The aggregate ${unknown} is not present.`);
  refuseUnless(isGroup || Aggregates.length === 1, "A FlexVol volume lies on exactly one aggregate.");
  refuseUnless(
    isGroup || parts === undefined,
    "ConstituentsPerAggregate is supported for FlexGroup volumes only.",
  );
  const TotalConstituents = isGroup ? Aggregates.length * (parts ?? constituentsPerAggregate) : undefined;
  return { Aggregates, ...given({ TotalConstituents }) };
}

/** Checks where a volume is mounted. Data-protection volumes are mounted by hand, once they are promoted. */
function checkJunction({ fsx }: FsxView, machine: StorageVirtualMachine, asked: Asked): void {
  const { JunctionPath, OntapVolumeType = "RW" } = asked;
  if (OntapVolumeType === "DP") {
    refuseUnless(JunctionPath === undefined, "JunctionPath is not supported for DP volumes.");
    return;
  }
  refuseUnless(JunctionPath !== undefined, "JunctionPath is required for RW volumes.");
  checkJunctionPath({ fsx }, machine.StorageVirtualMachineId, JunctionPath);
}

function checkJunctionPath({ fsx }: Pick<FsxView, "fsx">, machineId: string, path: string): void {
  refuseUnless(/^\/.+/.test(path), `Invalid junction path: ${path}. Must begin with a slash.`);
  const isTaken = [...fsx.volumes.by("virtualMachine", machineId)].some(
    ({ OntapConfiguration: settings }) => settings?.JunctionPath === path,
  );
  refuseUnless(!isTaken, `The junction path ${path} is in use.`);
}

/** Where a new volume comes. Throws AWS's refusals. */
export function machineFor(
  account: FsxView,
  { StorageVirtualMachineId }: Asked,
  name: string,
): StorageVirtualMachine {
  const machine = machineWithId(account, StorageVirtualMachineId);
  refuseUnless(
    machine.Lifecycle === "CREATED",
    `Cannot create a volume while ${StorageVirtualMachineId} is in ${machine.Lifecycle}`,
  );
  refuseUnless(nameForm.test(name), `Invalid volume name: ${name}. Must be letters, digits and underscores.`);
  const isTaken = [...account.fsx.volumes.by("virtualMachine", StorageVirtualMachineId)].some(
    ({ Name }) => Name === name,
  );
  refuseUnless(!isTaken, `The storage virtual machine has a volume named ${name} already.`);
  return machine;
}

/** The configuration of a new volume. */
export function ontapSettings(account: FsxView, machine: StorageVirtualMachine, asked: Asked): OntapSettings {
  const { OntapVolumeType = "RW", VolumeStyle = "FLEXVOL", StorageEfficiencyEnabled } = asked;
  const { OntapConfiguration } = fileSystemWithId(account, machine.FileSystemId);
  checkJunction(account, machine, asked);
  refuseUnless(
    OntapVolumeType === "DP" || StorageEfficiencyEnabled !== undefined,
    "StorageEfficiencyEnabled is required for RW volumes.",
  );
  return {
    FlexCacheEndpointType: "NONE",
    JunctionPath: asked.JunctionPath,
    SecurityStyle: asked.SecurityStyle ?? machine.RootVolumeSecurityStyle,
    ...sizes(asked),
    StorageEfficiencyEnabled: StorageEfficiencyEnabled ?? false,
    StorageVirtualMachineId: machine.StorageVirtualMachineId,
    StorageVirtualMachineRoot: false,
    TieringPolicy: tiering(asked.TieringPolicy),
    OntapVolumeType,
    SnapshotPolicy: asked.SnapshotPolicy ?? (OntapVolumeType === "DP" ? "none" : "default"),
    CopyTagsToBackups: asked.CopyTagsToBackups ?? false,
    SnaplockConfiguration: asked.SnaplockConfiguration && snaplock(asked.SnaplockConfiguration),
    VolumeStyle,
    AggregateConfiguration: aggregates(asked, OntapConfiguration?.HAPairs ?? 1),
  };
}

/** The configuration of a volume that is updated. */
export function changedOntapSettings(
  account: FsxView,
  before: OntapSettings,
  asked: Stored<UpdateOntapVolumeConfiguration>,
): OntapSettings {
  const { JunctionPath, SizeInBytes, SizeInMegabytes, SnaplockConfiguration, TieringPolicy, ...plain } =
    asked;
  if (JunctionPath !== undefined && JunctionPath !== before.JunctionPath) {
    checkJunctionPath(account, before.StorageVirtualMachineId ?? "", JunctionPath);
  }
  const isSized = SizeInBytes !== undefined || SizeInMegabytes !== undefined;
  return {
    ...before,
    ...given(plain),
    ...given({ JunctionPath }),
    ...(isSized && sizes({ SizeInBytes, SizeInMegabytes })),
    ...(TieringPolicy && { TieringPolicy: tiering(TieringPolicy, before.TieringPolicy) }),
    ...(SnaplockConfiguration && {
      SnaplockConfiguration: changedSnaplock(before.SnaplockConfiguration, SnaplockConfiguration),
    }),
  };
}
