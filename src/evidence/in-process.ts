import { clientOfService } from "../adapters/client-names";
import { isObject } from "../model";
import { type MockAws, type MockAwsPlace, type MockOptions, mockAws } from "./mock";
import type { EvidenceAnswer, EvidenceCall } from "./record";
import { refusalOf } from "./refusal";

/** A fresh mock and a way to send calls to it. */
export interface Connection {
  /** The mock, for its clock and fixture. */
  readonly aws: MockAws;
  /** Sends a call to the mock. Resolves for refused calls too. */
  send(call: EvidenceCall): Promise<EvidenceAnswer>;
}

/**
 * Creates a fresh mock for a record and connects to it. `accountIds` lists the accounts that the record's calls name, for
 * transports that identify accounts by access key.
 */
export type Connect = (options: MockOptions, accountIds: readonly string[]) => Connection;

/** Answers calls in this process, through the same middleware that attached clients use. Needs no SDK. */
export const inProcess: Connect = options => {
  const aws = mockAws(options);
  return { aws, send: call => sendTo(aws.in(call.place), call) };
};

async function sendTo(
  { middleware }: MockAwsPlace,
  { service, operation, input }: EvidenceCall,
): Promise<EvidenceAnswer> {
  const context = { clientName: clientOfService(service), commandName: `${operation}Command` };
  const handler = middleware<{ input: object }, { output?: unknown }>(noService, context);
  try {
    const { output } = await handler({ input });
    return { output: isObject(output) ? output : {} };
  } catch (thrown) {
    return { error: refusalOf(thrown) };
  }
}

/** The end of the middleware chain. The mock answers every call before it. */
const noService = (): Promise<never> => Promise.reject(new Error("The mock let a call pass."));
