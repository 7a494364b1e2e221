/** Types of the server's APIs from their OpenAPI descriptions; with --check only say whether they have drifted. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const folder = new URL('../src/shared/api/', import.meta.url)
const check = process.argv.includes('--check')

/** An action's input describes its own parts; openapi-typescript looks for them among the shared ones. */
function share(description) {
  const shared = (description.components.schemas ??= {})
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
  return description
}

// The staff's API, and what a technician's phone calls; public.openapi.json is for the provider's own site.
for (const [described, typed] of [
  ['openapi.json', 'schema.d.ts'],
  ['field.openapi.json', 'field.d.ts'],
]) {
  const description = share(JSON.parse(readFileSync(new URL(described, folder), 'utf8')))
  const text = `/* Made by \`npm run api\` from ${described}; not written by hand. */\n${astToString(await openapiTS(description, { defaultNonNullable: false }))}`
  const target = new URL(typed, folder)
  if (!check) writeFileSync(target, text)
  else if (readFileSync(target, 'utf8') !== text) {
    process.stderr.write(`${fileURLToPath(target)} has drifted: npm run api\n`)
    process.exit(1)
  }
}
