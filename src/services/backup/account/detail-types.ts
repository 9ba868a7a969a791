/** The types of events that AWS Backup puts on the account's EventBridge bus. */
export type DetailType = keyof typeof detailTypes;

/** By type, to be complete. */
const detailTypes = {
  "Backup Job State Change": true,
  "Copy Job State Change": true,
  "Restore Job State Change": true,
  "Recovery Point State Change": true,
  "Recovery Point Index State Change": true,
  "Scan Job State Change": true,
  "Backup Vault State Change": true,
  "Backup Plan State Change": true,
  "Region Setting State Change": true,
} as const;

/** The type of the events that stand for notifications of vaults. */
export const notificationType = "Notification";

/** The types of all events of AWS Backup. */
export const eventTypes: readonly string[] = [...Object.keys(detailTypes), notificationType];
