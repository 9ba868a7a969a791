import { account, refusal } from "./account";

test("updates of route tables by participants are off by default and are enabled per Region", async () => {
  const { fsx } = account();
  const read = async () =>
    (await fsx.describeSharedVpcConfiguration({})).EnableFsxRouteTableUpdatesFromParticipantAccounts;
  expect(await read()).toBe("false");
  const on = { EnableFsxRouteTableUpdatesFromParticipantAccounts: "TRUE" };
  expect(await fsx.updateSharedVpcConfiguration(on)).toMatchObject({
    EnableFsxRouteTableUpdatesFromParticipantAccounts: "true",
  });
  expect(await read()).toBe("true");
  await fsx.updateSharedVpcConfiguration({});
  expect(await read()).toBe("true");
});

test("a value other than true or false is refused, and so is a token with other parameters", async () => {
  const { fsx } = account();
  const set = (EnableFsxRouteTableUpdatesFromParticipantAccounts: string) =>
    fsx.updateSharedVpcConfiguration({
      EnableFsxRouteTableUpdatesFromParticipantAccounts,
      ClientRequestToken: "t",
    });
  await set("true");
  expect(await refusal(set("false"))).toMatchObject({
    name: "IncompatibleParameterError",
    Parameter: "EnableFsxRouteTableUpdatesFromParticipantAccounts",
  });
  expect((await refusal(set("maybe"))).name).toBe("BadRequest");
});
