import { MockError } from "../../../../core/basics";
import type { BackupView } from "../../account/account";
import type { Cell, ReportItem } from "../../records/report-jobs";

/** A file of a report, as delivered to Amazon S3. */
export interface ReportFile {
  /** The name of the bucket. */
  readonly bucket: string;
  /** The key of the object. */
  readonly key: string;
  /** The content: CSV or JSON, by the extension of the key. */
  readonly body: string;
}

/** A finished report. */
export interface AuditReport {
  /** The rows of the report; each is an object of columns. */
  readonly reportItems: readonly ReportItem[];
  /** The files delivered to Amazon S3, one per format. */
  readonly files: readonly ReportFile[];
}

/** The report that a report job made; undefined until the job is complete. */
export function reportOfJob({ backup, place }: BackupView, reportJobId: string): AuditReport | undefined {
  const job = backup.reportJobs.get(reportJobId);
  if (!job) {
    throw new MockError(
      "UnknownId",
      `Cannot read the report of job ${reportJobId}: account ${place.accountId} has no such report job in ${place.region}; pass an id that StartReportJob returned, or choose another place with aws.in(…).`,
    );
  }
  const { report, ReportDestination: { S3BucketName: bucket = "", S3Keys = [] } = {} } = job;
  if (!report) return undefined;
  const { reportItems } = report;
  const files = S3Keys.map(key => ({
    bucket,
    key,
    body: key.endsWith(".json") ? JSON.stringify({ reportItems }, undefined, 2) : csvOf(reportItems),
  }));
  return { reportItems, files };
}

/** The rows below a header row. Empty when there are no rows. */
function csvOf(items: readonly ReportItem[]): string {
  const columns = Object.keys(items[0] ?? {});
  if (columns.length === 0) return "";
  const lines = [columns, ...items.map(item => columns.map(column => cellText(item[column] ?? null)))];
  return lines.map(cells => `${cells.map(quoted).join(",")}\r\n`).join("");
}

const cellText = (cell: Cell): string => {
  if (cell === null) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
