import { useState } from "preact/hooks";
import { askText } from "./api";
import { Empty, Panel } from "./parts";
import { shortTime } from "./texts";
import type { World } from "./world";

const lengths = ["35 days", "90 days", "400 days", "3650 days"] as const;

interface Picture {
  readonly source: string;
  readonly title: string;
}

/** A picture of what will come, made when asked for. The clock does not move. */
export function Forecast({ world }: { readonly world: World }) {
  const [length, setLength] = useState<string>(lengths[2]);
  const [picture, setPicture] = useState<Picture>();
  const [problem, setProblem] = useState<string>();
  const [isLooking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    setProblem(undefined);
    try {
      const svg = await askText(`forecast?for=${encodeURIComponent(length)}&as=svg`);
      // An image runs no script, whatever is in it.
      setPicture({
        source: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
        title: `The ${length} from ${shortTime(world.now)} on`,
      });
    } catch (thrown) {
      setProblem(thrown instanceof Error ? thrown.message : String(thrown));
    }
    setLooking(false);
  };
  const note = (
    <>
      <label>
        <span class="hidden">How far to look</span>
        <select value={length} onChange={event => setLength(event.currentTarget.value)}>
          {lengths.map(each => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={isLooking} onClick={() => void look()}>
        {isLooking ? "Looking …" : "Look ahead"}
      </button>
    </>
  );
  return (
    <Panel id="forecast" title="Forecast" note={note} wide>
      {problem !== undefined && <p class="message">{problem}</p>}
      {picture ? (
        <figure class="forecast">
          <img src={picture.source} alt={`Forecast. ${picture.title}`} />
          <figcaption class="quiet">{`${picture.title}. The clock has not moved.`}</figcaption>
        </figure>
      ) : (
        <Empty>
          Look ahead to see every backup of the plans from birth to expiry. The clock does not move.
        </Empty>
      )}
    </Panel>
  );
}
