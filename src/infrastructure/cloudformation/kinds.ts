import { auditResourceKinds } from "./audit-kinds";
import { backupResourceKinds } from "./backup-kinds";
import type { ResourceKind } from "./deployed";
import { efsResourceKinds } from "./efs-kinds";
import { fsxResourceKinds } from "./fsx-kinds";
import type { OwnedKind } from "./owned-kinds";
import { protectableKinds } from "./protectable-kinds";
import { otherKind, surroundingKinds } from "./surrounding-kinds";

/** The types of AWS Backup, Amazon EFS and Amazon FSx, which become entries of the fixture. */
export const ownedKinds: Readonly<Record<string, OwnedKind>> = {
  ...backupResourceKinds,
  ...auditResourceKinds,
  ...efsResourceKinds,
  ...fsxResourceKinds,
};

const allKinds: ReadonlyMap<string, ResourceKind> = new Map([
  ...Object.entries(surroundingKinds),
  ...Object.entries(protectableKinds),
  ...Object.entries(ownedKinds),
]);

/** What is known of a type. */
export const kindOf = (type: string): ResourceKind => allKinds.get(type) ?? otherKind;
