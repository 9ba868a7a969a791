import { World } from "../../../src/core/world";
import { joinedServices } from "../../../src/integrations";
import { backup } from "../../../src/services/backup";
import { efs } from "../../../src/services/efs";

const place = { accountId: "123456789012", region: "us-east-1" };

function world() {
  return new World(joinedServices(), {
    now: 0,
    idSeed: "view",
    eventLimit: 10,
    quotas: {},
    durations: {},
  });
}

test("what reads of the same state share is opened once, though every request names its place anew", () => {
  const view = world().view();
  const opened = view.account(backup, place);

  expect(view.account(backup, { ...place })).toBe(opened);
  expect(opened.at({ ...place })).toBe(opened);
  expect(view.account(efs, { ...place })).not.toBe(opened);
  expect(view.account(backup, { ...place, region: "eu-west-1" })).not.toBe(opened);
  expect(view.account(backup, { ...place, accountId: "210987654321" })).not.toBe(opened);
});

test("another state is read through another view", () => {
  const here = world();
  const before = here.view();
  expect(here.view()).toBe(before);

  here.transact(transaction => {
    transaction.now = 1;
  });

  expect(here.view()).not.toBe(before);
  expect(before.account(backup, place).now).toBe(0);
  expect(here.view().account(backup, place).now).toBe(1);
});
