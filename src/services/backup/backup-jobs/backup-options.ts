/** The backup options of each type of resource. Their values are `enabled` and `disabled`. */
const optionNames: Readonly<Record<string, readonly string[]>> = {
  EC2: ["WindowsVSS"],
  S3: ["BackupACLs", "BackupObjectTags"],
};

const values: ReadonlySet<string> = new Set(["enabled", "disabled"]);

export type BackupOptions = Readonly<Record<string, string>>;

/** Why options are refused, if they are. */
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

/** Whether two sets of options of Amazon S3 have the same effect. A missing option counts as enabled. */
export const areSameOptions = (one: BackupOptions = {}, other: BackupOptions = {}): boolean =>
  (optionNames["S3"] ?? []).every(name => (one[name] ?? "enabled") === (other[name] ?? "enabled"));

/** Whether a backup of an instance uses the Volume Shadow Copy Service of Windows. */
export const usesVss = (options: BackupOptions | undefined): boolean => options?.["WindowsVSS"] === "enabled";
