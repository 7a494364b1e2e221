import '@/shared/ui/fonts.css'
import '@/shared/ui/theme.css'
import '@/shared/ui/quasar.scss'
import '@/shared/ui/base.css'
import '@/shared/ui/controls.css'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { Quasar } from 'quasar'
import { createApp } from 'vue'
import { newQueryClient } from '@/shared/api/queryClient'
import { firstLanguage, i18n, speak } from '@/shared/i18n'
import { firstTheme, wear } from '@/shared/ui/theme'
import App from './App.vue'
import { sessionQuery } from './features/identity/useSession'
import { newRouter } from './router'

async function start(): Promise<void> {
  const element = document.querySelector<HTMLElement>('#app')
  if (!element) throw new Error('no #app in the page')
  wear(firstTheme())
  const queries = newQueryClient()
  const [session] = await Promise.all([
    queries.fetchQuery(sessionQuery).catch(() => null),
    speak(firstLanguage()),
  ])
  if (session) {
    wear(session.user.theme)
    if (session.user.language !== i18n.global.locale.value) await speak(session.user.language)
  }
  createApp(App)
    .use(createPinia())
    .use(VueQueryPlugin, { queryClient: queries })
    .use(i18n)
    // The page says its language itself: Quasar would write its own, which tells screen readers and the server English.
    .use(Quasar, { config: { dark: false, lang: { noHtmlAttrs: true } } })
    .use(newRouter(queries, element.dataset.base ?? '/'))
    .mount(element)
}

void start()
