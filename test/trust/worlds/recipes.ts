import { backupRecipes } from "./recipes/backup";
import type { Recipe } from "./recipes/common";
import { efsRecipes } from "./recipes/efs";
import { fsxRecipes } from "./recipes/fsx";
import { planRecipes } from "./recipes/plans";

/** By operation, how members of its input are chosen that no model tells how to. */
export const recipes: Readonly<Record<string, Recipe>> = {
  ...backupRecipes,
  ...planRecipes,
  ...efsRecipes,
  ...fsxRecipes,
};
