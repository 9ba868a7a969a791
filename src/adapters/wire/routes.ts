import { type OperationModel, type ServiceName, serviceModel, serviceNames } from "../../model";
import { headerOf, UnreadableRequest, type WireRequest } from "./request";

/** The operation of a request, and the labels in its path. */
export interface Route {
  readonly operation: OperationModel;
  readonly labels: ReadonlyMap<string, string>;
}

/** An operation known by name only: of a service or a version that the mock does not model. */
export interface UnknownRoute {
  readonly service: string;
  readonly operationName: string;
}

interface Pattern {
  readonly operation: OperationModel;
  /** A literal segment, or the name of a label. */
  readonly segments: readonly (string | { readonly label: string })[];
  /** Names that the query must have, such as `delete`. */
  readonly queryNames: readonly string[];
}

function segmentsOf(path: string): readonly string[] {
  let end = path.length;
  while (path.endsWith("/", end)) end--;
  return path.slice(0, Math.max(end, 0)).split("/").slice(1);
}

function patternOf(operation: OperationModel): Pattern {
  const [path = "", query] = operation.http.uri.split("?");
  const segments = segmentsOf(path).map(segment => {
    const label = /^\{(\w+)\+?\}$/.exec(segment)?.[1];
    return label === undefined ? segment : { label };
  });
  const queryNames = query === undefined ? [] : query.split("&").map(part => part.split("=")[0] ?? "");
  return { operation, segments, queryNames };
}

/** More specific patterns rank higher: literal queries first, then literal segments. */
const rank = ({ segments, queryNames }: Pattern): number =>
  queryNames.length * 100 + segments.filter(segment => typeof segment === "string").length;

const noLabels: ReadonlyMap<string, string> = new Map();

/** Finds the operation of a restJson1 service by method and path. */
class RestRouter {
  /** By method and number of segments. */
  readonly #patterns = new Map<string, Pattern[]>();

  constructor(service: ServiceName) {
    const model = serviceModel(service);
    for (const name of model.operationNames()) {
      const operation = model.operation(name);
      if (!operation) continue;
      const pattern = patternOf(operation);
      const key = `${operation.http.method} ${pattern.segments.length}`;
      const alike = this.#patterns.get(key);
      if (alike) alike.push(pattern);
      else this.#patterns.set(key, [pattern]);
    }
    for (const alike of this.#patterns.values()) alike.sort((a, b) => rank(b) - rank(a));
  }

  route({ method, path, query }: WireRequest): Route | undefined {
    const given = segmentsOf(path);
    for (const { operation, segments, queryNames } of this.#patterns.get(`${method} ${given.length}`) ?? []) {
      if (segments.some((segment, index) => typeof segment === "string" && segment !== given[index]))
        continue;
      if (queryNames.every(name => Object.hasOwn(query, name))) {
        return { operation, labels: labelsOf(segments, given) };
      }
    }
    return undefined;
  }
}

function labelsOf(segments: Pattern["segments"], given: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  segments.forEach((segment, index) => {
    if (typeof segment !== "string") labels.set(segment.label, decoded(given[index] ?? ""));
  });
  return labels;
}

function decoded(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new UnreadableRequest("SerializationException", 400, "The path is not valid percent-encoding.");
  }
}

const bySigningName = new Map(serviceNames.map(name => [serviceModel(name).metadata.signingName, name]));

/** The service, Region and access key of a signature; empty for unsigned requests. */
export interface Signature {
  /** The signing name, of any service. */
  readonly service?: string;
  readonly region?: string;
  readonly accessKeyId?: string;
}

const credential = /^.{0,64}?Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;
const unsigned: Signature = {};

/** Reads signatures. Remembers the last one: those of one client begin alike for a day. */
export class SignatureReader {
  #beginning = " ";
  #last: Signature = unsigned;

  read({ headers }: WireRequest): Signature {
    const header = headerOf(headers, "authorization");
    if (header === undefined) return unsigned;
    if (header.startsWith(this.#beginning)) return this.#last;
    const [beginning, accessKeyId, region, service] = credential.exec(header) ?? [];
    if (!beginning || !accessKeyId || !region || !service) return unsigned;
    this.#beginning = beginning;
    this.#last = { service, region, accessKeyId };
    return this.#last;
  }
}

/** Routes to the operations of all three services. Costly to make, as it reads the path of every operation. */
export class Router {
  readonly #rest = new Map<ServiceName, RestRouter>();

  /** The operation of a request. Throws an {@link UnreadableRequest} if there is none. */
  route(request: WireRequest, signature: Signature): Route | UnknownRoute {
    const route = this.#find(request, signature);
    if (route) return route;
    const target = headerOf(request.headers, "x-amz-target");
    const whose = target === undefined ? "" : ` with the target ${target}`;
    const signed = signature.service === undefined ? "" : `, signed for ${signature.service}`;
    throw new UnreadableRequest(
      "UnknownOperationException",
      404,
      `AWS Backup, EFS and FSx have no operation ${request.method} ${request.path}${whose}${signed}.`,
    );
  }

  /** By the service that the request is signed for, else by its target, else by its path. */
  #find(request: WireRequest, signature: Signature): Route | UnknownRoute | undefined {
    const { service: signingName } = signature;
    const ours = signingName === undefined ? undefined : bySigningName.get(signingName);
    if (ours !== undefined && isRest(ours)) return this.#restRoute(ours, request);
    const target = headerOf(request.headers, "x-amz-target");
    if (target !== undefined) return targetRoute(target, request, signature);
    return signingName === undefined ? this.#restRoute(serviceOfPath(request.path), request) : undefined;
  }

  #restRoute(service: ServiceName, request: WireRequest): Route | undefined {
    let router = this.#rest.get(service);
    if (!router) {
      router = new RestRouter(service);
      this.#rest.set(service, router);
    }
    return router.route(request);
  }
}

const isRest = (service: ServiceName): boolean => serviceModel(service).metadata.protocol === "restJson1";

/** Every path of EFS begins with the version of its API. */
const serviceOfPath = (path: string): ServiceName => (path.startsWith("/2015-02-01/") ? "efs" : "backup");

const targetForm = /^([\w.-]{1,128})\.(\w{1,128})$/;

const byTargetPrefix = new Map(
  serviceNames.flatMap(name => {
    const { targetPrefix } = serviceModel(name).metadata;
    return targetPrefix === undefined ? [] : [[targetPrefix, name] as const];
  }),
);

function targetRoute(
  target: string,
  { method }: WireRequest,
  { service: signingName }: Signature,
): Route | UnknownRoute | undefined {
  const [, prefix = "", operationName = ""] = targetForm.exec(target) ?? [];
  if (method !== "POST" || operationName === "") return undefined;
  const service = byTargetPrefix.get(prefix);
  if (service === undefined) {
    const foreign = signingName ?? prefix;
    const isOurs = bySigningName.has(foreign) || serviceNames.some(name => name === foreign);
    return isOurs ? undefined : { service: foreign, operationName };
  }
  const operation = serviceModel(service).operation(operationName);
  return operation ? { operation, labels: noLabels } : { service, operationName };
}
