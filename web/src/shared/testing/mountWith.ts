import { VueQueryPlugin, QueryClient } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { Quasar } from 'quasar'
import { defineComponent, h, type Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { i18n } from '@/shared/i18n'

const Nothing = defineComponent({ render: () => h('div') })

/** A router over addresses that lead nowhere. */
export function routerAt(address = '/'): Router {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:all(.*)*', name: 'any', component: Nothing, meta: { title: '' } }],
  })
  void router.push(address)
  return router
}

/** Mount a component as the application would, in the page, at an address. */
export async function mountWith(
  component: Component,
  options: {
    props?: Record<string, unknown>
    slots?: Record<string, unknown>
    provide?: Record<symbol, unknown>
    at?: string
  } = {},
) {
  const router = routerAt(options.at)
  await router.isReady()
  const queries = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  const wrapper = mount(component, {
    props: options.props,
    slots: options.slots as never,
    attachTo: document.body,
    global: {
      plugins: [createPinia(), [VueQueryPlugin, { queryClient: queries }], i18n, Quasar, router],
      provide: options.provide,
    },
  })
  return { wrapper, router, queries }
}

/** Run a composable inside a component that does nothing else. */
export async function runIn<Result>(setup: () => Result, at?: string) {
  let result: Result | undefined
  const host = defineComponent({
    setup() {
      result = setup()
      return () => h('div')
    },
  })
  const mounted = await mountWith(host, { at })
  return { ...mounted, result: result as Result }
}
