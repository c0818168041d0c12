import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failure, Waiting } from '../parts/notices.js';

/**
 * A view, or a part of one, whose code is fetched when it is first shown, so that the first view of the page waits for
 * nothing but itself. `silent` leaves its place empty meanwhile.
 */
export function lazyView(load: () => Promise<ComponentType>, { silent = false } = {}): ComponentType {
  let loaded: ComponentType | null = null;
  return function LazyView(): JSX.Element | null {
    const [View, setView] = useState<ComponentType | null>(() => loaded);
    const [error, setError] = useState<Error | null>(null);
    useEffect(() => {
      if (View !== null) return;
      load().then((found) => {
        loaded = found;
        setView(() => found);
      }, setError);
    }, []);
    if (error !== null) return <Failure error={error} />;
    if (View === null) return silent ? null : <Waiting />;
    return <View />;
  };
}
