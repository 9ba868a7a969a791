import { type OperationModel, type ServiceName, serviceModel, serviceNames } from "../../model";
import { UnreadableRequest, type WireRequest } from "./request";

/** Which operation a request is for, and what its path says. */
export interface Route {
  readonly operation: OperationModel;
  readonly labels: ReadonlyMap<string, string>;
}

interface Pattern {
  readonly operation: OperationModel;
  readonly segments: readonly string[];
  /** Names that must stand in the query, such as `delete`. */
  readonly queryNames: readonly string[];
}

const labelOf = (segment: string): string | undefined => /^\{(\w+)\+?\}$/.exec(segment)?.[1];

const segmentsOf = (path: string): readonly string[] => path.replace(/\/+$/, "").split("/").slice(1);

function patternOf(operation: OperationModel): Pattern {
  const [path = "", query] = operation.http.uri.split("?");
  return {
    operation,
    segments: segmentsOf(path),
    queryNames: query === undefined ? [] : query.split("&").map(part => part.split("=")[0] ?? ""),
  };
}

/** Finds the operation of a restJson1 service by method and path. */
class RestRouter {
  readonly #patterns: readonly Pattern[];

  constructor(service: ServiceName) {
    const model = serviceModel(service);
    const patterns = model.operationNames().flatMap(name => {
      const operation = model.operation(name);
      return operation ? [patternOf(operation)] : [];
    });
    // The most particular first: literal queries, then literal segments.
    const rank = ({ segments, queryNames }: Pattern) =>
      queryNames.length * 100 + segments.filter(segment => labelOf(segment) === undefined).length;
    this.#patterns = [...patterns].sort((a, b) => rank(b) - rank(a));
  }

  route({ method, path, query }: WireRequest): Route | undefined {
    const segments = segmentsOf(path);
    for (const { operation, segments: wanted, queryNames } of this.#patterns) {
      if (operation.http.method !== method || wanted.length !== segments.length) continue;
      if (!queryNames.every(name => Object.hasOwn(query, name))) continue;
      if (wanted.every((segment, index) => labelOf(segment) !== undefined || segment === segments[index])) {
        return { operation, labels: labelsOf(wanted, segments) };
      }
    }
    return undefined;
  }
}

function labelsOf(wanted: readonly string[], segments: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  wanted.forEach((segment, index) => {
    const label = labelOf(segment);
    if (label !== undefined) labels.set(label, decoded(segments[index] ?? ""));
  });
  return labels;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new UnreadableRequest("SerializationException", 400, "The path is not valid percent-encoding.");
  }
}

const bySigningName = new Map(serviceNames.map(name => [serviceModel(name).metadata.signingName, name]));

/** The service, Region and access key that a request was signed for, as far as it says. */
export interface Signature {
  readonly service?: ServiceName | undefined;
  readonly region?: string | undefined;
  readonly accessKeyId?: string | undefined;
}

const credential = /Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;

export function signatureOf({ headers }: WireRequest): Signature {
  const [, accessKeyId, region, signingName = ""] = credential.exec(headers["authorization"] ?? "") ?? [];
  return { service: bySigningName.get(signingName), region, accessKeyId };
}

/** Routes to the operations of all three services. Made once, as it reads every operation's path. */
export class Router {
  readonly #rest = new Map<ServiceName, RestRouter>();

  /** The operation that a request is for. Throws an {@link UnreadableRequest} when it is for none. */
  route(request: WireRequest, signed: ServiceName | undefined): Route {
    const target = request.headers["x-amz-target"];
    const service = target === undefined ? (signed ?? serviceOfPath(request.path)) : "fsx";
    const route =
      serviceModel(service).metadata.protocol === "awsJson1_1"
        ? targetRoute(service, request, target ?? "")
        : this.#router(service).route(request);
    if (route) return route;
    throw new UnreadableRequest(
      "UnknownOperationException",
      404,
      `There is no operation ${request.method} ${request.path}${target === undefined ? "" : ` with the target ${target}`}.`,
    );
  }

  #router(service: ServiceName): RestRouter {
    const known = this.#rest.get(service);
    if (known) return known;
    const router = new RestRouter(service);
    this.#rest.set(service, router);
    return router;
  }
}

/** Every path of EFS begins with the version of its API. */
const serviceOfPath = (path: string): ServiceName => (path.startsWith("/2015-02-01/") ? "efs" : "backup");

function targetRoute(service: ServiceName, { method }: WireRequest, target: string): Route | undefined {
  const { metadata } = serviceModel(service);
  const [prefix, name = ""] = target.split(".");
  if (method !== "POST" || prefix !== metadata.targetPrefix) return undefined;
  const operation = serviceModel(service).operation(name);
  return operation && { operation, labels: new Map() };
}
