import type { StyleSpecification } from 'maplibre-gl'
import { roadsOf, type Door, type Place } from './places'

type Colour = (name: string) => string

/** The ground of a map that has no style of its own: plain, with our doors on it. */
export const plainGround = (colour: Colour): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': colour('map-land') } }],
})

const at = ({ latitude, longitude }: Place): [number, number] => [longitude, latitude]

/** Doors as a source that MapLibre draws. */
export const doorsSource = (doors: readonly Door[]) => ({
  type: 'geojson' as const,
  data: {
    type: 'FeatureCollection' as const,
    features: doors.map((door) => ({
      type: 'Feature' as const,
      properties: { number: door.number },
      geometry: { type: 'Point' as const, coordinates: at(door) },
    })),
  },
})

/** The streets that doors line, where no style draws them. */
export const roadsSource = (doors: readonly Door[]) => ({
  type: 'geojson' as const,
  data: {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'MultiLineString' as const, coordinates: roadsOf(doors).map((road) => road.map(at)) },
  },
})

/** How a door is drawn. */
export const doorLook = (colour: Colour) => ({
  'circle-radius': 4,
  'circle-color': colour('surface'),
  'circle-stroke-color': colour('ink-3'),
  'circle-stroke-width': 1.5,
})

/** How a street is drawn: `wide` is its edge. */
export const roadLook = (colour: Colour, wide: boolean) => ({
  'line-color': colour(wide ? 'map-road-2' : 'map-road'),
  'line-width': wide ? 17 : 14,
})
