import type { IncomingMessage } from "node:http";
import { isLoopback } from "./address";

/** Names that requests may call an endpoint by, besides loopback names. */
export interface KnownHosts {
  /** The address or name that the endpoint listens on. */
  readonly host: string;
  readonly allowedHosts: readonly string[];
}

/** Why a request is refused before anything is read of it. */
export interface AccessProblem {
  readonly code: "ForbiddenHost" | "ForbiddenOrigin";
  readonly message: string;
}

/**
 * Refuses what pages of other sites can make a browser send: cross-origin requests, and requests to a name of theirs that
 * resolves to this machine (DNS rebinding). Other clients send the name that they were given as endpoint.
 */
export function accessProblem(request: IncomingMessage, known: KnownHosts): AccessProblem | undefined {
  const { host = "", origin, "sec-fetch-site": site } = request.headers;
  const authorities = [host, ...authorityOf(request.url)];
  const foreign = authorities.find(each => !isKnown(hostnameOf(each), request, known));
  if (foreign !== undefined) {
    return {
      code: "ForbiddenHost",
      message: `The host ${JSON.stringify(foreign)} is not allowed: use a loopback address, or list the host in allowedHosts (--allowed-hosts).`,
    };
  }
  const isOwnPage = origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
  if (isOwnPage && (site === undefined || site === "same-origin" || site === "none")) return undefined;
  return {
    code: "ForbiddenOrigin",
    message: `Pages of other origins may not use this endpoint (Origin ${origin ?? "not sent"}, Sec-Fetch-Site ${site ?? "not sent"}).`,
  };
}

/** The authority of a whole address, as clients of a proxy send it. */
function authorityOf(url = ""): readonly string[] {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1];
  return authority === undefined ? [] : [authority];
}

/** The name in `name:port`, in lower case, without brackets and a final dot. */
function hostnameOf(authority: string): string {
  const name = authority.toLowerCase();
  if (name.startsWith("[")) return name.slice(1, name.indexOf("]"));
  const colon = name.indexOf(":");
  const bare = colon < 0 ? name : name.slice(0, colon);
  return bare.endsWith(".") ? bare.slice(0, -1) : bare;
}

function isKnown(name: string, { socket }: IncomingMessage, { host, allowedHosts }: KnownHosts): boolean {
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    isLoopback(name) ||
    isAwsEndpoint.test(name) ||
    name === host.toLowerCase() ||
    name === plainAddress(socket.localAddress) ||
    allowedHosts.some(allowed => allowed.toLowerCase() === name)
  );
}

/** AWS's endpoint names, which other sites cannot point here: for `/etc/hosts` and for clients that use this as a proxy. */
const isAwsEndpoint =
  /^(?:backup|elasticfilesystem|fsx|sts)(?:-fips)?\.[a-z0-9-]{1,30}\.(?:amazonaws\.com|amazonaws\.com\.cn|api\.aws)$/;

/** An address without the prefix of an IPv4 address in IPv6. */
const plainAddress = (address = ""): string => address.replace(/^::ffff:/, "");
