import { FSx } from "@aws-sdk/client-fsx";
import { account, refusal } from "./account";

test("sharing with participant accounts is off until it is switched on, in one Region", async () => {
  const { aws, fsx } = account();
  const read = async () =>
    (await fsx.describeSharedVpcConfiguration({})).EnableFsxRouteTableUpdatesFromParticipantAccounts;
  expect(await read()).toBe("false");
  const answer = await fsx.updateSharedVpcConfiguration({
    EnableFsxRouteTableUpdatesFromParticipantAccounts: "true",
  });
  expect(answer.EnableFsxRouteTableUpdatesFromParticipantAccounts).toBe("true");
  expect(await read()).toBe("true");
  const elsewhere = aws.attach(new FSx({ region: "eu-west-1" }));
  expect(await elsewhere.describeSharedVpcConfiguration({})).toMatchObject({
    EnableFsxRouteTableUpdatesFromParticipantAccounts: "false",
  });
});

test("an update that sets nothing answers with what is set", async () => {
  const { fsx } = account();
  await fsx.updateSharedVpcConfiguration({ EnableFsxRouteTableUpdatesFromParticipantAccounts: "TRUE" });
  expect(await fsx.updateSharedVpcConfiguration({})).toMatchObject({
    EnableFsxRouteTableUpdatesFromParticipantAccounts: "true",
  });
});

test("a repeated token changes nothing again; with another setting it is refused", async () => {
  const { fsx } = account();
  const set = (setting: string, ClientRequestToken?: string) =>
    fsx.updateSharedVpcConfiguration({
      EnableFsxRouteTableUpdatesFromParticipantAccounts: setting,
      ClientRequestToken,
    });
  await set("true", "on");
  await set("false");
  expect((await set("true", "on")).EnableFsxRouteTableUpdatesFromParticipantAccounts).toBe("false");
  expect(await refusal(set("false", "on"))).toMatchObject({
    name: "IncompatibleParameterError",
    Parameter: "EnableFsxRouteTableUpdatesFromParticipantAccounts",
  });
});

test("anything but true and false is refused, and nothing is changed by it", async () => {
  const { aws, fsx } = account();
  const before = aws.state;
  const call = fsx.updateSharedVpcConfiguration({ EnableFsxRouteTableUpdatesFromParticipantAccounts: "yes" });
  expect((await refusal(call)).name).toBe("BadRequest");
  expect(aws.state).toBe(before);
});
