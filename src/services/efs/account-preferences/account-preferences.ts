import { read, write } from "../account/account";
import { badRequest } from "../account/errors";

/** The only preference since October 2021, when EFS withdrew short ids. */
const preference = { ResourceIdType: "LONG_ID", Resources: ["FILE_SYSTEM", "MOUNT_TARGET"] } as const;

export const describeAccountPreferences = read<"DescribeAccountPreferences">(() => ({
  ResourceIdPreference: preference,
}));

export const putAccountPreferences = write<"PutAccountPreferences">(({ ResourceIdType }) => {
  if (ResourceIdType === "SHORT_ID") {
    throw badRequest(
      "The account preference cannot be set to SHORT_ID: short resource IDs are no longer supported.",
    );
  }
  return { ResourceIdPreference: preference };
});
