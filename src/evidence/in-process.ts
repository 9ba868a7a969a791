import { isObject } from "../model";
import { type MockAws, type MockAwsPlace, type MockOptions, mockAws } from "./mock";
import type { EvidenceAnswer, EvidenceCall, EvidenceService } from "./record";
import { refusalOf } from "./refusal";

/** A fresh mock, and how a record's calls get to it. */
export interface Connection {
  readonly aws: MockAws;
  send(call: EvidenceCall): Promise<EvidenceAnswer>;
}

/**
 * Makes a fresh mock for a record and connects to it. `accountIds` are the accounts that the record's calls name, for
 * transports that tell accounts apart by access keys.
 */
export type Connect = (options: MockOptions, accountIds: readonly string[]) => Connection;

const clientNames: Readonly<Record<EvidenceService, string>> = {
  backup: "BackupClient",
  efs: "EFSClient",
  fsx: "FSxClient",
};

/** Answers calls in this process, as clients that the mock is attached to are answered. No SDK is needed. */
export const inProcess: Connect = options => {
  const aws = mockAws(options);
  return { aws, send: call => sendTo(aws.in(call.place), call) };
};

async function sendTo(
  { middleware }: MockAwsPlace,
  { service, operation, input }: EvidenceCall,
): Promise<EvidenceAnswer> {
  const context = { clientName: clientNames[service], commandName: `${operation}Command` };
  const handler = middleware<{ input: object }, { output?: unknown }>(noService, context);
  try {
    const { output } = await handler({ input });
    return { output: isObject(output) ? output : {} };
  } catch (thrown) {
    return { error: refusalOf(thrown) };
  }
}

/** What comes after the mock's middleware: nothing that could answer. */
const noService = (): Promise<never> => Promise.reject(new Error("The mock let a call pass."));
