import { createServer, type IncomingMessage } from "node:http";
import { type Address, addressOf, warnUnlessLoopback } from "./address";
import { Answers } from "./answer";
import { answerBrokenRequests } from "./broken-requests";
import { failureResponse } from "./failures";
import { isLooking } from "./page/page";
import { RequestLog } from "./request-log";
import { type HttpAnswer, send } from "./send";
import type { ServedMock } from "./served-mock";

/** How an endpoint listens. */
export interface ListenOptions {
  /** The port. Default: 0, which takes any free one. */
  readonly port?: number;
  /**
   * The address to listen on. Default: `127.0.0.1`. There is no authentication: on an address that is not a loopback one,
   * everyone who can reach it can change the account. A warning says so.
   */
  readonly host?: string;
  /**
   * Host names under which clients may call the endpoint, without a port, such as a service name of `docker-compose.yml`.
   * Loopback addresses, `host` and the address that the client reached are always allowed. Other names are refused with 403,
   * because pages of other sites could use them. Default: none.
   */
  readonly allowedHosts?: readonly string[];
  /** The size limit of a request's body, in bytes. Default: 10 MiB. */
  readonly maxBodyBytes?: number;
  /** The time limit for receiving a request, and for sending its answer, in milliseconds. Default: 30,000. */
  readonly requestTimeout?: number;
  /**
   * Receives a line for each request, `05:00 StartBackupJob orders → 200 4 ms`, with the mock's time and what was refused,
   * and for each passage of the mock's time. Default: none.
   */
  readonly log?: (line: string) => void;
}

/** A port that answers like AWS Backup, EFS and FSx. */
export interface Endpoint extends AsyncDisposable {
  /** For a client's `endpoint` option, `AWS_ENDPOINT_URL` and `--endpoint-url`: `http://127.0.0.1:4577`. */
  readonly url: string;
  /** The address it listens on: `127.0.0.1`. */
  readonly host: string;
  /** The port it listens on. */
  readonly port: number;
  /**
   * Stops listening and closes all connections. A move of the clock in progress stops where it is. Idempotent.
   * `await using endpoint = await listen(aws)` does it at the end of the scope.
   *
   * @example
   * afterAll(() => endpoint.close());
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
  const log = options.log && new RequestLog(aws, options.log);
  const answers = new Answers({ aws, host, allowedHosts, maxBodyBytes, log });
  const answerTo = (request: IncomingMessage): Promise<HttpAnswer> =>
    answers.to(request).catch(failureResponse);
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
      const isLogged = log !== undefined && !isLooking(request);
      const answer = await (isLogged ? log.around(request, () => answerTo(request)) : answerTo(request));
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
