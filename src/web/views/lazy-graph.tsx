import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failure, Waiting } from '../parts/notices.js';

/** The graph view, whose libraries are fetched when it is first shown: the other views do without them. */
export function LazyGraphView(): JSX.Element {
  const [View, setView] = useState<ComponentType | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    import('./graph.js').then(({ GraphView }) => setView(() => GraphView), setError);
  }, []);
  if (error !== null) return <Failure error={error} />;
  return View === null ? <Waiting /> : <View />;
}
