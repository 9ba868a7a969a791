/** The options that backups of a type can have, each `enabled` or `disabled`. */
const optionNames: Readonly<Record<string, readonly string[]>> = {
  EC2: ["WindowsVSS"],
  S3: ["BackupACLs", "BackupObjectTags"],
};

const values: ReadonlySet<string> = new Set(["enabled", "disabled"]);

export type BackupOptions = Readonly<Record<string, string>>;

/** Why options are refused, or nothing when they are fine. */
export function optionsFault(type: string, options: BackupOptions): string | undefined {
  const names = optionNames[type];
  if (!names) {
    return Object.keys(options).length === 0
      ? undefined
      : `Backup options are not supported for resource type ${type}.`;
  }
  for (const [name, value] of Object.entries(options)) {
    if (!names.includes(name)) return `Invalid backup option for resource type ${type}: ${name}`;
    if (!values.has(value)) return `Invalid value of backup option ${name}: ${value}`;
  }
  return undefined;
}

/** Whether two sets of options come to the same: of Amazon S3 everything is backed up that is not turned off. */
export const areEqual = (one: BackupOptions = {}, other: BackupOptions = {}): boolean =>
  (optionNames["S3"] ?? []).every(name => (one[name] ?? "enabled") === (other[name] ?? "enabled"));

/** Whether a backup of an instance is to be made with the Volume Shadow Copy Service of Windows. */
export const usesVss = (options: BackupOptions | undefined): boolean => options?.["WindowsVSS"] === "enabled";
