import { readFileSync } from "node:fs";
import { join } from "node:path";
import { operationsPage } from "../../scripts/list-operations";

test("docs/operations.md lists what is modelled; npm run docs:operations writes it anew", () => {
  const page = readFileSync(join(__dirname, "../../docs/operations.md"), "utf8");
  expect(page).toBe(operationsPage());
});
