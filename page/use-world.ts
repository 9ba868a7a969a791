import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { loadWorld, type View, type World } from "./world";

/** How long to wait between two loads while much changes, in milliseconds. */
const pause = 300;

export interface LiveWorld {
  readonly world: World | undefined;
  /** The time on the mock's clock, which a move shows before the rest is loaded. */
  readonly now: number | undefined;
  readonly isConnected: boolean;
  /** Why the world could not be loaded. */
  readonly problem: string | undefined;
}

/** The world as the view shows it, loaded again whenever it changes. */
export function useWorld(view: View): LiveWorld {
  const [world, setWorld] = useState<World>();
  const [now, setNow] = useState<number>();
  const [isConnected, setConnected] = useState(true);
  const [problem, setProblem] = useState<string>();
  const current = useRef(view);
  const loading = useRef<{ again: boolean } | undefined>(undefined);
  current.current = view;

  const load = useCallback(async () => {
    if (loading.current) {
      loading.current.again = true;
      return;
    }
    const mine = { again: true };
    loading.current = mine;
    while (mine.again) {
      mine.again = false;
      try {
        const loaded = await loadWorld(current.current);
        setWorld(loaded);
        setNow(loaded.now);
        setProblem(undefined);
      } catch (thrown) {
        setProblem(thrown instanceof Error ? thrown.message : String(thrown));
      }
      await new Promise(resolve => setTimeout(resolve, pause));
    }
    loading.current = undefined;
  }, []);

  useEffect(() => {
    const changes = new EventSource("/_mock/live");
    changes.addEventListener("changed", event => {
      setNow(Date.parse(JSON.parse(event.data).now));
      void load();
    });
    changes.addEventListener("time", event => {
      const at = Date.parse(JSON.parse(event.data).now);
      setNow(at);
      setWorld(known => known && { ...known, now: at });
    });
    changes.addEventListener("open", () => setConnected(true));
    changes.addEventListener("error", () => setConnected(false));
    return () => changes.close();
  }, [load]);

  const { place, vault, points, before } = view;
  useEffect(() => void load(), [load, place, vault, points, before]);

  return { world, now, isConnected, problem };
}
