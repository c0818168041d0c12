import { oneDay } from './calendar.js';
import { isKind, type TimeReading, type TimeText, type TimeToken, timeToken } from './time-text.js';

/** "10:30 a.m.", "7 p.m.", "at 10:30", "7pm": an hour of the day that the text told last. */
export function readClock(text: TimeText, index: number): TimeReading | null {
  const token = timeToken(text, index) as TimeToken;
  const isHour = token.kind === 'NUMBER' && token.value <= 24;
  const isMarked = isKind(text, index + 1, 'HOUR_MARK');
  if (isHour && !isMarked) return null;
  if (!isHour && token.kind !== 'CLOCK') return null;
  let last = isMarked ? index + 2 : index + 1;
  // "10 a.m. local time".
  if (text.view.lower(last) === 'local' && text.view.lower(last + 1) === 'time') last += 2;
  return {
    last,
    precision: token.kind === 'CLOCK' && token.value === 1 ? 'MINUTE' : 'HOUR',
    days: ({ told }) => oneDay(told),
  };
}

/** "at dawn", "by midnight": of the day that the text told last; "the night of March 3" is read by its date. */
export function readPart(text: TimeText, index: number): TimeReading | null {
  const before = text.view.lower(index - 1);
  if (before !== 'at' && before !== 'by' && before !== 'around') return null;
  return { last: index + 1, precision: 'HOUR', days: ({ told }) => oneDay(told) };
}
