/** Builds the pages of strangers into `.build/hosts`, after installing what they have: `node shell/e2e/hosts/build.ts`. */
import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import webpack, { type Configuration } from 'webpack'

const run = promisify(execFile)
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const built = here('../../../.build/hosts')
const packages = join(built, 'packages')
const { pages } = createRequire(import.meta.url)('./webpack.cjs') as {
  readonly pages: readonly Configuration[]
}

/** One page waits for it: where no network leads to it, the others are not to wait along. */
const soonGivenUp = [
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=1000',
  '--fetch-timeout=20000',
]

/**
 * Angular is too large to be installed with everything else, for one page of one journey: it is
 * fetched when it is first needed, as the lock file has it, and kept.
 */
async function installAngular() {
  const lock = readFileSync(here('./angular/packages/package-lock.json'), 'utf8')
  const note = join(packages, 'installed.json')
  if (existsSync(note) && readFileSync(note, 'utf8') === lock) return
  mkdirSync(packages, { recursive: true })
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(here(`./angular/packages/${file}`), join(packages, file))
  copyFileSync(here('../../../.npmrc'), join(packages, '.npmrc'))
  const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
  const options = { cwd: packages, shell: process.platform === 'win32', timeout: 180_000 }
  await run('npm', [...args, ...soonGivenUp], options)
  writeFileSync(note, lock)
}

/** Our package, as it is packed. */
async function installEmbed() {
  const folder = join(packages, 'node_modules/@sonaqor/embed')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const packed = here('../../../.build/embed/sonaqor-embed.tgz')
  await run('tar', ['-xzf', packed, '--strip-components=1', '-C', folder])
}

function bundle(wanted: readonly Configuration[]): Promise<void> {
  return new Promise((done, failed) => {
    webpack([...wanted], (error, stats) => {
      if (error) failed(error)
      else if (stats?.hasErrors()) failed(new Error(stats.toString({ all: false, errors: true })))
      else done()
    })
  })
}

const hasAngular = await installAngular().then(
  () => true,
  (error: Error) => {
    // Its own journey fails then, and tells; the others need nothing of it.
    process.stderr.write(
      `Angular could not be fetched, and its page is not built: ${error.message}\n`,
    )
    return false
  },
)
await installEmbed()
// What runs on the server stands where its packages are.
copyFileSync(here('./server/draw.js'), join(packages, 'server-draw.mjs'))
copyFileSync(here('./server/tree.js'), join(packages, 'tree.mjs'))
await bundle(pages.filter(({ name }) => hasAngular || name !== 'angular'))
