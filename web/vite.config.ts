import { fileURLToPath } from 'node:url'
import VueI18n from '@intlify/unplugin-vue-i18n/vite'
import { quasar, transformAssetUrls } from '@quasar/vite-plugin'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { compress } from './build/compress.ts'
import { lucide } from './build/lucide.ts'
import { platform } from './build/platform.ts'
import { vueByName } from './build/vueByName.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  base: '/static/',
  plugins: [
    vue({ template: { transformAssetUrls } }),
    quasar(),
    // Messages become plain functions at build time: the browser never evaluates text, so the CSP can forbid it.
    VueI18n({
      include: [here('src/shared/i18n/{fr,en}/**/*.json')],
      strictMessage: false,
      // Nothing is compiled in the browser, and neither the components nor the directive are used.
      dropMessageCompiler: true,
      fullInstall: false,
    }),
    lucide(),
    vueByName(),
    platform(),
    compress(),
  ],
  // Components here and in Quasar are composed by setup(): the older way of writing them stays out of the bundle.
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  resolve: { alias: { '@': here('src') } },
  css: {
    preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['import', 'global-builtin'] } },
  },
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { ops: here('src/ops/main.ts'), desk: here('src/desk/desk.css') },
      // What most pages share comes in one piece: a chunk each would cost a request and a line in every list of what to fetch.
      // The parts of a list stay apart however many pages are lists, for no record's page shows one.
      output: {
        codeSplitting: {
          groups: [
            { name: 'parts', test: /src\/shared\/(?!ui\/list\/)|node_modules\/@tanstack/, minShareCount: 36 },
          ],
        },
      },
    },
  },
  server: { host: 'localhost', port: 5173, strictPort: false },
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'http://localhost/' } },
    include: ['src/**/*.test.ts', 'build/**/*.test.ts'],
    setupFiles: ['src/shared/testing/setup.ts'],
    restoreMocks: true,
  },
})
