import type { Server } from "node:http";
import { BlockList, isIP } from "node:net";

/** Where an endpoint is reached. */
export interface Address {
  readonly url: string;
  readonly host: string;
  readonly port: number;
}

export function addressOf(bound: ReturnType<Server["address"]>): Address {
  if (bound === null || typeof bound === "string") throw new Error("The endpoint has no address.");
  const { address: host, port } = bound;
  return { url: `http://${hostInUrl(host)}:${port}`, host, port };
}

/** A wildcard address cannot be called, but what listens there can be reached at loopback. */
function hostInUrl(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return isIP(host) === 6 ? `[${host}]` : host;
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

export function isLoopback(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && loopback.check(address, version === 6 ? "ipv6" : "ipv4");
}

export function warnUnlessLoopback({ host, port }: Address): void {
  if (isLoopback(host)) return;
  process.emitWarning(
    `The mock of AWS listens at ${host}, port ${port}, which other machines may reach. There is no authentication: all of them can read and change the account.`,
    { code: "AWS_BACKUP_MOCK_EXPOSED" },
  );
}
