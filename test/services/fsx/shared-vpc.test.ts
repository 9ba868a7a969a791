import { account, refusal } from "./account";

test("participants may not update route tables until that is switched on, Region by Region", async () => {
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

test("a text that is neither true nor false is refused, and a token with other parameters", async () => {
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
