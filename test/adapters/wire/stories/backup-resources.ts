export const here = "123456789012";
export const role = `arn:aws:iam::${here}:role/backup`;

/** Resources of other services that the story needs. */
export const table = `arn:aws:dynamodb:us-east-1:${here}:table/orders`;
export const volume = `arn:aws:ec2:us-east-1:${here}:volume/vol-0123456789abcdef0`;
export const bucket = "arn:aws:s3:::orders";
/** A recovery point of the bucket that exists from the start. */
export const continuous = {
  BackupVaultName: "Default",
  RecoveryPointArn: `arn:aws:backup:us-east-1:${here}:recovery-point:continuous:orders-0a1b2c3d`,
};

export const nightly = { BackupVaultName: "nightly" };
export const point = { BackupVaultName: "nightly", RecoveryPointArn: "$point" };
export const disk = { BackupVaultName: "nightly", RecoveryPointArn: "$disk" };
