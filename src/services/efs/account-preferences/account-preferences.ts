import { read, write } from "../account/account";
import { badRequest } from "../account/errors";

/** Ids have been long since October 2021, when the choice ended; what is left of it is this. */
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
