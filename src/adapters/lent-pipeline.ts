import { MockError } from "../core/basics";
import { identityOf } from "./client-identity";
import { givenRegion, hasGivenCredentials, originalRegion } from "./given-config";
import { type CurrentTarget, lendCredentials } from "./lent-config";
import { lendMember, lendMethod, type Method, originalMember } from "./lent-member";
import { lendRetryTime } from "./lent-time";
import { createRequestHandler, type RequestHandler } from "./request-handler";
import { isObject, member, type SdkClient } from "./sdk";
import type { Target } from "./target";

/**
 * Lets a client's whole pipeline run, up to its request handler, which is the mock's. Returns a function that takes back
 * what that needs. While the client talks to no mock, everything is as it was.
 */
export function lendPipeline(client: SdkClient, current: CurrentTarget): () => void {
  const { config } = client;
  if (Object.isFrozen(config)) {
    throw new MockError(
      "NotAClient",
      'Cannot intercept the requests of a client: its configuration is frozen, so the mock cannot take the place of its request handler; use a mock with interceptAt: "call".',
    );
  }
  const time = new PipelineTime(current);
  const takers = [
    lendHandler(client, current, time),
    lendRetryTime(config, time),
    lendCredentials(config, current, true),
    lendMethod(config, "signer", original => signerFor(config, current, original)),
    lendMethod(config, "useFipsEndpoint", original => async () => {
      // The SDK tells by the name of the Region, which it would look for. Any endpoint will do.
      const isAsked = !current() || (await givenRegion(originalRegion(config))) !== undefined;
      return isAsked ? original() : false;
    }),
  ];
  return () => {
    for (const take of takers) take();
  };
}

/** The time of the mock that a client talks to. What goes wrong while time passes is thrown by the next request. */
class PipelineTime {
  readonly #current: CurrentTarget;
  #fault: { readonly thrown: unknown } | undefined;

  constructor(current: CurrentTarget) {
    this.#current = current;
  }

  now(): number | undefined {
    return this.#current()?.time.now();
  }

  pass(milliseconds: number): Promise<void> | undefined {
    return this.#current()
      ?.time.pass(milliseconds)
      .catch((thrown: unknown) => {
        this.#fault = { thrown };
      });
  }

  throwFault(): void {
    const fault = this.#fault;
    this.#fault = undefined;
    if (fault) throw fault.thrown;
  }
}

function lendHandler(client: SdkClient, current: CurrentTarget, time: PipelineTime): () => void {
  const original = originalMember(client.config, "requestHandler");
  if (!isObject(original)) return () => {};
  const handlers = new WeakMap<Target, RequestHandler>();
  const handlerOf = (target: Target): RequestHandler => {
    const known = handlers.get(target) ?? createRequestHandler(target, identityOf(client));
    handlers.set(target, known);
    return known;
  };
  const ask =
    (name: string) =>
    (...args: unknown[]): unknown => {
      const method = member(original, name);
      return typeof method === "function" ? Reflect.apply(method, original, args) : undefined;
    };
  const askOriginal = ask("handle");
  const handle = async (...args: Parameters<RequestHandler["handle"]>): Promise<unknown> => {
    const target = current();
    if (!target) return askOriginal(...args);
    const [request, options = {}] = args;
    time.throwFault();
    const requestTimeout = options.requestTimeout ?? (await requestTimeoutOf(original));
    return handlerOf(target).handle(request, { ...options, requestTimeout });
  };
  const names = ["destroy", "httpHandlerConfigs", "updateHttpClientConfig"];
  const lent = Object.assign(Object.create(original), {
    ...Object.fromEntries(names.map(name => [name, ask(name)])),
    handle,
  });
  return lendMember(client.config, "requestHandler", lent);
}

/** After how many milliseconds the client's own handler would give a request up. */
async function requestTimeoutOf(handler: object): Promise<number | undefined> {
  const config: unknown = await member(handler, "configProvider");
  const numberIn = (name: string): number | undefined => {
    const value = member(config, name);
    return typeof value === "number" && value > 0 ? value : undefined;
  };
  const socketTimeout = numberIn("socketTimeout");
  // Since 2025, the SDK's own handler warns when `requestTimeout` is over, and rejects if it is told to.
  const onlyWarns =
    isObject(config) && "throwOnRequestTimeout" in config && config.throwOnRequestTimeout !== true;
  return onlyWarns ? socketTimeout : (numberIn("requestTimeout") ?? socketTimeout);
}

/** The signer of a client that has a Region and credentials, or one that signs with what the mock lends it. */
const signerFor =
  (config: SdkClient["config"], current: CurrentTarget, original: Method): Method =>
  async (...args) => {
    const target = current();
    const isComplete =
      hasGivenCredentials(config) && (await givenRegion(originalRegion(config))) !== undefined;
    return target && !isComplete ? new LentSigner(config, target) : original(...args);
  };

/** Signs so that the mock knows Region, account and service. Nobody checks the signature. */
class LentSigner {
  readonly #config: SdkClient["config"];
  readonly #target: Target;

  constructor(config: SdkClient["config"], target: Target) {
    this.#config = config;
    this.#target = target;
  }

  async sign(request: object, options: unknown): Promise<object> {
    const { region, credentials } = this.#config;
    const resolved = async (value: unknown): Promise<unknown> =>
      typeof value === "function" ? value() : value;
    const { accessKeyId } = Object(await resolved(credentials));
    const signingRegion = member(options, "signingRegion") ?? (await resolved(region));
    const service =
      member(options, "signingService") ??
      member(this.#config, "signingName") ??
      member(this.#config, "defaultSigningName");
    const day = new Date(this.#target.time.now()).toISOString().slice(0, 10).replaceAll("-", "");
    const scope = `${accessKeyId}/${day}/${signingRegion}/${service}/aws4_request`;
    const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=${"0".repeat(64)}`;
    const headers = { ...Object(member(request, "headers")), authorization };
    return Object.assign(Object.create(Object.getPrototypeOf(request)), request, { headers });
  }
}
