import type { SmithyModel, SmithyReference, SmithyShape } from "./smithy";

// Backup access points, which AWS Backup has since August 2026, in the format of the public Smithy models.

const id = (name: string): string => `com.amazonaws.backup#${name}`;
const to = (name: string, traits?: SmithyReference["traits"]): SmithyReference => ({
  target: id(name),
  ...(traits && { traits }),
});
const text: SmithyReference = { target: "smithy.api#String" };
const required = { "smithy.api#required": {} };
const label = { ...required, "smithy.api#httpLabel": {} };
const query = (name: string) => ({ "smithy.api#httpQuery": name });

const structure = (members: Readonly<Record<string, SmithyReference>>): SmithyShape => ({
  type: "structure",
  members,
});
const string = (traits: SmithyShape["traits"]): SmithyShape => ({ type: "string", traits });

interface Http {
  readonly method: string;
  readonly uri: string;
  readonly code: number;
}

const operation = (
  http: Http,
  input: string,
  output: string | undefined,
  errors: readonly string[],
  isList = false,
): SmithyShape => ({
  type: "operation",
  input: to(input),
  output: output === undefined ? { target: "smithy.api#Unit" } : to(output),
  errors: errors.map(name => to(`${name}Exception`)),
  traits: {
    "smithy.api#http": http,
    ...(isList && {
      "smithy.api#paginated": {
        inputToken: "NextToken",
        outputToken: "NextToken",
        items: "BackupAccessPoints",
        pageSize: "MaxResults",
      },
    }),
  },
});

const errorsOfOne = [
  "InvalidParameterValue",
  "InvalidRequest",
  "MissingParameterValue",
  "ResourceNotFound",
  "ServiceUnavailable",
];
const errorsOfLists = ["InvalidParameterValue", "ServiceUnavailable"];

const status = (value: string) => ({
  target: "smithy.api#Unit",
  traits: { "smithy.api#enumValue": value },
});
const statuses = [
  "AVAILABLE",
  "CREATING",
  "DELETING",
  "DISASSOCIATED",
  "DISASSOCIATING",
  "EXPIRED",
  "FAILED",
];

const accessPoint = (metadata: SmithyReference) => ({
  AccessPointArn: to("AccessPointArn", required),
  AccessPointMetadata: metadata,
  BackupVaultArn: text,
  BackupVaultName: to("BackupVaultName", required),
  CreationTime: { target: "smithy.api#Timestamp", traits: required },
  Name: to("AccessPointName", required),
  RecoveryPointArn: to("AccessedRecoveryPointArn", required),
  ResourceArn: to("AccessedResourceArn", required),
  ResourceType: { ...text, traits: required },
  Status: to("AccessPointStatus", required),
  StatusMessage: text,
});

const page = {
  MaxResults: to("BackupAccessPointsMaxResults", query("MaxResults")),
  NextToken: { ...text, traits: query("NextToken") },
};
const pageOfPoints = structure({ BackupAccessPoints: to("BackupAccessPoints", required), NextToken: text });

const named = "[\\da-z][\\da-z-]{1,48}[\\da-z](?<!-s3alias)(?<!-ext-s3alias)$";

const shapes: Readonly<Record<string, SmithyShape>> = {
  CreateBackupAccessPoint: operation(
    { method: "PUT", uri: "/backup-access-point/create", code: 201 },
    "CreateBackupAccessPointRequest",
    "CreateBackupAccessPointResponse",
    [
      "AlreadyExists",
      "Conflict",
      "InvalidParameterValue",
      "InvalidRequest",
      "LimitExceeded",
      "MissingParameterValue",
      "ResourceNotFound",
      "ServiceUnavailable",
    ],
  ),
  DeleteBackupAccessPoint: operation(
    { method: "DELETE", uri: "/backup-access-point/delete/{AccessPointArn}", code: 204 },
    "DeleteBackupAccessPointInput",
    undefined,
    errorsOfOne,
  ),
  DescribeBackupAccessPoint: operation(
    { method: "GET", uri: "/backup-access-point/{AccessPointArn}", code: 200 },
    "DescribeBackupAccessPointInput",
    "DescribeBackupAccessPointResponse",
    errorsOfOne,
  ),
  ListBackupAccessPoints: operation(
    { method: "GET", uri: "/backup-access-point", code: 200 },
    "ListBackupAccessPointsRequest",
    "ListBackupAccessPointsResponse",
    errorsOfLists,
    true,
  ),
  ListBackupAccessPointsByRecoveryPoint: operation(
    { method: "POST", uri: "/backup-access-point/recovery-point/{RecoveryPointArn}", code: 200 },
    "ListBackupAccessPointsByRecoveryPointRequest",
    "ListBackupAccessPointsByRecoveryPointResponse",
    errorsOfLists,
    true,
  ),
  ListBackupAccessPointsByResource: operation(
    { method: "POST", uri: "/backup-access-point/resource/{ResourceArn}", code: 200 },
    "ListBackupAccessPointsByResourceRequest",
    "ListBackupAccessPointsByResourceResponse",
    errorsOfLists,
    true,
  ),
  CreateBackupAccessPointRequest: structure({
    AccessPointMetadata: to("AccessPointMetadataMap"),
    AccessPointPolicy: to("AccessPointPolicy"),
    Name: to("AccessPointName", required),
    RecoveryPointArn: to("AccessedRecoveryPointArn", required),
    Tags: to("AccessPointTags"),
  }),
  CreateBackupAccessPointResponse: structure({
    AccessPointArn: to("AccessPointArn", required),
    Status: to("AccessPointStatus", required),
  }),
  DeleteBackupAccessPointInput: structure({ AccessPointArn: to("AccessPointArn", label) }),
  DescribeBackupAccessPointInput: structure({ AccessPointArn: to("AccessPointArn", label) }),
  DescribeBackupAccessPointResponse: structure(accessPoint(to("AccessPointMetadataMap"))),
  ListBackupAccessPointsRequest: structure(page),
  ListBackupAccessPointsResponse: pageOfPoints,
  ListBackupAccessPointsByRecoveryPointRequest: structure({
    ...page,
    RecoveryPointArn: to("AccessedRecoveryPointArn", label),
  }),
  ListBackupAccessPointsByRecoveryPointResponse: pageOfPoints,
  ListBackupAccessPointsByResourceRequest: structure({
    ...page,
    ResourceArn: to("AccessedResourceArn", label),
  }),
  ListBackupAccessPointsByResourceResponse: pageOfPoints,
  BackupAccessPoints: { type: "list", member: to("ListAccessPointsMember") },
  ListAccessPointsMember: structure(accessPoint(to("AccessPointMetadataMap", required))),
  BackupAccessPointsMaxResults: { type: "integer", traits: { "smithy.api#range": { min: 1, max: 100 } } },
  AccessPointArn: string({
    "smithy.api#pattern": `^(arn:aws[a-z-]*:backup:[a-z\\d-]+:\\d{12}:accesspoint/)${named}`,
  }),
  AccessPointName: string({
    "smithy.api#length": { min: 3, max: 50 },
    "smithy.api#pattern": `^${named}`,
  }),
  AccessPointPolicy: string({ "smithy.api#length": { min: 1, max: 200_000 } }),
  AccessedRecoveryPointArn: string({
    "smithy.api#pattern": "^(arn:aws[a-z-]*:[a-z\\d-]+:[a-z\\d-]+:).+$",
  }),
  AccessedResourceArn: string({ "smithy.api#pattern": "^(arn:aws[a-z-]*:[a-z\\d-]+:).+$" }),
  AccessPointMetadataMap: {
    type: "map",
    key: to("AccessPointMetadataText"),
    value: to("AccessPointMetadataText"),
    traits: { "smithy.api#sensitive": {} },
  },
  AccessPointMetadataText: string({ "smithy.api#length": { min: 1 } }),
  AccessPointTags: {
    type: "map",
    key: to("AccessPointTagKey"),
    value: to("AccessPointTagValue"),
    traits: { "smithy.api#length": { min: 0, max: 200 }, "smithy.api#sensitive": {} },
  },
  AccessPointTagKey: string({ "smithy.api#length": { min: 1, max: 128 } }),
  AccessPointTagValue: string({ "smithy.api#length": { min: 0, max: 256 } }),
  AccessPointStatus: {
    type: "enum",
    members: Object.fromEntries(statuses.map(value => [value, status(value)])),
  },
};

export const accessPointShapes: SmithyModel["shapes"] = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [id(name), shape]),
);

/** The operations on access points. The client that this project is built with does not have them yet. */
export const accessPointOperations: readonly string[] = Object.entries(shapes)
  .filter(([, { type }]) => type === "operation")
  .map(([name]) => name);

const events = ["AVAILABLE", "CREATION_FAILED", "DELETED", "DELETION_FAILED", "EXPIRED", "DISASSOCIATED"];

/** The events of access points that a vault can notify of. */
export const accessPointEvents: NonNullable<SmithyShape["members"]> = Object.fromEntries(
  events.map(event => [`ACCESS_POINT_${event}`, status(`ACCESS_POINT_${event}`)]),
);
