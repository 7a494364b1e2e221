import { expect, test } from 'vitest'
import { metres, moved, roadsOf, rounded, streetsOf } from './places'

const HERE = { latitude: 45.1612, longitude: -73.6712 }

test('a point is moved by metres, and back', () => {
  const there = moved(HERE, 100, -50)
  expect(metres(HERE, there)).toBeCloseTo(Math.hypot(100, 50), 0)
  expect(there.latitude).toBe(45.162098)
  expect(moved(there, -100, 50)).toEqual(rounded(HERE))
})

const door = (label: string, street: string, latitude: number) => ({
  ...HERE,
  number: label,
  label,
  street,
  latitude,
})

test('a street is lined by its doors in their order, and breaks where none is near', () => {
  const doors = [door('9', 'rang A', 45.162), door('1', 'rang A', 45.16), door('5', 'rang A', 45.161)]
  doors.push(door('101', 'rang A', 45.19), door('103', 'rang A', 45.191), door('2', 'rue B', 45.16))
  const said = roadsOf(doors).map((road) => road.map(({ latitude }) => latitude))
  expect(said).toEqual([
    [45.16, 45.161, 45.162],
    [45.19, 45.191],
  ])
})

test('a street is named in the middle of its doors, where it has some', () => {
  const doors = [door('1', 'rang Double', 45.1), door('3', 'rang Double', 45.3), door('9', 'rue A', 45.2)]
  expect(streetsOf(doors)).toEqual([{ name: 'rang Double', latitude: 45.2, longitude: -73.6712 }])
  expect(streetsOf([])).toEqual([])
})
