import type { ServiceName } from "../../src/model/names";
import { accessPointEvents, accessPointShapes } from "./access-points";
import type { SmithyModel, SmithyShape } from "./smithy";

/** Parts of an API that the npm client has and the public Smithy model lacks, written by hand in the model's format. */
interface Additions {
  /** New shapes. Operations among them are also added to the service. */
  readonly shapes: SmithyModel["shapes"];
  /** New members of shapes that the model has. The values of an enum are its members. */
  readonly members: Readonly<Record<string, NonNullable<SmithyShape["members"]>>>;
  /** Members whose constraints AWS was seen not to enforce, in place of the model's. */
  readonly replacedMembers: Readonly<Record<string, NonNullable<SmithyShape["members"]>>>;
}

const required = { "smithy.api#required": {} };
const requiredQuery = (name: string) => ({ ...required, "smithy.api#httpQuery": name });
const timestamp = { target: "smithy.api#Timestamp" };

/** Scanning of continuous backups; @aws-sdk/client-backup has it since May 2026. Backup access points, of later clients. */
const backup: Additions = {
  shapes: {
    ...accessPointShapes,
    "com.amazonaws.backup#RecoveryPointsMaxResults": {
      type: "integer",
      traits: { "smithy.api#range": { min: 1 } },
    },
    "com.amazonaws.backup#GetPITRMalwareScanResults": {
      type: "operation",
      input: { target: "com.amazonaws.backup#GetPITRMalwareScanResultsInput" },
      output: { target: "com.amazonaws.backup#GetPITRMalwareScanResultsOutput" },
      errors: [
        { target: "com.amazonaws.backup#InvalidParameterValueException" },
        { target: "com.amazonaws.backup#MissingParameterValueException" },
        { target: "com.amazonaws.backup#ResourceNotFoundException" },
        { target: "com.amazonaws.backup#ServiceUnavailableException" },
      ],
      traits: { "smithy.api#http": { method: "GET", uri: "/scan/pitr-malware-scan-results", code: 200 } },
    },
    "com.amazonaws.backup#GetPITRMalwareScanResultsInput": {
      type: "structure",
      members: {
        BackupVaultName: { target: "smithy.api#String", traits: requiredQuery("BackupVaultName") },
        MalwareScanner: {
          target: "com.amazonaws.backup#MalwareScanner",
          traits: requiredQuery("MalwareScanner"),
        },
        RecoveryPointArn: { target: "smithy.api#String", traits: requiredQuery("RecoveryPointArn") },
        ScanEndTime: { ...timestamp, traits: requiredQuery("ScanEndTime") },
      },
    },
    "com.amazonaws.backup#GetPITRMalwareScanResultsOutput": {
      type: "structure",
      members: {
        LastScanJobTime: timestamp,
        ScanEndTime: { ...timestamp, traits: required },
        ScanId: { target: "smithy.api#String" },
        ScanMode: { target: "com.amazonaws.backup#ScanMode" },
        ScanResult: { target: "com.amazonaws.backup#ScanResultInfo", traits: required },
      },
    },
  },
  members: {
    "com.amazonaws.backup#BackupVaultEvent": accessPointEvents,
    "com.amazonaws.backup#DescribeScanJobOutput": {
      ContinuousScanStartTime: timestamp,
      ContinuousScanEndTime: timestamp,
    },
    "com.amazonaws.backup#ScanJob": { ContinuousScanStartTime: timestamp, ContinuousScanEndTime: timestamp },
    "com.amazonaws.backup#StartScanJobInput": { ContinuousScanEndTime: timestamp },
    "com.amazonaws.backup#ScanResultStatus": {
      UNKNOWN: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "UNKNOWN" } },
    },
  },
  replacedMembers: {
    // A page size of 2,000 is accepted, where the model has at most 1,000.
    "com.amazonaws.backup#ListRecoveryPointsByBackupVaultInput": {
      MaxResults: {
        target: "com.amazonaws.backup#RecoveryPointsMaxResults",
        traits: { "smithy.api#httpQuery": "maxResults" },
      },
    },
  },
};

const additions: Readonly<Partial<Record<ServiceName, Additions>>> = { backup };

/** Adds to a model what only the npm client has. Fails once the model has it too, so that additions do not become stale. */
export function withAdditions(service: ServiceName, model: SmithyModel): SmithyModel {
  const added = additions[service];
  if (!added) return model;
  const shapes: Record<string, SmithyShape> = { ...model.shapes };
  for (const [id, shape] of Object.entries(added.shapes)) {
    if (shapes[id]) throw redundant(id);
    shapes[id] = shape;
  }
  for (const [id, members] of Object.entries(added.members)) {
    const known = shapes[id];
    if (!known) throw new Error(`Failed to add members to ${id}: the model does not have that shape`);
    for (const name of Object.keys(members)) if (known.members?.[name]) throw redundant(`${id}$${name}`);
    shapes[id] = { ...known, members: { ...known.members, ...members } };
  }
  for (const [id, members] of Object.entries(added.replacedMembers)) {
    const known = shapes[id];
    if (!known) throw new Error(`Failed to replace members of ${id}: the model does not have that shape`);
    shapes[id] = { ...known, members: { ...known.members, ...members } };
  }
  const operations = Object.entries(added.shapes).filter(([, shape]) => shape.type === "operation");
  for (const [id, shape] of Object.entries(shapes)) {
    if (shape.type !== "service") continue;
    const added = operations.map(([target]) => ({ target }));
    shapes[id] = { ...shape, operations: [...(shape.operations ?? []), ...added] };
  }
  return { shapes };
}

function redundant(id: string): Error {
  return new Error(`Failed to add ${id}: the Smithy model has it; remove it from scripts/model/additions.ts`);
}
