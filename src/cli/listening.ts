import { type Endpoint, type ListenOptions, listen } from "../adapters/http/listen";
import type { ServedMock } from "../adapters/http/served-mock";
import { messageOf } from "../core/basics";
import { hasCode } from "./error-codes";

/** Why a server cannot listen, and what to do, by the code of Node's error. */
const reasons: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port, host) =>
    `port ${port} of ${host} is in use; end the server that uses it, or choose another one: --port 0 takes any free one`,
  EACCES: port => `port ${port} needs special rights; choose one from 1024 up`,
  EADDRNOTAVAIL: (_, host) => `${host} is no address of this machine; choose another --host`,
  ENOTFOUND: (_, host) => `the host ${host} is not known; choose another --host`,
};

/** Opens an endpoint. What prevents it is an error that says what to do. */
export async function listenAt(
  aws: ServedMock,
  options: ListenOptions & { readonly port: number; readonly host: string },
): Promise<Endpoint> {
  try {
    return await listen(aws, options);
  } catch (thrown) {
    const [code, reason] = Object.entries(reasons).find(([known]) => hasCode(thrown, known)) ?? [];
    const why = reason ? `${reason(options.port, options.host)} (${code})` : messageOf(thrown);
    throw new Error(`cannot listen: ${why}`);
  }
}

/** What clients need in their environment, to copy. */
export const exportsFor = (url: string, region: string): readonly string[] => [
  `export AWS_ENDPOINT_URL=${url}`,
  `export AWS_DEFAULT_REGION=${region} AWS_ACCESS_KEY_ID=anything AWS_SECRET_ACCESS_KEY=anything`,
];
