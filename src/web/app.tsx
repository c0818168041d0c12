import type { ComponentType, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ViewName } from './address/address.js';
import { useAddress } from './address/use-address.js';
import { KEY_WANTED } from './client/ask.js';
import { useCell } from './client/cell.js';
import { SignIn } from './parts/sign-in.js';
import { TopBar } from './parts/top-bar.js';
import { DATED_VIEWS, TimelineStrip } from './timeline/timeline-strip.js';
import { AccountsView } from './views/accounts.js';
import { ConnectionsView } from './views/connections.js';
import { DocumentView } from './views/document.js';
import { DocumentsView } from './views/documents.js';
import { EntityView } from './views/entity.js';
import { HomeView } from './views/home.js';
import { IncidentsView } from './views/incidents.js';
import { LazyGraphView } from './views/lazy-graph.js';
import { PlacesView } from './views/places.js';
import { ReadView } from './views/read.js';
import { RelationshipView } from './views/relationship.js';
import { SearchView } from './views/search.js';

const VIEWS: Readonly<Partial<Record<ViewName, ComponentType>>> = {
  home: HomeView,
  graph: LazyGraphView,
  connections: ConnectionsView,
  incidents: IncidentsView,
  accounts: AccountsView,
  places: PlacesView,
  documents: DocumentsView,
  read: ReadView,
  entity: EntityView,
  document: DocumentView,
  relationship: RelationshipView,
  search: SearchView,
};

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
