import { suggestion } from "../../model";
import { MockError } from "./errors";
import type { Place } from "./place";
import { quoted, sentence } from "./quote";

/** The form of Region names; new Regions need not be listed. */
export const regionForm = /^[a-z]{2}(-[a-z]+)+-\d$/;
export const accountIdForm = /^\d{12}$/;

export const isRegionName = (text: unknown): text is string =>
  typeof text === "string" && regionForm.test(text);

export const isAccountId = (text: unknown): text is string =>
  typeof text === "string" && accountIdForm.test(text);

/** An account id. Throws a {@link MockError} for anything else. */
export function readAccountId(value: unknown): string {
  if (isAccountId(value)) return value;
  throw new MockError(
    "InvalidOption",
    `Cannot use the account ${quoted(value)}: not an account id; give a string of twelve digits, such as "123456789012".`,
  );
}

function readRegion(value: unknown): string {
  if (isRegionName(value)) return value;
  throw new MockError(
    "InvalidOption",
    `Cannot use the Region ${quoted(value)}: not a Region name; give one such as "eu-west-1".`,
  );
}

const members: readonly (keyof Place)[] = ["region", "accountId"];

/** The account and Region that were given, if any. Throws a {@link MockError} for anything else. */
export function readPlace(given: unknown): Partial<Place> {
  if (typeof given !== "object" || given === null) {
    throw new MockError(
      "InvalidOption",
      `Cannot use the place ${quoted(given)}: not an object; give one such as { region: "eu-west-1" }.`,
    );
  }
  const { accountId, region, ...others }: Readonly<Record<string, unknown>> = { ...given };
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new MockError(
      "InvalidOption",
      sentence(`Cannot use the place: unknown member ${quoted(unknown)}; ${suggestion(unknown, members)}`),
    );
  }
  return {
    ...(accountId !== undefined && { accountId: readAccountId(accountId) }),
    ...(region !== undefined && { region: readRegion(region) }),
  };
}
