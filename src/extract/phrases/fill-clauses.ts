import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import { type ClauseInput, type Clauses, groupAt, type OpenClause } from './read-clauses.js';
import { copulaOf } from './read-verb-phrase.js';
import type { NounGroup, NounPhrase } from './reading.js';

/** Prepositions behind an object that may as well hang on its verb: "killed 12 people in Homs". */
const ADVERBIAL = new Set([
  'in',
  'at',
  'near',
  'on',
  'from',
  'outside',
  'across',
  'inside',
  'throughout',
  'after',
  'before',
  'during',
  'with',
  'to',
  'into',
  'against',
  'by',
  'since',
  'over',
  'for',
]);

/** Gives every clause its subjects, objects and prepositional phrases: those of its tree, then those that it shares. */
export function fillClauses(
  view: View,
  resources: Resources,
  input: ClauseInput & { readonly clauses: Clauses },
): void {
  const { clauses } = input;
  const own = new Set<OpenClause>();
  for (const clause of clauses.list) if (fillOwn(view, input, clause)) own.add(clause);
  for (const clause of clauses.list) govern(clause);
  const done = new Set<OpenClause>(own);
  for (const clause of clauses.list) share(clause, 0);

  /** Subjects that stand elsewhere: those of the clause above, before they are asked for. */
  function share(clause: OpenClause, depth: number): NounGroup {
    if (done.has(clause) || depth > 100) return clause.subjects;
    done.add(clause);
    clause.subjects = sharedSubjects(clause, depth + 1);
    return clause.subjects;
  }

  function sharedSubjects(clause: OpenClause, depth: number): NounGroup {
    const { first, governor, noun, parent, verb, kind } = clause;
    if (clause.expletive) return [];
    // "soldiers rounded up civilians, then killed them": a verb without a subject shares the one before.
    if (first !== null) return share(first, depth);
    if (kind === 'REDUCED' || kind === 'RELATIVE') return noun === null ? [] : [noun];
    if (kind === 'CONTENT') {
      if (noun === null) return [];
      // "his refusal to leave"; "made a promise to leave".
      if (noun.possessor !== null) return [noun.possessor];
      return parent?.objects.includes(noun) ? share(parent, depth) : [];
    }
    if (governor !== null) return governedSubjects(resources, { governor, clause }, share(governor, depth));
    return kind === 'ADVERBIAL' && parent !== null && verb.mood !== 'FINITE' ? share(parent, depth) : [];
  }

  function govern(clause: OpenClause): void {
    const { first, parent, verb, kind } = clause;
    if (kind === 'CONTENT') clause.governor = raisedGovernor(clause);
    if (first !== null) clause.governor = verb.mood === first.verb.mood ? first.governor : null;
    else if (verb.mood !== 'FINITE' && (kind === 'COMPLEMENT' || kind === 'PURPOSE' || kind === 'ADVERBIAL'))
      clause.governor = parent;
  }

  /** "urged the government to stop": the parser hangs the infinitive on the noun; the verb takes it. */
  function raisedGovernor(clause: OpenClause): OpenClause | null {
    const { parent, noun, verb } = clause;
    if (parent === null || noun === null || verb.mood !== 'INFINITIVE') return null;
    const target = parent.objects.includes(noun) || parent.obliques.some((group) => group.includes(noun));
    if (!target || resources.governingVerbs.get(parent.verb.lemma)?.subject !== 'OBJECT') return null;
    clause.kind = 'COMPLEMENT';
    clause.noun = null;
    parent.complements.push(clause);
    return parent;
  }
}

/** Reads what hangs on the clause itself; true where its subject stands there. */
function fillOwn(view: View, input: ClauseInput, clause: OpenClause): boolean {
  const { range, phrases } = input;
  const { node, verb, noun } = clause;
  const predicate = verb.head === node ? undefined : phrases.at[node - range.first];
  let hasSubject = false;
  let gap: 'SUBJECT' | 'OBJECT' | 'OBLIQUE' | null = null;
  let objects: NounPhrase[] = predicate === undefined ? [] : groupAt(view, input, node);
  const children = view.children(node);
  for (let child = 0; child < children.length; child++) {
    const index = children[child] as number;
    const dependency = view.dependency(index);
    if (dependency === 'nsubj' || dependency === 'nsubj:pass' || dependency === 'nsubj:outer') {
      hasSubject = true;
      if (isRelative(view, index)) gap = 'SUBJECT';
      else {
        const group = groupAt(view, input, index);
        if (group.length > 0) clause.subjects = group;
      }
    } else if (dependency === 'expl') {
      hasSubject = true;
      clause.expletive = true;
    } else if (dependency === 'csubj' || dependency === 'csubj:pass') {
      hasSubject = true;
    } else if (dependency === 'obj') {
      if (isRelative(view, index)) gap = 'OBJECT';
      else objects = [...objects, ...groupAt(view, input, index)];
    } else if (dependency === 'xcomp' && objects.length === 0 && index > verb.head && copulaOf(view, index) === -1) {
      // "named Linda Wu": the parser takes a bare name for what is said of it.
      objects = groupAt(view, input, index);
    } else if (dependency === 'iobj') clause.recipients = groupAt(view, input, index);
    else if (predicate !== undefined && dependency === 'nmod') continue;
    else if (dependency.startsWith('obl') || dependency === 'nmod') {
      const group = groupAt(view, input, index);
      const preposition = group[0]?.preposition ?? null;
      if (isRelative(view, index)) gap = 'OBLIQUE';
      else if (group.length === 0) continue;
      else if (preposition !== null && isWithin(view, index, clause)) {
        // "called on Brunia": a preposition that belongs to the verb brings in an object.
        objects = [...objects, ...group];
      } else if (preposition !== null || group[0]?.isTime === true) clause.obliques.push(group);
      else if (objects.length === 0 && predicate === undefined && index > verb.head) objects = group;
    }
  }
  clause.objects = objects;
  if (clause.kind === 'RELATIVE' && noun !== null) {
    if (gap === 'SUBJECT' || (gap === null && !hasSubject)) clause.subjects = [noun];
    else if (gap === 'OBJECT' && objects.length === 0) clause.objects = [noun];
    else if (gap === null && takesGap(view, clause)) clause.objects = [noun];
    hasSubject = true;
  }
  addTrailing(view, input, clause);
  return hasSubject;
}

function isRelative(view: View, index: number): boolean {
  const form = view.form(index);
  return (
    form === 'WP' || form === 'WDT' || (view.lower(index) === 'that' && view.tag(index) === 'PRON' && form !== 'DT')
  );
}

/** "the deal they signed": a relative clause without a pronoun, with a subject and no object of its own. */
function takesGap(view: View, clause: OpenClause): boolean {
  const { objects, verb, noun, complements, subordinator } = clause;
  return (
    objects.length === 0 &&
    !verb.passive &&
    !verb.copula &&
    noun?.isTime === false &&
    complements.length === 0 &&
    (subordinator === null || subordinator === 'that') &&
    view.tag(verb.head) === 'VERB'
  );
}

/** True where the preposition of an oblique stands within the verb phrase: "called on". */
function isWithin(view: View, node: number, { verb }: OpenClause): boolean {
  const children = view.children(node);
  for (let child = 0; child < children.length; child++) {
    const index = children[child] as number;
    if (view.dependency(index) === 'case') return index > verb.head && index < verb.last;
  }
  return false;
}

/** "killed 12 people in Homs": what the parser hangs on the last object may tell of the verb as well. */
function addTrailing(view: View, input: ClauseInput, clause: OpenClause): void {
  const last = clause.objects.at(-1);
  if (last === undefined || last.node < clause.verb.head) return;
  const children = view.children(last.node);
  for (let child = 0; child < children.length; child++) {
    const index = children[child] as number;
    if (view.dependency(index) !== 'nmod' || index < last.last) continue;
    const group = groupAt(view, input, index);
    const preposition = group[0]?.preposition;
    if (preposition !== undefined && preposition !== null && ADVERBIAL.has(preposition)) clause.obliques.push(group);
  }
}

/** Who does what a governed verb says: "urged him to leave" the object, "promised to leave" the subject. */
function governedSubjects(
  resources: Resources,
  { governor, clause }: { readonly governor: OpenClause; readonly clause: OpenClause },
  subjects: NounGroup,
): NounGroup {
  const row = resources.governingVerbs.get(governor.verb.lemma);
  const { verb } = clause;
  const target =
    governor.objects.length > 0
      ? governor.objects
      : governor.recipients.length > 0
        ? governor.recipients
        : (governor.obliques.find((group) => /^(?:on|to|for|of)$/.test(group[0]?.preposition ?? '')) ?? []);
  if (verb.mood === 'GERUND' && verb.preposition === 'of') return target;
  if (verb.mood === 'GERUND' && verb.preposition !== null && verb.preposition !== 'from') return subjects;
  if (row?.subject === 'OBJECT' && target.length > 0 && !governor.verb.passive) return target;
  return subjects;
}
