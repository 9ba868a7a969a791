import { messageOf } from "../../core/basics";
import type { Prices } from "../../forecast/prices";
import type { MockAws } from "../../mock/api";
import { mockAws } from "../../mock/mock-aws";
import { readJsonFile } from "../json-file";
import type { Output } from "../output";
import { progressBar } from "../progress";
import { SaveFile } from "../save-file";
import { UsageError } from "../usage-error";
import type { SimulatedDocument } from "./document";
import type { SimulateOptions } from "./options";
import { readDocument } from "./read-document";
import { withResources } from "./with-resources";

/** Simulates what a file describes. Returns whether all is well: whether there is no problem, if that was asked. */
export async function simulate(options: SimulateOptions, output: Output): Promise<boolean> {
  const { file, length, svg, json, failOnProblems } = options;
  const { region, accountId } = options.mock;
  const home = { ...(region !== undefined && { region }), ...(accountId !== undefined && { accountId }) };
  const document = await readDocument(file, { home, parameters: options.parameters });
  if (document.needsResources && options.resources.length === 0) {
    throw new UsageError(
      `${file} is a plan alone; name what it backs up: --resource EBS:data=100GiB,+1GiB/day`,
    );
  }
  const prices = (await Promise.all(options.prices.map(readPriceFile))).flat();
  const picture = svg === undefined ? undefined : await SaveFile.open(svg, "--svg");
  try {
    const aws = mockOf(document, options);
    const bar = progressBar(text => output.err(text));
    const progress = output.isTerminal ? bar.show : undefined;
    const forecast = await aws
      .forecast({ for: length, prices: prices.length > 0 ? prices : undefined, progress })
      .finally(bar.clear);
    for (const note of document.notes) output.err(`${note}\n`);
    output.out(json ? `${JSON.stringify(forecast, undefined, 2)}\n` : `${forecast}\n`);
    await picture?.replace([forecast.toSvg()]);
    return !failOnProblems || forecast.problems.length === 0;
  } finally {
    picture?.close();
  }
}

async function readPriceFile(path: string): Promise<readonly Prices[]> {
  try {
    // In the package, forecasts share nothing with this command that would load it with them.
    const { readPrices } = await import("../../forecast/prices");
    return readPrices(await readJsonFile(path));
  } catch (thrown) {
    throw new UsageError(`--prices ${path}: ${messageOf(thrown)}`);
  }
}

/** The account that a document describes, with the resources that the command names. */
function mockOf(
  { home, snapshot, fixture, origin, elsewhere }: SimulatedDocument,
  options: SimulateOptions,
): MockAws {
  const aws = mockAws({
    ...origin,
    ...options.mock,
    ...home,
    ...(snapshot && { snapshot }),
    recordCalls: false,
  });
  for (const other of elsewhere) aws.in(other.place).seed(other.fixture);
  const { accountId, region } = aws.state;
  const whole = withResources(fixture, options.resources, { accountId, region });
  if (Object.keys(whole).length > 0) aws.seed(whole);
  return aws;
}
