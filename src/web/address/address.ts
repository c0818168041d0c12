/** The views of the page, in the order of the navigation. */
export const VIEW_NAMES = [
  'home',
  'graph',
  'connections',
  'incidents',
  'places',
  'documents',
  'entity',
  'document',
  'accounts',
  'relationship',
  'search',
  'read',
  'review',
] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** What is shown, whole: everything that a view needs to be shown again elsewhere. */
export interface Address {
  readonly view: ViewName;
  readonly parameters: Parameters;
}
export type Parameters = Readonly<Record<string, string>>;

/** Parameters that hold over all views, and so go with every link: the days that everything is narrowed to. */
export const COMMON_PARAMETERS = ['from', 'to'] as const;

/** Reads the part of a URL behind `#`; what is no address is the first view. */
export function parseAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const view = VIEW_NAMES.find((name) => name === path) ?? 'home';
  const parameters: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(query)) if (value !== '') parameters[name] = value;
  return { view, parameters };
}

/** The part of a URL behind the page's own, with `#`; parameters that are empty are left out. */
export function formatAddress(view: ViewName, parameters: Readonly<Record<string, string | null | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) search.set(name, value);
  // Commas and colons may stand in a fragment, and make it readable.
  const query = search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return `#/${view === 'home' ? '' : view}${query === '' ? '' : `?${query}`}`;
}

/** The words of a list parameter, without empty ones. */
export function listOf(value: string | undefined): readonly string[] {
  return (value ?? '').split(',').filter((word) => word !== '');
}
