import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { changeParameters, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { type ClaimFilter, TIMELINE, type TimelineData } from '../operations/generated.js';
import { countOf, daysOf } from '../words/describe.js';
import { bucketFor, dayNumber, dayWords } from './days.js';

type Bucket = TimelineData['timeline']['buckets'][number];

/** How much is said of when; dragging over it, or its two fields, narrow every view to some days. */
export function TimelineStrip(): JSX.Element | null {
  const { view, parameters } = useAddress();
  const where = view === 'entity' && parameters.id !== undefined ? { participant: { eq: parameters.id } } : undefined;
  const timeline = useTimeline(where);
  const buckets = timeline?.buckets ?? [];
  if (buckets.length === 0) return null;
  const chosen = parameters.from !== undefined || parameters.to !== undefined;
  return (
    <section class="timeline" aria-label="Timeline">
      <Chart buckets={buckets} />
      <div class="timeline-fields">
        <DayField parameter="from" label="From" />
        <DayField parameter="to" label="To" />
        <button type="button" disabled={!chosen} onClick={() => changeParameters({ from: null, to: null })}>
          All days
        </button>
        <span class="quiet">{countOf(timeline?.undated ?? 0, 'claim')} without a day</span>
      </div>
    </section>
  );
}

function DayField({ parameter, label }: { readonly parameter: 'from' | 'to'; readonly label: string }): JSX.Element {
  const { parameters } = useAddress();
  return (
    <label class="inline">
      <span class="quiet">{label}</span>
      <input
        type="date"
        value={parameters[parameter] ?? ''}
        onChange={(event) => changeParameters({ [parameter]: event.currentTarget.value || null })}
      />
    </label>
  );
}

/**
 * The claims over time, in stretches as long as the time that they cover asks for. It is asked for from coarse to fine:
 * one claim about a whole year makes no day.
 */
function useTimeline(where: ClaimFilter | undefined): TimelineData['timeline'] | null {
  const years = useAnswer(TIMELINE, { where, bucket: 'YEAR' as const }).data?.timeline ?? null;
  return useFiner(where, useFiner(where, useFiner(where, years)));
}

function useFiner(
  where: ClaimFilter | undefined,
  coarse: TimelineData['timeline'] | null,
): TimelineData['timeline'] | null {
  const there = coarse !== null && coarse.buckets.length > 0;
  const bucket = there ? bucketFor(spanOf(coarse.buckets).days) : 'DAY';
  const finer = useAnswer(TIMELINE, there ? { where, bucket } : null).data?.timeline ?? null;
  return finer === null || finer.buckets.length === 0 ? coarse : finer;
}

function spanOf(buckets: readonly Bucket[]): { readonly first: number; readonly days: number } {
  const first = dayNumber(buckets[0]!.from);
  return { first, days: dayNumber(buckets.at(-1)!.to) - first + 1 };
}

const HEIGHT = 40;

function Chart({ buckets }: { readonly buckets: readonly Bucket[] }): JSX.Element {
  const { parameters } = useAddress();
  const element = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const { first, days } = spanOf(buckets);
  const most = Math.max(...buckets.map(({ claims }) => claims));
  const dayAt = (event: PointerEvent): number => {
    const { left, width } = element.current!.getBoundingClientRect();
    const part = Math.min(Math.max((event.clientX - left) / width, 0), 1);
    return first + Math.min(Math.floor(part * days), days - 1);
  };
  const brush = drag ?? brushOf(parameters.from, parameters.to, first, days);
  return (
    <div
      ref={element}
      class="timeline-chart"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: dayAt(event), to: dayAt(event) });
      }}
      onPointerMove={(event) => {
        if (drag !== null) setDrag({ from: drag.from, to: dayAt(event) });
      }}
      onPointerUp={() => {
        if (drag === null) return;
        setDrag(null);
        const [from, to] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
        changeParameters({ from: dayWords(from), to: dayWords(to) });
      }}
    >
      <svg viewBox={`0 0 ${days} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {brush === null ? null : (
          <rect
            class="brush"
            x={Math.min(brush.from, brush.to) - first}
            width={Math.abs(brush.to - brush.from) + 1}
            y="0"
            height={HEIGHT}
          />
        )}
        {buckets.map(({ from, to, claims, denied }) => {
          const x = dayNumber(from) - first;
          const width = (dayNumber(to) - dayNumber(from) + 1) * 0.86;
          const tall = (Math.sqrt(claims) / Math.sqrt(most)) * (HEIGHT - 2);
          const against = tall * (denied / claims);
          return (
            <g key={from}>
              <rect class="bar" x={x} width={width} y={HEIGHT - tall} height={tall} />
              <rect class="bar-denied" x={x} width={width} y={HEIGHT - against} height={against} />
            </g>
          );
        })}
      </svg>
      <span class="timeline-ends" aria-hidden="true">
        <span>{daysOf(dayWords(first))}</span>
        <span>{daysOf(dayWords(first + days - 1))}</span>
      </span>
    </div>
  );
}

function brushOf(
  from: string | undefined,
  to: string | undefined,
  first: number,
  days: number,
): { readonly from: number; readonly to: number } | null {
  if (from === undefined && to === undefined) return null;
  const start = from === undefined ? first : dayNumber(from);
  const end = to === undefined ? first + days - 1 : dayNumber(to);
  return Number.isFinite(start) && Number.isFinite(end) && start <= end ? { from: start, to: end } : null;
}
