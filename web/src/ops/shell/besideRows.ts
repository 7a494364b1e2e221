import type { Router } from 'vue-router'
import type { Beside } from './useBeside'

/** What names related records on a record's page: its sections, and what happened at its side. */
export const ROWS = '.record .split'
const FAMILY: Record<string, string> = { quotation: 'offer', contract: 'offer' }
const family = (kind: string) => FAMILY[kind] ?? kind

const links = (within: ParentNode) => [...within.querySelectorAll<HTMLAnchorElement>('a[href]')]

/** The address a link leads to, as the router knows it. */
export function addressOf(link: HTMLAnchorElement, router: Router): string {
  const href = link.getAttribute('href') ?? ''
  const { base } = router.options.history
  return href.startsWith(`${base}/`) ? href.slice(base.length) : href
}

/** The link of the page that names a record. */
export function linkTo(record: Beside, router: Router): HTMLAnchorElement | undefined {
  return [...document.querySelectorAll(ROWS)]
    .flatMap((rows) => links(rows))
    .find((link) => addressOf(link, router) === record.to)
}

/** Records named in the same section, or in others of its sort (one per location), in the order they stand in. */
export function siblingsOf(
  record: Beside,
  router: Router,
  named: (address: string) => Beside | null,
): Beside[] {
  const sort = (of: Element | null | undefined) => of?.id.replace(/\d+$/, '')
  const own = sort(linkTo(record, router)?.closest('section'))
  if (own === undefined) return []
  const found = [...document.querySelectorAll(`${ROWS} section`)]
    .filter((section) => sort(section) === own)
    .flatMap((section) => links(section))
    .flatMap((link) => named(addressOf(link, router)) ?? [])
    .filter(({ kind }) => family(kind) === family(record.kind))
  return found.filter(({ to }, place) => found.findIndex((other) => other.to === to) === place)
}

/** The first record named in the row under the focus, else in the row under the pointer. */
export function selectedRow(router: Router, named: (address: string) => Beside | null): Beside | undefined {
  const row = 'tr, li, .row'
  const under = [...document.querySelectorAll(`${ROWS} :is(${row}):hover`)].at(-1)
  const focused = document.activeElement?.closest(ROWS) ? document.activeElement.closest(row) : null
  return [focused, under]
    .flatMap((each) =>
      each ? [...(each.matches('a') ? [each as HTMLAnchorElement] : []), ...links(each)] : [],
    )
    .map((link) => named(addressOf(link, router)))
    .find((record) => record !== null)
}
