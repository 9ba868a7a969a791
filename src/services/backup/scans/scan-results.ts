import type { RecoveryPoint } from "../records/recovery-points";

/** The combined results of all scanners, as lists of recovery points show them. */
export function aggregatedScan({ ScanResults }: RecoveryPoint) {
  if (!ScanResults || ScanResults.length === 0) return undefined;
  return {
    FailedScan: ScanResults.some(({ ScanJobState }) => ScanJobState === "FAILED"),
    Findings: [...new Set(ScanResults.flatMap(({ Findings }) => Findings ?? []))],
    LastComputed: Math.max(...ScanResults.map(({ LastScanTimestamp }) => LastScanTimestamp ?? 0)),
  };
}
