import type { Plugin } from 'vite'

/**
 * Let vue-i18n name what it takes from Vue: it looks `getCurrentInstance` up in the whole of Vue by a string, and the bundler must
 * then keep everything Vue has.
 */
export function vueByName(): Plugin {
  return {
    name: 'gigafibre:vue-by-name',
    apply: 'build',
    transform: {
      filter: { id: /vue-i18n\.runtime\.mjs$/ },
      handler(code) {
        const lookup = /function getCurrentInstance\(\) \{[^]*?\n\}\n/
        if (!lookup.test(code)) throw new Error('vue-i18n no longer looks Vue up by a string: remove this')
        return {
          code: code.replace(lookup, 'function getCurrentInstance() { return Vue.getCurrentInstance() }\n'),
          map: null,
        }
      },
    },
  }
}
