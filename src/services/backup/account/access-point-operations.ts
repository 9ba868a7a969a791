/**
 * The commands of backup access points, which newer clients have. Their types stand here until the client that this
 * project is built with has them.
 */

type AccessPointStatus =
  | "AVAILABLE"
  | "CREATING"
  | "DELETING"
  | "DISASSOCIATED"
  | "DISASSOCIATING"
  | "EXPIRED"
  | "FAILED";

export interface AccessPointDescription {
  AccessPointArn: string;
  AccessPointMetadata?: Record<string, string> | undefined;
  BackupVaultArn?: string | undefined;
  BackupVaultName: string;
  CreationTime: Date;
  Name: string;
  RecoveryPointArn: string;
  ResourceArn: string;
  ResourceType: string;
  Status: AccessPointStatus;
  StatusMessage?: string | undefined;
}

interface CreateInput {
  AccessPointMetadata?: Record<string, string> | undefined;
  AccessPointPolicy?: string | undefined;
  Name: string;
  RecoveryPointArn: string;
  Tags?: Record<string, string> | undefined;
}

interface Named {
  AccessPointArn: string;
}

interface ListInput {
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

interface ListOutput {
  BackupAccessPoints: AccessPointDescription[];
  NextToken?: string | undefined;
}

/** A command class, as far as the types of operations are read from it. */
type CommandClass<Input, Output> = abstract new (
  ...args: never[]
) => {
  readonly input: Input;
  resolveMiddleware(...args: never[]): (...args: never[]) => Promise<{ output: Output }>;
};

export interface AccessPointCommands {
  CreateBackupAccessPointCommand: CommandClass<
    CreateInput,
    { AccessPointArn: string; Status: AccessPointStatus }
  >;
  DeleteBackupAccessPointCommand: CommandClass<Named, object>;
  DescribeBackupAccessPointCommand: CommandClass<Named, AccessPointDescription>;
  ListBackupAccessPointsCommand: CommandClass<ListInput, ListOutput>;
  ListBackupAccessPointsByRecoveryPointCommand: CommandClass<
    ListInput & { RecoveryPointArn: string },
    ListOutput
  >;
  ListBackupAccessPointsByResourceCommand: CommandClass<ListInput & { ResourceArn: string }, ListOutput>;
}
