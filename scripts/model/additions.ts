import type { ServiceName } from "../../src/model/names";
import type { SmithyModel, SmithyShape } from "./smithy";

/** What the npm client already has and the public Smithy model does not: written by hand, in the model's own form. */
interface Additions {
  /** Whole shapes. An operation among them also joins its service. */
  readonly shapes: SmithyModel["shapes"];
  /** Members for shapes that the model has (an enum's values are its members). */
  readonly members: Readonly<Record<string, NonNullable<SmithyShape["members"]>>>;
}

const required = { "smithy.api#required": {} };
const requiredQuery = (name: string) => ({ ...required, "smithy.api#httpQuery": name });
const timestamp = { target: "smithy.api#Timestamp" };

/** Scanning of continuous backups; @aws-sdk/client-backup has it since May 2026. */
const backup: Additions = {
  shapes: {
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
};

const additions: Readonly<Partial<Record<ServiceName, Additions>>> = { backup };

/** The model with what the npm client has beyond it; it fails when the model has caught up, so that nothing stays here unneeded. */
export function withAdditions(service: ServiceName, model: SmithyModel): SmithyModel {
  const added = additions[service];
  if (!added) return model;
  const shapes: Record<string, SmithyShape> = { ...model.shapes };
  for (const [id, shape] of Object.entries(added.shapes)) {
    if (shapes[id]) throw caughtUp(id);
    shapes[id] = shape;
  }
  for (const [id, members] of Object.entries(added.members)) {
    const known = shapes[id];
    if (!known) throw new Error(`Failed to add members to ${id}: the model does not have that shape`);
    for (const name of Object.keys(members)) if (known.members?.[name]) throw caughtUp(`${id}$${name}`);
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

function caughtUp(id: string): Error {
  return new Error(
    `Failed to add ${id}: the Smithy model has it by now. Remove it from scripts/model/additions.ts`,
  );
}
