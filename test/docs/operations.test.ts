import { operationsPage } from "../../scripts/list-operations";
import { pageOf } from "./page";

test("docs/operations.md is up to date; npm run docs:operations writes it", () => {
  expect(pageOf("operations.md")).toBe(operationsPage());
});
