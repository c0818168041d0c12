import { createCell, useCell } from '../client/cell.js';
import { type Address, COMMON_PARAMETERS, formatAddress, parseAddress, type ViewName } from './address.js';

const CURRENT = createCell<Address>(parseAddress(location.hash));
window.addEventListener('hashchange', () => CURRENT.set(parseAddress(location.hash)));

type Changes = Readonly<Record<string, string | null | undefined>>;

/** The address of the page; the component is drawn again whenever it changes. */
export function useAddress(): Address {
  return useCell(CURRENT);
}

/** The address of the page now. */
export function currentAddress(): Address {
  return CURRENT.get();
}

/** A link to a view, which keeps what holds over all views. */
export function linkTo(view: ViewName, parameters: Changes = {}): string {
  return formatAddress(view, { ...commonOf(CURRENT.get()), ...parameters });
}

/** Goes to a view, as a step that the browser can go back from. */
export function goTo(view: ViewName, parameters: Changes = {}): void {
  location.hash = linkTo(view, parameters);
}

/** Changes parameters of the current view; null takes one away. A small change, such as a drag, replaces the last step. */
export function changeParameters(changes: Changes, { step = true }: { readonly step?: boolean } = {}): void {
  const { view, parameters } = CURRENT.get();
  const hash = formatAddress(view, { ...parameters, ...changes });
  if (hash === location.hash) return;
  if (step) history.pushState(null, '', hash);
  else history.replaceState(null, '', hash);
  CURRENT.set(parseAddress(hash));
}

function commonOf({ parameters }: Address): Changes {
  return Object.fromEntries(COMMON_PARAMETERS.map((name) => [name, parameters[name]]));
}
