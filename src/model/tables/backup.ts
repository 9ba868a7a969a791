// Generated from backup-2018-11-15.json of github.com/aws/api-models-aws; do not edit.
// To update it: npx tsx scripts/generate-model.ts --models <directory of the Smithy models>

/** A table in the format of `../table-format`: text, so that nothing is parsed when it is loaded. */
export const backupTable = `{"sdkId":"Backup","apiVersion":"2018-11-15","namespace":"com.amazonaws.backup","endpointPrefix":"backup","signingName":"backup","protocol":"restJson1"}
AssociateBackupVaultMpaApprovalTeam ["PUT /backup-vaults/{BackupVaultName}/mpaApprovalTeam 204","AssociateBackupVaultMpaApprovalTeamInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
CancelLegalHold ["DELETE /legal-holds/{LegalHoldId} 201","CancelLegalHoldInput","CancelLegalHoldOutput","InvalidParameterValueException InvalidResourceStateException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
CreateBackupAccessPoint ["PUT /backup-access-point/create 201","CreateBackupAccessPointRequest","CreateBackupAccessPointResponse","AlreadyExistsException ConflictException InvalidParameterValueException InvalidRequestException LimitExceededException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
CreateBackupPlan ["PUT /backup/plans 200","CreateBackupPlanInput","CreateBackupPlanOutput","AlreadyExistsException InvalidParameterValueException LimitExceededException MissingParameterValueException ServiceUnavailableException"]
CreateBackupSelection ["PUT /backup/plans/{BackupPlanId}/selections 200","CreateBackupSelectionInput","CreateBackupSelectionOutput","AlreadyExistsException InvalidParameterValueException LimitExceededException MissingParameterValueException ServiceUnavailableException"]
CreateBackupVault ["PUT /backup-vaults/{BackupVaultName} 200","CreateBackupVaultInput","CreateBackupVaultOutput","AlreadyExistsException InvalidParameterValueException LimitExceededException MissingParameterValueException ServiceUnavailableException"]
CreateFramework ["POST /audit/frameworks 200","CreateFrameworkInput","CreateFrameworkOutput","AlreadyExistsException InvalidParameterValueException LimitExceededException MissingParameterValueException ServiceUnavailableException"]
CreateLegalHold ["POST /legal-holds 200","CreateLegalHoldInput","CreateLegalHoldOutput","InvalidParameterValueException LimitExceededException MissingParameterValueException ServiceUnavailableException"]
CreateLogicallyAirGappedBackupVault ["PUT /logically-air-gapped-backup-vaults/{BackupVaultName} 200","CreateLogicallyAirGappedBackupVaultInput","CreateLogicallyAirGappedBackupVaultOutput","AlreadyExistsException InvalidParameterValueException InvalidRequestException LimitExceededException MissingParameterValueException ServiceUnavailableException"]
CreateReportPlan ["POST /audit/report-plans 200","CreateReportPlanInput","CreateReportPlanOutput","AlreadyExistsException InvalidParameterValueException LimitExceededException MissingParameterValueException ServiceUnavailableException"]
CreateRestoreAccessBackupVault ["PUT /restore-access-backup-vaults 200","CreateRestoreAccessBackupVaultInput","CreateRestoreAccessBackupVaultOutput","AlreadyExistsException InvalidParameterValueException InvalidRequestException LimitExceededException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
CreateRestoreTestingPlan ["PUT /restore-testing/plans 201","CreateRestoreTestingPlanInput","CreateRestoreTestingPlanOutput","AlreadyExistsException ConflictException InvalidParameterValueException LimitExceededException MissingParameterValueException ServiceUnavailableException"]
CreateRestoreTestingSelection ["PUT /restore-testing/plans/{RestoreTestingPlanName}/selections 201","CreateRestoreTestingSelectionInput","CreateRestoreTestingSelectionOutput","AlreadyExistsException InvalidParameterValueException LimitExceededException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
CreateTieringConfiguration ["PUT /tiering-configurations 200","CreateTieringConfigurationInput","CreateTieringConfigurationOutput","AlreadyExistsException ConflictException InvalidParameterValueException LimitExceededException MissingParameterValueException ServiceUnavailableException"]
DeleteBackupAccessPoint ["DELETE /backup-access-point/delete/{AccessPointArn} 204","DeleteBackupAccessPointInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DeleteBackupPlan ["DELETE /backup/plans/{BackupPlanId} 200","DeleteBackupPlanInput","DeleteBackupPlanOutput","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DeleteBackupSelection ["DELETE /backup/plans/{BackupPlanId}/selections/{SelectionId} 200","DeleteBackupSelectionInput","","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DeleteBackupVault ["DELETE /backup-vaults/{BackupVaultName} 200","DeleteBackupVaultInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DeleteBackupVaultAccessPolicy ["DELETE /backup-vaults/{BackupVaultName}/access-policy 200","DeleteBackupVaultAccessPolicyInput","","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DeleteBackupVaultLockConfiguration ["DELETE /backup-vaults/{BackupVaultName}/vault-lock 200","DeleteBackupVaultLockConfigurationInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DeleteBackupVaultNotifications ["DELETE /backup-vaults/{BackupVaultName}/notification-configuration 200","DeleteBackupVaultNotificationsInput","","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DeleteFramework ["DELETE /audit/frameworks/{FrameworkName} 200","DeleteFrameworkInput","","ConflictException InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DeleteRecoveryPoint ["DELETE /backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn} 200","DeleteRecoveryPointInput","","InvalidParameterValueException InvalidRequestException InvalidResourceStateException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DeleteReportPlan ["DELETE /audit/report-plans/{ReportPlanName} 200","DeleteReportPlanInput","","ConflictException InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DeleteRestoreTestingPlan ["DELETE /restore-testing/plans/{RestoreTestingPlanName} 204","DeleteRestoreTestingPlanInput","","InvalidRequestException ServiceUnavailableException"]
DeleteRestoreTestingSelection ["DELETE /restore-testing/plans/{RestoreTestingPlanName}/selections/{RestoreTestingSelectionName} 204","DeleteRestoreTestingSelectionInput","","ResourceNotFoundException ServiceUnavailableException"]
DeleteTieringConfiguration ["DELETE /tiering-configurations/{TieringConfigurationName} 200","DeleteTieringConfigurationInput","DeleteTieringConfigurationOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeBackupAccessPoint ["GET /backup-access-point/{AccessPointArn} 200","DescribeBackupAccessPointInput","DescribeBackupAccessPointResponse","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeBackupJob ["GET /backup-jobs/{BackupJobId} 200","DescribeBackupJobInput","DescribeBackupJobOutput","DependencyFailureException InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeBackupVault ["GET /backup-vaults/{BackupVaultName} 200","DescribeBackupVaultInput","DescribeBackupVaultOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeCopyJob ["GET /copy-jobs/{CopyJobId} 200","DescribeCopyJobInput","DescribeCopyJobOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeFramework ["GET /audit/frameworks/{FrameworkName} 200","DescribeFrameworkInput","DescribeFrameworkOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeGlobalSettings ["GET /global-settings 200","DescribeGlobalSettingsInput","DescribeGlobalSettingsOutput","InvalidRequestException ServiceUnavailableException"]
DescribeProtectedResource ["GET /resources/{ResourceArn} 200","DescribeProtectedResourceInput","DescribeProtectedResourceOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeRecoveryPoint ["GET /backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn} 200","DescribeRecoveryPointInput","DescribeRecoveryPointOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeRegionSettings ["GET /account-settings 200","DescribeRegionSettingsInput","DescribeRegionSettingsOutput","ServiceUnavailableException"]
DescribeReportJob ["GET /audit/report-jobs/{ReportJobId} 200","DescribeReportJobInput","DescribeReportJobOutput","MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeReportPlan ["GET /audit/report-plans/{ReportPlanName} 200","DescribeReportPlanInput","DescribeReportPlanOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeRestoreJob ["GET /restore-jobs/{RestoreJobId} 200","DescribeRestoreJobInput","DescribeRestoreJobOutput","DependencyFailureException InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DescribeScanJob ["GET /scan/jobs/{ScanJobId} 200","DescribeScanJobInput","DescribeScanJobOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DisassociateBackupVaultMpaApprovalTeam ["POST /backup-vaults/{BackupVaultName}/mpaApprovalTeam?delete 204","DisassociateBackupVaultMpaApprovalTeamInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DisassociateRecoveryPoint ["POST /backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}/disassociate 200","DisassociateRecoveryPointInput","","InvalidParameterValueException InvalidRequestException InvalidResourceStateException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
DisassociateRecoveryPointFromParent ["DELETE /backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}/parentAssociation 204","DisassociateRecoveryPointFromParentInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
ExportBackupPlanTemplate ["GET /backup/plans/{BackupPlanId}/toTemplate 200","ExportBackupPlanTemplateInput","ExportBackupPlanTemplateOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetBackupPlan ["GET /backup/plans/{BackupPlanId} 200","GetBackupPlanInput","GetBackupPlanOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetBackupPlanFromJSON ["POST /backup/template/json/toPlan 200","GetBackupPlanFromJSONInput","GetBackupPlanFromJSONOutput","InvalidParameterValueException InvalidRequestException LimitExceededException MissingParameterValueException ServiceUnavailableException"]
GetBackupPlanFromTemplate ["GET /backup/template/plans/{BackupPlanTemplateId}/toPlan 200","GetBackupPlanFromTemplateInput","GetBackupPlanFromTemplateOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetBackupSelection ["GET /backup/plans/{BackupPlanId}/selections/{SelectionId} 200","GetBackupSelectionInput","GetBackupSelectionOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetBackupVaultAccessPolicy ["GET /backup-vaults/{BackupVaultName}/access-policy 200","GetBackupVaultAccessPolicyInput","GetBackupVaultAccessPolicyOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetBackupVaultNotifications ["GET /backup-vaults/{BackupVaultName}/notification-configuration 200","GetBackupVaultNotificationsInput","GetBackupVaultNotificationsOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetLegalHold ["GET /legal-holds/{LegalHoldId} 200","GetLegalHoldInput","GetLegalHoldOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetPITRMalwareScanResults ["GET /scan/pitr-malware-scan-results 200","GetPITRMalwareScanResultsInput","GetPITRMalwareScanResultsOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetRecoveryPointIndexDetails ["GET /backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}/index 200","GetRecoveryPointIndexDetailsInput","GetRecoveryPointIndexDetailsOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetRecoveryPointRestoreMetadata ["GET /backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}/restore-metadata 200","GetRecoveryPointRestoreMetadataInput","GetRecoveryPointRestoreMetadataOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetRestoreJobMetadata ["GET /restore-jobs/{RestoreJobId}/metadata 200","GetRestoreJobMetadataInput","GetRestoreJobMetadataOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetRestoreTestingInferredMetadata ["GET /restore-testing/inferred-metadata 200","GetRestoreTestingInferredMetadataInput","GetRestoreTestingInferredMetadataOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
GetRestoreTestingPlan ["GET /restore-testing/plans/{RestoreTestingPlanName} 200","GetRestoreTestingPlanInput","GetRestoreTestingPlanOutput","ResourceNotFoundException ServiceUnavailableException"]
GetRestoreTestingSelection ["GET /restore-testing/plans/{RestoreTestingPlanName}/selections/{RestoreTestingSelectionName} 200","GetRestoreTestingSelectionInput","GetRestoreTestingSelectionOutput","ResourceNotFoundException ServiceUnavailableException"]
GetSupportedResourceTypes ["GET /supported-resource-types 200","","GetSupportedResourceTypesOutput","ServiceUnavailableException"]
GetTieringConfiguration ["GET /tiering-configurations/{TieringConfigurationName} 200","GetTieringConfigurationInput","GetTieringConfigurationOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
ListBackupAccessPoints ["GET /backup-access-point 200","ListBackupAccessPointsRequest","ListBackupAccessPointsResponse","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","BackupAccessPoints"]]
ListBackupAccessPointsByRecoveryPoint ["POST /backup-access-point/recovery-point/{RecoveryPointArn} 200","ListBackupAccessPointsByRecoveryPointRequest","ListBackupAccessPointsByRecoveryPointResponse","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","BackupAccessPoints"]]
ListBackupAccessPointsByResource ["POST /backup-access-point/resource/{ResourceArn} 200","ListBackupAccessPointsByResourceRequest","ListBackupAccessPointsByResourceResponse","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","BackupAccessPoints"]]
ListBackupJobSummaries ["GET /audit/backup-job-summaries 200","ListBackupJobSummariesInput","ListBackupJobSummariesOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","BackupJobSummaries"]]
ListBackupJobs ["GET /backup-jobs 200","ListBackupJobsInput","ListBackupJobsOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","BackupJobs"]]
ListBackupPlanTemplates ["GET /backup/template/plans 200","ListBackupPlanTemplatesInput","ListBackupPlanTemplatesOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","BackupPlanTemplatesList"]]
ListBackupPlanVersions ["GET /backup/plans/{BackupPlanId}/versions 200","ListBackupPlanVersionsInput","ListBackupPlanVersionsOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","BackupPlanVersionsList"]]
ListBackupPlans ["GET /backup/plans 200","ListBackupPlansInput","ListBackupPlansOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","BackupPlansList"]]
ListBackupSelections ["GET /backup/plans/{BackupPlanId}/selections 200","ListBackupSelectionsInput","ListBackupSelectionsOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","BackupSelectionsList"]]
ListBackupVaults ["GET /backup-vaults 200","ListBackupVaultsInput","ListBackupVaultsOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","BackupVaultList"]]
ListCopyJobSummaries ["GET /audit/copy-job-summaries 200","ListCopyJobSummariesInput","ListCopyJobSummariesOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","CopyJobSummaries"]]
ListCopyJobs ["GET /copy-jobs 200","ListCopyJobsInput","ListCopyJobsOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","CopyJobs"]]
ListFrameworks ["GET /audit/frameworks 200","ListFrameworksInput","ListFrameworksOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","Frameworks"]]
ListIndexedRecoveryPoints ["GET /indexes/recovery-point 200","ListIndexedRecoveryPointsInput","ListIndexedRecoveryPointsOutput","InvalidParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","IndexedRecoveryPoints"]]
ListLegalHolds ["GET /legal-holds 200","ListLegalHoldsInput","ListLegalHoldsOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","LegalHolds"]]
ListProtectedResources ["GET /resources 200","ListProtectedResourcesInput","ListProtectedResourcesOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","Results"]]
ListProtectedResourcesByBackupVault ["GET /backup-vaults/{BackupVaultName}/resources 200","ListProtectedResourcesByBackupVaultInput","ListProtectedResourcesByBackupVaultOutput","InvalidParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","Results"]]
ListRecoveryPointsByBackupVault ["GET /backup-vaults/{BackupVaultName}/recovery-points 200","ListRecoveryPointsByBackupVaultInput","ListRecoveryPointsByBackupVaultOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","RecoveryPoints"]]
ListRecoveryPointsByLegalHold ["GET /legal-holds/{LegalHoldId}/recovery-points 200","ListRecoveryPointsByLegalHoldInput","ListRecoveryPointsByLegalHoldOutput","InvalidParameterValueException MissingParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","RecoveryPoints"]]
ListRecoveryPointsByResource ["GET /resources/{ResourceArn}/recovery-points 200","ListRecoveryPointsByResourceInput","ListRecoveryPointsByResourceOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","RecoveryPoints"]]
ListReportJobs ["GET /audit/report-jobs 200","ListReportJobsInput","ListReportJobsOutput","InvalidParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","ReportJobs"]]
ListReportPlans ["GET /audit/report-plans 200","ListReportPlansInput","ListReportPlansOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","ReportPlans"]]
ListRestoreAccessBackupVaults ["GET /logically-air-gapped-backup-vaults/{BackupVaultName}/restore-access-backup-vaults 200","ListRestoreAccessBackupVaultsInput","ListRestoreAccessBackupVaultsOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","RestoreAccessBackupVaults"]]
ListRestoreJobSummaries ["GET /audit/restore-job-summaries 200","ListRestoreJobSummariesInput","ListRestoreJobSummariesOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","RestoreJobSummaries"]]
ListRestoreJobs ["GET /restore-jobs 200","ListRestoreJobsInput","ListRestoreJobsOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","RestoreJobs"]]
ListRestoreJobsByProtectedResource ["GET /resources/{ResourceArn}/restore-jobs 200","ListRestoreJobsByProtectedResourceInput","ListRestoreJobsByProtectedResourceOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","RestoreJobs"]]
ListRestoreTestingPlans ["GET /restore-testing/plans 200","ListRestoreTestingPlansInput","ListRestoreTestingPlansOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","RestoreTestingPlans"]]
ListRestoreTestingSelections ["GET /restore-testing/plans/{RestoreTestingPlanName}/selections 200","ListRestoreTestingSelectionsInput","ListRestoreTestingSelectionsOutput","InvalidParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","RestoreTestingSelections"]]
ListScanJobSummaries ["GET /audit/scan-job-summaries 200","ListScanJobSummariesInput","ListScanJobSummariesOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","ScanJobSummaries"]]
ListScanJobs ["GET /scan/jobs 200","ListScanJobsInput","ListScanJobsOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","ScanJobs"]]
ListTags ["GET /tags/{ResourceArn} 200","ListTagsInput","ListTagsOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException",["NextToken","NextToken","MaxResults","Tags"]]
ListTieringConfigurations ["GET /tiering-configurations 200","ListTieringConfigurationsInput","ListTieringConfigurationsOutput","InvalidParameterValueException ServiceUnavailableException",["NextToken","NextToken","MaxResults","TieringConfigurations"]]
PutBackupVaultAccessPolicy ["PUT /backup-vaults/{BackupVaultName}/access-policy 200","PutBackupVaultAccessPolicyInput","","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
PutBackupVaultLockConfiguration ["PUT /backup-vaults/{BackupVaultName}/vault-lock 200","PutBackupVaultLockConfigurationInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
PutBackupVaultNotifications ["PUT /backup-vaults/{BackupVaultName}/notification-configuration 200","PutBackupVaultNotificationsInput","","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
PutRestoreValidationResult ["PUT /restore-jobs/{RestoreJobId}/validations 204","PutRestoreValidationResultInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
RevokeRestoreAccessBackupVault ["DELETE /logically-air-gapped-backup-vaults/{BackupVaultName}/restore-access-backup-vaults/{RestoreAccessBackupVaultArn} 200","RevokeRestoreAccessBackupVaultInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
StartBackupJob ["PUT /backup-jobs 200","StartBackupJobInput","StartBackupJobOutput","InvalidParameterValueException InvalidRequestException LimitExceededException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
StartCopyJob ["PUT /copy-jobs 200","StartCopyJobInput","StartCopyJobOutput","InvalidParameterValueException InvalidRequestException LimitExceededException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
StartReportJob ["POST /audit/report-jobs/{ReportPlanName} 200","StartReportJobInput","StartReportJobOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
StartRestoreJob ["PUT /restore-jobs 200","StartRestoreJobInput","StartRestoreJobOutput","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
StartScanJob ["PUT /scan/job 201","StartScanJobInput","StartScanJobOutput","InvalidParameterValueException InvalidRequestException LimitExceededException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
StopBackupJob ["POST /backup-jobs/{BackupJobId} 200","StopBackupJobInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
TagResource ["POST /tags/{ResourceArn} 200","TagResourceInput","","InvalidParameterValueException LimitExceededException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
UntagResource ["POST /untag/{ResourceArn} 200","UntagResourceInput","","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
UpdateBackupPlan ["POST /backup/plans/{BackupPlanId} 200","UpdateBackupPlanInput","UpdateBackupPlanOutput","InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
UpdateFramework ["PUT /audit/frameworks/{FrameworkName} 200","UpdateFrameworkInput","UpdateFrameworkOutput","AlreadyExistsException ConflictException InvalidParameterValueException LimitExceededException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
UpdateGlobalSettings ["PUT /global-settings 200","UpdateGlobalSettingsInput","","InvalidParameterValueException InvalidRequestException MissingParameterValueException ServiceUnavailableException"]
UpdateRecoveryPointIndexSettings ["POST /backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}/index 200","UpdateRecoveryPointIndexSettingsInput","UpdateRecoveryPointIndexSettingsOutput","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
UpdateRecoveryPointLifecycle ["POST /backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn} 200","UpdateRecoveryPointLifecycleInput","UpdateRecoveryPointLifecycleOutput","InvalidParameterValueException InvalidRequestException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
UpdateRegionSettings ["PUT /account-settings 200","UpdateRegionSettingsInput","","InvalidParameterValueException MissingParameterValueException ServiceUnavailableException"]
UpdateReportPlan ["PUT /audit/report-plans/{ReportPlanName} 200","UpdateReportPlanInput","UpdateReportPlanOutput","ConflictException InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
UpdateRestoreTestingPlan ["PUT /restore-testing/plans/{RestoreTestingPlanName} 200","UpdateRestoreTestingPlanInput","UpdateRestoreTestingPlanOutput","ConflictException InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
UpdateRestoreTestingSelection ["PUT /restore-testing/plans/{RestoreTestingPlanName}/selections/{RestoreTestingSelectionName} 200","UpdateRestoreTestingSelectionInput","UpdateRestoreTestingSelectionOutput","ConflictException InvalidParameterValueException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]
UpdateTieringConfiguration ["PUT /tiering-configurations/{TieringConfigurationName} 200","UpdateTieringConfigurationInput","UpdateTieringConfigurationOutput","AlreadyExistsException ConflictException InvalidParameterValueException LimitExceededException MissingParameterValueException ResourceNotFoundException ServiceUnavailableException"]

AccessPointArn {"type":"string","pattern":"^(arn:aws[a-z-]*:backup:[a-z\\\\d-]+:\\\\d{12}:accesspoint/)[\\\\da-z][\\\\da-z-]{1,48}[\\\\da-z](?<!-s3alias)(?<!-ext-s3alias)$"}
AccessPointMetadataMap {"key":"AccessPointMetadataText","value":"AccessPointMetadataText","sensitive":true}
AccessPointMetadataText {"type":"string","min":1}
AccessPointName {"type":"string","min":3,"max":50,"pattern":"^[\\\\da-z][\\\\da-z-]{1,48}[\\\\da-z](?<!-s3alias)(?<!-ext-s3alias)$"}
AccessPointPolicy {"type":"string","min":1,"max":200000}
AccessPointStatus {"enum":["AVAILABLE","CREATING","DELETING","DISASSOCIATED","DISASSOCIATING","EXPIRED","FAILED"]}
AccessPointTagKey {"type":"string","min":1,"max":128}
AccessPointTagValue {"type":"string","min":0,"max":256}
AccessPointTags {"key":"AccessPointTagKey","value":"AccessPointTagValue","min":0,"max":200,"sensitive":true}
AccessedRecoveryPointArn {"type":"string","pattern":"^(arn:aws[a-z-]*:[a-z\\\\d-]+:[a-z\\\\d-]+:).+$"}
AccessedResourceArn {"type":"string","pattern":"^(arn:aws[a-z-]*:[a-z\\\\d-]+:).+$"}
AccountId {"type":"string","pattern":"^[0-9]{12}$"}
AdvancedBackupSetting {"members":{"ResourceType":"ResourceType","BackupOptions":"BackupOptions"}}
AdvancedBackupSettings {"list":"AdvancedBackupSetting"}
AggregatedScanResult {"members":{"FailedScan":"boolean","Findings":"ScanFindings","LastComputed":"timestamp"}}
AggregationPeriod {"enum":["ONE_DAY","SEVEN_DAYS","FOURTEEN_DAYS"]}
AlreadyExistsException {"members":{"Code":"string","Message":"string","CreatorRequestId":"string","Arn":"string","Type":"string","Context":"string"},"error":["client",400]}
AssociateBackupVaultMpaApprovalTeamInput {"members":{"BackupVaultName":"BackupVaultName rl","MpaApprovalTeamArn":"string r","RequesterComment":"RequesterComment"}}
BackupAccessPoints {"list":"ListAccessPointsMember"}
BackupAccessPointsMaxResults {"type":"integer","min":1,"max":100}
BackupJob {"members":{"AccountId":"AccountId","BackupJobId":"string","BackupVaultName":"BackupVaultName","BackupVaultArn":"string","VaultType":"string","VaultLockState":"string","RecoveryPointArn":"string","RecoveryPointLifecycle":"Lifecycle","EncryptionKeyArn":"string","IsEncrypted":"boolean","ResourceArn":"string","CreationDate":"timestamp","CompletionDate":"timestamp","State":"BackupJobState","StatusMessage":"string","PercentDone":"string","BackupSizeInBytes":"long","IamRoleArn":"string","CreatedBy":"RecoveryPointCreator","ExpectedCompletionDate":"timestamp","StartBy":"timestamp","ResourceType":"ResourceType","BytesTransferred":"long","BackupOptions":"BackupOptions","BackupType":"string","ParentJobId":"string","IsParent":"boolean","ResourceName":"string","InitiationDate":"timestamp","MessageCategory":"string"}}
BackupJobChildJobsInState {"key":"BackupJobState","value":"long"}
BackupJobState {"enum":["CREATED","PENDING","RUNNING","ABORTING","ABORTED","COMPLETED","FAILED","EXPIRED","PARTIAL"]}
BackupJobStatus {"enum":["CREATED","PENDING","RUNNING","ABORTING","ABORTED","COMPLETED","FAILED","EXPIRED","PARTIAL","AGGREGATE_ALL","ANY"]}
BackupJobSummary {"members":{"Region":"string","AccountId":"AccountId","State":"BackupJobStatus","ResourceType":"ResourceType","MessageCategory":"string","Count":"integer","StartTime":"timestamp","EndTime":"timestamp"}}
BackupJobSummaryList {"list":"BackupJobSummary"}
BackupJobsList {"list":"BackupJob"}
BackupOptionKey {"type":"string","pattern":"^[a-zA-Z0-9\\\\-\\\\_\\\\.]{1,50}$"}
BackupOptionValue {"type":"string","pattern":"^[a-zA-Z0-9\\\\-\\\\_\\\\.]{1,50}$"}
BackupOptions {"key":"BackupOptionKey","value":"BackupOptionValue"}
BackupPlan {"members":{"BackupPlanName":"string r","Rules":"BackupRules r","AdvancedBackupSettings":"AdvancedBackupSettings","ScanSettings":"ScanSettings"}}
BackupPlanInput {"members":{"BackupPlanName":"string r","Rules":"BackupRulesInput r","AdvancedBackupSettings":"AdvancedBackupSettings","ScanSettings":"ScanSettings"}}
BackupPlanTemplatesList {"list":"BackupPlanTemplatesListMember"}
BackupPlanTemplatesListMember {"members":{"BackupPlanTemplateId":"string","BackupPlanTemplateName":"string"}}
BackupPlanVersionsList {"list":"BackupPlansListMember"}
BackupPlansList {"list":"BackupPlansListMember"}
BackupPlansListMember {"members":{"BackupPlanArn":"string","BackupPlanId":"string","CreationDate":"timestamp","DeletionDate":"timestamp","VersionId":"string","BackupPlanName":"string","CreatorRequestId":"string","LastExecutionDate":"timestamp","AdvancedBackupSettings":"AdvancedBackupSettings"}}
BackupRule {"members":{"RuleName":"BackupRuleName r","TargetBackupVaultName":"BackupVaultName r","TargetLogicallyAirGappedBackupVaultArn":"string","ScheduleExpression":"string","StartWindowMinutes":"long","CompletionWindowMinutes":"long","Lifecycle":"Lifecycle","RecoveryPointTags":"Tags","RuleId":"string","CopyActions":"CopyActions","EnableContinuousBackup":"boolean","ScheduleExpressionTimezone":"string","IndexActions":"IndexActions","ScanActions":"ScanActions"}}
BackupRuleInput {"members":{"RuleName":"BackupRuleName r","TargetBackupVaultName":"BackupVaultName r","TargetLogicallyAirGappedBackupVaultArn":"string","ScheduleExpression":"string","StartWindowMinutes":"long","CompletionWindowMinutes":"long","Lifecycle":"Lifecycle","RecoveryPointTags":"Tags","CopyActions":"CopyActions","EnableContinuousBackup":"boolean","ScheduleExpressionTimezone":"string","IndexActions":"IndexActions","ScanActions":"ScanActions"}}
BackupRuleName {"type":"string","pattern":"^[a-zA-Z0-9\\\\-\\\\_\\\\.]{1,50}$"}
BackupRules {"list":"BackupRule"}
BackupRulesInput {"list":"BackupRuleInput"}
BackupSelection {"members":{"SelectionName":"BackupSelectionName r","IamRoleArn":"string r","Resources":"ResourceArns","ListOfTags":"ListOfTags","NotResources":"ResourceArns","Conditions":"Conditions"}}
BackupSelectionName {"type":"string","pattern":"^[a-zA-Z0-9\\\\-\\\\_\\\\.]{1,50}$"}
BackupSelectionsList {"list":"BackupSelectionsListMember"}
BackupSelectionsListMember {"members":{"SelectionId":"string","SelectionName":"BackupSelectionName","BackupPlanId":"string","CreationDate":"timestamp","CreatorRequestId":"string","IamRoleArn":"string"}}
BackupVaultEvent {"enum":["BACKUP_JOB_STARTED","BACKUP_JOB_COMPLETED","BACKUP_JOB_SUCCESSFUL","BACKUP_JOB_FAILED","BACKUP_JOB_EXPIRED","RESTORE_JOB_STARTED","RESTORE_JOB_COMPLETED","RESTORE_JOB_SUCCESSFUL","RESTORE_JOB_FAILED","COPY_JOB_STARTED","COPY_JOB_SUCCESSFUL","COPY_JOB_FAILED","RECOVERY_POINT_MODIFIED","BACKUP_PLAN_CREATED","BACKUP_PLAN_MODIFIED","S3_BACKUP_OBJECT_FAILED","S3_RESTORE_OBJECT_FAILED","CONTINUOUS_BACKUP_INTERRUPTED","RECOVERY_POINT_INDEX_COMPLETED","RECOVERY_POINT_INDEX_DELETED","RECOVERY_POINT_INDEXING_FAILED","EKS_RESTORE_OBJECT_FAILED","EKS_RESTORE_OBJECT_SKIPPED","EKS_BACKUP_OBJECT_FAILED","ACCESS_POINT_AVAILABLE","ACCESS_POINT_CREATION_FAILED","ACCESS_POINT_DELETED","ACCESS_POINT_DELETION_FAILED","ACCESS_POINT_EXPIRED","ACCESS_POINT_DISASSOCIATED"]}
BackupVaultEvents {"list":"BackupVaultEvent"}
BackupVaultList {"list":"BackupVaultListMember"}
BackupVaultListMember {"members":{"BackupVaultName":"BackupVaultName","BackupVaultArn":"string","VaultType":"VaultType","VaultState":"VaultState","CreationDate":"timestamp","EncryptionKeyArn":"string","CreatorRequestId":"string","NumberOfRecoveryPoints":"long","Locked":"boolean","MinRetentionDays":"long","MaxRetentionDays":"long","LockDate":"timestamp","EncryptionKeyType":"EncryptionKeyType"}}
BackupVaultName {"type":"string","pattern":"^[a-zA-Z0-9\\\\-\\\\_]{2,50}$"}
BackupVaultNameOrWildcard {"type":"string","pattern":"^(\\\\*|[a-zA-Z0-9\\\\-\\\\_]{2,50})$"}
CalculatedLifecycle {"members":{"MoveToColdStorageAt":"timestamp","DeleteAt":"timestamp"}}
CancelLegalHoldInput {"members":{"LegalHoldId":"string rl","CancelDescription":"string rq cancelDescription","RetainRecordInDays":"long q retainRecordInDays"}}
CancelLegalHoldOutput {"members":{}}
ComplianceResourceIdList {"list":"string","min":1,"max":100}
Condition {"members":{"ConditionType":"ConditionType r","ConditionKey":"string r","ConditionValue":"string r"}}
ConditionParameter {"members":{"ConditionKey":"string","ConditionValue":"string"}}
ConditionParameters {"list":"ConditionParameter"}
ConditionType {"enum":["STRINGEQUALS"]}
Conditions {"members":{"StringEquals":"ConditionParameters","StringNotEquals":"ConditionParameters","StringLike":"ConditionParameters","StringNotLike":"ConditionParameters"}}
ConflictException {"members":{"Code":"string","Message":"string","Type":"string","Context":"string"},"error":["client",409]}
ControlInputParameter {"members":{"ParameterName":"string","ParameterValue":"string"}}
ControlInputParameters {"list":"ControlInputParameter"}
ControlScope {"members":{"ComplianceResourceIds":"ComplianceResourceIdList","ComplianceResourceTypes":"ResourceTypeList","Tags":"stringMap"}}
CopyAction {"members":{"Lifecycle":"Lifecycle","DestinationBackupVaultArn":"string r"}}
CopyActions {"list":"CopyAction"}
CopyJob {"members":{"AccountId":"AccountId","CopyJobId":"string","SourceBackupVaultArn":"string","SourceRecoveryPointArn":"string","DestinationBackupVaultArn":"string","DestinationVaultType":"string","DestinationVaultLockState":"string","DestinationRecoveryPointArn":"string","DestinationEncryptionKeyArn":"string","DestinationRecoveryPointLifecycle":"Lifecycle","ResourceArn":"string","CreationDate":"timestamp","CompletionDate":"timestamp","State":"CopyJobState","StatusMessage":"string","BackupSizeInBytes":"long","IamRoleArn":"string","CreatedBy":"RecoveryPointCreator","CreatedByBackupJobId":"string","ResourceType":"ResourceType","ParentJobId":"string","IsParent":"boolean","CompositeMemberIdentifier":"string","NumberOfChildJobs":"long","ChildJobsInState":"CopyJobChildJobsInState","ResourceName":"string","MessageCategory":"string"}}
CopyJobChildJobsInState {"key":"CopyJobState","value":"long"}
CopyJobState {"enum":["CREATED","RUNNING","COMPLETED","FAILED","PARTIAL"]}
CopyJobStatus {"enum":["CREATED","RUNNING","ABORTING","ABORTED","COMPLETING","COMPLETED","FAILING","FAILED","PARTIAL","AGGREGATE_ALL","ANY"]}
CopyJobSummary {"members":{"Region":"string","AccountId":"AccountId","State":"CopyJobStatus","ResourceType":"ResourceType","MessageCategory":"string","Count":"integer","StartTime":"timestamp","EndTime":"timestamp"}}
CopyJobSummaryList {"list":"CopyJobSummary"}
CopyJobsList {"list":"CopyJob"}
CreateBackupAccessPointRequest {"members":{"AccessPointMetadata":"AccessPointMetadataMap","AccessPointPolicy":"AccessPointPolicy","Name":"AccessPointName r","RecoveryPointArn":"AccessedRecoveryPointArn r","Tags":"AccessPointTags"}}
CreateBackupAccessPointResponse {"members":{"AccessPointArn":"AccessPointArn r","Status":"AccessPointStatus r"}}
CreateBackupPlanInput {"members":{"BackupPlan":"BackupPlanInput r","BackupPlanTags":"Tags","CreatorRequestId":"string t"}}
CreateBackupPlanOutput {"members":{"BackupPlanId":"string","BackupPlanArn":"string","CreationDate":"timestamp","VersionId":"string","AdvancedBackupSettings":"AdvancedBackupSettings"}}
CreateBackupSelectionInput {"members":{"BackupPlanId":"string rl","BackupSelection":"BackupSelection r","CreatorRequestId":"string t"}}
CreateBackupSelectionOutput {"members":{"SelectionId":"string","BackupPlanId":"string","CreationDate":"timestamp"}}
CreateBackupVaultInput {"members":{"BackupVaultName":"BackupVaultName rl","BackupVaultTags":"Tags","EncryptionKeyArn":"string","CreatorRequestId":"string t"}}
CreateBackupVaultOutput {"members":{"BackupVaultName":"BackupVaultName","BackupVaultArn":"string","CreationDate":"timestamp"}}
CreateFrameworkInput {"members":{"FrameworkName":"FrameworkName r","FrameworkDescription":"FrameworkDescription","FrameworkControls":"FrameworkControls r","IdempotencyToken":"string t","FrameworkTags":"stringMap"}}
CreateFrameworkOutput {"members":{"FrameworkName":"FrameworkName","FrameworkArn":"string"}}
CreateLegalHoldInput {"members":{"Title":"string r","Description":"string r","IdempotencyToken":"string t","RecoveryPointSelection":"RecoveryPointSelection","Tags":"Tags"}}
CreateLegalHoldOutput {"members":{"Title":"string","Status":"LegalHoldStatus","Description":"string","LegalHoldId":"string","LegalHoldArn":"string","CreationDate":"timestamp","RecoveryPointSelection":"RecoveryPointSelection"}}
CreateLogicallyAirGappedBackupVaultInput {"members":{"BackupVaultName":"BackupVaultName rl","BackupVaultTags":"Tags","CreatorRequestId":"string t","MinRetentionDays":"long r","MaxRetentionDays":"long r","EncryptionKeyArn":"string"}}
CreateLogicallyAirGappedBackupVaultOutput {"members":{"BackupVaultName":"BackupVaultName","BackupVaultArn":"string","CreationDate":"timestamp","VaultState":"VaultState"}}
CreateReportPlanInput {"members":{"ReportPlanName":"ReportPlanName r","ReportPlanDescription":"ReportPlanDescription","ReportDeliveryChannel":"ReportDeliveryChannel r","ReportSetting":"ReportSetting r","ReportPlanTags":"stringMap","IdempotencyToken":"string t"}}
CreateReportPlanOutput {"members":{"ReportPlanName":"ReportPlanName","ReportPlanArn":"string","CreationTime":"timestamp"}}
CreateRestoreAccessBackupVaultInput {"members":{"SourceBackupVaultArn":"string r","BackupVaultName":"BackupVaultName","BackupVaultTags":"Tags","CreatorRequestId":"string t","RequesterComment":"RequesterComment"}}
CreateRestoreAccessBackupVaultOutput {"members":{"RestoreAccessBackupVaultArn":"string","VaultState":"VaultState","RestoreAccessBackupVaultName":"BackupVaultName","CreationDate":"timestamp"}}
CreateRestoreTestingPlanInput {"members":{"CreatorRequestId":"string","RestoreTestingPlan":"RestoreTestingPlanForCreate r","Tags":"SensitiveStringMap"}}
CreateRestoreTestingPlanOutput {"members":{"CreationTime":"timestamp r","RestoreTestingPlanArn":"string r","RestoreTestingPlanName":"string r"}}
CreateRestoreTestingSelectionInput {"members":{"CreatorRequestId":"string","RestoreTestingPlanName":"string rl","RestoreTestingSelection":"RestoreTestingSelectionForCreate r"}}
CreateRestoreTestingSelectionOutput {"members":{"CreationTime":"timestamp r","RestoreTestingPlanArn":"string r","RestoreTestingPlanName":"string r","RestoreTestingSelectionName":"string r"}}
CreateTieringConfigurationInput {"members":{"TieringConfiguration":"TieringConfigurationInputForCreate r","TieringConfigurationTags":"Tags","CreatorRequestId":"string t"}}
CreateTieringConfigurationOutput {"members":{"TieringConfigurationArn":"string","TieringConfigurationName":"string","CreationTime":"timestamp"}}
DateRange {"members":{"FromDate":"timestamp r","ToDate":"timestamp r"}}
DeleteBackupAccessPointInput {"members":{"AccessPointArn":"AccessPointArn rl"}}
DeleteBackupPlanInput {"members":{"BackupPlanId":"string rl"}}
DeleteBackupPlanOutput {"members":{"BackupPlanId":"string","BackupPlanArn":"string","DeletionDate":"timestamp","VersionId":"string"}}
DeleteBackupSelectionInput {"members":{"BackupPlanId":"string rl","SelectionId":"string rl"}}
DeleteBackupVaultAccessPolicyInput {"members":{"BackupVaultName":"BackupVaultName rl"}}
DeleteBackupVaultInput {"members":{"BackupVaultName":"string rl"}}
DeleteBackupVaultLockConfigurationInput {"members":{"BackupVaultName":"BackupVaultName rl"}}
DeleteBackupVaultNotificationsInput {"members":{"BackupVaultName":"BackupVaultName rl"}}
DeleteFrameworkInput {"members":{"FrameworkName":"FrameworkName rl"}}
DeleteRecoveryPointInput {"members":{"BackupVaultName":"BackupVaultName rl","RecoveryPointArn":"string rl"}}
DeleteReportPlanInput {"members":{"ReportPlanName":"ReportPlanName rl"}}
DeleteRestoreTestingPlanInput {"members":{"RestoreTestingPlanName":"string rl"}}
DeleteRestoreTestingSelectionInput {"members":{"RestoreTestingPlanName":"string rl","RestoreTestingSelectionName":"string rl"}}
DeleteTieringConfigurationInput {"members":{"TieringConfigurationName":"TieringConfigurationName rl"}}
DeleteTieringConfigurationOutput {"members":{}}
DependencyFailureException {"members":{"Code":"string","Message":"string","Type":"string","Context":"string"},"error":["server",500]}
DescribeBackupAccessPointInput {"members":{"AccessPointArn":"AccessPointArn rl"}}
DescribeBackupAccessPointResponse {"members":{"AccessPointArn":"AccessPointArn r","AccessPointMetadata":"AccessPointMetadataMap","BackupVaultArn":"string","BackupVaultName":"BackupVaultName r","CreationTime":"timestamp r","Name":"AccessPointName r","RecoveryPointArn":"AccessedRecoveryPointArn r","ResourceArn":"AccessedResourceArn r","ResourceType":"string r","Status":"AccessPointStatus r","StatusMessage":"string"}}
DescribeBackupJobInput {"members":{"BackupJobId":"string rl"}}
DescribeBackupJobOutput {"members":{"AccountId":"AccountId","BackupJobId":"string","BackupVaultName":"BackupVaultName","RecoveryPointLifecycle":"Lifecycle","BackupVaultArn":"string","VaultType":"string","VaultLockState":"string","RecoveryPointArn":"string","EncryptionKeyArn":"string","IsEncrypted":"boolean","ResourceArn":"string","CreationDate":"timestamp","CompletionDate":"timestamp","State":"BackupJobState","StatusMessage":"string","PercentDone":"string","BackupSizeInBytes":"long","IamRoleArn":"string","CreatedBy":"RecoveryPointCreator","ResourceType":"ResourceType","BytesTransferred":"long","ExpectedCompletionDate":"timestamp","StartBy":"timestamp","BackupOptions":"BackupOptions","BackupType":"string","ParentJobId":"string","IsParent":"boolean","NumberOfChildJobs":"long","ChildJobsInState":"BackupJobChildJobsInState","ResourceName":"string","InitiationDate":"timestamp","MessageCategory":"string"}}
DescribeBackupVaultInput {"members":{"BackupVaultName":"string rl","BackupVaultAccountId":"string q backupVaultAccountId"}}
DescribeBackupVaultOutput {"members":{"BackupVaultName":"string","BackupVaultArn":"string","VaultType":"VaultType","VaultState":"VaultState","EncryptionKeyArn":"string","CreationDate":"timestamp","CreatorRequestId":"string","NumberOfRecoveryPoints":"long","Locked":"boolean","MinRetentionDays":"long","MaxRetentionDays":"long","LockDate":"timestamp","SourceBackupVaultArn":"string","MpaApprovalTeamArn":"string","MpaSessionArn":"string","LatestMpaApprovalTeamUpdate":"LatestMpaApprovalTeamUpdate","EncryptionKeyType":"EncryptionKeyType"}}
DescribeCopyJobInput {"members":{"CopyJobId":"string rl"}}
DescribeCopyJobOutput {"members":{"CopyJob":"CopyJob"}}
DescribeFrameworkInput {"members":{"FrameworkName":"FrameworkName rl"}}
DescribeFrameworkOutput {"members":{"FrameworkName":"FrameworkName","FrameworkArn":"string","FrameworkDescription":"FrameworkDescription","FrameworkControls":"FrameworkControls","CreationTime":"timestamp","DeploymentStatus":"string","FrameworkStatus":"string","IdempotencyToken":"string"}}
DescribeGlobalSettingsInput {"members":{}}
DescribeGlobalSettingsOutput {"members":{"GlobalSettings":"GlobalSettings","LastUpdateTime":"timestamp"}}
DescribeProtectedResourceInput {"members":{"ResourceArn":"string rl"}}
DescribeProtectedResourceOutput {"members":{"ResourceArn":"string","ResourceType":"ResourceType","LastBackupTime":"timestamp","ResourceName":"string","LastBackupVaultArn":"string","LastRecoveryPointArn":"string","LatestRestoreExecutionTimeMinutes":"long","LatestRestoreJobCreationDate":"timestamp","LatestRestoreRecoveryPointCreationDate":"timestamp"}}
DescribeRecoveryPointInput {"members":{"BackupVaultName":"BackupVaultName rl","RecoveryPointArn":"string rl","BackupVaultAccountId":"AccountId q backupVaultAccountId"}}
DescribeRecoveryPointOutput {"members":{"RecoveryPointArn":"string","BackupVaultName":"BackupVaultName","BackupVaultArn":"string","SourceBackupVaultArn":"string","ResourceArn":"string","ResourceType":"ResourceType","CreatedBy":"RecoveryPointCreator","IamRoleArn":"string","Status":"RecoveryPointStatus","StatusMessage":"string","CreationDate":"timestamp","InitiationDate":"timestamp","CompletionDate":"timestamp","BackupSizeInBytes":"long","CalculatedLifecycle":"CalculatedLifecycle","Lifecycle":"Lifecycle","EncryptionKeyArn":"string","IsEncrypted":"boolean","StorageClass":"StorageClass","LastRestoreTime":"timestamp","ParentRecoveryPointArn":"string","CompositeMemberIdentifier":"string","IsParent":"boolean","ResourceName":"string","VaultType":"VaultType","IndexStatus":"IndexStatus","IndexStatusMessage":"string","EncryptionKeyType":"EncryptionKeyType","ScanResults":"ScanResults"}}
DescribeRegionSettingsInput {"members":{}}
DescribeRegionSettingsOutput {"members":{"ResourceTypeOptInPreference":"ResourceTypeOptInPreference","ResourceTypeManagementPreference":"ResourceTypeManagementPreference"}}
DescribeReportJobInput {"members":{"ReportJobId":"string rl"}}
DescribeReportJobOutput {"members":{"ReportJob":"ReportJob"}}
DescribeReportPlanInput {"members":{"ReportPlanName":"ReportPlanName rl"}}
DescribeReportPlanOutput {"members":{"ReportPlan":"ReportPlan"}}
DescribeRestoreJobInput {"members":{"RestoreJobId":"string rl"}}
DescribeRestoreJobOutput {"members":{"AccountId":"AccountId","RestoreJobId":"string","RecoveryPointArn":"string","SourceResourceArn":"string","BackupVaultArn":"string","CreationDate":"timestamp","CompletionDate":"timestamp","Status":"RestoreJobStatus","StatusMessage":"string","PercentDone":"string","BackupSizeInBytes":"long","IamRoleArn":"string","ExpectedCompletionTimeMinutes":"long","CreatedResourceArn":"string","ResourceType":"ResourceType","RecoveryPointCreationDate":"timestamp","CreatedBy":"RestoreJobCreator","ValidationStatus":"RestoreValidationStatus","ValidationStatusMessage":"string","DeletionStatus":"RestoreDeletionStatus","DeletionStatusMessage":"string","IsParent":"boolean","ParentJobId":"string"}}
DescribeScanJobInput {"members":{"ScanJobId":"string rl"}}
DescribeScanJobOutput {"members":{"AccountId":"string r","BackupVaultArn":"string r","BackupVaultName":"string r","CompletionDate":"timestamp","CreatedBy":"ScanJobCreator r","CreationDate":"timestamp r","IamRoleArn":"string r","MalwareScanner":"MalwareScanner r","RecoveryPointArn":"string r","ResourceArn":"string r","ResourceName":"string r","ResourceType":"ScanResourceType r","ScanBaseRecoveryPointArn":"string","ScanId":"string","ScanJobId":"string r","ScanMode":"ScanMode r","ScanResult":"ScanResultInfo","ScannerRoleArn":"string r","State":"ScanState r","StatusMessage":"string","ContinuousScanStartTime":"timestamp","ContinuousScanEndTime":"timestamp"}}
DisassociateBackupVaultMpaApprovalTeamInput {"members":{"BackupVaultName":"BackupVaultName rl","RequesterComment":"RequesterComment"}}
DisassociateRecoveryPointFromParentInput {"members":{"BackupVaultName":"BackupVaultName rl","RecoveryPointArn":"string rl"}}
DisassociateRecoveryPointInput {"members":{"BackupVaultName":"BackupVaultName rl","RecoveryPointArn":"string rl"}}
EncryptionKeyType {"enum":["AWS_OWNED_KMS_KEY","CUSTOMER_MANAGED_KMS_KEY"]}
ExportBackupPlanTemplateInput {"members":{"BackupPlanId":"string rl"}}
ExportBackupPlanTemplateOutput {"members":{"BackupPlanTemplateJson":"string"}}
FormatList {"list":"string"}
Framework {"members":{"FrameworkName":"FrameworkName","FrameworkArn":"string","FrameworkDescription":"FrameworkDescription","NumberOfControls":"integer","CreationTime":"timestamp","DeploymentStatus":"string"}}
FrameworkControl {"members":{"ControlName":"string r","ControlInputParameters":"ControlInputParameters","ControlScope":"ControlScope"}}
FrameworkControls {"list":"FrameworkControl"}
FrameworkDescription {"type":"string","min":0,"max":1024,"pattern":"\\\\S"}
FrameworkList {"list":"Framework"}
FrameworkName {"type":"string","min":1,"max":256,"pattern":"^[a-zA-Z][_a-zA-Z0-9]*$"}
GetBackupPlanFromJSONInput {"members":{"BackupPlanTemplateJson":"string r"}}
GetBackupPlanFromJSONOutput {"members":{"BackupPlan":"BackupPlan"}}
GetBackupPlanFromTemplateInput {"members":{"BackupPlanTemplateId":"string rl"}}
GetBackupPlanFromTemplateOutput {"members":{"BackupPlanDocument":"BackupPlan"}}
GetBackupPlanInput {"members":{"BackupPlanId":"string rl","VersionId":"string q versionId","MaxScheduledRunsPreview":"MaxScheduledRunsPreview q MaxScheduledRunsPreview"}}
GetBackupPlanOutput {"members":{"BackupPlan":"BackupPlan","BackupPlanId":"string","BackupPlanArn":"string","VersionId":"string","CreatorRequestId":"string","CreationDate":"timestamp","DeletionDate":"timestamp","LastExecutionDate":"timestamp","AdvancedBackupSettings":"AdvancedBackupSettings","ScheduledRunsPreview":"ScheduledRunsPreview"}}
GetBackupSelectionInput {"members":{"BackupPlanId":"string rl","SelectionId":"string rl"}}
GetBackupSelectionOutput {"members":{"BackupSelection":"BackupSelection","SelectionId":"string","BackupPlanId":"string","CreationDate":"timestamp","CreatorRequestId":"string"}}
GetBackupVaultAccessPolicyInput {"members":{"BackupVaultName":"BackupVaultName rl"}}
GetBackupVaultAccessPolicyOutput {"members":{"BackupVaultName":"BackupVaultName","BackupVaultArn":"string","Policy":"string"}}
GetBackupVaultNotificationsInput {"members":{"BackupVaultName":"BackupVaultName rl"}}
GetBackupVaultNotificationsOutput {"members":{"BackupVaultName":"BackupVaultName","BackupVaultArn":"string","SNSTopicArn":"string","BackupVaultEvents":"BackupVaultEvents"}}
GetLegalHoldInput {"members":{"LegalHoldId":"string rl"}}
GetLegalHoldOutput {"members":{"Title":"string","Status":"LegalHoldStatus","Description":"string","CancelDescription":"string","LegalHoldId":"string","LegalHoldArn":"string","CreationDate":"timestamp","CancellationDate":"timestamp","RetainRecordUntil":"timestamp","RecoveryPointSelection":"RecoveryPointSelection"}}
GetPITRMalwareScanResultsInput {"members":{"BackupVaultName":"string rq BackupVaultName","MalwareScanner":"MalwareScanner rq MalwareScanner","RecoveryPointArn":"string rq RecoveryPointArn","ScanEndTime":"timestamp rq ScanEndTime"}}
GetPITRMalwareScanResultsOutput {"members":{"LastScanJobTime":"timestamp","ScanEndTime":"timestamp r","ScanId":"string","ScanMode":"ScanMode","ScanResult":"ScanResultInfo r"}}
GetRecoveryPointIndexDetailsInput {"members":{"BackupVaultName":"BackupVaultName rl","RecoveryPointArn":"string rl"}}
GetRecoveryPointIndexDetailsOutput {"members":{"RecoveryPointArn":"string","BackupVaultArn":"string","SourceResourceArn":"string","IndexCreationDate":"timestamp","IndexDeletionDate":"timestamp","IndexCompletionDate":"timestamp","IndexStatus":"IndexStatus","IndexStatusMessage":"string","TotalItemsIndexed":"long"}}
GetRecoveryPointRestoreMetadataInput {"members":{"BackupVaultName":"BackupVaultName rl","RecoveryPointArn":"string rl","BackupVaultAccountId":"AccountId q backupVaultAccountId"}}
GetRecoveryPointRestoreMetadataOutput {"members":{"BackupVaultArn":"string","RecoveryPointArn":"string","RestoreMetadata":"Metadata","ResourceType":"ResourceType"}}
GetRestoreJobMetadataInput {"members":{"RestoreJobId":"string rl"}}
GetRestoreJobMetadataOutput {"members":{"RestoreJobId":"string","Metadata":"Metadata"}}
GetRestoreTestingInferredMetadataInput {"members":{"BackupVaultAccountId":"string q BackupVaultAccountId","BackupVaultName":"string rq BackupVaultName","RecoveryPointArn":"string rq RecoveryPointArn"}}
GetRestoreTestingInferredMetadataOutput {"members":{"InferredMetadata":"stringMap r"}}
GetRestoreTestingPlanInput {"members":{"RestoreTestingPlanName":"string rl"}}
GetRestoreTestingPlanOutput {"members":{"RestoreTestingPlan":"RestoreTestingPlanForGet r"}}
GetRestoreTestingSelectionInput {"members":{"RestoreTestingPlanName":"string rl","RestoreTestingSelectionName":"string rl"}}
GetRestoreTestingSelectionOutput {"members":{"RestoreTestingSelection":"RestoreTestingSelectionForGet r"}}
GetSupportedResourceTypesOutput {"members":{"ResourceTypes":"ResourceTypes"}}
GetTieringConfigurationInput {"members":{"TieringConfigurationName":"TieringConfigurationName rl"}}
GetTieringConfigurationOutput {"members":{"TieringConfiguration":"TieringConfiguration"}}
GlobalSettings {"key":"string","value":"string"}
Index {"enum":["ENABLED","DISABLED"]}
IndexAction {"members":{"ResourceTypes":"ResourceTypes"}}
IndexActions {"list":"IndexAction"}
IndexStatus {"enum":["PENDING","ACTIVE","FAILED","DELETING"]}
IndexedRecoveryPoint {"members":{"RecoveryPointArn":"string","SourceResourceArn":"string","IamRoleArn":"string","BackupCreationDate":"timestamp","ResourceType":"ResourceType","IndexCreationDate":"timestamp","IndexStatus":"IndexStatus","IndexStatusMessage":"string","BackupVaultArn":"string"}}
IndexedRecoveryPointList {"list":"IndexedRecoveryPoint"}
InvalidParameterValueException {"members":{"Code":"string","Message":"string","Type":"string","Context":"string"},"error":["client",400]}
InvalidRequestException {"members":{"Code":"string","Message":"string","Type":"string","Context":"string"},"error":["client",400]}
InvalidResourceStateException {"members":{"Code":"string","Message":"string","Type":"string","Context":"string"},"error":["client",400]}
KeyValue {"members":{"Key":"string r","Value":"string r"}}
KeyValueList {"list":"KeyValue"}
LatestMpaApprovalTeamUpdate {"members":{"MpaSessionArn":"string","Status":"MpaSessionStatus","StatusMessage":"string","InitiationDate":"timestamp","ExpiryDate":"timestamp"}}
LatestRevokeRequest {"members":{"MpaSessionArn":"string","Status":"MpaRevokeSessionStatus","StatusMessage":"string","InitiationDate":"timestamp","ExpiryDate":"timestamp"}}
LegalHold {"members":{"Title":"string","Status":"LegalHoldStatus","Description":"string","LegalHoldId":"string","LegalHoldArn":"string","CreationDate":"timestamp","CancellationDate":"timestamp"}}
LegalHoldStatus {"enum":["CREATING","ACTIVE","CANCELING","CANCELED"]}
LegalHoldsList {"list":"LegalHold"}
Lifecycle {"members":{"MoveToColdStorageAfterDays":"long","DeleteAfterDays":"long","OptInToArchiveForSupportedResources":"boolean","DeleteAfterEvent":"LifecycleDeleteAfterEvent"}}
LifecycleDeleteAfterEvent {"enum":["DELETE_AFTER_COPY"]}
LimitExceededException {"members":{"Code":"string","Message":"string","Type":"string","Context":"string"},"error":["client",400]}
ListAccessPointsMember {"members":{"AccessPointArn":"AccessPointArn r","AccessPointMetadata":"AccessPointMetadataMap r","BackupVaultArn":"string","BackupVaultName":"BackupVaultName r","CreationTime":"timestamp r","Name":"AccessPointName r","RecoveryPointArn":"AccessedRecoveryPointArn r","ResourceArn":"AccessedResourceArn r","ResourceType":"string r","Status":"AccessPointStatus r","StatusMessage":"string"}}
ListBackupAccessPointsByRecoveryPointRequest {"members":{"MaxResults":"BackupAccessPointsMaxResults q MaxResults","NextToken":"string q NextToken","RecoveryPointArn":"AccessedRecoveryPointArn rl"}}
ListBackupAccessPointsByRecoveryPointResponse {"members":{"BackupAccessPoints":"BackupAccessPoints r","NextToken":"string"}}
ListBackupAccessPointsByResourceRequest {"members":{"MaxResults":"BackupAccessPointsMaxResults q MaxResults","NextToken":"string q NextToken","ResourceArn":"AccessedResourceArn rl"}}
ListBackupAccessPointsByResourceResponse {"members":{"BackupAccessPoints":"BackupAccessPoints r","NextToken":"string"}}
ListBackupAccessPointsRequest {"members":{"MaxResults":"BackupAccessPointsMaxResults q MaxResults","NextToken":"string q NextToken"}}
ListBackupAccessPointsResponse {"members":{"BackupAccessPoints":"BackupAccessPoints r","NextToken":"string"}}
ListBackupJobSummariesInput {"members":{"AccountId":"AccountId q AccountId","State":"BackupJobStatus q State","ResourceType":"ResourceType q ResourceType","MessageCategory":"string q MessageCategory","AggregationPeriod":"AggregationPeriod q AggregationPeriod","MaxResults":"MaxResults q MaxResults","NextToken":"string q NextToken"}}
ListBackupJobSummariesOutput {"members":{"BackupJobSummaries":"BackupJobSummaryList","AggregationPeriod":"string","NextToken":"string"}}
ListBackupJobsInput {"members":{"NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults","ByResourceArn":"string q resourceArn","ByState":"BackupJobState q state","ByBackupVaultName":"BackupVaultName q backupVaultName","ByCreatedBefore":"timestamp q createdBefore","ByCreatedAfter":"timestamp q createdAfter","ByResourceType":"ResourceType q resourceType","ByAccountId":"AccountId q accountId","ByCompleteAfter":"timestamp q completeAfter","ByCompleteBefore":"timestamp q completeBefore","ByParentJobId":"string q parentJobId","ByMessageCategory":"string q messageCategory"}}
ListBackupJobsOutput {"members":{"BackupJobs":"BackupJobsList","NextToken":"string"}}
ListBackupPlanTemplatesInput {"members":{"NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListBackupPlanTemplatesOutput {"members":{"NextToken":"string","BackupPlanTemplatesList":"BackupPlanTemplatesList"}}
ListBackupPlanVersionsInput {"members":{"BackupPlanId":"string rl","NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListBackupPlanVersionsOutput {"members":{"NextToken":"string","BackupPlanVersionsList":"BackupPlanVersionsList"}}
ListBackupPlansInput {"members":{"NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults","IncludeDeleted":"boolean q includeDeleted"}}
ListBackupPlansOutput {"members":{"NextToken":"string","BackupPlansList":"BackupPlansList"}}
ListBackupSelectionsInput {"members":{"BackupPlanId":"string rl","NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListBackupSelectionsOutput {"members":{"NextToken":"string","BackupSelectionsList":"BackupSelectionsList"}}
ListBackupVaultsInput {"members":{"ByVaultType":"VaultType q vaultType","ByShared":"boolean q shared","NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListBackupVaultsOutput {"members":{"BackupVaultList":"BackupVaultList","NextToken":"string"}}
ListCopyJobSummariesInput {"members":{"AccountId":"AccountId q AccountId","State":"CopyJobStatus q State","ResourceType":"ResourceType q ResourceType","MessageCategory":"string q MessageCategory","AggregationPeriod":"AggregationPeriod q AggregationPeriod","MaxResults":"MaxResults q MaxResults","NextToken":"string q NextToken"}}
ListCopyJobSummariesOutput {"members":{"CopyJobSummaries":"CopyJobSummaryList","AggregationPeriod":"string","NextToken":"string"}}
ListCopyJobsInput {"members":{"NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults","ByResourceArn":"string q resourceArn","ByState":"CopyJobState q state","ByCreatedBefore":"timestamp q createdBefore","ByCreatedAfter":"timestamp q createdAfter","ByResourceType":"ResourceType q resourceType","ByDestinationVaultArn":"string q destinationVaultArn","ByAccountId":"AccountId q accountId","ByCompleteBefore":"timestamp q completeBefore","ByCompleteAfter":"timestamp q completeAfter","ByParentJobId":"string q parentJobId","ByMessageCategory":"string q messageCategory","BySourceRecoveryPointArn":"string q sourceRecoveryPointArn"}}
ListCopyJobsOutput {"members":{"CopyJobs":"CopyJobsList","NextToken":"string"}}
ListFrameworksInput {"members":{"MaxResults":"MaxFrameworkInputs q MaxResults","NextToken":"string q NextToken"}}
ListFrameworksOutput {"members":{"Frameworks":"FrameworkList","NextToken":"string"}}
ListIndexedRecoveryPointsInput {"members":{"NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults","SourceResourceArn":"string q sourceResourceArn","CreatedBefore":"timestamp q createdBefore","CreatedAfter":"timestamp q createdAfter","ResourceType":"ResourceType q resourceType","IndexStatus":"IndexStatus q indexStatus"}}
ListIndexedRecoveryPointsOutput {"members":{"IndexedRecoveryPoints":"IndexedRecoveryPointList","NextToken":"string"}}
ListLegalHoldsInput {"members":{"NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListLegalHoldsOutput {"members":{"NextToken":"string","LegalHolds":"LegalHoldsList"}}
ListOfTags {"list":"Condition"}
ListProtectedResourcesByBackupVaultInput {"members":{"BackupVaultName":"BackupVaultName rl","BackupVaultAccountId":"AccountId q backupVaultAccountId","NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListProtectedResourcesByBackupVaultOutput {"members":{"Results":"ProtectedResourcesList","NextToken":"string"}}
ListProtectedResourcesInput {"members":{"NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListProtectedResourcesOutput {"members":{"Results":"ProtectedResourcesList","NextToken":"string"}}
ListRecoveryPointsByBackupVaultInput {"members":{"BackupVaultName":"BackupVaultName rl","BackupVaultAccountId":"AccountId q backupVaultAccountId","NextToken":"string q nextToken","MaxResults":"RecoveryPointsMaxResults q maxResults","ByResourceArn":"string q resourceArn","ByResourceType":"ResourceType q resourceType","ByBackupPlanId":"string q backupPlanId","ByCreatedBefore":"timestamp q createdBefore","ByCreatedAfter":"timestamp q createdAfter","ByParentRecoveryPointArn":"string q parentRecoveryPointArn"}}
ListRecoveryPointsByBackupVaultOutput {"members":{"NextToken":"string","RecoveryPoints":"RecoveryPointByBackupVaultList"}}
ListRecoveryPointsByLegalHoldInput {"members":{"LegalHoldId":"string rl","NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListRecoveryPointsByLegalHoldOutput {"members":{"RecoveryPoints":"RecoveryPointsList","NextToken":"string"}}
ListRecoveryPointsByResourceInput {"members":{"ResourceArn":"string rl","NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults","ManagedByAWSBackupOnly":"boolean q managedByAWSBackupOnly"}}
ListRecoveryPointsByResourceOutput {"members":{"NextToken":"string","RecoveryPoints":"RecoveryPointByResourceList"}}
ListReportJobsInput {"members":{"ByReportPlanName":"ReportPlanName q ReportPlanName","ByCreationBefore":"timestamp q CreationBefore","ByCreationAfter":"timestamp q CreationAfter","ByStatus":"string q Status","MaxResults":"MaxResults q MaxResults","NextToken":"string q NextToken"}}
ListReportJobsOutput {"members":{"ReportJobs":"ReportJobList","NextToken":"string"}}
ListReportPlansInput {"members":{"MaxResults":"MaxResults q MaxResults","NextToken":"string q NextToken"}}
ListReportPlansOutput {"members":{"ReportPlans":"ReportPlanList","NextToken":"string"}}
ListRestoreAccessBackupVaultsInput {"members":{"BackupVaultName":"BackupVaultName rl","NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListRestoreAccessBackupVaultsOutput {"members":{"NextToken":"string","RestoreAccessBackupVaults":"RestoreAccessBackupVaultList"}}
ListRestoreJobSummariesInput {"members":{"AccountId":"AccountId q AccountId","State":"RestoreJobState q State","ResourceType":"ResourceType q ResourceType","AggregationPeriod":"AggregationPeriod q AggregationPeriod","MaxResults":"MaxResults q MaxResults","NextToken":"string q NextToken"}}
ListRestoreJobSummariesOutput {"members":{"RestoreJobSummaries":"RestoreJobSummaryList","AggregationPeriod":"string","NextToken":"string"}}
ListRestoreJobsByProtectedResourceInput {"members":{"ResourceArn":"string rl","ByStatus":"RestoreJobStatus q status","ByRecoveryPointCreationDateAfter":"timestamp q recoveryPointCreationDateAfter","ByRecoveryPointCreationDateBefore":"timestamp q recoveryPointCreationDateBefore","NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListRestoreJobsByProtectedResourceOutput {"members":{"RestoreJobs":"RestoreJobsList","NextToken":"string"}}
ListRestoreJobsInput {"members":{"NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults","ByAccountId":"AccountId q accountId","ByResourceType":"ResourceType q resourceType","ByCreatedBefore":"timestamp q createdBefore","ByCreatedAfter":"timestamp q createdAfter","ByStatus":"RestoreJobStatus q status","ByCompleteBefore":"timestamp q completeBefore","ByCompleteAfter":"timestamp q completeAfter","ByRestoreTestingPlanArn":"string q restoreTestingPlanArn","ByParentJobId":"string q parentJobId"}}
ListRestoreJobsOutput {"members":{"RestoreJobs":"RestoreJobsList","NextToken":"string"}}
ListRestoreTestingPlansInput {"members":{"MaxResults":"ListRestoreTestingPlansInputMaxResultsInteger q MaxResults","NextToken":"string q NextToken"}}
ListRestoreTestingPlansInputMaxResultsInteger {"type":"integer","min":1,"max":1000}
ListRestoreTestingPlansOutput {"members":{"NextToken":"string","RestoreTestingPlans":"RestoreTestingPlans r"}}
ListRestoreTestingSelectionsInput {"members":{"MaxResults":"ListRestoreTestingSelectionsInputMaxResultsInteger q MaxResults","NextToken":"string q NextToken","RestoreTestingPlanName":"string rl"}}
ListRestoreTestingSelectionsInputMaxResultsInteger {"type":"integer","min":1,"max":1000}
ListRestoreTestingSelectionsOutput {"members":{"NextToken":"string","RestoreTestingSelections":"RestoreTestingSelections r"}}
ListScanJobSummariesInput {"members":{"AccountId":"AccountId q AccountId","ResourceType":"ResourceType q ResourceType","MalwareScanner":"MalwareScanner q MalwareScanner","ScanResultStatus":"ScanResultStatus q ScanResultStatus","State":"ScanJobStatus q State","AggregationPeriod":"AggregationPeriod q AggregationPeriod","MaxResults":"MaxResults q MaxResults","NextToken":"string q NextToken"}}
ListScanJobSummariesOutput {"members":{"ScanJobSummaries":"ScanJobSummaryList","AggregationPeriod":"string","NextToken":"string"}}
ListScanJobsInput {"members":{"ByAccountId":"string q ByAccountId","ByBackupVaultName":"string q ByBackupVaultName","ByCompleteAfter":"timestamp q ByCompleteAfter","ByCompleteBefore":"timestamp q ByCompleteBefore","ByMalwareScanner":"MalwareScanner q ByMalwareScanner","ByRecoveryPointArn":"string q ByRecoveryPointArn","ByResourceArn":"string q ByResourceArn","ByResourceType":"ScanResourceType q ByResourceType","ByScanResultStatus":"ScanResultStatus q ByScanResultStatus","ByState":"ScanState q ByState","MaxResults":"ListScanJobsInputMaxResultsInteger q MaxResults","NextToken":"string q NextToken"}}
ListScanJobsInputMaxResultsInteger {"type":"integer","min":1,"max":1000}
ListScanJobsOutput {"members":{"NextToken":"string","ScanJobs":"ScanJobs r"}}
ListTagsInput {"members":{"ResourceArn":"string rl","NextToken":"string q nextToken","MaxResults":"MaxResults q maxResults"}}
ListTagsOutput {"members":{"NextToken":"string","Tags":"Tags"}}
ListTieringConfigurationsInput {"members":{"MaxResults":"MaxResults q maxResults","NextToken":"string q nextToken"}}
ListTieringConfigurationsOutput {"members":{"TieringConfigurations":"TieringConfigurationsList","NextToken":"string"}}
MalwareScanner {"enum":["GUARDDUTY"]}
MaxFrameworkInputs {"type":"integer","min":1,"max":1000}
MaxResults {"type":"integer","min":1,"max":1000}
MaxScheduledRunsPreview {"type":"integer","min":0,"max":10}
Metadata {"key":"string","value":"string","sensitive":true}
MissingParameterValueException {"members":{"Code":"string","Message":"string","Type":"string","Context":"string"},"error":["client",400]}
MpaRevokeSessionStatus {"enum":["PENDING","FAILED"]}
MpaSessionStatus {"enum":["PENDING","APPROVED","FAILED"]}
ProtectedResource {"members":{"ResourceArn":"string","ResourceType":"ResourceType","LastBackupTime":"timestamp","ResourceName":"string","LastBackupVaultArn":"string","LastRecoveryPointArn":"string"}}
ProtectedResourceConditions {"members":{"StringEquals":"KeyValueList","StringNotEquals":"KeyValueList"}}
ProtectedResourcesList {"list":"ProtectedResource"}
PutBackupVaultAccessPolicyInput {"members":{"BackupVaultName":"BackupVaultName rl","Policy":"string"}}
PutBackupVaultLockConfigurationInput {"members":{"BackupVaultName":"BackupVaultName rl","MinRetentionDays":"long","MaxRetentionDays":"long","ChangeableForDays":"long"}}
PutBackupVaultNotificationsInput {"members":{"BackupVaultName":"BackupVaultName rl","SNSTopicArn":"string r","BackupVaultEvents":"BackupVaultEvents r"}}
PutRestoreValidationResultInput {"members":{"RestoreJobId":"string rl","ValidationStatus":"RestoreValidationStatus r","ValidationStatusMessage":"string"}}
RecoveryPointByBackupVault {"members":{"RecoveryPointArn":"string","BackupVaultName":"BackupVaultName","BackupVaultArn":"string","SourceBackupVaultArn":"string","ResourceArn":"string","ResourceType":"ResourceType","CreatedBy":"RecoveryPointCreator","IamRoleArn":"string","Status":"RecoveryPointStatus","StatusMessage":"string","CreationDate":"timestamp","InitiationDate":"timestamp","CompletionDate":"timestamp","BackupSizeInBytes":"long","CalculatedLifecycle":"CalculatedLifecycle","Lifecycle":"Lifecycle","EncryptionKeyArn":"string","IsEncrypted":"boolean","LastRestoreTime":"timestamp","ParentRecoveryPointArn":"string","CompositeMemberIdentifier":"string","IsParent":"boolean","ResourceName":"string","VaultType":"VaultType","IndexStatus":"IndexStatus","IndexStatusMessage":"string","EncryptionKeyType":"EncryptionKeyType","AggregatedScanResult":"AggregatedScanResult"}}
RecoveryPointByBackupVaultList {"list":"RecoveryPointByBackupVault"}
RecoveryPointByResource {"members":{"RecoveryPointArn":"string","CreationDate":"timestamp","Status":"RecoveryPointStatus","StatusMessage":"string","EncryptionKeyArn":"string","BackupSizeBytes":"long","BackupVaultName":"BackupVaultName","IsParent":"boolean","ParentRecoveryPointArn":"string","ResourceName":"string","VaultType":"VaultType","IndexStatus":"IndexStatus","IndexStatusMessage":"string","EncryptionKeyType":"EncryptionKeyType","AggregatedScanResult":"AggregatedScanResult"}}
RecoveryPointByResourceList {"list":"RecoveryPointByResource"}
RecoveryPointCreator {"members":{"BackupPlanId":"string","BackupPlanArn":"string","BackupPlanName":"string","BackupPlanVersion":"string","BackupRuleId":"string","BackupRuleName":"string","BackupRuleCron":"string","BackupRuleTimezone":"string"}}
RecoveryPointMember {"members":{"RecoveryPointArn":"string","ResourceArn":"string","ResourceType":"ResourceType","BackupVaultName":"BackupVaultName"}}
RecoveryPointSelection {"members":{"VaultNames":"VaultNames","ResourceIdentifiers":"ResourceIdentifiers","DateRange":"DateRange"}}
RecoveryPointStatus {"enum":["COMPLETED","PARTIAL","DELETING","EXPIRED","AVAILABLE","STOPPED","CREATING"]}
RecoveryPointsList {"list":"RecoveryPointMember"}
RecoveryPointsMaxResults {"type":"integer","min":1}
ReportDeliveryChannel {"members":{"S3BucketName":"string r","S3KeyPrefix":"string","Formats":"FormatList"}}
ReportDestination {"members":{"S3BucketName":"string","S3Keys":"stringList"}}
ReportJob {"members":{"ReportJobId":"string","ReportPlanArn":"string","ReportTemplate":"string","CreationTime":"timestamp","CompletionTime":"timestamp","Status":"string","StatusMessage":"string","ReportDestination":"ReportDestination"}}
ReportJobList {"list":"ReportJob"}
ReportPlan {"members":{"ReportPlanArn":"string","ReportPlanName":"ReportPlanName","ReportPlanDescription":"ReportPlanDescription","ReportSetting":"ReportSetting","ReportDeliveryChannel":"ReportDeliveryChannel","DeploymentStatus":"string","CreationTime":"timestamp","LastAttemptedExecutionTime":"timestamp","LastSuccessfulExecutionTime":"timestamp"}}
ReportPlanDescription {"type":"string","min":0,"max":1024,"pattern":"\\\\S"}
ReportPlanList {"list":"ReportPlan"}
ReportPlanName {"type":"string","min":1,"max":256,"pattern":"^[a-zA-Z][_a-zA-Z0-9]*$"}
ReportSetting {"members":{"ReportTemplate":"string r","FrameworkArns":"stringList","NumberOfFrameworks":"integer","Accounts":"stringList","OrganizationUnits":"stringList","Regions":"stringList"}}
RequesterComment {"type":"string","sensitive":true}
ResourceArns {"list":"string"}
ResourceIdentifiers {"list":"string"}
ResourceNotFoundException {"members":{"Code":"string","Message":"string","Type":"string","Context":"string"},"error":["client",400]}
ResourceSelection {"members":{"Resources":"ResourceArns r","TieringDownSettingsInDays":"TieringDownSettingsInDays r","ResourceType":"ResourceType r"}}
ResourceSelections {"list":"ResourceSelection"}
ResourceType {"type":"string","pattern":"^[a-zA-Z0-9\\\\-\\\\_\\\\.]{1,50}$"}
ResourceTypeList {"list":"string"}
ResourceTypeManagementPreference {"key":"ResourceType","value":"boolean"}
ResourceTypeOptInPreference {"key":"ResourceType","value":"boolean"}
ResourceTypes {"list":"ResourceType"}
RestoreAccessBackupVaultList {"list":"RestoreAccessBackupVaultListMember"}
RestoreAccessBackupVaultListMember {"members":{"RestoreAccessBackupVaultArn":"string","CreationDate":"timestamp","ApprovalDate":"timestamp","VaultState":"VaultState","LatestRevokeRequest":"LatestRevokeRequest"}}
RestoreDeletionStatus {"enum":["DELETING","FAILED","SUCCESSFUL"]}
RestoreJobCreator {"members":{"RestoreTestingPlanArn":"string"}}
RestoreJobState {"enum":["CREATED","PENDING","RUNNING","ABORTED","COMPLETED","FAILED","AGGREGATE_ALL","ANY"]}
RestoreJobStatus {"enum":["PENDING","RUNNING","COMPLETED","ABORTED","FAILED"]}
RestoreJobSummary {"members":{"Region":"string","AccountId":"AccountId","State":"RestoreJobState","ResourceType":"ResourceType","Count":"integer","StartTime":"timestamp","EndTime":"timestamp"}}
RestoreJobSummaryList {"list":"RestoreJobSummary"}
RestoreJobsList {"list":"RestoreJobsListMember"}
RestoreJobsListMember {"members":{"AccountId":"AccountId","RestoreJobId":"string","RecoveryPointArn":"string","SourceResourceArn":"string","BackupVaultArn":"string","CreationDate":"timestamp","CompletionDate":"timestamp","Status":"RestoreJobStatus","StatusMessage":"string","PercentDone":"string","BackupSizeInBytes":"long","IamRoleArn":"string","ExpectedCompletionTimeMinutes":"long","CreatedResourceArn":"string","ResourceType":"ResourceType","RecoveryPointCreationDate":"timestamp","IsParent":"boolean","ParentJobId":"string","CreatedBy":"RestoreJobCreator","ValidationStatus":"RestoreValidationStatus","ValidationStatusMessage":"string","DeletionStatus":"RestoreDeletionStatus","DeletionStatusMessage":"string"}}
RestoreTestingPlanForCreate {"members":{"RecoveryPointSelection":"RestoreTestingRecoveryPointSelection r","RestoreTestingPlanName":"string r","ScheduleExpression":"string r","ScheduleExpressionTimezone":"string","StartWindowHours":"integer"}}
RestoreTestingPlanForGet {"members":{"CreationTime":"timestamp r","CreatorRequestId":"string","LastExecutionTime":"timestamp","LastUpdateTime":"timestamp","RecoveryPointSelection":"RestoreTestingRecoveryPointSelection r","RestoreTestingPlanArn":"string r","RestoreTestingPlanName":"string r","ScheduleExpression":"string r","ScheduleExpressionTimezone":"string","StartWindowHours":"integer"}}
RestoreTestingPlanForList {"members":{"CreationTime":"timestamp r","LastExecutionTime":"timestamp","LastUpdateTime":"timestamp","RestoreTestingPlanArn":"string r","RestoreTestingPlanName":"string r","ScheduleExpression":"string r","ScheduleExpressionTimezone":"string","StartWindowHours":"integer"}}
RestoreTestingPlanForUpdate {"members":{"RecoveryPointSelection":"RestoreTestingRecoveryPointSelection","ScheduleExpression":"string","ScheduleExpressionTimezone":"string","StartWindowHours":"integer"}}
RestoreTestingPlans {"list":"RestoreTestingPlanForList"}
RestoreTestingRecoveryPointSelection {"members":{"Algorithm":"RestoreTestingRecoveryPointSelectionAlgorithm","ExcludeVaults":"stringList","IncludeVaults":"stringList","RecoveryPointTypes":"RestoreTestingRecoveryPointTypeList","SelectionWindowDays":"integer"}}
RestoreTestingRecoveryPointSelectionAlgorithm {"enum":["LATEST_WITHIN_WINDOW","RANDOM_WITHIN_WINDOW"]}
RestoreTestingRecoveryPointType {"enum":["CONTINUOUS","SNAPSHOT"]}
RestoreTestingRecoveryPointTypeList {"list":"RestoreTestingRecoveryPointType"}
RestoreTestingSelectionForCreate {"members":{"IamRoleArn":"string r","ProtectedResourceArns":"stringList","ProtectedResourceConditions":"ProtectedResourceConditions","ProtectedResourceType":"string r","RestoreMetadataOverrides":"SensitiveStringMap","RestoreTestingSelectionName":"string r","ValidationWindowHours":"integer"}}
RestoreTestingSelectionForGet {"members":{"CreationTime":"timestamp r","CreatorRequestId":"string","IamRoleArn":"string r","ProtectedResourceArns":"stringList","ProtectedResourceConditions":"ProtectedResourceConditions","ProtectedResourceType":"string r","RestoreMetadataOverrides":"SensitiveStringMap","RestoreTestingPlanName":"string r","RestoreTestingSelectionName":"string r","ValidationWindowHours":"integer"}}
RestoreTestingSelectionForList {"members":{"CreationTime":"timestamp r","IamRoleArn":"string r","ProtectedResourceType":"string r","RestoreTestingPlanName":"string r","RestoreTestingSelectionName":"string r","ValidationWindowHours":"integer"}}
RestoreTestingSelectionForUpdate {"members":{"IamRoleArn":"string","ProtectedResourceArns":"stringList","ProtectedResourceConditions":"ProtectedResourceConditions","RestoreMetadataOverrides":"SensitiveStringMap","ValidationWindowHours":"integer"}}
RestoreTestingSelections {"list":"RestoreTestingSelectionForList"}
RestoreValidationStatus {"enum":["FAILED","SUCCESSFUL","TIMED_OUT","VALIDATING"]}
RevokeRestoreAccessBackupVaultInput {"members":{"BackupVaultName":"BackupVaultName rl","RestoreAccessBackupVaultArn":"string rl","RequesterComment":"RequesterComment q requesterComment"}}
RuleExecutionType {"enum":["CONTINUOUS","SNAPSHOTS","CONTINUOUS_AND_SNAPSHOTS"]}
ScanAction {"members":{"MalwareScanner":"MalwareScanner","ScanMode":"ScanMode"}}
ScanActions {"list":"ScanAction"}
ScanFinding {"enum":["MALWARE"]}
ScanFindings {"list":"ScanFinding"}
ScanJob {"members":{"AccountId":"string r","BackupVaultArn":"string r","BackupVaultName":"string r","CompletionDate":"timestamp","CreatedBy":"ScanJobCreator r","CreationDate":"timestamp r","IamRoleArn":"string r","MalwareScanner":"MalwareScanner r","RecoveryPointArn":"string r","ResourceArn":"string r","ResourceName":"string r","ResourceType":"ScanResourceType r","ScanBaseRecoveryPointArn":"string","ScanId":"string","ScanJobId":"string r","ScanMode":"ScanMode r","ScanResult":"ScanResultInfo","ScannerRoleArn":"string r","State":"ScanState","StatusMessage":"string","ContinuousScanStartTime":"timestamp","ContinuousScanEndTime":"timestamp"}}
ScanJobCreator {"members":{"BackupPlanArn":"string r","BackupPlanId":"string r","BackupPlanVersion":"string r","BackupRuleId":"string r"}}
ScanJobState {"enum":["COMPLETED","COMPLETED_WITH_ISSUES","FAILED","CANCELED"]}
ScanJobStatus {"enum":["CREATED","COMPLETED","COMPLETED_WITH_ISSUES","RUNNING","FAILED","CANCELED","AGGREGATE_ALL","ANY"]}
ScanJobSummary {"members":{"Region":"string","AccountId":"AccountId","State":"ScanJobStatus","ResourceType":"ResourceType","Count":"integer","StartTime":"timestamp","EndTime":"timestamp","MalwareScanner":"MalwareScanner","ScanResultStatus":"ScanResultStatus"}}
ScanJobSummaryList {"list":"ScanJobSummary"}
ScanJobs {"list":"ScanJob"}
ScanMode {"enum":["FULL_SCAN","INCREMENTAL_SCAN"]}
ScanResourceType {"enum":["EBS","EC2","S3"]}
ScanResult {"members":{"MalwareScanner":"MalwareScanner","ScanJobState":"ScanJobState","LastScanTimestamp":"timestamp","Findings":"ScanFindings"}}
ScanResultInfo {"members":{"ScanResultStatus":"ScanResultStatus r"}}
ScanResultStatus {"enum":["NO_THREATS_FOUND","THREATS_FOUND","UNKNOWN"]}
ScanResults {"list":"ScanResult","min":0,"max":5}
ScanSetting {"members":{"MalwareScanner":"MalwareScanner","ResourceTypes":"ResourceTypes","ScannerRoleArn":"string"}}
ScanSettings {"list":"ScanSetting"}
ScanState {"enum":["CANCELED","COMPLETED","COMPLETED_WITH_ISSUES","CREATED","FAILED","RUNNING"]}
ScheduledPlanExecutionMember {"members":{"ExecutionTime":"timestamp","RuleId":"string","RuleExecutionType":"RuleExecutionType"}}
ScheduledRunsPreview {"list":"ScheduledPlanExecutionMember"}
SensitiveStringMap {"key":"string","value":"string","sensitive":true}
ServiceUnavailableException {"members":{"Code":"string","Message":"string","Type":"string","Context":"string"},"error":["server",500]}
StartBackupJobInput {"members":{"BackupVaultName":"BackupVaultName r","LogicallyAirGappedBackupVaultArn":"string","ResourceArn":"string r","IamRoleArn":"string r","IdempotencyToken":"string t","StartWindowMinutes":"long","CompleteWindowMinutes":"long","Lifecycle":"Lifecycle","RecoveryPointTags":"Tags","BackupOptions":"BackupOptions","Index":"Index"}}
StartBackupJobOutput {"members":{"BackupJobId":"string","RecoveryPointArn":"string","CreationDate":"timestamp","IsParent":"boolean"}}
StartCopyJobInput {"members":{"RecoveryPointArn":"string r","SourceBackupVaultName":"BackupVaultName r","DestinationBackupVaultArn":"string r","IamRoleArn":"string r","IdempotencyToken":"string t","Lifecycle":"Lifecycle"}}
StartCopyJobOutput {"members":{"CopyJobId":"string","CreationDate":"timestamp","IsParent":"boolean"}}
StartReportJobInput {"members":{"ReportPlanName":"ReportPlanName rl","IdempotencyToken":"string t"}}
StartReportJobOutput {"members":{"ReportJobId":"string"}}
StartRestoreJobInput {"members":{"RecoveryPointArn":"string r","Metadata":"Metadata r","IamRoleArn":"string","IdempotencyToken":"string t","ResourceType":"ResourceType","CopySourceTagsToRestoredResource":"boolean"}}
StartRestoreJobOutput {"members":{"RestoreJobId":"string"}}
StartScanJobInput {"members":{"BackupVaultName":"string r","IamRoleArn":"string r","IdempotencyToken":"string","MalwareScanner":"MalwareScanner r","RecoveryPointArn":"string r","ScanBaseRecoveryPointArn":"string","ScanMode":"ScanMode r","ScannerRoleArn":"string r","ContinuousScanEndTime":"timestamp"}}
StartScanJobOutput {"members":{"CreationDate":"timestamp r","ScanJobId":"string r"}}
StopBackupJobInput {"members":{"BackupJobId":"string rl"}}
StorageClass {"enum":["WARM","COLD","DELETED"]}
TagKeyList {"list":"string","sensitive":true}
TagResourceInput {"members":{"ResourceArn":"string rl","Tags":"Tags r"}}
Tags {"key":"string","value":"string","sensitive":true}
TieringConfiguration {"members":{"TieringConfigurationName":"TieringConfigurationName r","TieringConfigurationArn":"string","BackupVaultName":"BackupVaultNameOrWildcard r","ResourceSelection":"ResourceSelections r","CreatorRequestId":"string","CreationTime":"timestamp","LastUpdatedTime":"timestamp"}}
TieringConfigurationInputForCreate {"members":{"TieringConfigurationName":"TieringConfigurationName r","BackupVaultName":"BackupVaultNameOrWildcard r","ResourceSelection":"ResourceSelections r"}}
TieringConfigurationInputForUpdate {"members":{"ResourceSelection":"ResourceSelections r","BackupVaultName":"BackupVaultNameOrWildcard r"}}
TieringConfigurationName {"type":"string","pattern":"^[a-zA-Z0-9_]{1,200}$"}
TieringConfigurationsList {"list":"TieringConfigurationsListMember"}
TieringConfigurationsListMember {"members":{"TieringConfigurationArn":"string","TieringConfigurationName":"TieringConfigurationName","BackupVaultName":"BackupVaultNameOrWildcard","CreationTime":"timestamp","LastUpdatedTime":"timestamp"}}
TieringDownSettingsInDays {"type":"integer","min":60,"max":36500}
UntagResourceInput {"members":{"ResourceArn":"string rl","TagKeyList":"TagKeyList r"}}
UpdateBackupPlanInput {"members":{"BackupPlanId":"string rl","BackupPlan":"BackupPlanInput r"}}
UpdateBackupPlanOutput {"members":{"BackupPlanId":"string","BackupPlanArn":"string","CreationDate":"timestamp","VersionId":"string","AdvancedBackupSettings":"AdvancedBackupSettings","ScanSettings":"ScanSettings"}}
UpdateFrameworkInput {"members":{"FrameworkName":"FrameworkName rl","FrameworkDescription":"FrameworkDescription","FrameworkControls":"FrameworkControls","IdempotencyToken":"string t"}}
UpdateFrameworkOutput {"members":{"FrameworkName":"FrameworkName","FrameworkArn":"string","CreationTime":"timestamp"}}
UpdateGlobalSettingsInput {"members":{"GlobalSettings":"GlobalSettings"}}
UpdateRecoveryPointIndexSettingsInput {"members":{"BackupVaultName":"BackupVaultName rl","RecoveryPointArn":"string rl","IamRoleArn":"string","Index":"Index r"}}
UpdateRecoveryPointIndexSettingsOutput {"members":{"BackupVaultName":"BackupVaultName","RecoveryPointArn":"string","IndexStatus":"IndexStatus","Index":"Index"}}
UpdateRecoveryPointLifecycleInput {"members":{"BackupVaultName":"BackupVaultName rl","RecoveryPointArn":"string rl","Lifecycle":"Lifecycle"}}
UpdateRecoveryPointLifecycleOutput {"members":{"BackupVaultArn":"string","RecoveryPointArn":"string","Lifecycle":"Lifecycle","CalculatedLifecycle":"CalculatedLifecycle"}}
UpdateRegionSettingsInput {"members":{"ResourceTypeOptInPreference":"ResourceTypeOptInPreference","ResourceTypeManagementPreference":"ResourceTypeManagementPreference"}}
UpdateReportPlanInput {"members":{"ReportPlanName":"ReportPlanName rl","ReportPlanDescription":"ReportPlanDescription","ReportDeliveryChannel":"ReportDeliveryChannel","ReportSetting":"ReportSetting","IdempotencyToken":"string t"}}
UpdateReportPlanOutput {"members":{"ReportPlanName":"ReportPlanName","ReportPlanArn":"string","CreationTime":"timestamp"}}
UpdateRestoreTestingPlanInput {"members":{"RestoreTestingPlan":"RestoreTestingPlanForUpdate r","RestoreTestingPlanName":"string rl"}}
UpdateRestoreTestingPlanOutput {"members":{"CreationTime":"timestamp r","RestoreTestingPlanArn":"string r","RestoreTestingPlanName":"string r","UpdateTime":"timestamp r"}}
UpdateRestoreTestingSelectionInput {"members":{"RestoreTestingPlanName":"string rl","RestoreTestingSelection":"RestoreTestingSelectionForUpdate r","RestoreTestingSelectionName":"string rl"}}
UpdateRestoreTestingSelectionOutput {"members":{"CreationTime":"timestamp r","RestoreTestingPlanArn":"string r","RestoreTestingPlanName":"string r","RestoreTestingSelectionName":"string r","UpdateTime":"timestamp r"}}
UpdateTieringConfigurationInput {"members":{"TieringConfigurationName":"TieringConfigurationName rl","TieringConfiguration":"TieringConfigurationInputForUpdate r"}}
UpdateTieringConfigurationOutput {"members":{"TieringConfigurationArn":"string","TieringConfigurationName":"TieringConfigurationName","CreationTime":"timestamp","LastUpdatedTime":"timestamp"}}
VaultNames {"list":"string"}
VaultState {"enum":["CREATING","AVAILABLE","FAILED"]}
VaultType {"enum":["BACKUP_VAULT","LOGICALLY_AIR_GAPPED_BACKUP_VAULT","RESTORE_ACCESS_BACKUP_VAULT"]}
stringList {"list":"string"}
stringMap {"key":"string","value":"string"}`;
