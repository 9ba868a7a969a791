/** The texts that messages of each category contain (Developer Guide, "Job dashboard"). */
const categories: readonly (readonly [category: string, form: RegExp])[] = [
  ["VSS_ERROR", /^Windows VSS Backup Job Error/],
  ["ACCESS_DENIED", /access denied|not authorized to perform/i],
  ["CONCURRENT_JOB", /running job for the same resource|too many .{1,100} jobs running/i],
  ["LIMIT_EXCEEDED", /limit exceeded/i],
  ["FEATURE_NOT_ENABLED", /feature is not enabled/i],
  ["JOB_EXPIRED", /expired before completion/i],
  [
    "INVALID_LIFECYCLE",
    /lifecycle is outside|retention specified|maintenance window|automated backup window/i,
  ],
  ["INVALID_STATE", /not in available state/i],
  ["KMS_KEY_ERROR", /\bkms\b/i],
  ["RESOURCE_NOT_FOUND", /does not exist|cannot find recovery point/i],
  ["RESOURCE_NOT_SUPPORTED", /unsupported resource type/i],
  ["LOGICALLY_AIR_GAPPED_BACKUP_VAULT_NOT_SUPPORTED", /logically air-gapped/i],
];

/** The category of a message whose text a test has set. */
export const categoryOf = (message: string, otherwise: string): string =>
  categories.find(([, form]) => form.test(message))?.[0] ?? otherwise;

/** Whether a message is a VSS error. Such a backup is made without VSS, and shows the error. */
export const isVssError = (message: string | undefined): boolean =>
  message !== undefined && categoryOf(message, "") === "VSS_ERROR";
