import { useEffect } from 'preact/hooks';

/** Names the window after what is shown. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'Claimgraph' : `${title} · Claimgraph`;
  }, [title]);
}
