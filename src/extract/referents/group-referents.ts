import type { Resources } from '../../resources/index.js';
import type { FoundQuotation } from '../quotations/found-quotation.js';
import type { View } from '../view.js';
import { chooseAntecedent } from './choose-antecedent.js';
import { collectReferents, type GroupedReferents } from './collect-referents.js';
import { findMatters } from './find-matters.js';
import { findRoles } from './find-offices.js';
import { linkGovernments } from './link-governments.js';
import type { FoundMention } from './mention.js';
import { prepareLinking } from './prepare-linking.js';

/**
 * Groups the mentions of one thing: names, appositions and speakers by rules (after Raghunathan et al. 2010), then each
 * pronoun and description in order of text by a learned ranking of what it may mean (after Durrett and Klein 2013).
 * Referents ascend by first mention; what is no entity is left out.
 */
export function groupReferents(
  view: View,
  resources: Resources,
  input: { readonly mentions: readonly FoundMention[]; readonly quotations: readonly FoundQuotation[] },
): GroupedReferents {
  const { mentions, quotations } = input;
  const { document, acronyms, meant, isOpen, rank } = prepareLinking(view, resources, { mentions, quotations });
  const { clusters } = document;
  for (let later = 0; later < mentions.length; later++) {
    const other = meant(later);
    if (other !== undefined) clusters.join(other, later);
    if (!isOpen(later)) continue;
    const ranking = rank(later);
    const choice = chooseAntecedent(resources.coreference, ranking);
    if (choice > 0) clusters.join(ranking.earlier[choice] as number, later);
  }
  const roles = findRoles(view, resources, { mentions, clusters });
  const matters = findMatters(view, resources, { mentions, clusters });
  return linkGovernments(view, resources, collectReferents(mentions, { clusters, acronyms, roles, matters }));
}
