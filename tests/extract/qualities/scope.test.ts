import { describe, expect, it } from 'vitest';
import { readScope } from '../../../src/extract/qualities/scope/read-scope.js';
import { createView } from '../../../src/extract/view.js';
import { annotateText, RESOURCES } from '../../support/read-text.js';

/** What the words around a predicate make of it. */
function scopeOf(text: string, predicate: string): string {
  const view = createView(annotateText(text));
  const { first, last } = { first: 0, last: view.sentences.at(-1)?.last ?? 0 };
  for (let index = first; index < last; index++) {
    if (view.lower(index) !== predicate) continue;
    const { negated, modality } = readScope(view, RESOURCES, {
      predicate: index,
      cues: new Set(),
      within: null,
      isState: false,
      isAnonymous: false,
    });
    return `${negated ? 'NEGATED' : 'AFFIRMED'} ${modality}`;
  }
  throw new Error(`no ${predicate} in: ${text}`);
}

describe('polarity and modality', () => {
  it.each([
    ['The army shelled the port.', 'shelled', 'AFFIRMED ACTUAL'],
    ['The army did not shell the port.', 'shell', 'NEGATED ACTUAL'],
    ['The army never shelled the port.', 'shelled', 'NEGATED ACTUAL'],
    ['No one was arrested.', 'arrested', 'NEGATED ACTUAL'],
    ['No group has claimed responsibility.', 'claimed', 'NEGATED ACTUAL'],
    ['None of the men were charged.', 'charged', 'NEGATED ACTUAL'],
    ['Inspectors found nothing.', 'found', 'NEGATED ACTUAL'],
    ['Neither the army nor the rebels shelled the port.', 'shelled', 'NEGATED ACTUAL'],
    ['The rebels hardly touched the port.', 'touched', 'NEGATED ACTUAL'],
    ['The rebels no longer held the port.', 'held', 'NEGATED ACTUAL'],
    ['The envoys left without reaching a deal.', 'reaching', 'NEGATED ACTUAL'],
    ['The army did not kill or wound anyone.', 'wound', 'NEGATED ACTUAL'],
    ['He was questioned but not arrested.', 'arrested', 'NEGATED ACTUAL'],
    ['He was questioned but not arrested.', 'questioned', 'AFFIRMED ACTUAL'],
    ['They not only burned the mill but killed the miller.', 'burned', 'AFFIRMED ACTUAL'],
    ['He is not guilty.', 'guilty', 'NEGATED ACTUAL'],
  ])('negation: %s %s', (text, predicate, expected) => {
    expect(scopeOf(text, predicate)).toBe(expected);
  });

  it.each([
    ['The army may shell the port.', 'shell', 'AFFIRMED POSSIBLE'],
    ['The army will shell the port.', 'shell', 'AFFIRMED PLANNED'],
    ['The army will not shell the port.', 'shell', 'NEGATED PLANNED'],
    ['The rebels could not enter the port.', 'enter', 'NEGATED ACTUAL'],
    ['The army must leave the port.', 'leave', 'AFFIRMED REQUESTED'],
    ['He must have fled the port.', 'fled', 'AFFIRMED POSSIBLE'],
    ['If the army attacks the port, the rebels will leave.', 'attacks', 'AFFIRMED HYPOTHETICAL'],
    ['If the army attacks the port, the rebels will leave.', 'leave', 'AFFIRMED HYPOTHETICAL'],
    ['The rebels would leave the port.', 'leave', 'AFFIRMED HYPOTHETICAL'],
    ['The army allegedly shelled the port.', 'shelled', 'AFFIRMED POSSIBLE'],
    ['She stays in office until the council has elected a successor.', 'elected', 'AFFIRMED PLANNED'],
    ['He will sign the treaty and visit the port.', 'visit', 'AFFIRMED PLANNED'],
  ])('modals and conditions: %s %s', (text, predicate, expected) => {
    expect(scopeOf(text, predicate)).toBe(expected);
  });

  it.each([
    ['The envoys failed to reach a deal.', 'reach', 'NEGATED ACTUAL'],
    ['The envoys did not fail to reach a deal.', 'reach', 'AFFIRMED ACTUAL'],
    ['The envoys managed to reach a deal.', 'reach', 'AFFIRMED ACTUAL'],
    ['The envoys did not manage to reach a deal.', 'reach', 'NEGATED ACTUAL'],
    ['The guards refused to open the gate.', 'open', 'NEGATED ACTUAL'],
    ['The rebels forced the mayor to leave.', 'leave', 'AFFIRMED ACTUAL'],
    ['Guards prevented the crowd from entering the mill.', 'entering', 'NEGATED ACTUAL'],
    ['The miners stopped blocking the road.', 'blocking', 'NEGATED ACTUAL'],
    ['The council plans to close the port.', 'close', 'AFFIRMED PLANNED'],
    ['The council decided not to close the port.', 'close', 'NEGATED PLANNED'],
    ['The council threatened to close the port.', 'close', 'AFFIRMED PLANNED'],
    ['The rebels tried to close the port.', 'close', 'AFFIRMED POSSIBLE'],
    ['The mayor called on the rebels to leave.', 'leave', 'AFFIRMED REQUESTED'],
    ['The mayor called on the rebels to stop shelling the port.', 'shelling', 'NEGATED REQUESTED'],
    ['The mayor urged the council to close the port.', 'close', 'AFFIRMED REQUESTED'],
    ['He is believed to have fled the port.', 'fled', 'AFFIRMED POSSIBLE'],
    ['The army fired to frighten the crowd.', 'frighten', 'AFFIRMED PLANNED'],
    ['The army fired on the crowd, killing two men.', 'killing', 'AFFIRMED ACTUAL'],
    ['The army may fire on the crowd, killing many.', 'killing', 'AFFIRMED POSSIBLE'],
    ['The mayor did not ask the rebels to leave.', 'leave', 'NEGATED REQUESTED'],
    ['The firm was under pressure since police opened an inquiry.', 'opened', 'AFFIRMED ACTUAL'],
    ['He did not rule out closing the port.', 'closing', 'AFFIRMED POSSIBLE'],
    ['He promised to return and did not leave.', 'leave', 'NEGATED ACTUAL'],
    ['He refused to speak and was led away.', 'led', 'AFFIRMED ACTUAL'],
    ['Parents protested a plan to close the school.', 'close', 'AFFIRMED PLANNED'],
    ['The council dropped a plan to close the school.', 'close', 'NEGATED PLANNED'],
    ['He will fly to Orsk, where the army is blocking the road.', 'blocking', 'AFFIRMED ACTUAL'],
    ['She was the first to leave the hall.', 'leave', 'AFFIRMED ACTUAL'],
    ['The planned attack angered the mayor.', 'attack', 'AFFIRMED PLANNED'],
    ['A man who had killed two guards may leave.', 'killed', 'AFFIRMED ACTUAL'],
    ['After he killed two guards, he would not leave.', 'killed', 'AFFIRMED ACTUAL'],
  ])('what governs a verb: %s %s', (text, predicate, expected) => {
    expect(scopeOf(text, predicate)).toBe(expected);
  });
});
