import { annotate } from '../../src/annotate/index.js';
import { extract } from '../../src/extract/index.js';
import { createDocument } from '../../src/read/index.js';
import { RESOURCES } from '../support/read-text.js';
import { readStories, type Story } from './read-stories.js';
import { type StoryAnswer, scoreStory } from './score-stories.js';

/** What the project, as it stands, answers to all that is asked of the stories. The same on every run. */
export function measureStories(): readonly StoryAnswer[] {
  return readStories().flatMap((story) => scoreStory(story, readStory(story)));
}

function readStory({ id, text, publishedAt }: Story) {
  return extract(annotate(createDocument({ id, text, publishedAt }), RESOURCES), RESOURCES);
}
