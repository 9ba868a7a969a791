import { soak } from "../../bench/soak-story";

test("calls by the ten thousand leave next to no memory behind, with bounded recording", async () => {
  const { calls, seconds, grownBy } = await soak(40_000);
  process.stdout.write(
    `soak: ${calls} calls in ${seconds.toFixed(1)} s left ${grownBy.toFixed(1)} MB behind\n`,
  );
  // What is kept of 10,000 events and 30 days of jobs is in it.
  expect(grownBy).toBeLessThan(25);
}, 120_000);
