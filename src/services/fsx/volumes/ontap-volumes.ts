import type { CreateOntapVolumeConfiguration, UpdateOntapVolumeConfiguration } from "@aws-sdk/client-fsx";
import type { Draft } from "immer";
import type { Stored } from "../../../core/world";
import type { FsxView } from "../account/account";
import { fileSystemWithId } from "../file-systems/file-systems";
import { refuseUnless, refuseUnlessWithin } from "../file-systems/rules";
import type { StorageVirtualMachine } from "../records/storage-virtual-machines";
import type { Volume } from "../records/volumes";
import { changedSnaplock, checkAuditLogPath, snaplock } from "./snaplock";
import { machineWithId } from "./storage-virtual-machines";
import { tiering } from "./tiering";

type Asked = Stored<CreateOntapVolumeConfiguration>;
export type OntapSettings = NonNullable<Volume["OntapConfiguration"]>;

const mebibyte = 1_024 ** 2;
const nameForm = /^[A-Za-z_][A-Za-z0-9_]*$/;
const constituentsPerAggregate = 8;

/** The largest size by style, in MB: 300 TiB and 20 PB. */
const maxSizes = { FLEXVOL: 314_572_800, FLEXGROUP: 22_517_998_000_000_000 / mebibyte } as const;

/** The size of a volume in both units. A request has one of them. */
function sizes(
  { SizeInBytes, SizeInMegabytes }: Pick<Asked, "SizeInBytes" | "SizeInMegabytes">,
  style: keyof typeof maxSizes,
) {
  const megabytes =
    SizeInMegabytes ?? (SizeInBytes === undefined ? undefined : Math.floor(SizeInBytes / mebibyte));
  refuseUnless(
    megabytes !== undefined && (SizeInBytes === undefined || SizeInMegabytes === undefined),
    "Exactly one of SizeInBytes and SizeInMegabytes is required.",
  );
  refuseUnlessWithin("volume size in MB", megabytes, 20, maxSizes[style]);
  return { SizeInMegabytes: megabytes, SizeInBytes: SizeInBytes ?? megabytes * mebibyte };
}

/** The aggregates that store a volume: one, or several for a FlexGroup. */
function aggregates(asked: Asked, pairs: number) {
  const isGroup = asked.VolumeStyle === "FLEXGROUP";
  const { Aggregates: names, ConstituentsPerAggregate: parts } = asked.AggregateConfiguration ?? {};
  const all = Array.from({ length: pairs }, (_, index) => `aggr${index + 1}`);
  const Aggregates = names ?? (isGroup ? all : all.slice(0, 1));
  const unknown = Aggregates.find(name => !all.includes(name));
  refuseUnless(unknown === undefined, `The aggregate ${unknown} is not present.`);
  refuseUnless(isGroup || Aggregates.length === 1, "A FlexVol volume is stored on exactly one aggregate.");
  refuseUnless(
    isGroup || parts === undefined,
    "ConstituentsPerAggregate is supported for FlexGroup volumes only.",
  );
  if (!isGroup) return { Aggregates };
  return { Aggregates, TotalConstituents: Aggregates.length * (parts ?? constituentsPerAggregate) };
}

/** Checks the mount path. Data protection volumes have none: users mount them after promoting them. */
function checkJunction(account: FsxView, machine: StorageVirtualMachine, asked: Asked): void {
  const { JunctionPath, OntapVolumeType = "RW" } = asked;
  if (OntapVolumeType === "DP") {
    refuseUnless(JunctionPath === undefined, "JunctionPath is not supported for DP volumes.");
    return;
  }
  refuseUnless(JunctionPath !== undefined, "JunctionPath is required for RW volumes.");
  checkJunctionPath(account, machine.StorageVirtualMachineId, JunctionPath);
}

function checkJunctionPath({ fsx }: FsxView, machineId: string, path: string): void {
  refuseUnless(/^\/.+/.test(path), `Invalid junction path: ${path}. Must begin with a slash.`);
  const isTaken = [...fsx.volumes.by("virtualMachine", machineId)].some(
    ({ OntapConfiguration: settings }) => settings?.JunctionPath === path,
  );
  refuseUnless(!isTaken, `The junction path ${path} is in use.`);
}

/** The storage virtual machine of a new volume. Throws if it cannot have a volume with that name. */
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
  refuseUnless(!isTaken, `The storage virtual machine already has a volume named ${name}.`);
  return machine;
}

/** The configuration of a new volume. */
export function ontapSettings(account: FsxView, machine: StorageVirtualMachine, asked: Asked): OntapSettings {
  const { OntapVolumeType = "RW", VolumeStyle = "FLEXVOL", StorageEfficiencyEnabled } = asked;
  const { OntapConfiguration } = fileSystemWithId(account, machine.FileSystemId);
  checkAuditLogPath(asked.SnaplockConfiguration, asked.JunctionPath);
  checkJunction(account, machine, asked);
  refuseUnless(
    OntapVolumeType === "DP" || StorageEfficiencyEnabled !== undefined,
    "StorageEfficiencyEnabled is required for RW volumes.",
  );
  return {
    FlexCacheEndpointType: "NONE",
    JunctionPath: asked.JunctionPath,
    SecurityStyle: asked.SecurityStyle ?? machine.rootSecurityStyle,
    ...sizes(asked, VolumeStyle),
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

/** Updates the configuration of a volume. Throws AWS's refusals. */
export function changeOntapSettings(
  account: FsxView,
  settings: Draft<OntapSettings>,
  asked: Stored<UpdateOntapVolumeConfiguration>,
): void {
  const { SizeInBytes, SizeInMegabytes, SnaplockConfiguration, TieringPolicy, ...members } = asked;
  const { JunctionPath } = members;
  if (JunctionPath !== undefined && JunctionPath !== settings.JunctionPath) {
    checkJunctionPath(account, settings.StorageVirtualMachineId ?? "", JunctionPath);
  }
  Object.assign(settings, members);
  if (SizeInBytes !== undefined || SizeInMegabytes !== undefined) {
    const size = sizes({ SizeInBytes, SizeInMegabytes }, settings.VolumeStyle ?? "FLEXVOL");
    // AWS accepts a smaller size, but only ONTAP itself can shrink a volume.
    if (size.SizeInBytes > (settings.SizeInBytes ?? 0)) Object.assign(settings, size);
  }
  if (TieringPolicy) settings.TieringPolicy = tiering(TieringPolicy, settings.TieringPolicy);
  if (SnaplockConfiguration) {
    settings.SnaplockConfiguration = changedSnaplock(settings.SnaplockConfiguration, SnaplockConfiguration);
  }
  checkAuditLogPath(settings.SnaplockConfiguration, settings.JunctionPath);
}
