import { InvalidResourceStateException } from "@aws-sdk/client-backup";
import { refusal } from "../../support/refusal";
import { BackupVaultName, backedUp } from "./scan-jobs-support";
import { role } from "./world";

const refused = { name: InvalidResourceStateException.name };

describe("a recovery point cannot be deleted", () => {
  test("while it is being scanned", async () => {
    const { aws, client, RecoveryPointArn, scan } = await backedUp({ durations: { scanJob: "2 hours" } });
    await scan();
    await aws.clock.advance("1 hour");
    const remove = () => client.deleteRecoveryPoint({ BackupVaultName, RecoveryPointArn });
    expect(await refusal({ aws }, remove)).toMatchObject(refused);
    await aws.settle();
    await remove();
  });

  test("while it is being indexed", async () => {
    const { aws, client, RecoveryPointArn } = await backedUp({
      durations: { recoveryPointIndex: "2 hours" },
    });
    await client.updateRecoveryPointIndexSettings({
      BackupVaultName,
      RecoveryPointArn,
      IamRoleArn: role,
      Index: "ENABLED",
    });
    await aws.clock.advance("1 hour");
    const remove = () => client.deleteRecoveryPoint({ BackupVaultName, RecoveryPointArn });
    expect(await refusal({ aws }, remove)).toMatchObject(refused);
    await aws.settle();
    await remove();
  });
});
