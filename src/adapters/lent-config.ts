import { givenRegion, originalRegion, regionKey } from "./given-config";
import { member, type SdkClient } from "./sdk";
import type { Target } from "./target";

/** Credentials of no account. The names say so where they are shown. */
const lentCredentials = Object.freeze({
  accessKeyId: "AKIDAWSBACKUPMOCK000",
  secretAccessKey: "made up by aws-backup-mock",
});

/**
 * Lends a client a Region and credentials if it was given none: tools read both from `client.config`, and the SDK would
 * look for them in the environment, in files and over the network. Returns a function that takes them back.
 */
export function lendConfig(client: SdkClient, target: Target): () => void {
  const { config } = client;
  if (Object.isFrozen(config)) return () => {};
  const takers = [lendRegion(config, target), lendCredentials(config)];
  return () => {
    for (const take of takers) take();
  };
}

/** A Region that cannot be told from one that the SDK looks up is asked for when it is read. */
function lendRegion(config: SdkClient["config"], target: Target): () => void {
  const original = originalRegion(config);
  if (typeof original !== "function") return () => {};
  const region = async (): Promise<string> => (await givenRegion(original)) ?? target.placeOf({}).region;
  Object.defineProperty(region, regionKey, { value: original });
  const replace = (value: unknown) => Reflect.set(config, "region", value);
  replace(region);
  return () => {
    if (config.region === region) replace(original);
  };
}

/**
 * Since 3.671 the SDK marks given credentials with `attributed`, and its configuration has an accessor for them. Earlier
 * versions do not show whether credentials were given, so theirs stay as they are.
 */
function lendCredentials(config: SdkClient["config"]): () => void {
  const before = Object.getOwnPropertyDescriptor(config, "credentials");
  if (!before?.get || !before.configurable || member(config.credentials, "attributed") === true)
    return () => {};
  const credentials = async () => ({ ...lentCredentials });
  Object.defineProperty(config, "credentials", {
    value: credentials,
    configurable: true,
    enumerable: true,
    writable: true,
  });
  return () => {
    if (config.credentials === credentials) Object.defineProperty(config, "credentials", before);
  };
}
