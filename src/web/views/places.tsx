import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { claimFilterOf } from '../address/filters.js';
import { linkTo, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { placeNames } from '../graph/place-names.js';
import { PLACES, type PlacesData } from '../operations/generated.js';
import { EntityLink } from '../parts/entity-link.js';
import { Answer, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { frameOf, project } from '../places/project.js';
import { useCoastlines } from '../places/use-coastlines.js';
import { countOf } from '../words/describe.js';

type Place = PlacesData['entities']['edges'][number]['node'];

/** Where things are said to have happened: a map where coordinates are known, and a list of all. */
export function PlacesView(): JSX.Element {
  usePageTitle('Places');
  const { parameters } = useAddress();
  const asked = useAnswer(PLACES, { where: claimFilterOf(parameters) });
  return (
    <div class="places-page">
      <header class="page-head">
        <h1>Places</h1>
      </header>
      <Answer asked={asked}>
        {({ entities }) => {
          const places = entities.edges
            .map(({ node }) => node)
            .sort((a, b) => b.claims.totalCount - a.claims.totalCount);
          const located = places.filter(({ coordinates }) => coordinates !== null);
          return (
            <div class="places-columns">
              <div>
                <PlaceMap places={located} />
                <p class="quiet">
                  {located.length} of {countOf(places.length, 'place')} on the map
                  {entities.totalCount > places.length ? `, of ${entities.totalCount} in all` : ''}: where the others
                  lie is not known, or cannot be told. Coastlines and borders: Natural Earth, coarse, without a view on
                  any of them.
                </p>
              </div>
              <PlaceList places={places} />
            </div>
          );
        }}
      </Answer>
    </div>
  );
}

function PlaceMap({ places }: { readonly places: readonly Place[] }): JSX.Element {
  const lines = useCoastlines();
  const [zoom, setZoom] = useState(1);
  const points = places.map(({ coordinates }) => project(coordinates!.longitude, coordinates!.latitude));
  const whole = frameOf(points);
  const width = whole.width / zoom;
  const height = whole.height / zoom;
  const x = whole.x + (whole.width - width) / 2;
  const y = whole.y + (whole.height - height) / 2;
  const most = Math.max(1, ...places.map(({ claims }) => claims.totalCount));
  const unit = width / 100;
  const spots = places.map((place, index) => ({
    place,
    point: points[index]!,
    radius: unit * (0.6 + 1.2 * Math.sqrt(place.claims.totalCount / most)),
    words: `${place.name}: ${countOf(place.claims.totalCount, 'claim')}`,
  }));
  // In hundredths of the width, times eight: about the pixels that the placing of names counts in.
  const boxes = spots.map(({ place, point, radius }) => ({
    place,
    left: ((point.x + radius) / unit) * 8,
    top: (point.y / unit - 1) * 8,
    width: (place.name.length + 1) * 7,
    height: 16,
  }));
  const named = new Set(placeNames(boxes, 80).map(({ place }) => place));
  return (
    <section class="map" aria-label="Map of the places that are named">
      <svg viewBox={`${x} ${y} ${width} ${height}`}>
        <title>Map of the places that are named</title>
        {lines === null ? null : (
          <>
            <path class="coast" d={lines.land} />
            <path class="borders" d={lines.borders} />
          </>
        )}
        {spots.map(({ place, point, radius, words }) => (
          <a key={place.id} href={linkTo('entity', { id: place.id, part: 'PLACE' })} aria-label={words}>
            <title>{words}</title>
            <circle cx={point.x} cy={point.y} r={radius} />
            {named.has(place) ? (
              <text x={point.x + radius + unit * 0.5} y={point.y + unit * 0.5} font-size={unit * 1.6}>
                {place.name}
              </text>
            ) : null}
          </a>
        ))}
      </svg>
      <div class="canvas-tools">
        <button type="button" aria-label="Zoom in" onClick={() => setZoom(Math.min(zoom * 1.5, 20))}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => setZoom(Math.max(zoom / 1.5, whole.width / 330))}>
          −
        </button>
      </div>
    </section>
  );
}

function PlaceList({ places }: { readonly places: readonly Place[] }): JSX.Element {
  if (places.length === 0) return <Nothing>No place is named yet.</Nothing>;
  return (
    <ul class="plain place-list">
      {places.map((place) => (
        <li key={place.id}>
          <EntityLink entity={place} />
          <span class="quiet">{place.country === null || place.country === place.name ? '' : place.country}</span>
          <span class="number" title={countOf(place.claims.totalCount, 'claim')}>
            {place.claims.totalCount}
          </span>
        </li>
      ))}
    </ul>
  );
}
