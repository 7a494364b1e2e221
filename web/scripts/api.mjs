/** Types of the server's API from its OpenAPI description; with --check only say whether they have drifted. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const folder = new URL('../src/shared/api/', import.meta.url)
const description = JSON.parse(readFileSync(new URL('openapi.json', folder), 'utf8'))
const shared = (description.components.schemas ??= {})

// An action's input describes its own parts; openapi-typescript looks for them among the shared ones.
for (const path of Object.values(description.paths)) {
  const schema = path.post?.requestBody?.content?.['application/json']?.schema
  for (const [name, part] of Object.entries(schema?.$defs ?? {})) {
    if (shared[name] && JSON.stringify(shared[name]) !== JSON.stringify(part)) {
      throw new Error(`two different parts are called ${name}`)
    }
    shared[name] = part
  }
  if (schema) delete schema.$defs
}

const text = `/* Made by \`npm run api\` from openapi.json; not written by hand. */\n${astToString(await openapiTS(description, { defaultNonNullable: false }))}`
const target = new URL('schema.d.ts', folder)
if (!process.argv.includes('--check')) writeFileSync(target, text)
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write(`${fileURLToPath(target)} has drifted: npm run api\n`)
  process.exit(1)
}
