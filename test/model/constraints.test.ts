import { readInput, type ServiceName, serviceNames, violationMessage } from "../../src/model/index";
import { brokenInputs } from "../support/broken-inputs";
import { allOperations } from "../support/model-walk";

/** Counted in all tests of this file and printed at the end. */
const tried: Record<ServiceName, Record<string, number>> = { backup: {}, efs: {}, fsx: {} };

describe.each(serviceNames)("an input of %s that breaks one constraint", service => {
  const operations = allOperations().filter(operation => operation.service === service);

  test("is refused with the kind of the constraint and the path of the member", () => {
    for (const operation of operations) {
      for (const { what, kind, path, memberName, input } of brokenInputs(operation)) {
        const { violations } = readInput(operation, input);
        const found = violations.find(violation => violation.kind === kind);
        if (
          !found ||
          found.path !== path ||
          found.memberName !== memberName ||
          !found.message.includes(`'${path}'`)
        ) {
          throw new Error(`${what}: expected ${kind} at ${path}, got ${JSON.stringify(violations)}`);
        }
        const elsewhere = violations.filter(violation => violation.path !== path);
        if (elsewhere.length > 0) throw new Error(`${what}: unexpected ${JSON.stringify(elsewhere)}`);
        if (!violationMessage(violations).includes(found.message))
          throw new Error(`${what}: missing in the message`);
        tried[service][kind] = (tried[service][kind] ?? 0) + 1;
      }
    }
  });

  test("is tried for every operation that has input members", () => {
    const without = operations.filter(operation => brokenInputs(operation).length === 0);
    for (const { name, input } of without)
      expect({ name, members: input.members }).toEqual({ name, members: [] });
  });
});

afterAll(() => {
  const total = Object.values(tried)
    .flatMap(kinds => Object.values(kinds))
    .reduce((sum, count) => sum + count, 0);
  process.stdout.write(`invalid inputs tried: ${total} ${JSON.stringify(tried)}\n`);
});
