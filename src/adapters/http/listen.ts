import { createServer } from "node:http";
import { type Address, addressOf, warnUnlessLoopback } from "./address";
import { Answers } from "./answer";
import { answerBrokenRequests } from "./broken-requests";
import { failureResponse } from "./failures";
import { send } from "./send";
import type { ServedMock } from "./served-mock";

/** How an endpoint listens. */
export interface ListenOptions {
  /** Default: 0, any free port. */
  readonly port?: number;
  /**
   * Default: `127.0.0.1`. There is no authentication: at any address that is not a loopback address, other machines can
   * read and change the account, and a warning says so.
   */
  readonly host?: string;
  /**
   * Names that clients may call the endpoint by, such as the service name in a `docker-compose.yml`, without a port.
   * Loopback addresses, `host` and the address that a client has reached are allowed anyway; other names are refused with
   * 403, because pages of other sites could use them. Default: none.
   */
  readonly allowedHosts?: readonly string[];
  /** The longest body of a request, in bytes. Default: 10 MiB. */
  readonly maxBodyBytes?: number;
  /** How long a client may take to send a request, and to read its answer, in milliseconds. Default: 30,000. */
  readonly requestTimeout?: number;
}

/** A port that answers like AWS Backup, EFS and FSx. */
export interface Endpoint extends AsyncDisposable {
  /** For a client's `endpoint` option, `AWS_ENDPOINT_URL` and `--endpoint-url`: `http://127.0.0.1:4577`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /**
   * Stops listening and closes all connections. A move of the clock stops where it is. May be called any number of
   * times.
   */
  close(): Promise<void>;
}

const mebibyte = 1024 ** 2;

/**
 * Serves a mock to SDKs of any language, the AWS CLI and `curl`: one port for all three services, and paths below
 * `/_mock/` to move time, seed and inspect.
 *
 * @example
 * const endpoint = await listen(aws);
 * const backup = new BackupClient({ endpoint: endpoint.url });
 */
export async function listen(aws: ServedMock, options: ListenOptions = {}): Promise<Endpoint> {
  const { port = 0, host = "127.0.0.1", allowedHosts = [] } = options;
  const { maxBodyBytes = 10 * mebibyte, requestTimeout = 30_000 } = options;
  const answers = new Answers({ aws, host, allowedHosts, maxBodyBytes });
  const server = createServer(
    {
      requestTimeout,
      headersTimeout: Math.min(requestTimeout, 10_000),
      // How often Node checks for requests that take too long.
      connectionsCheckingInterval: Math.min(requestTimeout, 1_000),
      // Longer than clients keep idle connections, so that none is closed while a request is on its way.
      keepAliveTimeout: 75_000,
      requireHostHeader: false,
    },
    async (request, response) => {
      const answer = await answers.to(request).catch(failureResponse);
      try {
        await send(response, answer, requestTimeout);
      } catch {
        // A stub's error may have a name that no header can carry.
        response.destroy();
      }
    },
  );
  answerBrokenRequests(server);
  const address = await new Promise<Address>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(addressOf(server.address())));
  });
  warnUnlessLoopback(address);
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= new Promise<void>(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    }).then(() => answers.idle());
    return closed;
  };
  return { ...address, close, [Symbol.asyncDispose]: close };
}
