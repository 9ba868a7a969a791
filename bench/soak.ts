/** Prints how much memory a million calls leave behind. Run by `npx tsx bench/soak.ts`, or with another number of calls. */
import { soak } from "./soak-story";

const { calls, seconds, grownBy, mostGrownBy, grownLater } = await soak(Number(process.argv[2] ?? 1_000_000));
console.log(
  `${calls} calls in ${seconds.toFixed(0)} s left ${grownBy.toFixed(1)} MB behind, ${mostGrownBy.toFixed(1)} MB at most on the way, ${grownLater.toFixed(1)} MB of it in the second half; bar ≤ 50 MB`,
);
if (mostGrownBy > 50) process.exitCode = 1;
