import type { BackupView } from "../account/account";
import type { Plan } from "../records/plans";
import type { RecoveryPoint } from "../records/recovery-points";
import type { BackupSource } from "../records/resources";
import type { Vault } from "../records/vaults";
import { isFinished } from "../recovery-points/types";
import { allSources } from "../resources/sources";
import { tagsOf } from "../tags/tags";

/** What a control evaluates, as AWS Config identifies it and the control's scope matches it. */
export interface Subject {
  /** A resource type of AWS Config, such as `AWS::EFS::FileSystem`. */
  readonly configType: string;
  /** The id within its type, such as `fs-0123`. */
  readonly id: string;
  readonly arn: string;
  /** The AWS Backup resource type of the subject or, for a recovery point, of the backed-up resource. */
  readonly backupType?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** A kind of subject: how to list all items of an account, and how to describe one. */
export interface SubjectKind<Item> {
  /** The AWS Config type that a scope can name, besides the resource types of AWS Backup. */
  readonly configType: string | undefined;
  /** Whether a scope can name the resource types of AWS Backup. */
  readonly byBackupType: boolean;
  all(account: BackupView): Iterable<Item>;
  subject(account: BackupView, item: Item): Subject;
}

/** The AWS Config types of the resource types that controls judge (Developer Guide, "Feature availability"). */
const configTypes: Readonly<Record<string, string>> = {
  Aurora: "AWS::RDS::DBCluster",
  CloudFormation: "AWS::CloudFormation::Stack",
  DynamoDB: "AWS::DynamoDB::Table",
  EBS: "AWS::EC2::Volume",
  EC2: "AWS::EC2::Instance",
  EFS: "AWS::EFS::FileSystem",
  FSx: "AWS::FSx::FileSystem",
  RDS: "AWS::RDS::DBInstance",
  Redshift: "AWS::Redshift::Cluster",
  S3: "AWS::S3::Bucket",
  "Storage Gateway": "AWS::StorageGateway::Volume",
  VirtualMachine: "AWS::BackupGateway::VirtualMachine",
};

/** Whether controls judge resources of a type of AWS Backup, and their recovery points. */
export const isJudged = (type: string): boolean => Object.hasOwn(configTypes, type);

const lastPart = (arn: string): string => arn.slice(Math.max(arn.lastIndexOf("/"), arn.lastIndexOf(":")) + 1);

/** Resources of types that controls judge. Unavailable ones are not evaluated. */
export const resourceSubjects: SubjectKind<BackupSource> = {
  configType: undefined,
  byBackupType: true,
  *all(account) {
    for (const source of allSources(account)) {
      if (source.unavailable === undefined && isJudged(source.type)) yield source;
    }
  },
  subject: (_, { arn, type, tags }) => ({
    configType: configTypes[type] ?? type,
    id: lastPart(arn),
    arn,
    backupType: type,
    tags,
  }),
};

export const planSubjects: SubjectKind<Plan> = {
  configType: "AWS::Backup::BackupPlan",
  byBackupType: false,
  all: ({ backup }) => backup.plans.by("active", "yes"),
  subject: (account, { BackupPlanId, BackupPlanArn }) => ({
    configType: "AWS::Backup::BackupPlan",
    id: BackupPlanId,
    arn: BackupPlanArn,
    tags: tagsOf(account, BackupPlanArn),
  }),
};

export const vaultSubjects: SubjectKind<Vault> = {
  configType: "AWS::Backup::BackupVault",
  byBackupType: false,
  all: ({ backup }) => backup.vaults,
  subject: (account, { BackupVaultName, BackupVaultArn }) => ({
    configType: "AWS::Backup::BackupVault",
    id: BackupVaultName,
    arn: BackupVaultArn,
    tags: tagsOf(account, BackupVaultArn),
  }),
};

export const pointSubjects: SubjectKind<RecoveryPoint> = {
  configType: "AWS::Backup::RecoveryPoint",
  byBackupType: true,
  *all({ backup }) {
    for (const point of backup.recoveryPoints) {
      if (isFinished(point) && isJudged(point.ResourceType)) yield point;
    }
  },
  subject: (account, { RecoveryPointArn, ResourceType }) => ({
    configType: "AWS::Backup::RecoveryPoint",
    id: RecoveryPointArn,
    arn: RecoveryPointArn,
    backupType: ResourceType,
    tags: tagsOf(account, RecoveryPointArn),
  }),
};
