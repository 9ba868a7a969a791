import { suggestion } from "../../model";
import { MockError } from "./errors";
import type { Place } from "./place";
import { quoted, sentence } from "./quote";

/** What the name of a Region looks like; new Regions need not be known here. */
export const regionForm = /^[a-z]{2}(-[a-z]+)+-\d$/;
export const accountIdForm = /^\d{12}$/;

export const isRegionName = (text: unknown): text is string =>
  typeof text === "string" && regionForm.test(text);

export const isAccountId = (text: unknown): text is string =>
  typeof text === "string" && accountIdForm.test(text);

/** A text that can stand for an account. Throws a {@link MockError} for any other value. */
export function readAccountId(value: unknown): string {
  if (isAccountId(value)) return value;
  throw new MockError(
    "InvalidOption",
    `Cannot use the account ${quoted(value)}: it is not an account id; give a text of twelve digits, such as "123456789012".`,
  );
}

function readRegion(value: unknown): string {
  if (isRegionName(value)) return value;
  throw new MockError(
    "InvalidOption",
    `Cannot use the Region ${quoted(value)}: it is not the name of a Region; give one such as "eu-west-1".`,
  );
}

const members: readonly (keyof Place)[] = ["region", "accountId"];

/** The account and the Region that are given, as far as they are. Throws a {@link MockError} for anything else. */
export function readPlace(given: unknown): Partial<Place> {
  if (typeof given !== "object" || given === null) {
    throw new MockError(
      "InvalidOption",
      `Cannot go to the place ${quoted(given)}: give an object such as { region: "eu-west-1" }.`,
    );
  }
  const { accountId, region, ...others }: Readonly<Record<string, unknown>> = { ...given };
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new MockError(
      "InvalidOption",
      sentence(`Cannot go to the place: unknown member ${quoted(unknown)}; ${suggestion(unknown, members)}`),
    );
  }
  return {
    ...(accountId !== undefined && { accountId: readAccountId(accountId) }),
    ...(region !== undefined && { region: readRegion(region) }),
  };
}
