import { defaultPlace, type Place, parseArn, placeKey, samePlace } from "../../core/basics";
import { isObject, type Members } from "../../seeding/members";
import type { Fixture } from "../../seeding/seed";
import type { SimulatedDocument } from "./document";

/** A role that selections name; nobody checks what it may do. */
const role = (accountId: string): string =>
  `arn:aws:iam::${accountId}:role/service-role/AWSBackupDefaultServiceRole`;

const isPlan = (value: unknown): value is Members => isObject(value) && Array.isArray(value["Rules"]);

/** The plan in an answer of `get-backup-plan`, in an input of `create-backup-plan`, or alone. */
export function planIn(document: Members): Members | undefined {
  if (isPlan(document["BackupPlan"])) return document["BackupPlan"];
  return isPlan(document) && document["BackupPlanName"] !== undefined ? document : undefined;
}

/** A vault that rules name, and where it is. */
interface NamedVault {
  readonly name: string;
  readonly place: Place;
  readonly airGapped: boolean;
}

/** The account that a plan needs: its vaults, without locks, and a selection of everything. */
export function documentOfPlan(document: Members, plan: Members, given: Partial<Place>): SimulatedDocument {
  const own = typeof document["BackupPlanArn"] === "string" ? parseArn(document["BackupPlanArn"]) : undefined;
  const accountId = given.accountId ?? own?.accountId ?? defaultPlace.accountId;
  const home: Place = { accountId, region: given.region ?? own?.region ?? defaultPlace.region };
  const vaults = vaultsOf(plan, home);
  const selection = { SelectionName: "everything", IamRoleArn: role(accountId), Resources: ["*"] };
  const here = vaults.filter(({ place }) => samePlace(place, home));
  return {
    home,
    fixture: {
      backup: { vaults: here.map(vaultSeed), plans: [{ BackupPlan: plan, selections: [selection] }] },
    },
    elsewhere: elsewhere(vaults, home),
    notes: [
      "The plan is taken to select every resource named with --resource.",
      ...vaults.map(
        ({ name, place }) => `The vault ${name} in ${place.region} is taken to exist, without a lock.`,
      ),
    ],
    needsResources: true,
  };
}

function elsewhere(vaults: readonly NamedVault[], home: Place): SimulatedDocument["elsewhere"] {
  const others = vaults.filter(({ place }) => !samePlace(place, home));
  const places = new Map(others.map(({ place }) => [placeKey(place), place]));
  return [...places.values()].map(place => {
    const there = others.filter(vault => samePlace(vault.place, place));
    return { place, fixture: { backup: { vaults: there.map(vaultSeed) } } };
  });
}

const vaultSeed = ({
  name,
  airGapped,
}: NamedVault): NonNullable<NonNullable<Fixture["backup"]>["vaults"]>[number] =>
  airGapped
    ? {
        BackupVaultName: name,
        VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
        MinRetentionDays: 7,
        MaxRetentionDays: 36_500,
      }
    : { BackupVaultName: name };

/** Every vault that rules back up to or copy to, once. */
function vaultsOf(plan: Members, home: Place): readonly NamedVault[] {
  const vaults = new Map<string, NamedVault>();
  const add = (vault: NamedVault | undefined) => {
    if (vault) vaults.set(`${placeKey(vault.place)} ${vault.name}`, vault);
  };
  const rules: readonly unknown[] = Array.isArray(plan["Rules"]) ? plan["Rules"] : [];
  for (const rule of rules) {
    if (!isObject(rule)) continue;
    const { TargetBackupVaultName: name, CopyActions: copies } = rule;
    if (typeof name === "string") add({ name, place: home, airGapped: false });
    add(vaultOf(rule["TargetLogicallyAirGappedBackupVaultArn"], true));
    for (const copy of Array.isArray(copies) ? copies : []) {
      if (isObject(copy)) add(vaultOf(copy["DestinationBackupVaultArn"], false));
    }
  }
  return [...vaults.values()];
}

function vaultOf(arn: unknown, airGapped: boolean): NamedVault | undefined {
  const parsed = typeof arn === "string" ? parseArn(arn) : undefined;
  const name = parsed?.resource.replace(/^backup-vault:/, "");
  return parsed && name !== undefined ? { name, place: parsed, airGapped } : undefined;
}
