import { MoveStopped, mostSteps } from "../moves";
import { control } from "./control";

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
    },
    run: (options, { aws, isAbandoned }) => {
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
      return aws.forecast({ ...options, progress });
    },
  }),
];
