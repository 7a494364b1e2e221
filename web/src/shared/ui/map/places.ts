/** A point in degrees (WGS 84). */
export interface Place {
  latitude: number
  longitude: number
}

/** A door that is shown around a point. */
export interface Door extends Place {
  number: string
  label: string
  street: string
}

/** Metres in a degree of latitude. */
const DEGREE_M = 111_320

/** Move a point by metres to the north and to the east; six decimals are a tenth of a metre. */
export function moved({ latitude, longitude }: Place, north: number, east: number): Place {
  const wide = DEGREE_M * Math.cos((latitude * Math.PI) / 180)
  return rounded({ latitude: latitude + north / DEGREE_M, longitude: longitude + east / wide })
}

export const rounded = ({ latitude, longitude }: Place): Place => ({
  latitude: Number(latitude.toFixed(6)),
  longitude: Number(longitude.toFixed(6)),
})

/** How far a point lies from another, to the north and to the east, in metres; exact enough within a town. */
export function away(from: Place, { latitude, longitude }: Place): { north: number; east: number } {
  return {
    north: (latitude - from.latitude) * DEGREE_M,
    east: (longitude - from.longitude) * DEGREE_M * Math.cos((from.latitude * Math.PI) / 180),
  }
}

/** How far two points are apart, in metres. */
export function metres(a: Place, b: Place): number {
  const { north, east } = away(a, b)
  return Math.hypot(north, east)
}

/** Doors further apart than that, in metres, belong to no one stretch of a street. */
const STRETCH_M = 220

function byStreet(doors: readonly Door[]): [string, Door[]][] {
  const by = new Map<string, Door[]>()
  for (const door of doors) if (door.street) by.set(door.street, [...(by.get(door.street) ?? []), door])
  return [...by].filter(([, of]) => of.length > 1)
}

/** Each street's name at the middle of its doors, where it has at least two. */
export function streetsOf(doors: readonly Door[]): (Place & { name: string })[] {
  return byStreet(doors).map(([name, of]) => ({
    name,
    latitude: of.reduce((sum, door) => sum + door.latitude, 0) / of.length,
    longitude: of.reduce((sum, door) => sum + door.longitude, 0) / of.length,
  }))
}

/** Streets as their doors line them: from door to door in the order of their civic numbers, broken where none is near. */
export function roadsOf(doors: readonly Door[]): Place[][] {
  return byStreet(doors).flatMap(([, of]) => {
    const ordered = [...of].sort((a, b) => parseInt(a.label, 10) - parseInt(b.label, 10))
    const roads: Door[][] = []
    ordered.forEach((door, at) => {
      const before = ordered[at - 1]
      if (!before || metres(before, door) > STRETCH_M) roads.push([door])
      else roads.at(-1)?.push(door)
    })
    return roads.filter((road) => road.length > 1)
  })
}
