/** Sends requests to a port and prints the throughput as JSON: `http-load.ts <port> <load> <milliseconds>`. */
import { underLoad } from "../test/adapters/http/load";

/** The requests to repeat. */
const loads = {
  reads: () => "GET /backup-vaults/Default HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
  writes: (n: number) =>
    `PUT /backup-vaults/${process.pid}-${n} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}`,
};
export type LoadName = keyof typeof loads;

const [port, name, duration] = process.argv.slice(2);
const request = name === "reads" ? loads.reads : loads.writes;
const load = await underLoad({ port: Number(port), connections: 64, duration: Number(duration), request });
console.log(JSON.stringify({ ...load, statuses: [...load.statuses] }));
