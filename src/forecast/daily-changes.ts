import { type PlaceKey, placeOfKey } from "../core/basics";
import type { View } from "../core/world";
import { backup } from "../services/backup";
import { usualDailyChange } from "../services/backup/backup-jobs/increments";
import type { DailyChanges } from "./storage";

/** The share of each resource's data that changes in a day, as seeded, or the usual one. */
export function dailyChangesOf(view: View): DailyChanges {
  const known = new Map<string, number>();
  for (const key of Object.keys(view.state.places)) {
    const { resources } = view.account(backup, placeOfKey(key as PlaceKey)).backup;
    for (const { arn, dailyChange } of resources) if (dailyChange !== undefined) known.set(arn, dailyChange);
  }
  return resourceArn => known.get(resourceArn) ?? usualDailyChange;
}
