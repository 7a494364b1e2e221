import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['dist', 'node_modules', 'coverage', 'src/shared/api/{schema,field}.d.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  prettier,
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-console': 'error',
      'no-undef': 'off',
      'max-lines': ['error', { max: 250 }],
      'vue/multi-word-component-names': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-bare-strings-in-template': [
        'error',
        // Signs, not words: what a person reads comes from the catalogues.
        { allowlist: ['·', '…', '→', '−', '+', ',', ':', '(', ')', '/', '%', '×', '•', ' '] },
      ],
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // An instant's first ten characters are the day in UTC: in the evening that is tomorrow here.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="slice"][arguments.1.value=10]',
          message: 'Take dayOf of shared/domain/dates: an instant begins with its day in UTC.',
        },
      ],
      'vue/no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="slice"][arguments.1.value=10]',
          message: 'Take dayOf of shared/domain/dates: an instant begins with its day in UTC.',
        },
      ],
      // One road to the server: composables call the typed client, nothing else calls fetch.
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Call the client of src/shared/api.' }],
    },
  },
  {
    files: ['src/shared/**/*.{ts,vue}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@/ops/*'], message: 'shared knows no application.' }] },
      ],
    },
  },
  { files: ['src/shared/domain/dates.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/**/*.test.ts', 'src/shared/testing/**', 'src/shared/api/client.ts'],
    rules: {
      'vue/one-component-per-file': 'off',
      'no-restricted-globals': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
    },
  },
  {
    files: ['scripts/**', 'e2e/**', 'build/**', '*.config.*'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'max-lines': 'off' },
  },
)
