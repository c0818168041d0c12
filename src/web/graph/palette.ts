import { ENTITY_LOOKS, FAMILIES } from './entity-looks.js';

/** The colours of the style sheet in the theme that holds, for what draws on a canvas. */
export interface Palette {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly ground: string;
  readonly types: ReadonlyMap<string, string>;
  readonly families: ReadonlyMap<string, string>;
}

/** Reads the colours as they hold now. */
export function readPalette(): Palette {
  const probe = document.createElement('i');
  probe.hidden = true;
  document.body.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    text: read('text'),
    quiet: read('quiet'),
    line: read('line'),
    accent: read('accent'),
    ground: read('raised'),
    types: new Map(ENTITY_LOOKS.map(({ key }) => [key, read(`type-${key}`)])),
    families: new Map(FAMILIES.map(({ key }) => [key, read(`family-${key}`)])),
  };
  probe.remove();
  return palette;
}

/** Red, green and blue of a computed colour, 0 to 1. */
export function channelsOf(color: string): readonly [number, number, number] {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((number) => Number(number) / 255);
  return [red, green, blue];
}
