import { account, efsError, refusal } from "./support";

const preference = { ResourceIdType: "LONG_ID", Resources: ["FILE_SYSTEM", "MOUNT_TARGET"] };

test("ids are long, and short ids can no longer be chosen", async () => {
  const { efs } = account();
  expect((await efs.describeAccountPreferences({})).ResourceIdPreference).toEqual(preference);
  const put = await efs.putAccountPreferences({ ResourceIdType: "LONG_ID" });
  expect(put.ResourceIdPreference).toEqual(preference);
  expect(await refusal(efs.putAccountPreferences({ ResourceIdType: "SHORT_ID" }))).toEqual(
    efsError("BadRequest", 400),
  );
});
