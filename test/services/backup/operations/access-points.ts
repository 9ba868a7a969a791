import type { MockAwsPlace } from "aws-backup-mock";
import { newerClass } from "../../../support/newer-commands";
import { bucket, continuous, type RichWorld } from "../world";

const { RecoveryPointArn } = continuous;

/** A description of an access point, as far as these tests look at it. */
interface Shown {
  readonly AccessPointArn?: string;
  readonly Status?: string;
  readonly BackupAccessPoints?: readonly Shown[];
}

/** Sends a command of a newer client. */
export const sendNewer = async (
  client: ReturnType<MockAwsPlace["attach"]> | RichWorld["backup"],
  operation: string,
  input: object,
): Promise<Shown> =>
  (client as { send(command: never): Promise<object> }).send(
    Reflect.construct(newerClass(operation), [input]) as never,
  );

export const view = {
  Name: "orders-view",
  RecoveryPointArn,
  AccessPointMetadata: { AccessPointInTime: "2026-02-27T12:00:00Z" },
};

export const made = async ({ backup }: RichWorld): Promise<{ AccessPointArn: string }> => {
  const { AccessPointArn = "" } = await sendNewer(backup, "CreateBackupAccessPoint", view);
  return { AccessPointArn };
};

const listing = (operation: string, filter: object) => ({
  async call(world: RichWorld) {
    await made(world);
    return sendNewer(world.backup, operation, filter);
  },
  async shows({ backup }: RichWorld, { BackupAccessPoints = [] }: Shown) {
    const [first] = BackupAccessPoints;
    const named = { AccessPointArn: first?.AccessPointArn };
    expect(await sendNewer(backup, "DescribeBackupAccessPoint", named)).toMatchObject(view);
  },
});

export const accessPointOperations = {
  CreateBackupAccessPoint: {
    call: ({ backup }: RichWorld) => sendNewer(backup, "CreateBackupAccessPoint", view),
    async shows({ aws, backup }: RichWorld, { AccessPointArn }: Shown) {
      await aws.settle();
      expect(await sendNewer(backup, "DescribeBackupAccessPoint", { AccessPointArn })).toMatchObject({
        ...view,
        Status: "AVAILABLE",
        AccessPointMetadata: {
          ...view.AccessPointMetadata,
          S3AccessPointArn: "arn:aws:s3:us-east-1:123456789012:accesspoint/orders-view",
        },
      });
    },
  },
  DeleteBackupAccessPoint: {
    call: async (world: RichWorld) => sendNewer(world.backup, "DeleteBackupAccessPoint", await made(world)),
    async shows({ aws, backup }: RichWorld) {
      await aws.settle();
      expect(await sendNewer(backup, "ListBackupAccessPoints", {})).toMatchObject({ BackupAccessPoints: [] });
    },
  },
  DescribeBackupAccessPoint: {
    call: async (world: RichWorld) => sendNewer(world.backup, "DescribeBackupAccessPoint", await made(world)),
    async shows({ backup }: RichWorld, { AccessPointArn }: Shown) {
      const { BackupAccessPoints = [] } = await sendNewer(backup, "ListBackupAccessPoints", {});
      expect(BackupAccessPoints).toMatchObject([{ AccessPointArn, Status: "CREATING" }]);
    },
  },
  ListBackupAccessPoints: listing("ListBackupAccessPoints", {}),
  ListBackupAccessPointsByRecoveryPoint: listing("ListBackupAccessPointsByRecoveryPoint", {
    RecoveryPointArn,
  }),
  ListBackupAccessPointsByResource: listing("ListBackupAccessPointsByResource", { ResourceArn: bucket }),
};
