import type { Entry } from "../entry";
import type { Members } from "../members";
import type { WorldBuilder } from "../world-builder";
import type { Addition } from "./entries";

/** The entries with the policies, locks and notifications that resources of their own add to them. */
export function withAdditions(
  entries: readonly Entry[],
  additions: readonly Addition[],
  builder: WorldBuilder,
): readonly Entry[] {
  const complete = new Map(entries.map(entry => [keyOf(entry.list, nameOf(entry)), entry]));
  const others = entries.filter(entry => complete.get(keyOf(entry.list, nameOf(entry))) !== entry);
  for (const addition of additions) {
    const key = keyOf(addition.list, addition.value);
    const entry = complete.get(key) ?? assumed(addition, builder);
    complete.set(key, { ...entry, item: { ...entry.item, ...addition.members } });
  }
  return [...complete.values(), ...others];
}

const keyOf = (list: string, name: unknown): string => `${list} ${String(name)}`;

/** What additions name an entry by; any other entry has a name of its own. */
const nameOf = ({ list, item, name }: Entry): unknown =>
  list === "backup.vaults"
    ? item["BackupVaultName"]
    : list === "efs.fileSystems"
      ? item["FileSystemId"]
      : name;

/** The vault or file system of an addition, if it is not in the plan. */
function assumed({ instance, list, key, value }: Addition, builder: WorldBuilder): Entry {
  const { address, type } = instance;
  const what = list === "backup.vaults" ? "vault" : "file system";
  builder.warn(address, `the ${what} ${value} is not in the plan; it was added without other settings`);
  const item: Members = { [key]: value, ...(list === "efs.fileSystems" && { CreationToken: value }) };
  return { list, item, name: address, type, origin: { name: address } };
}
