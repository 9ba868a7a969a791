/** The texts of one category: whole messages, and parts of messages. */
interface Category {
  readonly name: string;
  readonly messages?: readonly string[];
  readonly parts?: readonly string[];
}

/** The published list (Developer Guide, "Job dashboards"), in its order. */
const categories: readonly Category[] = [
  {
    name: "VSS_ERROR",
    messages: [
      "Windows VSS Backup attempt failed because either Instance or SSM Agent has invalid state or insufficient privileges.",
      "Windows VSS Backup attempt failed because of insufficient privileges to perform this operation",
      "Windows VSS Backup attempt failed because ec2-vss-agent.exe is not installed in the Instance",
      "Windows VSS Backup Job Error encountered, trying for regular backup",
      "Windows VSS Backup attempt failed because of timeout on VSS enabled snapshot creation",
      "Windows VSS Backup attempt failed because of unsupported Windows Server version. Supported Versions are Windows Server 2012 or later.",
    ],
    // Not on the list: tests write this beginning with other endings.
    parts: ["Windows VSS Backup Job Error"],
  },
  {
    name: "LIMIT_EXCEEDED",
    messages: [
      "Maximum allowed in-progress snapshots for a single volume exceeded.",
      "Maximum allowed active snapshot limit exceeded.",
      "Image creation throttled due to maximum number of concurrent snapshots on an EBS volume.",
      "Cannot create more than 20 user snapshots",
      "The resultant tag set must not have more than 50 user tags.",
      "You have reached the maximum supported backups for your account/database. See Quotas in the Timestream developer guide for additional information.",
      "You have reached your quota of 50,000 for the number of public and private images allowed in this Region. Deregister unused images, or request an increase in your AMI quota.",
      "Your backup succeeded, but we were unable to persist NetworkInterfaces metadata as its size exceeded our internal limits.",
    ],
    parts: ["subscriber limit exceeded", "More than 50 tags specified", "can have at most"],
  },
  {
    name: "ACCESS_DENIED",
    messages: [
      "You are not authorized to perform this operation.",
      "Access Denied trying to call AWS Backup service",
      "Customer credential miss permission to get bucket versioning for bucket.",
      "Images from AWS Marketplace cannot be copied to another AWS account.",
      "Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be copied. Only the contents of a Backup vault encrypted by an AWS KMS key may be copied.",
      "Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot.",
      "Encrypted snapshots with Amazon EBS default key cannot be shared",
    ],
    parts: [
      "access denied",
      "not authorized to",
      "cannot be assumed by AWS Backup",
      "does not have permission",
      "missing permission",
    ],
  },
  {
    name: "CONCURRENT_JOB",
    messages: [
      "Backup job failed because there was a running job for the same resource.",
      "There are too many copy jobs running for resource.",
    ],
  },
  {
    name: "FEATURE_NOT_ENABLED",
    messages: ["Copy job failed. Cross-account copy feature is not enabled for the current organization."],
  },
  { name: "JOB_EXPIRED", messages: ["Backup job expired before completion."] },
  {
    name: "INVALID_LIFECYCLE",
    messages: [
      "Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.",
    ],
    parts: [
      "could not start because it is either inside or too close to the weekly maintenance window configured",
      "could not start because it is either inside or too close to the automated backup window configured",
    ],
  },
  {
    name: "INVALID_STATE",
    parts: [
      "Instance is not in state",
      "not in the available state",
      "not in available state",
      "Cannot snapshot volume",
    ],
  },
  {
    name: "KMS_KEY_ERROR",
    messages: [
      "KMS key is either disabled or pending deletion or access to KMS key is denied",
      "Given key ID is not accessible",
      "AMI snapshot copy failed with error: Given key ID is not accessible. You must have DescribeKey permissions on the default key",
    ],
    parts: ["kms key"],
  },
  {
    name: "ACCESS_KEY_ERROR",
    messages: ["The AWS Access Key Id needs a subscription for the service"],
  },
  {
    name: "HYPERVISOR_OFFLINE",
    messages: ["This operation is not valid for the specified hypervisor because it is not online"],
  },
  {
    name: "RESOURCE_NOT_FOUND",
    messages: [
      "The specified volume was not found.",
      "The virtual machine is not found.",
      "Given key ID does not exist",
      "Table not found.",
    ],
    parts: [
      "does not exist",
      "Could not find resource",
      "Could not find cryopod",
      "Cannot find recovery point",
      "resource not found",
      "no longer available",
      "is invalid",
    ],
  },
  { name: "RESOURCE_NOT_SUPPORTED", parts: ["unsupported resource type"] },
  {
    name: "TAG_COPY_ERROR",
    messages: [
      "We are unable to copy resource tags to your backup because of the Internal Failure.",
      "We are unable to copy resource tags to your backup because source or destination recovery point is unavailable",
    ],
  },
  { name: "TOKEN_EXPIRED", messages: ["Token expired. Try again."] },
  {
    name: "UNSUPPORTED_OPERATION",
    messages: [
      "CreateSnapshot method not supported on hypervisor during snapshot creation. Aborted backup job",
      "UnsupportedOperation : Storage Gateway backup copies require a user-created backup vault and key at destination.",
    ],
    parts: ["Feature is not supported for provided resource type."],
  },
  {
    name: "FATAL_ERROR",
    messages: [
      "An internal error occurred.",
      "Copy job encountered a fatal error. Please contact AWS Support for further assistance.",
      "Copy job encountered a fatal error.",
    ],
    parts: ["Backup job encountered a fatal error"],
  },
  {
    // Documented with the primary backups in such vaults, not on the list.
    name: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT_NOT_SUPPORTED",
    parts: [
      "not supported by logically air-gapped backup vault",
      "cannot be copied to a logically air-gapped backup vault",
    ],
  },
];

const contains = (message: string, part: string): boolean =>
  message.toLowerCase().includes(part.toLowerCase());

/** The category of a job's message. Whole messages of the list come first, then parts, in the order of the list. */
export const categoryOf = (message: string): string =>
  (
    categories.find(({ messages }) => messages?.includes(message)) ??
    categories.find(({ parts }) => parts?.some(part => contains(message, part)))
  )?.name ?? "MISCELLANEOUS";

/** Whether a message is a VSS error. Such a backup is made without VSS, and shows the error. */
export const isVssError = (message: string | undefined): boolean =>
  message !== undefined && categoryOf(message) === "VSS_ERROR";
