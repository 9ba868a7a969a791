/**
 * What is known of a text by the name of its member.
 *
 * - `plain`: AWS's own vocabulary, or a setting that says nothing about its owner; written as it is.
 * - `prose`: a sentence of AWS's, in which names and identifiers are replaced.
 * - `secret`: replaced by a fixed text, which does not even show how long it was.
 * - `metadata`: a setting of a restore or a control, whose value is a name as often as a number or a switch.
 * - `name`: everything else; chosen by somebody, or made up by the service.
 */
export type Treatment = "plain" | "prose" | "secret" | "metadata" | "name";

const plain = new Set(
  `Action AggregationPeriod Aggregates AvailabilityZone AvailabilityZoneId AvailabilityZoneName BackupOptions BackupPlanTemplateId
  BackupRuleCron BackupRuleTimezone BackupType ByMessageCategory ByResourceType ByStatus Code ComplianceResourceTypes
  ControlName DailyAutomaticBackupStartTime DeploymentStatus DestinationVaultLockState DestinationVaultType Effect
  EnableFsxRouteTableUpdatesFromParticipantAccounts ErrorCode FileCacheTypeVersion FileSystemTypeVersion Formats
  FrameworkStatus GlobalSettings MessageCategory NotAction Options ParameterName PercentDone Permissions
  ProtectedResourceType Region Regions ReportTemplate ResourceType ResourceTypes RootSquash ScheduleExpression
  ScheduleExpressionTimezone SourceBackupRegion SourceFileSystemRegion SourceRegion Status Type VaultLockState
  VaultType Version WeeklyMaintenanceStartTime`.split(/\s+/),
);

const prose = new Set(
  `Context DeletionStatusMessage IndexStatusMessage Message StatusMessage ValidationStatusMessage`.split(
    /\s+/,
  ),
);

/** Settings of restores that are vocabulary of the service behind, in lower case. */
const plainMetadata = new Set(
  `allocatedstorage autominorversionupgrade availabilityzone billingmode blocksize capacityreservationspecification
  copytagstosnapshot cpuoptions dbinstanceclass deploymenttype deletionprotection encrypted encryptiontype engine
  enginemode engineversion filesystemtype instancetype iops itemstorestore licensemodel multiaz
  networktype newfilesystem newbucket performancemode port publiclyaccessible region restoretype
  serverlessv2scalingconfiguration storagecapacity storagetype throughput throughputmode usemultiregionorchestration
  volumesize volumetype`.split(/\s+/),
);

/** Where the keys of a map are chosen by users. */
const chosenKeys = /[Tt]ags$/;

const secretForm = /password|passphrase|secret|credential|private_?key|access_?key|session_?token|api_?key/i;

/** How the text of a member is treated. */
export function treatmentOf(name: string, within: readonly string[]): Treatment {
  if (within.some(outer => chosenKeys.test(outer))) return secretForm.test(name) ? "secret" : "name";
  if (secretForm.test(name)) return "secret";
  if (prose.has(name)) return "prose";
  if (name === "ParameterValue") return "metadata";
  if (within.some(outer => /Metadata(Overrides)?$/.test(outer))) {
    return plainMetadata.has(name.toLowerCase()) ? "plain" : "metadata";
  }
  return plain.has(name) || within.some(outer => plainMaps.has(outer)) ? "plain" : "name";
}

/** Maps from AWS's own names to AWS's own values. */
const plainMaps = new Set([
  "BackupOptions",
  "GlobalSettings",
  "ResourceTypeOptInPreference",
  "ResourceTypeManagementPreference",
]);

/** Whether users choose the keys below a member. */
export const hasChosenKeys = (name: string): boolean => chosenKeys.test(name);

/** Numbers that depend on data and on timing, so that no mock can answer the same. */
export const isMeasured = (name: string, within: readonly string[]): boolean =>
  /Percent|Bytes|^TotalCount|^SucceededCount|^FailedCount|^TotalItemsCount|^Released?Capacity|^EstimatedTime/.test(
    name,
  ) || within.some(outer => outer === "SizeInBytes");

/** What a plain text may look like; anything else under a plain name is treated as a name. */
export const plainForm = /^[\w:+() *?,#./%-]{0,128}$/;
