import { own } from "../own";

const withCluster = "an instance of a cluster is backed up with the cluster";
const atRunTime = "its instances exist only while it runs; add them as resources of the fixture";

const reasons: Readonly<Record<string, string>> = {
  aws_autoscaling_group: atRunTime,
  aws_docdb_cluster_instance: withCluster,
  aws_ec2_fleet: atRunTime,
  aws_fsx_ontap_volume_from_backup: "it is restored from a backup, which the plan does not hold",
  aws_neptune_cluster_instance: withCluster,
  aws_organizations_policy:
    "policies of AWS Organizations are not modelled; seed the backup plans that they make",
  aws_rds_cluster_instance: withCluster,
  aws_spot_fleet_request: atRunTime,
  aws_spot_instance_request: atRunTime,
};

/** Why resources of a type are left out. */
export function reasonOf(type: string): string {
  const reason = own(reasons, type);
  if (reason !== undefined) return reason;
  if (/^aws_(backup|efs|fsx)_/.test(type)) return "this version does not know the type";
  if (/^awscc_(backup|efs|fsx)_/.test(type)) return "the provider awscc is not read; use the provider aws";
  return "it is not part of AWS Backup, Amazon EFS or Amazon FSx, and AWS Backup does not protect it";
}
