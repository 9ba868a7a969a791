import { givenRegion, hasGivenCredentials, originalRegion } from "./given-config";
import { lendMember, originalMember } from "./lent-member";
import type { SdkClient } from "./sdk";
import type { Target } from "./target";

/** Credentials of no account. The names say so where they are shown. */
const lentCredentials = Object.freeze({
  accessKeyId: "AKIDAWSBACKUPMOCK000",
  secretAccessKey: "made up by aws-backup-mock",
});

/** The mock that a client talks to at the moment, if any. */
export type CurrentTarget = () => Target | undefined;

/**
 * Lends a client a Region and credentials if it was given none: tools read both from `client.config`, and the SDK would
 * look for them in the environment, in files and over the network. Returns a function that takes them back.
 */
export function lendConfig({ config }: SdkClient, current: CurrentTarget): () => void {
  if (Object.isFrozen(config)) return () => {};
  const takers = [lendRegion(config, current), lendCredentials(config, current)];
  return () => {
    for (const take of takers) take();
  };
}

/** A Region that cannot be told from one that the SDK looks up is asked for when it is read. */
function lendRegion(config: SdkClient["config"], current: CurrentTarget): () => void {
  const original = originalRegion(config);
  if (typeof original !== "function") return () => {};
  return lendMember(config, "region", async (): Promise<unknown> => {
    const target = current();
    return target ? ((await givenRegion(original)) ?? target.placeOf({}).region) : original();
  });
}

/**
 * Since 3.671, the configuration of clients has an accessor for credentials. Earlier versions do not show whether
 * credentials were given, so theirs stay as they are, unless the SDK's pipeline is to run: it would look for them.
 */
export function lendCredentials(
  config: SdkClient["config"],
  current: CurrentTarget,
  isForPipeline = false,
): () => void {
  const before = Object.getOwnPropertyDescriptor(config, "credentials");
  if (!before?.configurable || hasGivenCredentials(config)) return () => {};
  if (!before.get && !isForPipeline) return () => {};
  const original = originalMember(config, "credentials");
  return lendMember(config, "credentials", async () => {
    if (current() || typeof original !== "function") return { ...lentCredentials };
    return original();
  });
}
