import type { Place } from "../../../core/basics";
import type { BackupView } from "../account/account";
import type { Period, ReportJob } from "../records/report-jobs";
import type { ReportSetting } from "../records/report-plans";
import { accountsToldTo } from "../settings/organization";
import { isCrossAccount, isCrossRegion } from "./report-setting";
import { isoSeconds } from "./reporting/report-values";

/** The Regions that every account has without opting in: what `*` stands for, with the report's own. */
const everyRegion = [
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
 * The accounts and Regions a report is on. `ROOT` stands for the whole organization, as far as the report's own account
 * is told of it. Which accounts are in which organizational unit is not known: units stand for the own account.
 */
export function coveredPlaces(account: BackupView, setting: ReportSetting): readonly Place[] {
  const { place: own } = account;
  const { Accounts = [], OrganizationUnits = [], Regions = [] } = setting;
  const named = Accounts.flatMap(id =>
    id === "ROOT" ? accountsToldTo(account).map(({ place }) => place.accountId) : [id],
  );
  const accounts = OrganizationUnits.length > 0 || named.length === 0 ? [...named, own.accountId] : named;
  const regions = Regions.includes("*") ? [...everyRegion, own.region] : Regions;
  return [...new Set(accounts)].flatMap(accountId =>
    [...new Set(regions.length > 0 ? regions : [own.region])].map(region => ({ accountId, region })),
  );
}

/**
 * The files of a report, where the Developer Guide has them ("Creating report plans"), the API reference leaving out the
 * account: `prefix/Backup/account/Region/year/month/day/name/template_name_from_until.format`.
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
