import type { Place } from "../core/place";
import { member, type SdkClient } from "./sdk";
import type { Target } from "./target";

/**
 * Microtasks within which a Region that was given, as a string or by a function that knows it, is told by every
 * version of the SDK; looking one up in the environment takes five at least, in files many more.
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
 * A client's Region if it was given one. Where a client would look in the environment, the mock's own Region holds, so
 * that a test comes out the same on every machine. The SDK does not tell one from the other, except by the time it takes.
 */
async function givenRegion(region: unknown): Promise<string | undefined> {
  if (typeof region !== "function") return text(region);
  let told: unknown;
  const tell = (value: unknown) => {
    told = value;
  };
  try {
    // A Region that cannot be found is no failure: the mock has one.
    Promise.resolve(region()).then(tell, () => {});
  } catch {
    return undefined;
  }
  for (let microtask = 0; microtask < givenWithin && told === undefined; microtask++) await undefined;
  return text(told);
}

/** The access key of credentials given explicitly: only those can be told without a look at files and networks. */
async function givenAccessKey({ config: { credentials } }: SdkClient): Promise<string | undefined> {
  // The SDK marks credentials that were given to the client with `attributed`, since 3.7xx; its own look-up has no mark.
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
