import { Accounts } from "../../anonymize/accounts";
import { Anonymizer } from "../../anonymize/anonymizer";
import { anonymizedMembers } from "../../anonymize/values";
import type { Answer } from "../dumps/answer";

/** The answers with other names, ids, accounts, addresses and values of tags, each replaced by the same one everywhere. */
export function scrubbed(answers: readonly Answer[], accountId: string): readonly Answer[] {
  const anonymizer = new Anonymizer(new Accounts(accountId));
  return answers.map(({ service, operation, input, output }) => ({
    service,
    operation,
    input: anonymizedMembers(input, anonymizer),
    output: anonymizedMembers(output, anonymizer),
  }));
}
