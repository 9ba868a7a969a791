import { connect } from "node:net";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { type ListenOptions, listen } from "aws-backup-mock/http";

/** A served mock, with a function that sends requests to it. */
export async function served(options: MockOptions = {}, listening: ListenOptions = {}) {
  const aws = mockAws(options);
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const endpoint = await listen(aws, listening);
  endpoints.add(endpoint);
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${endpoint.url}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const content: unknown = text === "" ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, content, text };
  };
  /** The configuration of an SDK client for it. */
  const config = {
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    endpoint: endpoint.url,
  };
  return { aws, endpoint, ask, config };
}

const endpoints = new Set<{ close(): Promise<void> }>();

/** For `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const endpoint of endpoints) await endpoint.close();
  endpoints.clear();
}

/** Writes bytes to the port. Resolves to everything received until the connection closes. */
export function sendRaw(port: number, ...parts: readonly (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const received: Buffer[] = [];
    const done = () => resolve(Buffer.concat(received).toString());
    socket.on("connect", () => {
      for (const part of parts) socket.write(part);
    });
    socket.on("data", (chunk: Buffer) => received.push(chunk));
    socket.on("close", done);
    // Writing after the answer may fail; what was received before counts.
    socket.on("error", error => (received.length > 0 ? done() : reject(error)));
  });
}

/** Status, content and head of a raw response. */
export function parsed(response: string) {
  const [head = "", body = ""] = response.split("\r\n\r\n");
  const content: unknown = body === "" ? undefined : JSON.parse(body);
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]), content, head };
}
