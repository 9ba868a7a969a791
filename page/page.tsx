import { useState } from "preact/hooks";
import type { Place } from "./api";
import { Clock } from "./clock";
import { Forecast } from "./forecast";
import { Calls, Coming, FileSystems, Jobs, Plans, totalsOf, Vaults } from "./panels";
import { Empty, Figure, Panel } from "./parts";
import { bytes, count } from "./texts";
import { PointTable, Timeline } from "./timeline";
import { useWorld } from "./use-world";
import type { View, World } from "./world";

const pointsShown = 200;

export function Page() {
  const [view, setView] = useState<View>({
    place: undefined,
    vault: undefined,
    points: pointsShown,
    before: undefined,
  });
  const { world, now, isConnected, problem } = useWorld(view);
  const change = (changes: Partial<View>) => setView({ ...view, ...changes });
  return (
    <>
      <header class="top">
        <div class="brand">
          <Logo />
          <div>
            <h1>aws-backup-mock</h1>
            <Places
              world={world}
              chosen={view.place}
              choose={place => change({ place, vault: undefined, before: undefined })}
            />
          </div>
        </div>
        <Clock now={now} world={world} />
      </header>
      <main>
        {(problem !== undefined || !isConnected) && (
          <p class="banner" role="alert">
            {problem ?? "The endpoint does not answer; trying again …"}
          </p>
        )}
        {world ? <Content world={world} view={view} change={change} /> : <Empty>Loading …</Empty>}
      </main>
    </>
  );
}

const Logo = () => (
  <svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
    <rect x="2" y="2" width="28" height="28" rx="8" />
    <circle cx="16" cy="16" r="8.5" />
    <path d="M16 10.5V16l4 2.5" />
  </svg>
);

function Places(props: {
  world: World | undefined;
  chosen: Place | undefined;
  choose: (place: Place) => void;
}) {
  const places = props.world?.places ?? [];
  const chosen = props.chosen ? nameOfPlace(props.chosen) : places[0] && nameOfPlace(places[0]);
  return (
    <label class="place">
      <span class="hidden">Account and Region</span>
      <select
        value={chosen}
        onChange={event => {
          const place = places.find(each => nameOfPlace(each) === event.currentTarget.value);
          if (place) props.choose(place);
        }}
      >
        {places.map(place => (
          <option key={nameOfPlace(place)} value={nameOfPlace(place)}>
            {nameOfPlace(place)}
          </option>
        ))}
      </select>
    </label>
  );
}

const nameOfPlace = ({ accountId, region }: Place): string => `${accountId} · ${region}`;

interface WorldProps {
  world: World;
  view: View;
  change: (changes: Partial<View>) => void;
}

function Content({ world, view, change }: WorldProps) {
  const all = totalsOf(world.points.counts ?? []);
  const unfinished = [world.backupJobs, world.copyJobs, world.restoreJobs]
    .flatMap(({ records }) => records)
    .filter(({ State, Status }) => ["CREATED", "PENDING", "RUNNING"].includes(State ?? Status ?? ""));
  const problems = world.plans.flatMap(({ rules, problems: own }) => [
    ...own,
    ...rules.flatMap(rule => rule.problems),
  ]);
  return (
    <>
      <dl class="figures">
        <Figure label="Vaults" value={count(world.vaults.size)} />
        <Figure label="Recovery points" value={count(all.count)} note={`${count(all.cold)} cold`} />
        <Figure label="Kept" value={bytes(all.size)} />
        <Figure
          label="Jobs in flight"
          value={count(unfinished.length)}
          tone={unfinished.length > 0 ? "busy" : "calm"}
        />
        <Figure
          label="Problems of plans"
          value={count(problems.length)}
          tone={problems.length > 0 ? "bad" : "calm"}
        />
      </dl>
      <div class="panels">
        <Points world={world} view={view} change={change} />
        <div class="column">
          <Vaults world={world} chosen={view.vault} choose={vault => change({ vault, before: undefined })} />
          <Plans world={world} />
          <FileSystems world={world} />
          <Coming world={world} />
        </div>
        <div class="column">
          <Jobs world={world} />
          <Calls world={world} />
        </div>
        {world.plans.length > 0 && <Forecast world={world} />}
      </div>
    </>
  );
}

function Points({ world, view, change }: WorldProps) {
  const { points } = world;
  const last = points.from + points.records.length;
  const note = (
    <>
      {view.vault !== undefined && (
        <button type="button" class="chip" onClick={() => change({ vault: undefined, before: undefined })}>
          {`in ${view.vault} ✕`}
        </button>
      )}
      {points.matching > points.records.length ? (
        <>
          <span>{`${count(points.from + 1)} to ${count(last)} of ${count(points.matching)}`}</span>
          <button type="button" disabled={points.from === 0} onClick={() => change({ before: points.from })}>
            Older
          </button>
          <button
            type="button"
            disabled={view.before === undefined}
            onClick={() => change({ before: undefined })}
          >
            Newest
          </button>
        </>
      ) : (
        <span>{count(points.matching)}</span>
      )}
    </>
  );
  return (
    <Panel id="points" title="Recovery points" note={note} wide>
      {points.matching === 0 && world.plans.length === 0 ? (
        <Empty>
          There is no recovery point here yet. Seed one, or start a backup job and move the clock.
        </Empty>
      ) : (
        <>
          <Timeline world={world} />
          <p class="legend">
            <span class="key warm">warm</span>
            <span class="key cold">cold</span>
            <span class="key coming">to come</span>
            <span class="key run">next run</span>
            <span class="key failed">partial or expired</span>
          </p>
          <PointTable points={points.records} now={world.now} />
        </>
      )}
    </Panel>
  );
}
