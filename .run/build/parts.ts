/** What there is to build, from what, and how to see that it is there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, moduleFolders } from '../places.ts'

export interface Part {
  readonly name: string
  /** Files and folders that it is made from; the build is stale when one of them changes. */
  readonly inputs: readonly string[]
  /** Files below `.build` that a finished build has. */
  readonly outputs: readonly string[]
  readonly command: readonly [program: string, ...args: string[]]
  /** It is made from what the others have built, and so comes after them. */
  readonly isLast?: boolean
}

/** What every browser build contains a piece of, and what pins the packages and their builders. */
const shared = ['api/contract', 'shell/module', 'storybook/ui', 'package-lock.json']

const webpack = (folder: string): Part['command'] => ['node', 'shell/module/build.cjs', folder]

const shell: Part = {
  name: 'shell',
  inputs: [
    'shell/src',
    'shell/module.json',
    'shell/package.json',
    'shell/webpack.config.js',
    'shell/embed',
    ...shared,
  ],
  outputs: ['shell/shell.json', 'shell/docs.json', 'modules/home/module.json'],
  command: webpack('shell'),
}

const embed: Part = {
  name: 'embed',
  inputs: ['shell/embed', ...shared],
  outputs: ['embed/v1.js', 'embed/host.json', 'shell/frame.json'],
  command: webpack('shell/embed'),
}

const modules = (): readonly Part[] => moduleFolders().map(moduleIn)

function moduleIn(folder: string): Part {
  const { name } = JSON.parse(readFileSync(inRoot(join(folder, 'module.json')), 'utf8')) as {
    name: string
  }
  return {
    name: folder,
    inputs: [folder, ...shared],
    outputs: [`modules/${name}/module.json`],
    command: webpack(folder),
  }
}

/** What a partner installs; it names the views that the modules publish. */
function embedPackage(publishing: readonly Part[]): Part {
  const manifests = publishing
    .flatMap(({ outputs }) => outputs)
    .filter((path) => path.startsWith('modules/'))
    .map((path) => `.build/${path}`)
  return {
    name: 'package',
    inputs: [
      'shell/embed/package',
      'shell/embed/package.json',
      'shell/embed/src/sdk.ts',
      'shell/embed/src/appearance',
      '.run/package',
      'package-lock.json',
      ...manifests,
    ],
    outputs: ['embed/package/package.json', 'embed/sonaqor-embed.tgz'],
    command: ['node', 'shell/embed/package/build.ts', ...manifests],
    isLast: true,
  }
}

/** What a partner's server installs; it calls what the contract opens to keys. */
const clientPackage: Part = {
  name: 'client',
  inputs: ['api/client', 'api/contract', '.run/package', 'package-lock.json'],
  outputs: ['client/package/package.json', 'client/sonaqor-client.tgz'],
  command: ['node', 'api/client/build.ts'],
}

/** All that `npm start` serves; the slowest first. */
export function productParts(): readonly Part[] {
  const publishing = [shell, ...modules()]
  return [...publishing, embed, clientPackage, embedPackage(publishing)]
}

/** The modules of the working tree by their names. What `.build` holds of others is of before. */
export const builtModules = (): readonly string[] =>
  productParts()
    .flatMap(({ outputs }) => outputs)
    .flatMap((path) => /^modules\/([^/]+)\//.exec(path)?.[1] ?? [])

const hostPages = [
  'plain',
  'react-18',
  'react-19',
  'server',
  'vue',
  'angular',
  'hostile',
  'hostile-before',
  'federated',
  'weather-team',
]

/** Pages of strangers that embed us, which the journeys go to. */
export const hostPagesPart = (): Part => ({
  name: 'host pages',
  inputs: ['shell/e2e/hosts', '.build/embed/sonaqor-embed.tgz', 'package-lock.json'],
  outputs: [...hostPages.map((name) => `hosts/${name}.js`), 'hosts/packages/server-draw.mjs'],
  command: ['node', 'shell/e2e/hosts/build.ts'],
})

/** The stories as a site: made for the tests, and for whoever wants to look. */
export function storybookPart(): Part {
  return {
    name: 'storybook',
    inputs: ['storybook', 'shell/src', 'shell/embed', ...moduleFolders(), ...shared],
    outputs: ['storybook/index.json', 'storybook/iframe.html'],
    command: [
      'storybook',
      'build',
      '--config-dir=storybook/.storybook',
      '--output-dir=.build/storybook',
      '--quiet',
    ],
  }
}
