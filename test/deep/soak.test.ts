import { soak } from "../../bench/soak-workload";
import { reportCoverage } from "../support/depth";

test("memory does not grow with the number of calls when recording is limited", async () => {
  const { calls, seconds, peakGrowth, secondHalfGrowth } = await soak(150_000);
  reportCoverage(
    `soak: ${calls} calls in ${seconds.toFixed(1)} s, heap growth ${peakGrowth.toFixed(1)} MB, ${secondHalfGrowth.toFixed(1)} MB in the second half`,
  );
  // Includes 10,000 events and the jobs of 30 days.
  expect(peakGrowth).toBeLessThan(25);
  // 40 bytes per call would be 3 MB.
  expect(secondHalfGrowth).toBeLessThan(3);
}, 300_000);
