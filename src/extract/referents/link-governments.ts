import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import type { FoundReferent, GroupedReferents } from './collect-referents.js';
import { seatOf } from './find-governments.js';
import type { EntityMention } from './mention.js';

/** A capital or seat that acts stands for its country, where the text names it. */
export function linkGovernments(
  view: View,
  resources: Resources,
  { mentions, referents }: GroupedReferents,
): GroupedReferents {
  const countries = new Map<string, number>();
  const nameOf = (referent: FoundReferent) => {
    const mention = mentions[referent.mentions[0] as number] as EntityMention;
    return { mention, written: view.quote(mention).quote };
  };
  referents.forEach((referent, index) => {
    const { mention, written } = nameOf(referent);
    const country = mention.type === 'PLACE' ? resources.countryNames.get(written) : undefined;
    if (country !== undefined && !countries.has(country.name)) countries.set(country.name, index);
  });
  const linked = referents.map((referent) => {
    const { mention, written } = nameOf(referent);
    const country = mention.type === 'ORGANIZATION' && mention.kind === 'NAME' ? seatOf(resources, written) : null;
    return country === null
      ? referent
      : { ...referent, sector: 'GOV' as const, standsFor: countries.get(country.name) ?? -1 };
  });
  return { mentions, referents: linked };
}
