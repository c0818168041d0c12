import type { JSX } from 'preact';
import type { ViewName } from '../address/address.js';
import { linkTo } from '../address/use-address.js';
import { useCell } from '../client/cell.js';
import { SearchEverything } from './search-box.js';
import { chooseTheme, THEME, type Theme } from './theme.js';

const LINKS: readonly { readonly view: ViewName; readonly label: string; readonly covers?: readonly ViewName[] }[] = [
  { view: 'home', label: 'Overview', covers: ['search', 'entity', 'review'] },
  { view: 'graph', label: 'Graph', covers: ['relationship'] },
  { view: 'connections', label: 'Connections' },
  { view: 'incidents', label: 'Incidents', covers: ['accounts'] },
  { view: 'places', label: 'Places' },
  { view: 'documents', label: 'Documents', covers: ['document', 'read'] },
];

/** Name, navigation, search and appearance. */
export function TopBar({ view }: { readonly view: ViewName }): JSX.Element {
  return (
    <header class="top">
      <a class="brand" href={linkTo('home')}>
        <img src="icon.svg" alt="" width="26" height="26" />
        <span>Claimgraph</span>
      </a>
      <nav aria-label="Views">
        {LINKS.map(({ view: target, label, covers = [] }) => (
          <a
            key={target}
            href={linkTo(target)}
            aria-current={target === view ? 'page' : covers.includes(view) ? 'true' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <SearchEverything />
      <ThemeChoice />
    </header>
  );
}

const THEMES: readonly { readonly theme: Theme; readonly label: string; readonly sign: string }[] = [
  { theme: 'auto', label: 'Colours as the system has them', sign: '◐' },
  { theme: 'light', label: 'Light colours', sign: '☀' },
  { theme: 'dark', label: 'Dark colours', sign: '☾' },
];

function ThemeChoice(): JSX.Element {
  const theme = useCell(THEME);
  const index = THEMES.findIndex((row) => row.theme === theme);
  const next = THEMES[(index + 1) % THEMES.length]!;
  const now = THEMES[index]!;
  return (
    <button
      type="button"
      class="icon-button theme"
      title={`${now.label}; change to: ${next.label.toLowerCase()}`}
      onClick={() => chooseTheme(next.theme)}
    >
      <span aria-hidden="true">{now.sign}</span>
      <span class="hidden">{now.label}</span>
    </button>
  );
}
