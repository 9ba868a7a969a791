import { ListRecoveryPointsByBackupVaultCommand } from "@aws-sdk/client-backup";
import { refused } from "../../support/refusal";
import {
  account,
  badRequest,
  eks,
  hidden,
  notFound,
  pointArn,
  type Seed,
  stack,
} from "./point-changes-support";
import { table } from "./world";

describe("a composite point", () => {
  const composite = (ResourceArn: string, id: string): Seed[] => [
    { ResourceArn, RecoveryPointArn: pointArn(id), IsParent: true },
    ...["one", "two"].map(name => ({
      ResourceArn: table,
      RecoveryPointArn: pointArn(`${id}-${name}`),
      ParentRecoveryPointArn: pointArn(id),
      CompositeMemberIdentifier: name,
    })),
  ];

  test("becomes partial after a member is disassociated, which becomes an independent point", async () => {
    const { aws, client, describe, leave, others } = account(composite(stack, "shop"));
    const inside = async () =>
      (
        await client.send(
          new ListRecoveryPointsByBackupVaultCommand({
            BackupVaultName: "Default",
            ByParentRecoveryPointArn: pointArn("shop"),
          }),
        )
      ).RecoveryPoints?.length;
    expect(await inside()).toBe(2);
    await leave(others[0]);
    expect(await inside()).toBe(1);
    expect((await describe(others[0])).ParentRecoveryPointArn).toBeUndefined();
    expect(await describe()).toMatchObject({ Status: "PARTIAL" });
    expect(aws.events().at(-1)?.detail).toMatchObject({ status: "PARTIAL", resourceType: "CloudFormation" });
  });

  test("of a stack is removed with its last member, that of a cluster stays; neither can be deleted before", async () => {
    const shop = account(composite(stack, "shop"));
    await refused(shop, () => shop.remove(), badRequest);
    await shop.remove(shop.others[0]);
    await shop.remove(shop.others[1]);
    await refused(shop, () => shop.describe(), notFound);
    const prod = account(composite(eks, "composite:eks/prod-1"));
    for (const member of prod.others) await prod.remove(member);
    expect(await prod.describe()).toMatchObject({ Status: "PARTIAL" });
    await prod.remove();
  });

  test("keeps the state of an EKS cluster, and other points cannot be disassociated from it", async () => {
    const state = pointArn("eks/prod-1");
    const story = account([
      ...composite(eks, "composite:eks/prod-1"),
      { ResourceArn: eks, RecoveryPointArn: state, ParentRecoveryPointArn: pointArn("composite:eks/prod-1") },
    ]);
    await refused(story, () => story.leave(), badRequest);
    await refused(story, () => story.leave(state), badRequest);
    await refused(story, () => story.leave(pointArn("gone")), notFound);
    await refused(story, () => story.leave(undefined, "gone"), hidden);
  });
});
