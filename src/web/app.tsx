import type { ComponentType, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ViewName } from './address/address.js';
import { useAddress } from './address/use-address.js';
import { KEY_WANTED } from './client/ask.js';
import { useCell } from './client/cell.js';
import { SignIn } from './parts/sign-in.js';
import { TopBar } from './parts/top-bar.js';
import { DATED_VIEWS } from './timeline/dated-views.js';
import { HomeView } from './views/home.js';
import { lazyView } from './views/lazy-view.js';

/** The first view comes with the page; the others are fetched when they are first shown. */
const VIEWS: Readonly<Partial<Record<ViewName, ComponentType>>> = {
  home: HomeView,
  graph: lazyView(async () => (await import('./views/graph.js')).GraphView),
  connections: lazyView(async () => (await import('./views/connections.js')).ConnectionsView),
  incidents: lazyView(async () => (await import('./views/incidents.js')).IncidentsView),
  accounts: lazyView(async () => (await import('./views/accounts.js')).AccountsView),
  places: lazyView(async () => (await import('./views/places.js')).PlacesView),
  documents: lazyView(async () => (await import('./views/documents.js')).DocumentsView),
  read: lazyView(async () => (await import('./views/read.js')).ReadView),
  entity: lazyView(async () => (await import('./views/entity.js')).EntityView),
  document: lazyView(async () => (await import('./views/document.js')).DocumentView),
  relationship: lazyView(async () => (await import('./views/relationship.js')).RelationshipView),
  review: lazyView(async () => (await import('./views/review.js')).ReviewView),
  search: lazyView(async () => (await import('./views/search.js')).SearchView),
};

const TimelineStrip = lazyView(async () => (await import('./timeline/timeline-strip.js')).TimelineStrip, {
  silent: true,
});

/** The page: the bar, the view that the address names, and the question for a key where the service wants one. */
export function App(): JSX.Element {
  const { view, parameters } = useAddress();
  const keyWanted = useCell(KEY_WANTED);
  const main = useRef<HTMLElement>(null);
  const View = VIEWS[view] ?? HomeView;
  const subject = `${view} ${parameters.id ?? ''}`;
  const first = useRef(true);
  useEffect(() => {
    // Whoever cannot see that another view is there is led to its beginning.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
    if (parameters.claim === undefined) scrollTo(0, 0);
  }, [subject]);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <TopBar view={view} />
      <main id="main" ref={main} tabIndex={-1} class={`view view-${view}`}>
        <View key={subject} />
      </main>
      {DATED_VIEWS.has(view) ? <TimelineStrip key={view === 'entity' ? subject : ''} /> : null}
      {keyWanted ? <SignIn /> : null}
    </>
  );
}
