import { originalMember } from "./lent-member";
import { member, type SdkClient } from "./sdk";

/**
 * A Region that was given to a client resolves within this many microtasks in every version of the SDK. A Region that
 * the SDK looks up takes at least nine.
 */
const givenWithin = 3;

/** The Region of a client's configuration, or what it had before one was lent to it. */
export const originalRegion = (config: SdkClient["config"]): unknown => originalMember(config, "region");

/**
 * The Region that a client was given. A Region that it would look up (in the environment, in files, in recent versions
 * over the network) does not count: the mock's own Region applies instead, so that tests do not depend on the machine.
 */
export async function givenRegion(region: unknown): Promise<string | undefined> {
  if (typeof region !== "function") return text(region);
  let resolved: unknown;
  const keep = (value: unknown) => {
    resolved = value;
  };
  try {
    // A Region that cannot be resolved is no failure: the mock has one.
    Promise.resolve(withoutLookup(() => region())).then(keep, () => {});
  } catch {
    return undefined;
  }
  for (let microtask = 0; microtask < givenWithin && resolved === undefined; microtask++) await undefined;
  return text(resolved);
}

/**
 * Calls a client's Region function, and keeps the SDK from looking a Region up. The same function returns a given Region
 * and does the lookup, and it can only be called. The lookup reads AWS_REGION first, before anything is awaited, and
 * fails when that throws, so reading it throws here; only for the SDK's own reader, other code reads the environment
 * as it is. (Up to 3.332 the lookup reads it later. It takes longer than a given Region may, so it is ignored.)
 */
function withoutLookup<T>(call: () => T): T {
  const { env } = process;
  process.env = new Proxy(env, {
    get: (target, name) => {
      if (name === "AWS_REGION" && isReadBySdk()) throw lookupStopped;
      return Reflect.get(target, name);
    },
    // Without this, a proxy would define properties in a way that `process.env` refuses.
    set: (target, name, value) => Reflect.set(target, name, value),
  });
  try {
    return call();
  } finally {
    process.env = env;
  }
}

/**
 * Whether the SDK reads the environment right now. It does so in functions that have one property name in all versions,
 * which bundlers keep. Three lines of the stack are this function, the proxy and the reader.
 */
function isReadBySdk(): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 3;
  const { stack = "" } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return /\benvironmentVariableSelector\b/.test(stack);
}

/** The SDK takes an error for a missing setting unless reading its message throws as well. */
const lookupStopped = Object.defineProperty(new Error(), "message", {
  get: () => {
    throw lookupStopped;
  },
});

/** The access key of credentials that the client was given; others would be looked up in files and over the network. */
export async function givenAccessKey({ config }: SdkClient): Promise<string | undefined> {
  const { credentials } = config;
  if (typeof credentials !== "function" || !hasGivenCredentials(config)) return undefined;
  try {
    const identity: unknown = await credentials();
    return text(member(identity, "accessKeyId"));
  } catch {
    return undefined;
  }
}

/**
 * Whether a client was given credentials. Since 3.671 the SDK marks these with `attributed`; its own lookup has no mark.
 * Earlier versions do not show it.
 */
export const hasGivenCredentials = (config: SdkClient["config"]): boolean =>
  member(originalMember(config, "credentials"), "attributed") === true;

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
