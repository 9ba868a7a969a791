import { table, testingPlan, testingSelection, vaultArn, volume } from "../../services/backup/world";
import { judged, type ReferenceRules, recorded, shown } from "./rules";

const chars = (count: number) => "a".repeat(count);

const plan = (members: object) => ({
  RestoreTestingPlan: { ...testingPlan, RestoreTestingPlanName: "pass", ...members },
});
const points = (members: object) => ({
  RecoveryPointSelection: { ...testingPlan.RecoveryPointSelection, ...members },
});
const planRules = (wrap: (members: object) => object) => [
  judged("RestoreTestingPlan.StartWindowHours", "at most a week", wrap, {
    takes: [{ StartWindowHours: 168 }],
    refuses: [{ StartWindowHours: 169 }],
  }),
  judged(
    "RestoreTestingPlan.RecoveryPointSelection.SelectionWindowDays",
    "1 to 365",
    (days: number) => wrap(points({ SelectionWindowDays: days })),
    { takes: [1, 365], refuses: [366, -1] },
  ),
  judged(
    "RestoreTestingPlan.RecoveryPointSelection.IncludeVaults",
    "ARNs, or the wildcard",
    (vaults: readonly string[]) => wrap(points({ IncludeVaults: vaults })),
    { takes: [["*"], [vaultArn("copies")]], refuses: [["copies"]] },
  ),
];

const choice = (members: object) => ({
  RestoreTestingPlanName: "tests",
  RestoreTestingSelection: { ...testingSelection, RestoreTestingSelectionName: "pass", ...members },
});
const condition = (Key: string, Value: string) => ({
  ProtectedResourceArns: ["*"],
  ProtectedResourceConditions: { StringEquals: [{ Key, Value }] },
});
const tagged = "aws:ResourceTag/";

export const restoreTestingRules = {
  CreateRestoreTestingPlan: [
    ...planRules(plan),
    judged(
      "RestoreTestingPlan.RestoreTestingPlanName",
      "up to 50 letters, digits and _",
      (RestoreTestingPlanName: string) => plan({ RestoreTestingPlanName }),
      { takes: [chars(50), "a_1"], refuses: [chars(51), "a-b"] },
    ),
    judged(
      "RestoreTestingPlan.RecoveryPointSelection",
      "algorithm, vaults and types are required",
      (members: object) => plan(points(members)),
      {
        takes: [{}],
        refuses: [{ Algorithm: undefined }, { IncludeVaults: [] }, { RecoveryPointTypes: [] }],
        as: "MissingParameterValue",
      },
    ),
    judged(
      "RestoreTestingPlan.RestoreTestingPlanName",
      "is taken once",
      (RestoreTestingPlanName: string) => plan({ RestoreTestingPlanName }),
      { takes: ["others"], refuses: ["tests"], as: "AlreadyExists" },
    ),
    recorded(
      "RestoreTestingPlan.StartWindowHours",
      "a day by default, and 30 days to look back",
      "a-restore-testing-plan-has-a-day-to-start-and-looks-back-a-month",
    ),
    shown(
      "RestoreTestingPlan.RecoveryPointSelection",
      "points in the window, vaults and types",
      "restore-testing/chosen-points",
      "eligible points are in the window, in the vaults and of the types that a plan names",
    ),
  ],
  CreateRestoreTestingSelection: [
    judged("RestoreTestingSelection.ProtectedResourceArns", "ARNs or the wildcard, not both", choice, {
      takes: [{}],
      refuses: [{ ProtectedResourceArns: ["*", table] }],
    }),
    judged("RestoreTestingSelection.ProtectedResourceArns", "of the selected type", choice, {
      takes: [{}],
      refuses: [{ ProtectedResourceArns: [volume] }],
    }),
    judged("RestoreTestingSelection.ProtectedResourceConditions", "with the wildcard only", choice, {
      takes: [condition(`${tagged}team`, "a")],
      refuses: [{ ...condition(`${tagged}team`, "a"), ProtectedResourceArns: [table] }],
    }),
    judged(
      "RestoreTestingSelection.ProtectedResourceConditions.Key",
      "1 to 128 characters, not of aws:",
      (key: string) => choice(condition(key, "a")),
      {
        takes: [tagged + chars(128)],
        refuses: [tagged, tagged + chars(129), `${tagged}aws:team`, `${tagged}te*m`],
      },
    ),
    judged(
      "RestoreTestingSelection.ProtectedResourceConditions.Value",
      "at most 256 characters of tags",
      (value: string) => choice(condition(`${tagged}team`, value)),
      { takes: [chars(256), ""], refuses: [chars(257), "a*"] },
    ),
    judged("RestoreTestingSelection.ProtectedResourceType", "types with restore testing", choice, {
      takes: [{}],
      refuses: [{ ProtectedResourceType: "Redshift" }],
    }),
    judged("RestoreTestingSelection.ValidationWindowHours", "0 to 168", choice, {
      takes: [{ ValidationWindowHours: 0 }, { ValidationWindowHours: 168 }],
      refuses: [{ ValidationWindowHours: 169 }],
    }),
    judged(
      "RestoreTestingSelection.RestoreTestingSelectionName",
      "up to 50 letters, digits and _",
      (RestoreTestingSelectionName: string) => choice({ RestoreTestingSelectionName }),
      { takes: [chars(50)], refuses: [chars(51), "a-b"] },
    ),
    shown(
      "RestoreTestingSelection.ProtectedResourceArns",
      "at most 30",
      "restore-testing/restore-testing-selections",
      "a selection names at most 30 ARNs and 30 conditions",
    ),
  ],
  DeleteRestoreTestingPlan: [
    shown(
      "",
      "once its selections are deleted",
      "restore-testing/restore-testing-plans",
      "a plan can be deleted once its selections are deleted",
    ),
  ],
  DeleteRestoreTestingSelection: [
    shown(
      "",
      "it is gone",
      "restore-testing/restore-testing-selections",
      "a deleted selection cannot be found",
    ),
  ],
  GetRestoreTestingInferredMetadata: [
    shown(
      "",
      "the keys that a restore needs, with secure values",
      "restore-testing/inferred-metadata",
      "for EFS, a new file system is inferred",
    ),
  ],
  GetRestoreTestingPlan: [
    shown(
      "",
      "all members that were given",
      "restore-testing/restore-testing-plans",
      "a plan is returned with all members that were given",
    ),
  ],
  GetRestoreTestingSelection: [
    shown(
      "",
      "as it was created",
      "restore-testing/restore-testing-selections",
      "a selection is returned as it was created",
    ),
  ],
  UpdateRestoreTestingPlan: [
    ...planRules(RestoreTestingPlan => ({ RestoreTestingPlanName: "tests", RestoreTestingPlan })),
    shown(
      "",
      "keeps what is left out",
      "restore-testing/restore-testing-plans",
      "an update changes the given members and keeps the rest",
    ),
  ],
  UpdateRestoreTestingSelection: [
    judged(
      "RestoreTestingSelection.ProtectedResourceConditions",
      "need the wildcard",
      (members: object) => ({
        RestoreTestingPlanName: "tests",
        RestoreTestingSelectionName: "tables",
        RestoreTestingSelection: members,
      }),
      {
        takes: [condition(`${tagged}team`, "a")],
        refuses: [
          { ProtectedResourceConditions: condition(`${tagged}team`, "a").ProtectedResourceConditions },
          condition(`${tagged}te*m`, "a"),
        ],
      },
    ),
    shown(
      "",
      "keeps what is left out",
      "restore-testing/restore-testing-selections",
      "an update changes the given members and keeps the rest",
    ),
  ],
} satisfies Partial<ReferenceRules>;
