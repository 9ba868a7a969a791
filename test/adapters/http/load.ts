import { connect, type Socket } from "node:net";

/** The result of a load test. */
export interface Load {
  /** The number of answers by status. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly perSecond: number;
  /** The 99th percentile of the time to an answer, in milliseconds. */
  readonly p99: number;
}

export interface LoadOptions {
  readonly port: number;
  readonly connections: number;
  /** How long to send requests, in milliseconds. */
  readonly duration: number;
  /** The n-th request, as it goes over the wire. */
  request(n: number): string;
}

/** Keeps a number of connections busy: each sends its next request as soon as it has an answer. */
export async function underLoad({ port, connections, duration, request }: LoadOptions): Promise<Load> {
  const statuses = new Map<number, number>();
  const times: number[] = [];
  const start = performance.now();
  let sent = 0;
  const keepBusy = async () => {
    const connection = await Connection.to(port);
    while (performance.now() - start < duration) {
      const asked = performance.now();
      const status = await connection.ask(request(sent++));
      times.push(performance.now() - asked);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    connection.end();
  };
  await Promise.all(Array.from({ length: connections }, keepBusy));
  times.sort((a, b) => a - b);
  return {
    statuses,
    perSecond: (times.length * 1000) / (performance.now() - start),
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

/** One request at a time over one socket: a minimal client, so that the server is measured. */
class Connection {
  readonly #socket: Socket;
  #received = "";
  #resolve: (status: number) => void = () => {};
  #reject: (error: Error) => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => this.#take(chunk));
    socket.on("error", error => this.#reject(error));
    socket.on("close", () => this.#reject(new Error("The connection was closed without an answer.")));
  }

  static to(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      socket.once("error", reject);
      socket.once("connect", () => resolve(new Connection(socket)));
    });
  }

  /** The status of the answer. */
  ask(request: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#socket.write(request);
    });
  }

  end(): void {
    this.#socket.destroy();
  }

  #take(chunk: string): void {
    this.#received += chunk;
    const head = this.#received.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.#received)?.[1] ?? 0);
    if (this.#received.length < head + 4 + length) return;
    const status = Number(this.#received.slice(9, 12));
    this.#received = "";
    this.#resolve(status);
  }
}
