import { readInput, serviceNames, violationMessage } from "../../src/model/index";
import { brokenInputs } from "../support/broken-inputs";
import { allOperations } from "../support/model-walk";

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
          throw new Error(`${what}: not in the message`);
      }
    }
  });

  test("is tried for every operation that has input members", () => {
    const without = operations.filter(operation => brokenInputs(operation).length === 0);
    for (const { name, input } of without)
      expect({ name, members: input.members }).toEqual({ name, members: [] });
  });
});
