import { EFS } from "@aws-sdk/client-efs";
import { account, orders, rule } from "./support";

const first = -8.64e15;
const last = 8.64e15;
const day = 86_400_000;

const instants: readonly [string, number][] = [
  ["the first instant", first],
  ["1950", Date.UTC(1950, 0, 1)],
  ["the last moment before 1970", -1],
  ["1970", 0],
  ["the day before the last instant", last - day],
];
test.each(instants)("a job is made and ends from %s on", async (_, now) => {
  const { aws, start, job, points } = account({ now });
  const id = await start(orders, { Lifecycle: { DeleteAfterDays: 7 } });
  expect(await aws.settle()).toMatchObject({ from: new Date(now), to: new Date(now + 30_000) });
  const { State, CreationDate, CompletionDate, StartBy } = await job(id);
  expect([State, CreationDate?.getTime(), CompletionDate?.getTime()]).toEqual([
    "COMPLETED",
    now,
    now + 30_000,
  ]);
  expect(StartBy?.getTime()).toBeLessThanOrEqual(last);
  const [point] = await points();
  expect(point?.CalculatedLifecycle?.DeleteAt?.getTime()).toBe(Math.min(now + 7 * day, last));
  expect(aws.events().map(({ time }) => Date.parse(time))).toContain(
    Math.floor((now + 30_000) / 1_000) * 1_000,
  );
  const copy = account({ snapshot: JSON.parse(JSON.stringify(aws.snapshot())) }, {});
  expect(copy.aws.clock.now()).toEqual(aws.clock.now());
});

test("time moves up to the last instant, and a move beyond it is refused", async () => {
  const { aws } = account({ now: last - day });
  expect((await aws.clock.advance("1 day")).to).toEqual(new Date(last));
  const { state } = aws;
  const refusal = {
    code: "ClockCannotMove",
    message: "Cannot move the clock that far: dates range from -271821-04-20 to 275760-09-13; move by less.",
  };
  await expect(aws.clock.advance(1)).rejects.toMatchObject(refusal);
  await expect(aws.clock.advance(Number.MAX_SAFE_INTEGER)).rejects.toMatchObject(refusal);
  await expect(aws.clock.until(() => false, { within: "1 day" })).rejects.toMatchObject(refusal);
  await expect(aws.clock.set(last + 1)).rejects.toMatchObject({ code: "InvalidOption" });
  expect(aws.state).toBe(state);
  expect(await aws.clock.advance(0)).toMatchObject({ steps: 0 });
});

test("work that would end beyond the last instant never ends, and waiting for it is refused", async () => {
  const { aws, start, job } = account({ now: last, clock: "auto" });
  const efs = aws.attach(new EFS());
  const id = await start();
  await efs.createFileSystem({});
  expect(await job(id)).toMatchObject({ State: "CREATED", StartBy: new Date(last) });
  const refusal = { code: "ClockCannotMove" };
  await expect(job(id)).rejects.toMatchObject(refusal);
  await expect(aws.settle()).rejects.toMatchObject(refusal);
  await expect(aws.clock.next()).rejects.toMatchObject(refusal);
  expect(aws.clock.now()).toEqual(new Date(last));
});

test("plans run from 1970 on, as AWS's schedules name no earlier year", async () => {
  const { aws, plan } = account({ now: Date.UTC(1969, 11, 31) });
  const id = await plan([rule()]);
  expect(aws.explain(id).rules[0]?.nextRuns[0]).toEqual(new Date("1970-01-01T05:00:00Z"));
  expect(await aws.clock.advance("2 days")).toMatchObject({ jobs: { COMPLETED: 1 } });
});
