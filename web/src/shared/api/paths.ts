import type { ActionDescription, ActionDone, Preview } from './types'
import type { paths as Served } from './schema'

interface Answer<Out> {
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Out } } }
}
interface Parameters<Query> {
  parameters: { query?: Query; header?: Record<string, string>; path?: never; cookie?: never }
}
interface Write<Out> extends Answer<Out> {
  parameters: { query?: never; header?: Record<string, string>; path: { name: string }; cookie?: never }
  requestBody: { content: { 'application/json': Record<string, unknown> } }
}
type Get<Out, Query = never> = Answer<Out> & Parameters<Query>

/** Words of a list's address: text, sort, place and filters. */
export type ListQuery = Record<string, string | number | string[] | undefined>

/** Any action by name, for what is driven by the catalogue; the named routes stay typed one by one. */
interface Actions {
  '/actions': { get: Get<ActionDescription[]> }
  '/actions/{name}': { post: Write<ActionDone> }
  '/actions/{name}/preview': { post: Write<Preview> }
}

type Described = {
  [Path in keyof Served as Path extends `/api/v1${infer Rest}` ? Rest : never]: Served[Path]
}

/** Every route the applications call, under `/api/v1`. */
export type paths = Omit<Described, keyof Actions> & Actions

interface AnswersPage {
  get: {
    responses: {
      200: { content: { 'application/json': { items: object[]; totals?: Record<string, string> | null } } }
    }
  }
}

/** Addresses of the lists that the server declares. */
export type ListPath = {
  [Path in keyof paths]: paths[Path] extends AnswersPage ? Path : never
}[keyof paths]
