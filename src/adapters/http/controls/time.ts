import { readClockMove } from "../control-input";
import { moveClock } from "../moves";
import { control } from "./control";

/** The controls of time. */
export const timeControls = [
  control({
    path: "clock",
    kind: "show",
    what: "show the clock",
    about: "The time on the mock's clock.",
    members: {},
    run: (_, { aws }) => ({ now: new Date(aws.state.now) }),
  }),
  control({
    path: "clock",
    kind: "move",
    what: "move the clock",
    about: "Moves the clock. Returns what happened meanwhile.",
    members: {
      advance: { is: "duration", about: "How long to move it: `35 days`." },
      now: { is: "instant", about: "The instant to move it to." },
      settle: { is: "flag", about: "`true`: until nothing is in flight." },
      next: { is: "flag", about: "`true`: to the next change, whatever it is." },
      until: {
        is: "object",
        about: 'Until an event: `{ "event": "Backup Job State Change", "detail": { "state": "FAILED" } }`.',
      },
      within: { is: "duration", about: "With `until`: the longest time to move. Default: 400 days." },
    },
    oneOf: ["advance", "now", "settle", "next", "until"],
    run: (body, { aws, turns, isAbandoned }) =>
      turns.move(async () => moveClock(aws, readClockMove(body, aws.state.now), isAbandoned)),
  }),
  control({
    path: "agenda",
    kind: "read",
    what: "list what is to come",
    about:
      "What will happen by itself, in all accounts and Regions, soonest first: `size` changes, of which the first are listed.",
    members: { first: { is: "count", about: "How many to list. Default: 100." } },
    run: ({ first = 100 }, { aws }) => {
      const { agenda, now } = aws.state;
      const steps: object[] = [];
      for (const step of agenda) {
        if (steps.length >= first) break;
        steps.push(step);
      }
      return { now: new Date(now), size: agenda.size, steps };
    },
  }),
];
