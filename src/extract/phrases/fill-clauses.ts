import type { Dependency } from '../../annotate/index.js';
import type { RelationType } from '../../ontology/index.js';
import type { Governor, Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import { type ClauseInput, type Clauses, groupAt, type OpenClause } from './read-clauses.js';
import { copulaOf } from './read-verb-phrase.js';
import type { NounGroup, NounPhrase, VerbPhrase } from './reading.js';

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
  for (const clause of clauses.list) shareObject(view, resources, clause);
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
    const { before, governor, noun, parent, verb, kind } = clause;
    if (clause.expletive) return [];
    // "soldiers rounded up civilians, then killed them": a verb without a subject shares the one before.
    if (before !== null) return share(before, depth);
    if (kind === 'REDUCED' || kind === 'RELATIVE') return noun === null ? [] : [noun];
    if (kind === 'CONTENT') {
      if (noun === null) return [];
      // "his refusal to leave"; "made a promise to leave".
      if (noun.possessor !== null) return [noun.possessor];
      return parent?.objects.includes(noun) ? share(parent, depth) : [];
    }
    if (governor !== null) return governedSubjects(view, resources, { governor, clause }, share(governor, depth));
    return kind === 'ADVERBIAL' && parent !== null && verb.mood !== 'FINITE' ? share(parent, depth) : [];
  }

  function govern(clause: OpenClause): void {
    const { first, parent, verb, kind } = clause;
    if (first !== null) {
      clause.governor = verb.mood === first.verb.mood ? first.governor : null;
      if (first.kind === 'COMPLEMENT' && kind !== 'COMPLEMENT') become(clause, first.parent);
      return;
    }
    if (kind === 'CONTENT') clause.governor = raisedGovernor(clause);
    else if ((kind === 'PURPOSE' || kind === 'ADVERBIAL') && parent !== null && isTaken(resources, parent, verb))
      become(clause, parent);
    // "blocked the road, stranding drivers": behind a comma it is an addition that the verb does not take.
    if (verb.mood === 'GERUND' && verb.preposition === null && view.word(verb.first - 1) === ',') return;
    if (verb.mood !== 'FINITE' && (kind === 'COMPLEMENT' || kind === 'PURPOSE' || kind === 'ADVERBIAL'))
      clause.governor = parent;
  }

  /** "urged the government to stop": the parser hangs the infinitive on the noun; the verb takes it. */
  function raisedGovernor(clause: OpenClause): OpenClause | null {
    const { parent, noun, verb } = clause;
    if (parent === null || noun === null) return null;
    if (!isTaken(resources, parent, verb) && !isBlamed(view, resources, { verb, noun })) return null;
    const target = parent.objects.includes(noun) || parent.obliques.some((group) => group.includes(noun));
    if (!target || resources.nounGovernors.has(view.lemma(noun.head))) return null;
    if (verb.mood === 'INFINITIVE' && rowFor(resources, parent, verb)?.subject !== 'OBJECT') return null;
    become(clause, parent);
    return parent;
  }
}

/** Verbs that mostly have no object, so that they share none: "stopped and searched the car". */
const ALONE = new Set(
  'stop come go stay wait sit stand rise fall die live try sleep walk run return arrive turn'.split(' '),
);

/** Relations of verbs that tell what somebody does alone: "protested and blocked the harbour". */
const UNAIMED = new Set<RelationType>(['PROTEST', 'MOVES_TO', 'RETREAT']);

/** "published and withdrew a report": two verbs with nothing but "and" between them share the object behind the second. */
function shareObject(view: View, { lightSenses, verbSenses }: Resources, { before, verb, objects }: OpenClause): void {
  if (before === null || objects.length === 0) return;
  const { lemma } = before.verb;
  if (ALONE.has(lemma) || lightSenses.has(lemma)) return;
  if (verbSenses.get(lemma)?.some(({ relation }) => UNAIMED.has(relation)) === true) return;
  const { last } = before.verb;
  if (view.form(last) !== 'CC' || verb.first !== last + 1 || (objects[0] as NounPhrase).first < verb.last) return;
  if (before.verb.copula || before.verb.passive || before.objects.length > 0) return;
  if (before.obliques.length > 0 || before.complements.length > 0) return;
  before.objects = objects;
}

/** Makes a clause the complement of another. */
function become(clause: OpenClause, parent: OpenClause | null): void {
  clause.kind = 'COMPLEMENT';
  clause.noun = null;
  clause.parent = parent;
  parent?.complements.push(clause);
}

/** "called on them to stop", "accused them of hiding": the verb takes such a clause, so it is no purpose. */
function isTaken(resources: Resources, { verb: { lemma } }: OpenClause, verb: VerbPhrase): boolean {
  const governors = resources.verbGovernors.get(lemma);
  if (verb.mood === 'INFINITIVE') return governors?.some(({ complements }) => complements.has('TO')) ?? false;
  if (verb.mood !== 'GERUND' || verb.preposition === null) return false;
  const { preposition } = verb;
  if (governors?.some(({ complements }) => complements.has(preposition))) return true;
  return resources.cues.get(lemma)?.frames.has(preposition.toUpperCase()) ?? false;
}

/** Reads what hangs on the clause itself; true where its subject stands there. */
function fillOwn(view: View, input: ClauseInput, clause: OpenClause): boolean {
  const { range, phrases } = input;
  const { node, verb, noun } = clause;
  const predicate = verb.head === node ? undefined : phrases.at[node - range.first];
  let hasSubject = false;
  let gap: 'SUBJECT' | 'OBJECT' | 'OBLIQUE' | 'POSSESSOR' | null = null;
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
        // "the boy |whose father died|": the pronoun has its place in the subject.
        if (hasWhose(view, index)) gap = 'POSSESSOR';
      }
    } else if (dependency === 'expl') {
      hasSubject = true;
      clause.expletive = true;
    } else if (dependency === 'csubj' || dependency === 'csubj:pass') {
      hasSubject = true;
    } else if (dependency === 'obj') {
      if (isRelative(view, index)) gap = 'OBJECT';
      else {
        const group = groupAt(view, input, index);
        // "promised us 200 pumps": of two bare objects the first receives.
        const [before] = objects;
        if (
          before !== undefined &&
          (before.isPronoun || before.name !== null) &&
          predicate === undefined &&
          group.length > 0
        )
          [clause.recipients, objects] = [objects, group];
        else objects = [...objects, ...group];
      }
    } else if (dependency === 'xcomp' && objects.length === 0 && index > verb.head && copulaOf(view, index) === -1) {
      // "named Linda Wu": the parser takes a bare name for what is said of it; "named her head": or for its subject.
      const named = view.tag(index) === 'VERB' ? -1 : childOf(view, index, 'nsubj');
      objects = groupAt(view, input, named === -1 ? index : named);
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
    if (gap === 'SUBJECT' || (gap === null && !hasSubject)) clause.subjects = antecedents(view, input, clause);
    else if (gap === 'OBJECT' && objects.length === 0) clause.objects = [noun];
    else if (gap === null && takesGap(view, clause)) clause.objects = [noun];
    hasSubject = true;
  }
  addTrailing(view, input, clause);
  return hasSubject;
}

/** The first child with a label; −1 where none has it. */
function childOf(view: View, node: number, dependency: Dependency): number {
  const children = view.children(node);
  for (let child = 0; child < children.length; child++)
    if (view.dependency(children[child] as number) === dependency) return children[child] as number;
  return -1;
}

/** "Dravina and Lugomir, which have vetoed it": a plural verb tells of all that are joined, a singular one of the last. */
function antecedents(view: View, input: ClauseInput, { noun, verb }: OpenClause): NounGroup {
  if (noun === null) return [];
  const above = view.head(noun.node);
  if (view.dependency(noun.node) !== 'conj' || above === -1) return [noun];
  let plural = false;
  for (let index = verb.first; index <= verb.head; index++)
    plural ||= view.form(index) === 'VBP' || view.lower(index) === 'were';
  const group = plural ? groupAt(view, input, above) : [];
  return group.includes(noun) ? group : [noun];
}

/** True of "whose father". */
function hasWhose(view: View, node: number): boolean {
  const children = view.children(node);
  for (let child = 0; child < children.length; child++) if (view.form(children[child] as number) === 'WP$') return true;
  return false;
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
  view: View,
  resources: Resources,
  { governor, clause }: { readonly governor: OpenClause; readonly clause: OpenClause },
  subjects: NounGroup,
): NounGroup {
  const { verb } = clause;
  const row = rowFor(resources, governor, verb);
  // "Sentencing her, the judge told her": what stands in front is done by whom the sentence tells of.
  const isFronted = verb.mood === 'GERUND' && verb.head < governor.verb.head;
  if (governor.verb.passive || isFronted) return subjects;
  const target =
    governor.objects.length > 0
      ? governor.objects
      : governor.recipients.length > 0
        ? governor.recipients
        : (governor.obliques.find((group) => ADDRESSING.has(group[0]?.preposition ?? '')) ?? []);
  if (row !== undefined) return row.subject === 'OBJECT' && target.length > 0 ? target : subjects;
  // "accused the army of hiding bodies": such a phrase tells of the object; "left without paying" of the subject.
  const [held] = target;
  if (held !== undefined && isBlamed(view, resources, { verb, noun: held })) return target;
  const ofTarget =
    verb.mood === 'GERUND' &&
    (verb.preposition === 'of' || (verb.preposition !== null && isTaken(resources, governor, verb)));
  return ofTarget && target.length > 0 ? target : subjects;
}

/** "fined the bank for hiding losses", "blamed him for leaving": who is held to account did it. */
function isBlamed(
  view: View,
  resources: Resources,
  { verb, noun }: { readonly verb: VerbPhrase; readonly noun: NounPhrase },
): boolean {
  if (verb.mood !== 'GERUND' || (verb.preposition !== 'for' && verb.preposition !== 'of')) return false;
  return noun.name !== null || noun.isPronoun || resources.nominals.get(view.lemma(noun.head))?.type === 'PERSON';
}

/** Prepositions before whom a request or appeal goes to. */
const ADDRESSING = new Set(['on', 'to', 'for', 'of', 'with']);

/** What a word list says of a verb that takes such a clause; undefined where it says nothing. */
function rowFor(resources: Resources, governor: OpenClause, verb: VerbPhrase): Governor | undefined {
  const rows = resources.verbGovernors.get(governor.verb.lemma);
  if (rows === undefined) return undefined;
  const wanted =
    verb.mood === 'INFINITIVE'
      ? 'TO'
      : verb.preposition !== null
        ? verb.preposition
        : verb.mood === 'GERUND'
          ? 'ING'
          : verb.mood === 'PARTICIPLE'
            ? 'PARTICIPLE'
            : 'BARE';
  return (
    rows.find(({ complements }) => complements.has(wanted)) ??
    (verb.preposition === 'from' ? rows.find(({ complements }) => complements.has('ING')) : undefined)
  );
}
