import { useSession } from './useSession'

/** Says whether the reader holds a permission. */
export function useCan() {
  return useSession().may
}
