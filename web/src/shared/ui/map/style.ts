import type { StyleSpecification } from 'maplibre-gl'
import type { Door } from './places'

type Colour = (name: string) => string

/** The ground of a map that has no style of its own: plain, with our doors on it. */
export const plainGround = (colour: Colour): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': colour('map-land') } }],
})

/** Doors as a source that MapLibre draws. */
export const asSource = (doors: readonly Door[]) => ({
  type: 'geojson' as const,
  data: {
    type: 'FeatureCollection' as const,
    features: doors.map(({ latitude, longitude, number }) => ({
      type: 'Feature' as const,
      properties: { number },
      geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
    })),
  },
})

/** How a door is drawn. */
export const doorLook = (colour: Colour) => ({
  'circle-radius': 4,
  'circle-color': colour('surface'),
  'circle-stroke-color': colour('ink-3'),
  'circle-stroke-width': 1.5,
})
