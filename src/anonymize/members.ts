/**
 * How a text is anonymized, by the name of its member.
 *
 * - `plain`: vocabulary of AWS or a harmless setting. Kept.
 * - `prose`: a sentence of AWS. Names and identifiers in it are replaced.
 * - `secret`: replaced by a fixed text, which hides its length as well.
 * - `metadata`: a setting of a restore or of a control. Numbers and switches are kept, names are replaced.
 * - `name`: everything else. Replaced.
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

/** Restore settings whose values are AWS's vocabulary, in lower case. */
const plainMetadata = new Set(
  `allocatedstorage autominorversionupgrade availabilityzone billingmode blocksize capacityreservationspecification
  copytagstosnapshot cpuoptions dbinstanceclass deploymenttype deletionprotection encrypted encryptiontype engine
  enginemode engineversion filesystemtype instancetype iops itemstorestore licensemodel multiaz
  networktype newfilesystem newbucket performancemode port publiclyaccessible region restoretype
  serverlessv2scalingconfiguration storagecapacity storagetype throughput throughputmode usemultiregionorchestration
  volumesize volumetype`.split(/\s+/),
);

/** Maps whose keys are chosen by users. */
const chosenKeys = /[Tt]ags$/;

const secretForm = /password|passphrase|secret|credential|private_?key|access_?key|session_?token|api_?key/i;

/** The treatment of a member's text. */
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

/** Maps whose keys and values are AWS's vocabulary. */
const plainMaps = new Set([
  "BackupOptions",
  "GlobalSettings",
  "ResourceTypeOptInPreference",
  "ResourceTypeManagementPreference",
]);

/** Whether users choose the keys of a map. */
export const hasChosenKeys = (name: string): boolean => chosenKeys.test(name);

/** Numbers that depend on data or timing, which a mock cannot reproduce. */
export const isMeasured = (name: string, within: readonly string[]): boolean =>
  /Percent|Bytes|^TotalCount|^SucceededCount|^FailedCount|^TotalItemsCount|^Released?Capacity|^EstimatedTime/.test(
    name,
  ) || within.some(outer => outer === "SizeInBytes");

/** The form of plain texts. Other texts of plain members are treated as names. */
export const plainForm = /^[\w:+() *?,#./%-]{0,128}$/;
