import type { Place } from "../core/basics";
import { member, type SdkClient } from "./sdk";
import type { Target } from "./target";

/**
 * Microtasks within which every version of the SDK tells a Region that was given, as a string or by a function that
 * knows it; versions that look around all the same take nine at least.
 */
const givenWithin = 3;

/** The place of one client, found once, and again when another Region is put into its configuration. */
export class ClientPlace {
  readonly #client: SdkClient;
  #target: Target | undefined;
  #region: unknown;
  #place: Place | Promise<Place> | undefined;

  constructor(client: SdkClient) {
    this.#client = client;
  }

  /** A promise on first use only, unless it was asked for before: a client tells its Region asynchronously. */
  of(target: Target): Place | Promise<Place> {
    const { region } = this.#client.config;
    if (this.#place === undefined || this.#target !== target || this.#region !== region) {
      this.#target = target;
      this.#region = region;
      const finding = this.#find(target);
      this.#place = finding;
      // Ahead of the calls that wait for it, so that later calls do not overtake them.
      finding.then(place => {
        if (this.#place === finding) this.#place = place;
      });
      return finding;
    }
    return this.#place;
  }

  async #find(target: Target): Promise<Place> {
    const region = await givenRegion(this.#region);
    const accessKeyId = target.readsAccessKeys ? await givenAccessKey(this.#client) : undefined;
    return target.placeOf({ ...(region && { region }), ...(accessKeyId && { accessKeyId }) });
  }
}

/**
 * A client's Region if it was given one. Where a client would look around for one (in the environment, in files, in
 * recent versions even over the network), the mock's own Region holds, so that a test comes out the same everywhere.
 */
async function givenRegion(region: unknown): Promise<string | undefined> {
  if (typeof region !== "function") return text(region);
  let told: unknown;
  const tell = (value: unknown) => {
    told = value;
  };
  try {
    // A Region that cannot be told is no failure: the mock has one.
    Promise.resolve(withoutLookingAround(() => region())).then(tell, () => {});
  } catch {
    return undefined;
  }
  for (let microtask = 0; microtask < givenWithin && told === undefined; microtask++) await undefined;
  return text(told);
}

/**
 * A client wraps what it was given and the SDK's own way of looking around in the same function, which can only be called.
 * But looking around begins with AWS_REGION, before anything is awaited, and gives up if reading that throws; nothing else
 * is read then, or kept. It throws for the SDK's own reader alone: whoever else reads finds the environment as it is.
 * (Up to 3.332, clients look there later, and into files, but nowhere else; they take too long, so they are not heeded.)
 */
function withoutLookingAround<T>(call: () => T): T {
  const { env } = process;
  process.env = new Proxy(env, {
    get: (target, name) => {
      if (name === "AWS_REGION" && isReadBySdk()) throw givingUp;
      return Reflect.get(target, name);
    },
    // As by itself a proxy would set what `process.env` does not take.
    set: (target, name, value) => Reflect.set(target, name, value),
  });
  try {
    return call();
  } finally {
    process.env = env;
  }
}

/**
 * The SDK reads the environment in functions that it keeps under one name in all versions, and that bundlers leave as it
 * is, because it is a property's. Three lines of the stack are this function, the proxy's and its reader.
 */
function isReadBySdk(): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 3;
  const { stack = "" } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return /\benvironmentVariableSelector\b/.test(stack);
}

/** An error that the SDK cannot take for a setting that is merely missing, because reading its message throws it again. */
const givingUp = Object.defineProperty(new Error(), "message", {
  get: () => {
    throw givingUp;
  },
});

/** The access key of credentials given explicitly: only those can be told without a look at files and networks. */
async function givenAccessKey({ config: { credentials } }: SdkClient): Promise<string | undefined> {
  // The SDK marks credentials that were given to the client with `attributed`, though not up to 3.670; its own look-up has no mark.
  if (typeof credentials !== "function" || member(credentials, "attributed") !== true) return undefined;
  try {
    const identity: unknown = await credentials();
    return text(member(identity, "accessKeyId"));
  } catch {
    return undefined;
  }
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
