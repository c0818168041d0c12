import { createCell } from '../client/cell.js';

/** How light or dark is chosen: as the system has it, or by hand. */
export type Theme = 'auto' | 'light' | 'dark';

const PLACE = 'claimgraph.theme';

/** The choice, kept for the next visit. */
export const THEME = createCell<Theme>(readTheme());

/** Chooses light, dark, or as the system has it. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(PLACE, theme);
  applyTheme(theme);
  THEME.set(theme);
}

/** Calls back whenever the colours change; gives what ends it. */
export function onTheme(callback: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', callback);
  const leave = THEME.follow(callback);
  return () => {
    system.removeEventListener('change', callback);
    leave();
  };
}

function readTheme(): Theme {
  const kept = localStorage.getItem(PLACE);
  const theme = kept === 'light' || kept === 'dark' ? kept : 'auto';
  applyTheme(theme);
  return theme;
}

function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}
