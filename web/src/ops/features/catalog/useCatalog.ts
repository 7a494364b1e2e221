import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { CatalogItem } from '@/shared/api/types'
import { useActionDialog } from '../kernel/useActionDialog'

const FRESH_MS = 15_000

/** An item with its prices over time. */
export function useItem(sku: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['items', toValue(sku), 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/items/{sku}', { params: { path: { sku: toValue(sku) } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** A plan with its parts; nothing without a code. */
export function usePlan(code: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['plans', toValue(code), 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{code}', { params: { path: { code: toValue(code) } }, signal })),
    enabled: computed(() => toValue(code) !== ''),
    staleTime: FRESH_MS,
  })
}

/** The dialogs by which an item is edited, priced, taken out of sale and put back. */
export function useItemDialogs() {
  const dialog = useActionDialog()
  return {
    edit: (item: CatalogItem) =>
      dialog.open({
        name: 'catalog.edit_item',
        given: { item: item.sku },
        proposed: {
          name_fr: item.name_fr,
          name_en: item.name_en,
          group: item.group,
          service_kind: item.service_kind,
          fee_class: item.fee_class,
          taxable: item.taxable,
          invoice_label_fr: item.invoice_label_fr,
          invoice_label_en: item.invoice_label_en,
        },
        icon: 'pencil',
      }),
    price: (sku: string) =>
      dialog.open({ name: 'catalog.set_item_price', given: { item: sku }, icon: 'tag' }),
    retire: (sku: string) =>
      dialog.open({ name: 'catalog.retire_item', given: { item: sku }, icon: 'circle-slash' }),
    sell: (sku: string) =>
      dialog.open({ name: 'catalog.sell_item', given: { item: sku }, icon: 'circle-check' }),
  }
}
