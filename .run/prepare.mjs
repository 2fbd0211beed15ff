/**
 * Runs before `npm start` and `npm test` on whatever Node the machine has, so it needs no package
 * and no new syntax. It installs what the lock file says, if that is not what is there, and makes
 * sure that a Node which runs TypeScript comes after it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const neededNode = 24
const onWindows = process.platform === 'win32'

if (!isInstalled() || nodeVersion() < neededNode) install()

const version = nodeVersion()
if (version < neededNode) {
  fail(
    `This project needs Node ${neededNode} or newer. It usually brings its own, but there is no ` +
      `ready-made one for ${process.platform}-${process.arch}. ` +
      `Please install Node ${neededNode} (yours is ${version || 'unknown'}), and try again.`,
  )
}

/**
 * npm writes down what it installed when it is done. So that file is missing after an interrupted
 * install, and differs from the lock after a change of it, whoever made either.
 */
function isInstalled() {
  const locked = packagesIn('package-lock.json')
  const installed = packagesIn('node_modules/.package-lock.json')
  return Object.keys(locked).every((path) => {
    if (path === '') return true
    const wanted = locked[path]
    const found = installed[path]
    // An optional package is missing wherever it is made for another platform.
    if (!found) return Boolean(wanted.optional)
    return wanted.version === found.version && wanted.integrity === found.integrity
  })
}

function packagesIn(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

/**
 * Install scripts are other people's code: only those of `allowScripts` run. They come after the
 * rest, for npm would otherwise begin each of them with a process of its own anyway.
 */
function install() {
  const startedAt = Date.now()
  console.log('install  packages of package-lock.json')
  npm('ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error')
  const allowed = allowedScripts()
  if (allowed.length > 0) npm('rebuild', ...allowed, '--loglevel=error')
  console.log(`install  done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
}

function allowedScripts() {
  const { allowScripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(allowScripts).filter(
    (name) => allowScripts[name] && existsSync(join(root, 'node_modules', name)),
  )
}

function npm(...args) {
  const { status, error } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: onWindows,
  })
  if (status !== 0) fail(`npm ${args[0]} failed${error ? `: ${error.message}` : ''}.`)
}

/** The major version that npm's scripts will find: our own Node first, else the machine's. */
function nodeVersion() {
  const path = `${bin}${delimiter}${process.env.PATH ?? ''}`
  const { stdout } = spawnSync('node', ['--version'], {
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
    shell: onWindows,
  })
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1]) || 0
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
