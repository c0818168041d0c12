import { CLAIMS } from './claims.js';
import type { Command } from './command.js';
import { COMPARE } from './compare.js';
import { CONFLICTS } from './conflicts.js';
import { COPY } from './copy.js';
import { DELETE } from './delete.js';
import { ENQUEUE } from './enqueue.js';
import { ENTITY } from './entity.js';
import { EXPORT } from './export.js';
import { EXTRACT } from './extract.js';
import { FORMATS } from './formats.js';
import { INCIDENTS } from './incidents.js';
import { INGEST } from './ingest.js';
import { KEY } from './key.js';
import { MERGE } from './merge.js';
import { PATH } from './path.js';
import { QUERY } from './query.js';
import { QUEUE } from './queue.js';
import { RELATIONSHIPS } from './relationships.js';
import { RESTORE, RETRACT } from './retract.js';
import { REVIEW } from './review.js';
import { SERVE } from './serve.js';
import { STATS } from './stats.js';
import { TIMELINE } from './timeline.js';
import { UNMERGE } from './unmerge.js';
import { WORK } from './work.js';

/** The commands, in the order of `--help`. */
export const COMMANDS: readonly Command[] = [
  EXTRACT,
  INGEST,
  SERVE,
  KEY,
  QUERY,
  ENTITY,
  PATH,
  CLAIMS,
  RELATIONSHIPS,
  INCIDENTS,
  CONFLICTS,
  COMPARE,
  STATS,
  TIMELINE,
  EXPORT,
  FORMATS,
  REVIEW,
  MERGE,
  UNMERGE,
  RETRACT,
  RESTORE,
  DELETE,
  ENQUEUE,
  WORK,
  QUEUE,
  COPY,
];
