import type {
  ActionDescription,
  ActionDone,
  CustomerRow,
  Notice,
  Page,
  ParkedRow,
  Preview,
  SearchAnswer,
  Session,
} from './types'

interface Answer<Out> {
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Out } } }
}
type Parameters<Query, Path> = {
  parameters: { query?: Query; header?: Record<string, string>; cookie?: never } & ([Path] extends [never]
    ? { path?: never }
    : { path: Path })
}
interface Body<In> {
  requestBody: { content: { 'application/json': In } }
}
type Get<Out, Query = never, Path = never> = Answer<Out> & Parameters<Query, Path>
type Write<In, Out, Path = never> = Answer<Out> & Parameters<never, Path> & Body<In>

/** Words of a list's address: text, view, sort, place and filters. */
export type ListQuery = Record<string, string | number | string[] | undefined>
type List<Row> = { get: Get<Page<Row>, ListQuery> }

/** Every route the applications call. */
export interface paths {
  '/session': {
    get: Get<Session>
    post: Write<{ username: string; password: string }, Session>
    delete: Get<undefined>
    patch: Write<Partial<Pick<Session['user'], 'language' | 'theme'>>, Session>
  }
  '/actions': { get: Get<ActionDescription[]> }
  '/actions/{name}': { post: Write<Record<string, unknown>, ActionDone, { name: string }> }
  '/actions/{name}/preview': { post: Write<Record<string, unknown>, Preview, { name: string }> }
  '/search': { get: Get<SearchAnswer, { q: string }> }
  '/notices': { get: Get<Page<Notice>> }
  '/customers': List<CustomerRow>
  '/parked-work': { get: Get<{ items: ParkedRow[]; count: number }> }
}

/** Addresses that answer a page of rows. */
export type ListPath = '/customers'
