/** The real platform for the browser tests: a copy of its own in a folder of its own, empty at first. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const python = process.env.PYTHON ?? join(root, '.venv/bin/python')
const PATIENCE_MS = 240_000

/** Why the platform can't be started here, or false. */
export const noPlatform = existsSync(python) ? false : `no Python at ${python} (make setup)`

async function freePort() {
  const server = createServer()
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address()
  await new Promise((closed) => server.close(closed))
  return port
}

/** A database as the migrations leave it, cloned in a moment from the template of all tests; gone when `drop` was called. */
async function clonedDatabase() {
  const child = spawn(python, ['-m', 'tests.cloned'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise((end) => child.once('exit', end))
  const url = await new Promise((given, fail) => {
    child.stdout.once('data', (text) => given(String(text).trim()))
    ended.then((code) => fail(new Error(`no database to clone: exit ${code}`)))
  })
  return {
    url,
    async drop() {
      child.stdin.end()
      await ended
    },
  }
}

/**
 * Start it, empty or with the demo provider; `command` runs one of its commands and returns what it printed.
 * With the demo it begins from nothing, as at a newcomer's: its own database server, every migration.
 */
export async function startPlatform({ demo = false } = {}) {
  const database = demo ? null : await clonedDatabase()
  const home = mkdtempSync(join(tmpdir(), 'gigafibre-e2e-'))
  const port = await freePort()
  const state = join(home, 'state')
  const env = {
    ...process.env,
    GIGAFIBRE_HOME: state,
    PORT: String(port),
    GIGAFIBRE_DEMO: demo ? '1' : '0',
    ...(database && { DATABASE_URL: database.url }),
  }
  const url = `http://localhost:${port}`
  const child = spawn(python, ['-m', 'gigafibre', 'run'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))

  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const ready = await fetch(`${url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    )
    if (ready) break
    if (child.exitCode !== null || Date.now() > until) {
      child.kill() // what still runs would keep the tests waiting for it
      await database?.drop()
      throw new Error(`the platform did not start:\n${said}`)
    }
    await new Promise((wait) => setTimeout(wait, 250))
  }

  return {
    url,
    home,
    state,
    said: () => said,
    command(...words) {
      const { status, stdout, stderr } = spawnSync(python, ['-m', 'gigafibre', ...words], {
        cwd: root,
        env,
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`gigafibre ${words.join(' ')}: ${stderr}`)
      return stdout
    },
    /** Hold one of its processes still; what this returns lets it go on. */
    hold(name) {
      const running = Object.keys(JSON.parse(readFileSync(join(env.GIGAFIBRE_HOME, 'running.json'), 'utf8')))
      const pid = running.find((one) =>
        readFileSync(`/proc/${one}/cmdline`, 'utf8').split('\0').includes(name),
      )
      if (!pid) throw new Error(`no process ${name} among ${running.join(', ')}`)
      process.kill(-pid, 'SIGSTOP')
      return () => process.kill(-pid, 'SIGCONT')
    },
    async stop() {
      if (child.exitCode === null) {
        const ended = new Promise((end) => child.once('exit', end))
        child.kill('SIGINT')
        await ended
      }
      await database?.drop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
