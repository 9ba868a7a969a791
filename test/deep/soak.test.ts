import { soak } from "../../bench/soak-story";

test("calls by the ten thousand leave next to no memory behind, with bounded recording", async () => {
  const { calls, seconds, mostGrownBy, grownLater } = await soak(60_000);
  process.stdout.write(
    `soak: ${calls} calls in ${seconds.toFixed(1)} s left ${mostGrownBy.toFixed(1)} MB behind, ${grownLater.toFixed(1)} MB of it in the second half\n`,
  );
  // What is kept of 10,000 events and 30 days of jobs is in it.
  expect(mostGrownBy).toBeLessThan(25);
  // A hundred bytes a call would be 3 MB.
  expect(grownLater).toBeLessThan(3);
}, 120_000);
