import type { InjectionKey } from 'vue'
import type { ListVerb } from './types'

/** A verb asked for many rows of a list: those its query lets through. */
export interface ManyRequest {
  listing: string
  listingLabel: string
  verb: ListVerb
  query: Record<string, string>
}

/** Who opens the dialog of a verb for many rows; without one, a list offers none. */
export const manyKey: InjectionKey<(request: ManyRequest) => void> = Symbol('many')
