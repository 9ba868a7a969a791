import { readFileSync } from "node:fs";
import { commonErrorNames, serviceModel, serviceNames } from "../../src/model";

test("the type of error names lists the errors of all operations, in order", () => {
  const source = readFileSync("src/model/error-names.ts", "utf8");
  const typed = [...source.matchAll(/^ {2}\| "(\w+)"/gm)].map(([, name]) => name);
  const declared = serviceNames.flatMap(service => {
    const model = serviceModel(service);
    return model.operationNames().flatMap(name => model.operation(name)?.errors ?? []);
  });
  expect(typed).toEqual([...new Set(declared)].sort());
});

test("common errors are in order, each once", () => {
  expect(commonErrorNames).toEqual([...new Set(commonErrorNames)].sort());
});
