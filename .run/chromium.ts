/** A browser for the tests: `node .run/chromium.ts` prints where it is. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const installed = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/**
 * Playwright's own list, which ours would otherwise take the place of, and below it the pages that
 * suggest something under the address: each window draws them unseen, which takes ten times as long
 * as a small page of ours.
 */
export const switchedOff = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
]

/** How every test starts it: also as a sandbox-less root, and so that nothing of it phones home. */
export const launchOptions = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${switchedOff.join(',')}`,
  ],
}

/** The path of a browser that starts; fetched if there is none. Throws with what to do if that fails. */
export function ensureChromium(): string {
  const path = named() ?? onThisMachine() ?? fromDebian() ?? fromPlaywright()
  if (path) return path
  throw new Error(
    'There is no Chromium, and it could not be fetched. ' +
      'Install one, or set CHROMIUM_PATH to the program of a browser that is there.',
  )
}

/** Whoever names one means it: another is not tried instead. */
function named(): string | undefined {
  const path = process.env['CHROMIUM_PATH']
  if (!path) return undefined
  if (starts(path)) return path
  throw new Error(`CHROMIUM_PATH is ${path}, which is not a browser that starts.`)
}

function onThisMachine(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...candidates, ...installed].find((path) => existsSync(path) && starts(path))
}

/** Where we may install packages, as in a container; nobody is asked for a password. */
function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !succeeds('apt-get', '--version')) return undefined
  console.log('chromium is fetched with apt-get')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  return onThisMachine()
}

function fromPlaywright(): string | undefined {
  console.log('chromium is fetched by Playwright')
  spawnSync('playwright', ['install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const told = spawnSync(
    process.execPath,
    ['-p', 'require("@playwright/test").chromium.executablePath()'],
    { encoding: 'utf8', cwd: import.meta.dirname },
  )
  const path = told.stdout?.trim()
  return path && existsSync(path) && starts(path) ? path : undefined
}

const starts = (path: string): boolean => succeeds(path, '--version')

const succeeds = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0

if (import.meta.main) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
