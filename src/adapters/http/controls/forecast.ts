import { MockError, quoted, sentence, suggestion } from "../../../core/basics";
import { MoveStopped, mostSteps } from "../moves";
import type { ServedForecast } from "../served-mock";
import { control } from "./control";
import { Document } from "./document";

/** The forms of a forecast, by name. */
const forms: Readonly<Record<string, (forecast: ServedForecast) => unknown>> = {
  json: forecast => forecast,
  text: forecast => new Document("text/plain; charset=utf-8", forecast.toString()),
  svg: forecast => new Document("image/svg+xml", forecast.toSvg()),
};

function formNamed(name: string): (forecast: ServedForecast) => unknown {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (form) return form;
  const why = `unknown form ${quoted(name)}; ${suggestion(name, Object.keys(forms))}`;
  throw new MockError("InvalidOption", sentence(`Cannot forecast: ${why}`));
}

/** A forecast tells how far it is after this many steps. */
const stepsPerProgress = 10_000;

/** The control that looks ahead. */
export const forecastControls = [
  control({
    path: "forecast",
    kind: "read",
    what: "forecast",
    about:
      "What the account will come to, without moving the clock: runs, holdings, protection, problems and, with prices, costs.",
    members: {
      for: { is: "duration", required: true, about: "How far to look: `400 days`." },
      resources: { is: "objects", about: "Resources to add for the forecast only, as in a fixture." },
      prices: { is: "objectOrObjects", about: "Prices, one list for each Region, to compute costs by." },
      as: { is: "text", about: "`json`, `text` for a terminal, or `svg`. Default: `json`." },
    },
    run: async ({ as = "json", ...options }, { aws, isAbandoned }) => {
      const form = formNamed(as);
      let steps = 0;
      const progress = (): void => {
        steps += stepsPerProgress;
        if (isAbandoned()) throw new MoveStopped("Stopped the forecast: its client has gone.");
        if (steps > mostSteps) {
          throw new MoveStopped(
            `Stopped the forecast after ${mostSteps} steps: this is the most that one request may take; ask for a shorter time.`,
          );
        }
      };
      return form(await aws.forecast({ ...options, progress }));
    },
  }),
];
