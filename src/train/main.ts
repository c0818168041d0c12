import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ClaimgraphError, ERROR_CODES } from '../base/index.js';
import { packModel, unpackModel } from '../linear/index.js';
import { loadModel, loadWordLists } from '../resources/index.js';
import { learnParser, PARSER_OPTIONS } from './learn-parser.js';
import { learnTagger, TAGGER_OPTIONS } from './learn-tagger.js';
import { packGazetteer } from './pack-gazetteer.js';
import { readToldStories } from './read-antecedents.js';
import { readCoreference } from './read-coreference.js';
import { TREEBANKS } from './read-treebanks.js';
import { trainConfidence } from './train-confidence.js';
import { COREFERENCE_OPTIONS, trainCoreference } from './train-coreference.js';
import { NAME_CORPORA, NAME_OPTIONS, trainNames } from './train-names.js';
import { type ModelDescription, writeModel } from './write-model.js';

/** `npm run train -- --corpora DIR [--only tagger|names|parser|coreference|gazetteer]`, and `npm run train -- --only confidence`: learns the models of `data/models`. */
const TRAININGS: Readonly<Record<string, (corpora: string, report: (line: string) => void) => void>> = {
  tagger(corpora, report) {
    const { weights, classes, rounds, scores } = learnTagger(corpora, report);
    const description = {
      name: 'tagger',
      purpose: 'Part-of-speech tags: a greedy averaged perceptron over joint universal and Penn Treebank tags.',
      features:
        'word, shape, prefixes, suffixes, two words on each side, suffixes of neighbours, the two tags before, the tags that words bore in training',
      corpora: treebankFiles(),
      options: { ...TAGGER_OPTIONS, rounds },
      scores,
      command: commandOf('tagger'),
    } satisfies ModelDescription;
    writeModel(MODELS, description, { 'weights.bin': weights, 'classes.bin': classes });
  },
  names(corpora, report) {
    const tagger = { weights: loadModel('tagger'), classes: loadModel('tagger', 'classes.bin') };
    const { weights, scores } = trainNames(corpora, { ...loadWordLists(), tagger }, report);
    const description = {
      name: 'names',
      purpose: 'Names of persons, organizations, places and others: a linear-chain conditional random field.',
      features:
        'words, shapes, affixes, tags, capitalised runs and the words that govern them, other occurrences in the document, gazetteers',
      corpora: NAME_CORPORA.map(({ file, licence }) => ({ file, licence, use: 'learning' as const })),
      options: NAME_OPTIONS,
      scores: { 'F1 on documents held out': scores },
      command: commandOf('names'),
    } satisfies ModelDescription;
    writeModel(MODELS, description, { 'weights.bin': weights });
  },
  parser(corpora, report) {
    const tagger = { weights: readModelFile('tagger', 'weights.bin'), classes: readModelFile('tagger', 'classes.bin') };
    const { weights, rounds, scores } = learnParser(corpora, tagger, report);
    const description = {
      name: 'parser',
      purpose: 'Dependency trees: arc-hybrid transitions and a labeller, averaged perceptrons over hashed rows.',
      features: 'words and tags of the stack and the buffer, their children, distances and valencies',
      corpora: treebankFiles(),
      options: { ...PARSER_OPTIONS, rounds },
      scores,
      command: commandOf('parser'),
    } satisfies ModelDescription;
    writeModel(MODELS, description, { 'weights.bin': weights });
  },
  coreference(corpora, report) {
    const models = {
      tagger: { weights: loadModel('tagger'), classes: loadModel('tagger', 'classes.bin') },
      nameModel: loadModel('names'),
      parser: loadModel('parser'),
      coreference: unpackModel(packModel({ labels: ['link'], rows: [], threshold: 0 }), 'coreference'),
    };
    const description = {
      name: 'coreference',
      purpose: 'What pronouns and descriptions mean: a log-linear ranking of antecedents.',
      features:
        'wording, roles, distance, number, gender, types, heads and qualifiers of both mentions; clusters so far; quotations',
      corpora: [
        {
          file: GUM,
          licence: TREEBANKS.find(({ name }) => name === 'en_gum')?.licence ?? '',
          use: 'learning' as const,
        },
        { file: STORIES, licence: 'MIT', use: 'learning' as const },
      ],
      options: COREFERENCE_OPTIONS,
      scores: {},
      command: commandOf('coreference'),
    } satisfies ModelDescription;
    const documents = readCoreference(readFileSync(path.join(corpora, GUM), 'utf8'));
    const stories = readToldStories(fileURLToPath(new URL(`../../${STORIES}`, import.meta.url)));
    writeModel(MODELS, description, {
      'weights.bin': trainCoreference({ documents, stories }, { ...loadWordLists(), ...models }, report),
    });
  },
};

const STORIES = 'tests/quality/antecedents/stories.jsonl';
const GUM = 'ud/en_gum-train.conllu';
const MODELS = fileURLToPath(new URL('../../data/models', import.meta.url));

function treebankFiles(): ModelDescription['corpora'] {
  return TREEBANKS.flatMap(({ name, licence }) => [
    { file: `ud/${name}-train.conllu`, licence, use: 'learning' as const },
    { file: `ud/${name}-dev.conllu`, licence, use: 'scoring' as const },
  ]);
}

function commandOf(name: string): string {
  return `npm run train -- --corpora DIR --only ${name}`;
}

function readModelFile(name: string, file: string): Uint8Array {
  return readFileSync(path.join(MODELS, name, file));
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { corpora: { type: 'string' }, only: { type: 'string' } } });
  const names = values.only === undefined ? Object.keys(TRAININGS) : [values.only];
  // Its claims are the project's own.
  if (values.only === 'confidence') {
    await trainConfidence((line) => console.log(`confidence: ${line}`));
    return;
  }
  if (values.corpora === undefined)
    throw new ClaimgraphError('ARGUMENT_INVALID', 'Expected --corpora with the folder of the corpora.');
  // The recogniser is learned with the gazetteer: it is packed only when asked for.
  if (values.only === 'gazetteer') {
    packGazetteer(values.corpora, fileURLToPath(new URL('../../data/gazetteer', import.meta.url)), loadWordLists());
    return;
  }
  for (const name of names) {
    const training = Object.hasOwn(TRAININGS, name) ? TRAININGS[name] : undefined;
    if (training === undefined) {
      const message = `Expected --only with one of ${Object.keys(TRAININGS).join(', ')}, gazetteer, confidence, got ${name}.`;
      throw new ClaimgraphError('ARGUMENT_INVALID', message);
    }
    training(values.corpora, (line) => console.log(`${name}: ${line}`));
  }
}

try {
  await run();
} catch (error) {
  if (!(error instanceof ClaimgraphError)) throw error;
  console.error(error.message);
  process.exitCode = ERROR_CODES[error.code].exitCode;
}
