import type { Place } from "../core/basics";
import { givenAccessKey, givenRegion, originalRegion } from "./given-config";
import type { SdkClient } from "./sdk";
import type { Target } from "./target";

/** The account and Region of one client. Resolved once, and again when its configuration gets another Region. */
export class ClientPlace {
  readonly #client: SdkClient;
  #target: Target | undefined;
  #region: unknown;
  #place: Place | Promise<Place> | undefined;

  constructor(client: SdkClient) {
    this.#client = client;
  }

  /** A promise on first use only: a client resolves its Region asynchronously. */
  of(target: Target): Place | Promise<Place> {
    const region = originalRegion(this.#client.config);
    if (this.#place === undefined || this.#target !== target || this.#region !== region) {
      this.#target = target;
      this.#region = region;
      const resolving = this.#resolve(target);
      this.#place = resolving;
      // Registered before the calls that wait, so that later calls do not overtake them.
      resolving.then(place => {
        if (this.#place === resolving) this.#place = place;
      });
      return resolving;
    }
    return this.#place;
  }

  async #resolve(target: Target): Promise<Place> {
    const region = await givenRegion(this.#region);
    const accessKeyId = target.readsAccessKeys ? await givenAccessKey(this.#client) : undefined;
    return target.placeOf({ ...(region && { region }), ...(accessKeyId && { accessKeyId }) });
  }
}
