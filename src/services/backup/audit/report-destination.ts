import type { Place } from "../../../core/basics";
import type { BackupView } from "../account/account";
import type { Period, ReportJob } from "../records/report-jobs";
import type { ReportSetting } from "../records/report-plans";
import { visibleAccounts } from "../settings/organization";
import { isCrossAccount, isCrossRegion } from "./report-setting";
import { isoSeconds } from "./reporting/report-values";

/** The Regions that are enabled in every account. `*` stands for them and the report's own Region. */
const defaultRegions = [
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
];

/**
 * The accounts and Regions that a report covers. `ROOT` stands for all accounts of the organization that the report's own
 * account may see. Organizational units have no known members: each stands for the report's own account.
 */
export function coveredPlaces(account: BackupView, setting: ReportSetting): readonly Place[] {
  const { place: own } = account;
  const { Accounts = [], OrganizationUnits = [], Regions = [] } = setting;
  const named = Accounts.flatMap(id =>
    id === "ROOT" ? visibleAccounts(account).map(({ place }) => place.accountId) : [id],
  );
  const accounts = OrganizationUnits.length > 0 || named.length === 0 ? [...named, own.accountId] : named;
  const regions = Regions.includes("*") ? [...defaultRegions, own.region] : Regions;
  return [...new Set(accounts)].flatMap(accountId =>
    [...new Set(regions.length > 0 ? regions : [own.region])].map(region => ({ accountId, region })),
  );
}

/**
 * The S3 keys of a report: `prefix/Backup/account/Region/year/month/day/name/template_name_from_until.format`. This is the
 * form of the Developer Guide ("Creating report plans"); the API reference omits the account.
 */
export function s3Keys(job: ReportJob, period: Period, own: Place): readonly string[] {
  const { setting, channel, planName } = job;
  const date = new Date(job.CreationTime).toISOString().slice(0, 10).replaceAll("-", "/");
  const folder = [
    ...(channel.S3KeyPrefix ? [channel.S3KeyPrefix] : []),
    "Backup",
    isCrossAccount(setting) ? "crossaccount" : own.accountId,
    isCrossRegion(setting, own) ? "crossregion" : own.region,
    date,
    planName,
  ].join("/");
  const file = [setting.ReportTemplate, planName, isoSeconds(period.from), isoSeconds(period.until)].join(
    "_",
  );
  return (channel.Formats ?? []).map(format => `${folder}/${file}.${format.toLowerCase()}`);
}
