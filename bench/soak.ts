/** Prints how much memory a million calls leave behind: `npx tsx bench/soak.ts [calls]`. */
import { soak } from "./soak-workload";

const limit = 50;
const { calls, seconds, growth, peakGrowth, secondHalfGrowth } = await soak(
  Number(process.argv[2] ?? 1_000_000),
);
console.log(
  `${calls} calls in ${seconds.toFixed(0)} s: heap growth ${growth.toFixed(1)} MB, at most ${peakGrowth.toFixed(1)} MB on the way (limit ${limit} MB), ${secondHalfGrowth.toFixed(1)} MB in the second half`,
);
if (peakGrowth > limit) process.exitCode = 1;
